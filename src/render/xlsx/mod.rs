//! A workbook for the national confederation: every table of a paper is one sheet.
//!
//! Totals and percentages are live formulas, each stored with its result, so that a reader that
//! does not calculate (a preview, a phone, a script) sees the same numbers. Words never become
//! formulas: they are written as text, whatever character they begin with. The same document
//! gives the same bytes.

use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::XlsxError;

use crate::finding::failure::Failure;
use crate::model::document::Block;
use crate::model::document::Document;

mod body;
mod content;
mod foot;
mod formula;
mod head;
mod header;
mod names;
mod page;
mod paper;
mod plan;
mod sheet;
pub(in crate::render) mod style;
mod whole;
mod wrap;

/// Draws every table of the text on a sheet of its own, in order, each with the letterhead above
/// and the signature below it. Other blocks and the annexes are left out.
///
/// # Errors
///
/// [`Failure::Workbook`] for what Excel cannot hold: a sheet with more rows or columns than its
/// limits, or a text of more than 32 767 characters.
pub fn render(document: &Document) -> Result<Vec<u8>, Failure> {
    draw(document).map_err(|error| Failure::Workbook {
        document: document.name.clone(),
        detail: error.to_string(),
    })
}

fn draw(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    style::set_default(&mut workbook)?;
    workbook.set_properties(&properties(document)?);
    let mut names = names::SheetNames::default();
    for block in &document.blocks {
        if let Block::Table { table } = block {
            let worksheet = workbook.add_worksheet();
            worksheet.set_name(names.next(&table.sheet))?;
            sheet::draw(worksheet, document, table)?;
        }
    }
    workbook.save_to_buffer()
}

/// Title and date of the file: those of the paper, never the clock, and nobody's name.
fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let dated = document.dated;
    let created = ExcelDateTime::from_ymd(dated.year().unsigned_abs(), dated.month(), dated.day())?;
    Ok(DocProperties::new().set_title(&document.title).set_creation_datetime(&created))
}

#[cfg(test)]
mod tests;
