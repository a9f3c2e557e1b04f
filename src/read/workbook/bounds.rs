//! What must hold of every [`RawBook`], whoever made it: the limits, and cells in order.

use crate::finding::refusal::Damage;
use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Run;
use crate::read::workbook::raw::Style;
use crate::text::order;

/// What is left of the limits over a whole workbook.
pub(super) struct Room {
    sheets: usize,
    cells: usize,
    areas: usize,
    text: usize,
}

/// Refuses a workbook that is over a limit.
pub(super) fn check(book: &RawBook) -> Result<(), Refusal> {
    let mut room = Room::new();
    for sheet in &book.sheets {
        room.sheet(sheet)?;
        for (index, cell) in sheet.cells.iter().enumerate() {
            let before = index.checked_sub(1).map(|it| &sheet.cells[it]);
            room.cell(&sheet.name, before, cell)?;
        }
    }
    Ok(())
}

impl Room {
    /// All of it.
    pub(super) fn new() -> Self {
        Self {
            sheets: limits::SHEETS,
            cells: limits::CELLS,
            areas: limits::AREAS,
            text: limits::TEXT_BYTES,
        }
    }

    /// Takes what a sheet needs without its cells.
    pub(super) fn sheet(&mut self, sheet: &RawSheet) -> Result<(), Refusal> {
        take(&mut self.sheets, 1, Quantity::Sheets, limits::SHEETS)?;
        let areas = sheet.merges.len() + sheet.hidden_rows.len() + sheet.hidden_columns.len();
        take(&mut self.areas, areas, Quantity::Areas, limits::AREAS)?;
        self.text(&sheet.name)
    }

    /// Takes what a style needs.
    pub(super) fn style(&mut self, style: &Style) -> Result<(), Refusal> {
        take(&mut self.text, size_of::<Style>(), Quantity::TextBytes, limits::TEXT_BYTES)?;
        style.format.iter().chain(&style.font).try_for_each(|it| self.text(it))
    }

    /// Takes what the next cell of a sheet needs, if it is one that can be.
    pub(super) fn cell(
        &mut self,
        sheet: &str,
        before: Option<&RawCell>,
        cell: &RawCell,
    ) -> Result<(), Refusal> {
        take(&mut self.cells, 1, Quantity::Cells, limits::CELLS)?;
        let at = (cell.row, cell.column);
        if cell.row >= limits::ROWS || cell.column >= limits::COLUMNS {
            return Err(Refusal::Damaged(Damage::OutsideTheSheet(sheet.to_owned())));
        }
        if before.is_some_and(|it| (it.row, it.column) >= at) {
            let cell = order::cell_address(cell.row, cell.column);
            return Err(Refusal::Damaged(Damage::CellTwice { cell, sheet: sheet.to_owned() }));
        }
        match &cell.value {
            RawValue::Text(text) | RawValue::Error(text) => self.text(text)?,
            RawValue::Number(number) | RawValue::Date(number) if !number.is_finite() => {
                return Err(Refusal::Damaged(Damage::ParserStopped));
            }
            RawValue::Number(_) | RawValue::Date(_) | RawValue::Bool(_) => {}
            RawValue::NotFinite | RawValue::NoResult => {}
        }
        cell.runs.iter().try_for_each(|it| self.run(it))
    }

    fn run(&mut self, run: &Run) -> Result<(), Refusal> {
        take(&mut self.text, size_of::<Run>(), Quantity::TextBytes, limits::TEXT_BYTES)?;
        run.font.iter().chain([&run.text]).try_for_each(|it| self.text(it))
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        let most = limits::CELL_CHARACTERS;
        // Most texts are short; only those with many bytes are counted.
        if text.len() > most && text.chars().nth(most).is_some() {
            return Err(Refusal::Limit { what: Quantity::CellCharacters, allowed: most as u64 });
        }
        take(&mut self.text, text.len(), Quantity::TextBytes, limits::TEXT_BYTES)
    }
}

fn take(left: &mut usize, needed: usize, what: Quantity, allowed: usize) -> Result<(), Refusal> {
    let allowed = allowed as u64;
    *left = left.checked_sub(needed).ok_or(Refusal::Limit { what, allowed })?;
    Ok(())
}

#[cfg(test)]
mod tests;
