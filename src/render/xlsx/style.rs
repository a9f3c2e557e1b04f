//! Looks of cells.

use rust_xlsxwriter::Color;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::XlsxError;

use crate::model::table::ColumnKind;
use crate::model::table::Number;
use crate::model::table::RowKind;

/// Typeface of official papers (Nghị định 30/2020).
pub(in crate::render) const TYPEFACE: &str = "Times New Roman";

/// Size of letters in points where nothing asks for less.
pub(in crate::render) const SIZE: u32 = 12;

/// Height of a row that nobody touches, in pixels, at that size.
pub(super) const DEFAULT_HEIGHT: u32 = 21;

/// Width of a column that nobody touches, in pixels, at that size.
const DEFAULT_WIDTH: u32 = 72;

/// Most digits after the comma: Excel keeps fifteen digits of a number.
pub(super) const MOST_DECIMALS: u32 = 15;

/// Shading of the header rows.
pub(super) const HEADER_FILL: Color = Color::RGB(0xE7_EC_F2);

/// Shading of section rows and of the total row.
const SECTION_FILL: Color = Color::RGB(0xF3_F5_F8);

/// Makes cells that nobody touches look like the others.
pub(super) fn set_default(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let format = Format::new().set_font_name(TYPEFACE).set_font_size(SIZE);
    workbook.set_default_format(&format, DEFAULT_HEIGHT, DEFAULT_WIDTH)?;
    Ok(())
}

/// Looks of the cells of one sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Styles {
    /// Size of the letters in points.
    pub(super) size: u32,
}

impl Styles {
    /// The looks of a sheet with so many columns of numbers: smaller letters for more columns.
    pub(super) fn for_numbers(columns: usize) -> Self {
        let size = match columns {
            0..=10 => SIZE,
            11..=16 => SIZE - 1,
            _ => SIZE - 2,
        };
        Self { size }
    }

    /// Words outside the grid.
    pub(super) fn words(self) -> Format {
        Format::new()
            .set_font_name(TYPEFACE)
            .set_font_size(self.size)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap()
    }

    /// Centred words outside the grid.
    pub(super) fn centred(self) -> Format {
        self.words().set_align(FormatAlign::Center)
    }

    /// A cell of the header.
    pub(super) fn header(self) -> Format {
        self.grid().set_align(FormatAlign::Center).set_bold().set_background_color(HEADER_FILL)
    }

    /// A cell of the row of column indices.
    pub(super) fn index(self) -> Format {
        self.grid()
            .set_align(FormatAlign::Center)
            .set_italic()
            .set_font_size(self.size.saturating_sub(2))
    }

    /// A cell of words in a column and a row of these kinds.
    pub(super) fn cell(self, column: ColumnKind, row: RowKind) -> Format {
        let format = self.grid();
        let format = match column {
            ColumnKind::Label if row == RowKind::SubItem => format.set_indent(1),
            ColumnKind::Label | ColumnKind::Note => format.set_align(FormatAlign::Left),
            ColumnKind::Mark | ColumnKind::Unit => format.set_align(FormatAlign::Center),
            ColumnKind::Number | ColumnKind::Total => format.set_align(FormatAlign::Center),
        };
        let format = match row {
            RowKind::Section | RowKind::Total => {
                format.set_bold().set_background_color(SECTION_FILL)
            }
            RowKind::Item | RowKind::SubItem => format,
        };
        if column == ColumnKind::Total { format.set_bold() } else { format }
    }

    /// A cell of numbers in a column and a row of these kinds.
    pub(super) fn number(self, column: ColumnKind, row: RowKind, digits: Digits) -> Format {
        let format = self.cell(column, row).set_align(FormatAlign::Right);
        format.set_num_format(number_format(digits))
    }

    /// A cell with lines around it.
    fn grid(self) -> Format {
        self.words().set_border(FormatBorder::Thin)
    }
}

/// What the look of a cell of the body follows: its column, its row, and the digits of its number if it holds one.
type Look = ((ColumnKind, RowKind), Option<Digits>);

/// Looks of the body's cells, each made once: thousands of cells share a few.
#[derive(Debug, Default)]
pub(super) struct Looks {
    made: Vec<(Look, Format)>,
}

impl Looks {
    /// The look of words, or of numbers with such digits, in a column and a row of these kinds.
    pub(super) fn of(
        &mut self,
        styles: Styles,
        kinds: (ColumnKind, RowKind),
        digits: Option<Digits>,
    ) -> &Format {
        let look = (kinds, digits);
        let known = self.made.iter().position(|(it, _)| *it == look);
        let at = known.unwrap_or_else(|| {
            let (column, row) = kinds;
            let words = || styles.cell(column, row);
            let format = digits.map_or_else(words, |it| styles.number(column, row, it));
            self.made.push((look, format));
            self.made.len() - 1
        });
        &self.made[at].1
    }
}

/// Digits after the comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    /// So many are shown even if they are zero.
    pub(super) least: u32,
    /// So many are shown at most.
    pub(super) most: u32,
}

impl Digits {
    /// None.
    pub(super) const NONE: Self = Self { least: 0, most: 0 };

    /// Those of a number.
    pub(super) fn of(number: &Number) -> Self {
        Self { least: number.least, most: number.decimals }
    }

    /// As many as there are, at most so many.
    pub(super) fn at_most(most: u32) -> Self {
        Self { least: 0, most }
    }

    /// Of how many the needless ones would have to be taken away.
    pub(super) fn needless(self) -> u32 {
        if self.least > 0 { 0 } else { self.most.min(MOST_DECIMALS) }
    }
}

/// Number format that shows so many digits after the comma. Where none is needed, a whole number would end
/// in `,0`; [`without_comma`](super::whole::without_comma) takes that away.
pub(super) fn number_format(digits: Digits) -> String {
    let Digits { least, most } = digits;
    let count = |digits: u32| digits.min(MOST_DECIMALS) as usize;
    match (count(least), count(most)) {
        (0, 0) => "#,##0".to_owned(),
        (0, most) => format!("#,##0.0{}", "#".repeat(most - 1)),
        (least, _) => format!("#,##0.{}", "0".repeat(least)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_formats_show_at_most_the_decimals() {
        let at_most = |most| number_format(Digits::at_most(most));
        assert_eq!(number_format(Digits::NONE), "#,##0");
        assert_eq!(at_most(1), "#,##0.0");
        assert_eq!(at_most(3), "#,##0.0##");
        assert_eq!(at_most(u32::MAX).len(), "#,##0.".len() + 15);
        assert_eq!(number_format(Digits { least: 2, most: 2 }), "#,##0.00");
    }

    #[test]
    fn letters_shrink_when_there_are_many_columns() {
        assert_eq!([6, 14, 30].map(|n| Styles::for_numbers(n).size), [12, 11, 10]);
    }
}
