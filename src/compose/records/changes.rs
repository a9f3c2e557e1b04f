//! Thay đổi số liệu as a workbook: each figure before and after, file by file.

use rust_decimal::Decimal;

use crate::compose::records;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Indicator;
use crate::model::difference::Difference;
use crate::model::difference::Entry;
use crate::model::difference::Replacement;
use crate::model::difference::Restated;
use crate::model::document::Document;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Plain;
use crate::model::table::Row;
use crate::model::table::RowKind;
use crate::text::number;

/// Name of the workbook and its table.
const NAME: &str = "thay-doi-so-lieu";

/// Columns in front of the numbers.
const NAMES: usize = 4;

/// What changed from each replaced file to the one that took its place.
#[must_use]
pub fn changes(
    campaign: &Campaign,
    catalogue: &Catalogue,
    replacements: &[Replacement],
) -> Document {
    let title = "Thay đổi số liệu các đơn vị gửi";
    let mut table = records::table(campaign, NAME, "Thay đổi số liệu", title);
    table.columns = columns();
    let mut marks = 1..;
    for it in replacements {
        table.rows.push(heading(campaign, it));
        let figures = it.figures.iter().map(|it| figure(catalogue, it));
        let texts = it.texts.iter().map(restated);
        for mut cells in figures.chain(texts) {
            let mark = marks.next().unwrap_or_default();
            cells.insert(0, records::words(&i32::to_string(&mark)));
            table.rows.push(Row { kind: RowKind::Item, cells });
        }
    }
    records::document(campaign, NAME, title, table)
}

fn columns() -> Vec<Column> {
    let column = records::column;
    vec![
        column("TT", ColumnKind::Mark),
        column("Chỉ tiêu", ColumnKind::Label),
        column("Cột", ColumnKind::Note),
        column("Ô", ColumnKind::Unit),
        column("Bản trước", ColumnKind::Number),
        column("Bản thay thế", ColumnKind::Number),
        column("Chênh lệch", ColumnKind::Number),
    ]
}

/// `Cao Bằng: cao-bang.xlsx → cao-bang-2.xlsx`, with a word where nothing could be listed.
fn heading(campaign: &Campaign, it: &Replacement) -> Row {
    let name = |path: &str| path.trim_start_matches("submissions/").to_owned();
    let unit = it.unit.map_or("Chưa rõ đơn vị", |unit| &campaign[unit].name);
    let remark = if !it.compared {
        " (có tệp không đọc được nên không so được)"
    } else if it.figures.is_empty() && it.texts.is_empty() {
        " (không đổi số liệu nào)"
    } else {
        ""
    };
    let words = format!("{unit}: {} được thay bằng {}{remark}", name(&it.before), name(&it.after));
    let mut cells = vec![Cell::Blank, records::words(&words)];
    cells.resize(columns().len(), Cell::Blank);
    Row { kind: RowKind::Section, cells }
}

/// The cells after the mark.
fn figure(catalogue: &Catalogue, it: &Difference) -> Vec<Cell> {
    let indicator = &catalogue[it.indicator];
    let cell = it.after.as_ref().or(it.before.as_ref()).map(|it| it.cell.to_string());
    let value = |entry: &Option<Entry>| entry.as_ref().and_then(|it| it.number);
    let gap = value(&it.after).zip(value(&it.before)).and_then(|(new, old)| new.checked_sub(old));
    vec![
        records::words(&format!("{} “{}”", indicator.code, indicator.name)),
        records::words(it.measure.title()),
        records::words(&cell.unwrap_or_default()),
        entry(indicator, it.before.as_ref()),
        entry(indicator, it.after.as_ref()),
        gap.map_or(Cell::Blank, |gap| plain(indicator, gap)),
    ]
}

fn entry(indicator: &Indicator, entry: Option<&Entry>) -> Cell {
    match entry.map(|it| (it.number, &it.text)) {
        Some((Some(number), _)) => plain(indicator, number),
        Some((None, text)) => records::words(text),
        None => Cell::Blank,
    }
}

/// A number in the unit that the form prints, with every decimal that it has.
fn plain(indicator: &Indicator, value: Decimal) -> Cell {
    let value = value.checked_div(indicator.factor()).unwrap_or(value).normalize();
    Cell::Plain(Plain {
        text: number::plain(value),
        value,
        decimals: value.scale(),
        how: How::Value,
    })
}

fn restated(it: &Restated) -> Vec<Cell> {
    let text = |text: &Option<String>| records::words(text.as_deref().unwrap_or_default());
    let mut cells = vec![records::words(&it.label)];
    cells.resize(NAMES - 1, Cell::Blank);
    cells.extend([text(&it.before), text(&it.after), Cell::Blank]);
    cells
}
