//! What is left of the limits over a whole workbook, in whichever format it came.

use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;

/// What is left of the limits.
pub(super) struct Room {
    cells: usize,
    text: usize,
}

impl Room {
    /// The whole room.
    pub(super) fn new() -> Self {
        Self { cells: limits::CELLS, text: limits::TEXT_BYTES }
    }

    /// Takes room for one cell.
    pub(super) fn cell(&mut self) -> Result<(), Refusal> {
        let too_many = Refusal::Limit { what: Quantity::Cells, allowed: limits::CELLS as u64 };
        self.cells = self.cells.checked_sub(1).ok_or(too_many)?;
        Ok(())
    }

    /// Takes room for the text of a cell.
    pub(super) fn text(&mut self, text: &str) -> Result<String, Refusal> {
        if text.chars().count() > limits::CELL_CHARACTERS {
            let allowed = limits::CELL_CHARACTERS as u64;
            return Err(Refusal::Limit { what: Quantity::CellCharacters, allowed });
        }
        let too_much =
            Refusal::Limit { what: Quantity::TextBytes, allowed: limits::TEXT_BYTES as u64 };
        self.text = self.text.checked_sub(text.len()).ok_or(too_much)?;
        Ok(text.to_owned())
    }
}

/// Refuses more worksheets than the limit.
pub(super) fn sheets(count: usize) -> Result<(), Refusal> {
    if count > limits::SHEETS {
        return Err(Refusal::Limit { what: Quantity::Sheets, allowed: limits::SHEETS as u64 });
    }
    Ok(())
}
