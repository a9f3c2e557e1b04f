//! Findings that were accepted with a reason, one per row.

use crate::assets::table_spec::AcceptedColumn;
use crate::assets::table_spec::TableSpec;
use crate::compose::tables::Frame;
use crate::compose::tables::builder;
use crate::compose::writer::Writer;
use crate::model::collection::Accepted;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::Row;
use crate::model::table::RowKind;
use crate::model::table::Table;
use crate::text::case;
use crate::text::normal;

/// The table; `None` if nothing was accepted.
pub(super) fn table(writer: &Writer<'_>, spec: &TableSpec, frame: &Frame) -> Option<Table> {
    let accepted = writer.material.accepted;
    let wanted = &spec.file.columns.accepted;
    if accepted.is_empty() {
        return None;
    }
    let mut table = frame.table(spec);
    table.columns.push(column("TT", ColumnKind::Mark));
    table.columns.extend(wanted.iter().map(|it| header(*it)));
    for (index, it) in accepted.iter().enumerate() {
        let mut cells = vec![builder::text(&(index + 1).to_string())];
        cells.extend(wanted.iter().map(|column| cell(writer, it, *column)));
        table.rows.push(Row { kind: RowKind::Item, cells });
    }
    Some(table)
}

fn header(wanted: AcceptedColumn) -> Column {
    match wanted {
        AcceptedColumn::Unit => column("Đơn vị", ColumnKind::Label),
        AcceptedColumn::Subject => column("Chỉ tiêu", ColumnKind::Label),
        AcceptedColumn::Finding => column("Nội dung", ColumnKind::Label),
        AcceptedColumn::Reason => column("Lý do", ColumnKind::Label),
        AcceptedColumn::By => column("Người chấp nhận", ColumnKind::Note),
        AcceptedColumn::Date => column("Ngày", ColumnKind::Note),
    }
}

fn column(header: &str, kind: ColumnKind) -> Column {
    Column { band: None, header: header.to_owned(), index: String::new(), kind }
}

fn cell(writer: &Writer<'_>, it: &Accepted, column: AcceptedColumn) -> Cell {
    let campaign = writer.material.campaign;
    let waiver = &campaign.collection.waivers[it.waiver];
    let words = match column {
        AcceptedColumn::Unit => campaign[it.unit].name.clone(),
        AcceptedColumn::Subject => subject(it),
        AcceptedColumn::Finding => case::capitalise(&it.message),
        AcceptedColumn::Reason => waiver.reason.clone(),
        AcceptedColumn::By => waiver.by.clone(),
        AcceptedColumn::Date => waiver.date.numeric(),
    };
    builder::text(&normal::clean(&words))
}

/// `CL09 “Trị giá quà Tết”, ô F45`.
fn subject(it: &Accepted) -> String {
    let cell = it.cell.as_ref().map(|cell| format!("ô {cell}"));
    let subject = (!it.subject.is_empty()).then(|| it.subject.clone());
    let parts: Vec<String> = subject.into_iter().chain(cell).collect();
    if parts.is_empty() { "cả tệp".to_owned() } else { parts.join(", ") }
}
