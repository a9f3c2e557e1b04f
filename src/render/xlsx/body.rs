//! The rows of a table.

use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::XlsxError;

use super::content::Body;
use super::content::Content;
use super::content::nearest;
use super::plan::Span;
use super::sheet::Sheet;
use super::whole;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::Row;
use crate::text::order;

/// Draws the rows.
pub(super) fn draw(sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    // The stored result of a formula that shows nothing.
    sheet.out.set_formula_result_default("");
    let table = sheet.table;
    let first = sheet.next;
    let body = Body { table, first };
    for (index, row) in table.rows.iter().enumerate() {
        let mut lines = 1;
        for (position, column) in table.columns.iter().enumerate() {
            let content = body.content((index, position));
            if let Some(Cell::Number(number)) = row.cells.get(position) {
                let at = order::cell_address(sheet.next, u32::try_from(position).unwrap_or(0));
                sheet.figures.push((number.n, at));
            }
            lines = lines.max(put(sheet, position, (row, column), content)?);
        }
        sheet.set_lines(sheet.next, lines)?;
        sheet.next += 1;
    }
    whole::without_comma(sheet.out, table, first)
}

/// Writes a cell of the next row and says how many lines it takes.
fn put(
    sheet: &mut Sheet<'_>,
    position: usize,
    (row, column): (&Row, &Column),
    content: Content<'_>,
) -> Result<u32, XlsxError> {
    let at = sheet.next;
    let index = ColNum::try_from(position).map_err(|_| XlsxError::RowColumnLimitError)?;
    let digits = match content {
        Content::Blank | Content::Text(_) => None,
        Content::Value(_, digits) | Content::Live(_, digits) => Some(digits),
    };
    let look = sheet.looks.of(sheet.plan.styles, (column.kind, row.kind), digits);
    match content {
        Content::Blank => {
            sheet.out.write_blank(at, index, look)?;
        }
        Content::Text(text) => {
            sheet.out.write_string_with_format(at, index, text, look)?;
            return Ok(sheet.lines(text, Span { first: index, last: index }));
        }
        Content::Value(value, _) => {
            sheet.out.write_number_with_format(at, index, value, look)?;
        }
        Content::Live(formula, _) => {
            let result = formula.result.map_or_else(String::new, |it| nearest(it).to_string());
            let live = Formula::new(formula.text).set_result(result);
            sheet.out.write_formula_with_format(at, index, live, look)?;
        }
    }
    Ok(1)
}
