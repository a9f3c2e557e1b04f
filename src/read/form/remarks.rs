//! The sheet `Đánh giá`: a topic, and the unit's own sentences beside it.

use crate::assets::form::RemarksSheet;
use crate::assets::form::Topic;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::model::submission::Remark;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawValue;
use crate::text::fold;
use crate::text::normal;

/// Reads the sentences, in the order of the sheet: the one of the right name, else the first that
/// has the topics.
pub(super) fn read(file: &str, book: &RawBook, form: &RemarksSheet) -> Vec<Remark> {
    let name = fold::fold(&form.sheet);
    let mut sheets: Vec<_> = book.sheets.iter().filter(|it| it.is_visible()).collect();
    sheets.sort_by_key(|it| fold::fold(&it.name) != name);
    let topics: Vec<(String, &Topic)> =
        form.topics.iter().map(|it| (fold::fold(&it.label), it)).collect();
    let of_sheet = |sheet| {
        let grid = Grid::new(sheet);
        let remarks: Vec<Remark> =
            grid.rows().flat_map(|(_, cells)| row(file, grid.name, cells, &topics)).collect();
        remarks
    };
    sheets.into_iter().map(of_sheet).find(|it| !it.is_empty()).unwrap_or_default()
}

fn row(file: &str, sheet: &str, cells: &[&RawCell], topics: &[(String, &Topic)]) -> Vec<Remark> {
    let topic_of = |cell: &&RawCell| {
        let text = fold::fold(&text_of(cell));
        topics.iter().find(|(label, _)| *label == text).map(|(_, topic)| *topic)
    };
    let Some((index, topic)) =
        cells.iter().enumerate().find_map(|(index, cell)| Some((index, topic_of(cell)?)))
    else {
        return Vec::new();
    };
    let texts = cells[index + 1..].iter().filter_map(|cell| match &cell.value {
        RawValue::Text(text) if !normal::has_private_marks(text) => Some((cell, text)),
        _ => None,
    });
    texts
        .take(1)
        .flat_map(|(cell, text)| {
            let at = Place::cell(file, sheet, Address { row: cell.row, column: cell.column });
            let remark = |text| Remark { topic: topic.key.clone(), text, at: at.clone() };
            normal::clean_lines(text).into_iter().map(remark).collect::<Vec<_>>()
        })
        .collect()
}
