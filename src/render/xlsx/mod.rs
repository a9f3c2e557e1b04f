//! A workbook for the national confederation: every table of a paper is one sheet, its charts are another.
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
use crate::model::chart::Chart;
use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::ledger::Ledger;
use crate::model::ledger::Spot;

mod body;
mod charts;
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
pub mod sources;
pub(in crate::render) mod style;
mod whole;
mod wrap;

/// Whether a workbook tells where its figures come from.
#[derive(Clone, Copy)]
pub enum Sources<'a> {
    /// It does not.
    Untold,
    /// On a sheet at its end, from a ledger made once the cell of each figure is known.
    Sheet(&'a dyn Fn(&[Option<Spot>]) -> Ledger),
}

/// A finished workbook.
pub struct Xlsx {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The cell of each figure, by its position among those printed; `None` for one that stands in
    /// no table of the text.
    pub spots: Vec<Option<Spot>>,
}

/// Draws every table of the text on a sheet of its own, in order, each with the letterhead above
/// and the signature below it, then all charts on one sheet. Other blocks and the annexes are left out.
///
/// # Errors
///
/// [`Failure::Workbook`] for what Excel cannot hold: a sheet with more rows or columns than its
/// limits, or a text of more than 32 767 characters.
pub fn render(document: &Document, sources: Sources<'_>) -> Result<Xlsx, Failure> {
    draw(document, sources).map_err(|error| Failure::Workbook {
        document: document.name.clone(),
        detail: error.to_string(),
    })
}

fn draw(document: &Document, sources: Sources<'_>) -> Result<Xlsx, XlsxError> {
    let mut workbook = Workbook::new();
    style::set_default(&mut workbook)?;
    workbook.set_properties(&properties(document)?);
    let mut names = names::SheetNames::default();
    let mut spots = vec![None; document.printed.len()];
    for block in &document.blocks {
        if let Block::Table { table } = block {
            let worksheet = workbook.add_worksheet();
            let name = names.next(&table.sheet);
            worksheet.set_name(&name)?;
            stand(&mut spots, &name, sheet::draw(worksheet, document, table)?);
        }
    }
    let drawn: Vec<&Chart> = document.blocks.iter().filter_map(chart).collect();
    if !drawn.is_empty() {
        let worksheet = workbook.add_worksheet();
        let name = names.next(charts::SHEET);
        worksheet.set_name(&name)?;
        stand(&mut spots, &name, charts::draw(worksheet, &name, document, &drawn)?);
    }
    if let Sources::Sheet(ledger) = sources {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(names.next(sources::SHEET))?;
        sources::draw(worksheet, &ledger(&spots))?;
    }
    Ok(Xlsx { bytes: workbook.save_to_buffer()?, spots })
}

fn chart(block: &Block) -> Option<&Chart> {
    match block {
        Block::Chart { chart } => Some(chart),
        _ => None,
    }
}

/// Notes in which cell of a sheet each figure stands.
fn stand(spots: &mut [Option<Spot>], sheet: &str, figures: Vec<(usize, String)>) {
    for (n, cell) in figures {
        if let Some(spot) = spots.get_mut(n) {
            *spot = Some(Spot::Cell { sheet: sheet.to_owned(), cell });
        }
    }
}

/// Title and date of the file: those of the paper, never the clock, and nobody's name.
fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let dated = document.dated;
    let created = ExcelDateTime::from_ymd(dated.year().unsigned_abs(), dated.month(), dated.day())?;
    Ok(DocProperties::new().set_title(&document.title).set_creation_datetime(&created))
}

#[cfg(test)]
mod tests;
