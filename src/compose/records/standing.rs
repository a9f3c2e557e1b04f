//! Tình hình gửi số liệu as a workbook.

use crate::compose::records;
use crate::finding::lang::Lang;
use crate::model::campaign::Campaign;
use crate::model::document::Document;
use crate::model::standing::Role;
use crate::model::standing::Standing;
use crate::model::standing::Stray;
use crate::model::standing::UnitStanding;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::Row;
use crate::model::table::RowKind;

/// Name of the workbook and its table.
const NAME: &str = "tinh-hinh-gui-so-lieu";

/// How the collection stands: one row per unit.
#[must_use]
pub fn standing(campaign: &Campaign, standing: &Standing) -> Document {
    let title = "Tình hình gửi số liệu";
    let mut table = records::table(campaign, NAME, "Tình hình gửi", title);
    let deadline = standing.deadline.map(|it| format!("(Hạn gửi: {})", it.numeric()));
    table.period = deadline.unwrap_or_default();
    table.columns = columns();
    let rows = standing.units.iter().enumerate().map(|(index, it)| row(campaign, index, it));
    table.rows = rows.collect();
    table.notes = standing.strays.iter().filter_map(note).collect();
    records::document(campaign, NAME, title, table)
}

fn columns() -> Vec<Column> {
    let column = records::column;
    vec![
        column("TT", ColumnKind::Mark),
        column("Đơn vị", ColumnKind::Label),
        column("Tình trạng", ColumnKind::Note),
        column("Ngày nhận", ColumnKind::Note),
        column("Thời hạn", ColumnKind::Note),
        column("Số bản đã gửi", ColumnKind::Number),
        column("Tệp đang dùng", ColumnKind::Note),
        column("Số báo cáo của đơn vị", ColumnKind::Note),
        column("Ngày báo cáo", ColumnKind::Note),
        column("Cần sửa", ColumnKind::Number),
        column("Cần xem lại", ColumnKind::Number),
        column("Lưu ý", ColumnKind::Number),
        column("Chấp nhận giải trình", ColumnKind::Number),
        column("Ngày xác nhận số liệu", ColumnKind::Note),
    ]
}

fn row(campaign: &Campaign, index: usize, it: &UnitStanding) -> Row {
    let words = records::words;
    let day = |date: Option<crate::text::date::Date>| {
        words(&date.map(|it| it.numeric()).unwrap_or_default())
    };
    let leading = it.leading();
    let text = |text: Option<&String>| words(text.map_or("", String::as_str));
    let in_use: Vec<&str> = it
        .files
        .iter()
        .filter(|it| it.role != Role::Superseded)
        .map(|it| it.file.trim_start_matches("submissions/"))
        .collect();
    let cells: Vec<Cell> = vec![
        words(&(index + 1).to_string()),
        words(&campaign[it.unit].name),
        words(Lang::Vi.state(it.state)),
        day(it.arrival.map(|it| it.day)),
        words(Lang::Vi.punctuality(it.punctuality)),
        records::count(it.files.len()),
        words(&in_use.join(", ")),
        text(leading.and_then(|it| it.report_number.as_ref())),
        text(leading.and_then(|it| it.report_date.as_ref())),
        records::count(it.counts.errors),
        records::count(it.counts.warnings),
        records::count(it.counts.notices),
        records::count(it.counts.accepted),
        day(it.confirmed),
    ];
    Row { kind: RowKind::Item, cells }
}

/// A file that belongs to no unit, under the table.
fn note(stray: &Stray) -> Option<String> {
    let file = crate::text::normal::clean(&stray.file);
    match stray.role {
        Role::Unreadable => Some(format!("{file}: không đọc được, chưa rõ của đơn vị nào.")),
        Role::Contested | Role::Valid => Some(format!("{file}: chưa rõ của đơn vị nào.")),
        Role::Superseded => None,
    }
}
