//! Places that a person can go to.

use serde::Deserialize;
use serde::Serialize;

use crate::text::order;

/// Address of a cell inside a sheet, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// Row.
    pub row: u32,
    /// Column.
    pub column: u32,
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&order::cell_address(self.row, self.column))
    }
}

/// A cell of a submission, with its text as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellRef {
    /// Path of the workbook, relative to the campaign, with `/`.
    pub file: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Address such as `F17`.
    pub cell: String,
    /// Text as typed.
    pub text: String,
}

impl CellRef {
    /// Where it is.
    #[must_use]
    pub fn place(&self) -> Place {
        let cell = order::cell_of(&self.cell).map(|(row, column)| Address { row, column });
        Place { file: Some(self.file.clone()), sheet: Some(self.sheet.clone()), cell }
    }
}

/// Where a finding lies: the deeper, the better.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path of the file, relative to the campaign, with `/`.
    pub file: Option<String>,
    /// Name of the sheet.
    pub sheet: Option<String>,
    /// The cell.
    pub cell: Option<Address>,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(file: &str) -> Self {
        Self { file: Some(file.to_owned()), ..Self::default() }
    }

    /// A sheet of it.
    #[must_use]
    pub fn sheet(file: &str, sheet: &str) -> Self {
        Self { file: Some(file.to_owned()), sheet: Some(sheet.to_owned()), cell: None }
    }

    /// A cell of that.
    #[must_use]
    pub fn cell(file: &str, sheet: &str, cell: Address) -> Self {
        Self { cell: Some(cell), ..Self::sheet(file, sheet) }
    }
}
