//! A workbook as bounded, plain cells: all that leaves the reader of foreign files.

use serde::Deserialize;
use serde::Serialize;

/// A workbook.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RawBook {
    /// Worksheets in the order of their tabs.
    pub sheets: Vec<RawSheet>,
    /// Whether dates count from 1904.
    pub date1904: bool,
}

/// A worksheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RawSheet {
    /// Name on the tab.
    pub name: String,
    /// Whether people see it.
    pub visible: bool,
    /// Cells with content, by row and column.
    pub cells: Vec<RawCell>,
}

/// A cell with content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RawCell {
    /// Row from 0.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
    /// Content.
    pub value: RawValue,
    /// Code of the number format, such as `0%`.
    pub format: Option<String>,
    /// Name of the font, for old encodings.
    pub font: Option<String>,
    /// Whether a formula makes the value.
    pub formula: bool,
}

/// Content of a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RawValue {
    /// A finite number.
    Number(f64),
    /// A number that is not finite, as the file writes it.
    NotFinite,
    /// Text as typed.
    Text(String),
    /// True or false.
    Bool(bool),
    /// A date, as Excel's serial number.
    Date(f64),
    /// An error such as `#REF!`.
    Error(String),
    /// A formula without a stored result.
    NoResult,
}
