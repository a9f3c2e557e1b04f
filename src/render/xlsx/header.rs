//! Rows at the head of the columns: bands, headers, indices.

use std::ops::RangeInclusive;

use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::XlsxError;

use super::plan::Span;
use super::sheet::Sheet;
use crate::model::table::Column;

/// Draws the header rows and says which rows of the sheet they are.
pub(super) fn draw(sheet: &mut Sheet<'_>) -> Result<RangeInclusive<RowNum>, XlsxError> {
    let top = sheet.next;
    let columns = &sheet.table.columns;
    let banded = columns.iter().any(|column| column.band.is_some());
    let row = if banded { top + 1 } else { top };
    if banded {
        bands(sheet, top)?;
    }
    headers(sheet, top, row)?;
    sheet.next = row + 1;
    if columns.iter().any(|column| !column.index.is_empty()) {
        indices(sheet)?;
    }
    Ok(top..=sheet.next - 1)
}

/// Draws the bands in row `top`, each over its columns.
fn bands(sheet: &mut Sheet<'_>, top: RowNum) -> Result<(), XlsxError> {
    let format = sheet.plan.styles.header();
    let mut lines = 1;
    for (span, band) in spans(&sheet.table.columns) {
        sheet.put((top, top), span, band, &format)?;
        lines = lines.max(sheet.lines(band, span));
    }
    sheet.set_lines(top, lines)
}

/// Draws the headers in `row`; those without a band reach up to row `top`.
fn headers(sheet: &mut Sheet<'_>, top: RowNum, row: RowNum) -> Result<(), XlsxError> {
    let format = sheet.plan.styles.header();
    let mut lines = 1;
    for (index, column) in (0..).zip(&sheet.table.columns) {
        let span = Span { first: index, last: index };
        let first = if column.band.is_none() { top } else { row };
        sheet.put((first, row), span, &column.header, &format)?;
        // The row of the bands has room for at least one line of a header that reaches up.
        let above = if first < row { 1 } else { 0 };
        lines = lines.max(sheet.lines(&column.header, span).saturating_sub(above));
    }
    sheet.set_lines(row, lines)
}

/// Draws the row of column indices.
fn indices(sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    let format = sheet.plan.styles.index();
    let row = sheet.next;
    let mut lines = 1;
    for (index, column) in (0..).zip(&sheet.table.columns) {
        let span = Span { first: index, last: index };
        sheet.put((row, row), span, &column.index, &format)?;
        lines = lines.max(sheet.lines(&column.index, span));
    }
    sheet.set_lines(row, lines)?;
    sheet.next += 1;
    Ok(())
}

/// The bands with their columns: neighbours with the same band are joined.
fn spans(columns: &[Column]) -> Vec<(Span, &str)> {
    let mut spans = Vec::new();
    let mut first: ColNum = 0;
    for joined in columns.chunk_by(|a, b| a.band == b.band) {
        // A sheet has fewer columns than a `ColNum` can count.
        let count = ColNum::try_from(joined.len()).unwrap_or(ColNum::MAX);
        if let Some(band) = &joined[0].band {
            spans.push((Span { first, last: first + count - 1 }, band.as_str()));
        }
        first = first.saturating_add(count);
    }
    spans
}
