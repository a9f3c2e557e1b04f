//! A table as rows and columns of cells: formulas in Excel, numbers in PDF.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::figure::FigureRef;

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// Name of its spec, such as `so-lieu`; a part of a split table keeps it.
    pub name: String,
    /// Name of the sheet in Excel, at most 31 characters.
    pub sheet: String,
    /// Symbol such as `Biểu số 01/CTĐ`; empty for none.
    pub symbol: String,
    /// Title in capitals.
    pub title: String,
    /// Period of the data: `(Số liệu từ 01/12/2023 đến 30/11/2024)`.
    pub period: String,
    /// `Đơn vị tính: …` above the table on the right; empty when a column says it.
    pub unit_note: String,
    /// Columns from the left.
    pub columns: Vec<Column>,
    /// Rows from the top, without the header rows.
    pub rows: Vec<Row>,
    /// Notes under the table, one line each.
    pub notes: Vec<String>,
}

/// A column.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// Header of the band over several columns (neighbours with the same text are joined).
    pub band: Option<String>,
    /// Header.
    pub header: String,
    /// Column index of the statistical habit: `A`, `B`, `1`, `7=(1+…+6)`.
    pub index: String,
    /// What stands in it; renderers derive width and alignment from it.
    pub kind: ColumnKind,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// Order number or code: narrow, centred.
    Mark,
    /// Words: wide, left.
    Label,
    /// Unit of measure: narrow, centred.
    Unit,
    /// Numbers: right.
    Number,
    /// Numbers of the whole cluster: right, bold.
    Total,
    /// Short remarks: left.
    Note,
}

/// A row.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// One cell per column.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// Heading of a group of rows: bold.
    Section,
    /// An indicator or a unit.
    Item,
    /// "of which" below another row: indented.
    SubItem,
    /// Total of the rows: bold.
    Total,
}

/// A cell.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// A number.
    Number(Number),
    /// A number that is no figure of the campaign.
    Plain(Plain),
}

/// A number that is no figure of the campaign: a count of files, a figure that was replaced, a
/// difference of points.
#[derive(Debug, Clone, Serialize)]
pub struct Plain {
    /// Words on paper.
    pub text: String,
    /// Value in the unit that the table prints.
    #[serde(skip)]
    pub value: Decimal,
    /// Digits after the decimal comma that a workbook shows at most.
    #[serde(skip)]
    pub decimals: u32,
    /// How a workbook computes it.
    #[serde(skip)]
    pub how: How,
}

/// A number in a table.
#[derive(Debug, Clone, Serialize)]
pub struct Number {
    /// The figure that it prints.
    #[serde(skip)]
    pub figure: FigureRef,
    /// Its position in [`Document::printed`](crate::model::document::Document::printed).
    pub n: usize,
    /// Words on paper; `(chưa có số liệu)` or empty when there is no value.
    pub text: String,
    /// Value in the unit that the table prints; `None` when there is none.
    #[serde(skip)]
    pub value: Option<Decimal>,
    /// Digits after the decimal comma that a workbook shows at most.
    #[serde(skip)]
    pub decimals: u32,
    /// Digits after the decimal comma that are shown even if they are zero.
    #[serde(skip)]
    pub least: u32,
    /// How a workbook computes it.
    #[serde(skip)]
    pub how: How,
}

/// How a workbook computes a number. Positions are (row, column) in this table, from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum How {
    /// Written as it is.
    #[default]
    Value,
    /// Live sum of cells of the same row or column.
    Total {
        /// First and last cell of the range.
        over: [(usize, usize); 2],
    },
    /// Live percentage of one cell by another; blank where the divisor is blank or zero.
    Percent {
        /// Dividend.
        of: (usize, usize),
        /// Divisor.
        by: (usize, usize),
    },
    /// Live change in percent from one cell to another.
    Change {
        /// The later figure.
        to: (usize, usize),
        /// The earlier figure.
        from: (usize, usize),
    },
    /// Live sum of some cells less the sum of others; blank ones count as nothing.
    Balance {
        /// What is added.
        add: Vec<(usize, usize)>,
        /// What is taken away.
        less: Vec<(usize, usize)>,
    },
    /// Live difference of two cells.
    Difference {
        /// The minuend.
        of: (usize, usize),
        /// The subtrahend.
        less: (usize, usize),
    },
}
