//! A workbook as bounded, plain cells: all that leaves the reader of foreign files.

use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

/// A workbook.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RawBook {
    /// The format in which it was sent.
    pub kind: Kind,
    /// Worksheets in the order of their tabs. They travel between processes one by one.
    #[serde(skip)]
    pub sheets: Vec<RawSheet>,
    /// Whether dates count from 1904.
    pub date1904: bool,
    /// Whether it carries macros, which are never run.
    pub macros: bool,
    /// Whether cells take values from other workbooks or sources of data, as they were when it was
    /// last saved.
    pub external_links: bool,
}

/// The format of a workbook.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Excel since 2007, with or without macros.
    #[default]
    Xlsx,
    /// Excel since 2007, binary.
    Xlsb,
    /// Excel 97-2003.
    Xls,
    /// OpenDocument, as LibreOffice saves it.
    Ods,
    /// Text between separators: one sheet, no formats, nothing hidden.
    Csv,
}

/// Whether people see a sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Visibility {
    /// It has a tab.
    #[default]
    Visible,
    /// Excel offers to show it.
    Hidden,
    /// Only a program can show it.
    VeryHidden,
}

/// Rows or columns from a first to a last, from 0, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First.
    pub first: u32,
    /// Last.
    pub last: u32,
}

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Its rows.
    pub rows: Span,
    /// Its columns.
    pub columns: Span,
}

/// A stretch of text in one font, where a cell holds several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Name of the font; `None` for the cell's own.
    pub font: Option<String>,
    /// The text.
    pub text: String,
}

/// A worksheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RawSheet {
    /// Name on the tab.
    pub name: String,
    /// Whether people see it.
    pub visibility: Visibility,
    /// Cells with content, by row and column, each place once. They travel between processes in
    /// small groups.
    #[serde(skip)]
    pub cells: Vec<RawCell>,
    /// Merged areas.
    pub merges: Vec<Area>,
    /// Rows that are hidden, by hand or by a filter.
    pub hidden_rows: Vec<Span>,
    /// Columns that are hidden.
    pub hidden_columns: Vec<Span>,
    /// Whether a filter with a condition is set.
    pub filtered: bool,
}

impl RawSheet {
    /// Whether people see it.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        self.visibility == Visibility::Visible
    }
}

impl Span {
    /// Whether a row or column lies in it.
    #[must_use]
    pub fn contains(self, index: u32) -> bool {
        (self.first..=self.last).contains(&index)
    }
}

/// How a cell looks, as far as that tells how to read it. A million cells share a few of these.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Style {
    /// Code of the number format, such as `0%`.
    pub format: Option<String>,
    /// Name of the font, for old encodings.
    pub font: Option<String>,
}

/// A cell with content.
#[derive(Debug, Clone, PartialEq)]
pub struct RawCell {
    /// Row from 0.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
    /// Content.
    pub value: RawValue,
    /// How it looks.
    pub style: Arc<Style>,
    /// Whether a formula makes the value.
    pub formula: bool,
    /// The text again, run by run, if its runs have fonts of their own; else empty.
    pub runs: Box<[Run]>,
}

impl RawCell {
    /// Code of the number format, such as `0%`.
    #[must_use]
    pub fn format(&self) -> Option<&str> {
        self.style.format.as_deref()
    }

    /// Name of the font, for old encodings.
    #[must_use]
    pub fn font(&self) -> Option<&str> {
        self.style.font.as_deref()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_cells_fit_into_memory() {
        assert!(size_of::<RawCell>() <= 72, "{} bytes", size_of::<RawCell>());
    }
}
