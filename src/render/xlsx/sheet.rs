//! One sheet, drawn from the top.

use rust_xlsxwriter::Format;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::body;
use super::foot;
use super::head;
use super::header;
use super::page;
use super::paper::Extent;
use super::plan::Plan;
use super::plan::Span;
use super::style::DEFAULT_HEIGHT;
use super::style::Looks;
use super::wrap;
use crate::model::document::Document;
use crate::model::table::Table;

/// Most columns of a sheet.
const MOST_COLUMNS: usize = 16_384;

/// Most rows of a table; the rest of the sheet is for what stands above and below it.
const MOST_ROWS: usize = 1_000_000;

/// A sheet that is being drawn.
pub(super) struct Sheet<'a> {
    /// Where it is drawn.
    pub(super) out: &'a mut Worksheet,
    /// What is drawn.
    pub(super) table: &'a Table,
    /// Where things stand.
    pub(super) plan: Plan,
    /// Looks of the cells so far.
    pub(super) looks: Looks,
    /// The next free row.
    pub(super) next: RowNum,
    /// Each figure by its number, with the address of its cell.
    pub(super) figures: Vec<(usize, String)>,
    /// Height of the rows so far, in pixels.
    height: u32,
}

/// A line of words with its look.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The words.
    pub(super) text: String,
    /// The look.
    pub(super) format: Format,
}

impl Line {
    /// A line.
    pub(super) fn new(text: impl Into<String>, format: &Format) -> Self {
        Self { text: text.into(), format: format.clone() }
    }

    /// Lines of the same look.
    pub(super) fn all(texts: &[String], format: &Format) -> Vec<Self> {
        texts.iter().map(|text| Self::new(text, format)).collect()
    }
}

/// Draws `table` with the letterhead and the signature of `document`; says in which cell each figure
/// stands, by its number.
pub(super) fn draw(
    out: &mut Worksheet,
    document: &Document,
    table: &Table,
) -> Result<Vec<(usize, String)>, XlsxError> {
    if table.columns.len() > MOST_COLUMNS || table.rows.len() > MOST_ROWS {
        return Err(XlsxError::RowColumnLimitError);
    }
    let plan = Plan::of(table);
    let mut sheet = Sheet {
        out,
        table,
        plan,
        looks: Looks::default(),
        next: 0,
        figures: Vec::new(),
        height: 0,
    };
    head::letterhead(&mut sheet, document)?;
    head::title(&mut sheet)?;
    let above_header = sheet.height;
    let header = header::draw(&mut sheet)?;
    let above_body = sheet.height;
    body::draw(&mut sheet)?;
    let above_foot = sheet.height;
    foot::notes(&mut sheet)?;
    foot::signature(&mut sheet, document)?;
    let extent = Extent {
        width: sheet.plan.width(sheet.plan.all),
        height: sheet.height,
        header: above_body - above_header,
        foot: sheet.height - above_foot,
    };
    page::set_up(&mut sheet, header, extent, document.draft.as_deref())?;
    Ok(sheet.figures)
}

impl Sheet<'_> {
    /// Writes `text` in the rows from `top` to `bottom` of `span`, joined into one cell.
    pub(super) fn put(
        &mut self,
        (top, bottom): (RowNum, RowNum),
        span: Span,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        if top == bottom && span.first == span.last {
            self.out.write_string_with_format(top, span.first, text, format)?;
        } else {
            self.out.merge_range(top, span.first, bottom, span.last, text, format)?;
        }
        Ok(())
    }

    /// Writes lines over the whole width, one below the other.
    pub(super) fn across(&mut self, lines: &[Line]) -> Result<(), XlsxError> {
        for line in lines {
            self.row(&[(self.plan.all, line)])?;
        }
        Ok(())
    }

    /// Writes two columns of lines beside each other, or below each other if there is no room.
    pub(super) fn beside(&mut self, left: &[Line], right: &[Line]) -> Result<(), XlsxError> {
        if self.plan.left == self.plan.right {
            self.across(left)?;
            return self.across(right);
        }
        for index in 0..left.len().max(right.len()) {
            let left = left.get(index).map(|line| (self.plan.left, line));
            let right = right.get(index).map(|line| (self.plan.right, line));
            let cells: Vec<(Span, &Line)> = left.into_iter().chain(right).collect();
            self.row(&cells)?;
        }
        Ok(())
    }

    /// Leaves a row free.
    pub(super) fn skip(&mut self) {
        self.next += 1;
        self.height = self.height.saturating_add(DEFAULT_HEIGHT);
    }

    /// How many lines `text` takes in the columns of `span`.
    pub(super) fn lines(&self, text: &str, span: Span) -> u32 {
        wrap::lines(text, self.plan.styles.size, self.plan.width(span))
    }

    /// Makes `row` high enough for so many lines; once for every row.
    pub(super) fn set_lines(&mut self, row: RowNum, lines: u32) -> Result<(), XlsxError> {
        let height = wrap::height(lines, self.plan.styles.size);
        self.out.set_row_height_pixels(row, height)?;
        self.height = self.height.saturating_add(height);
        Ok(())
    }

    /// Writes the next row.
    fn row(&mut self, cells: &[(Span, &Line)]) -> Result<(), XlsxError> {
        let row = self.next;
        for (span, line) in cells.iter().filter(|(_, line)| !line.text.is_empty()) {
            self.put((row, row), *span, &line.text, &line.format)?;
        }
        let lines = cells.iter().map(|(span, line)| self.lines(&line.text, *span)).max();
        self.set_lines(row, lines.unwrap_or(1))?;
        self.next += 1;
        Ok(())
    }
}
