//! A sheet whose cells can be asked for by row and column.

use std::collections::BTreeMap;

use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::text::normal;

/// A sheet by rows.
pub(super) struct Grid<'a> {
    pub(super) name: &'a str,
    rows: BTreeMap<u32, Vec<&'a RawCell>>,
}

impl<'a> Grid<'a> {
    pub(super) fn new(sheet: &'a RawSheet) -> Self {
        let mut rows: BTreeMap<u32, Vec<&RawCell>> = BTreeMap::new();
        for cell in &sheet.cells {
            rows.entry(cell.row).or_default().push(cell);
        }
        Self { name: &sheet.name, rows }
    }

    /// Rows with content, from the top.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &[&'a RawCell])> {
        self.rows.iter().map(|(row, cells)| (*row, cells.as_slice()))
    }
}

/// The cell of a row in a column.
pub(super) fn cell_in<'a>(row: &[&'a RawCell], column: u32) -> Option<&'a RawCell> {
    row.iter().find(|cell| cell.column == column).copied()
}

/// The cleaned text of a cell; a number as text where a label or code was typed as one.
pub(super) fn text_of(cell: &RawCell) -> String {
    match &cell.value {
        RawValue::Text(text) => normal::clean(text),
        RawValue::Number(number) => number.to_string(),
        RawValue::Bool(true) => "TRUE".to_owned(),
        RawValue::Bool(false) => "FALSE".to_owned(),
        RawValue::Date(serial) => serial.to_string(),
        RawValue::Error(error) => error.clone(),
        RawValue::NotFinite | RawValue::NoResult => String::new(),
    }
}
