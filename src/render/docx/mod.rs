//! Documents into Word (`.docx`), from the same blocks and the same look as the PDF: an office edits them further.
//!
//! Styles, lists, tables with headers that repeat, sections and page numbers are Word's own. The parts are
//! written here: of the crates that write .docx one cannot repeat header rows nor describe pictures, the other
//! brings a second zip and the parts in no fixed order.

mod body;
mod columns;
mod grid;
mod head;
mod lists;
mod measure;
mod package;
mod paragraph;
mod picture;
mod section;
mod sign;
mod styles;
mod table;
mod xml;

pub use paragraph::FIGURE;

use crate::finding::failure::Failure;
use crate::model::chart::Chart;
use crate::model::document::Document;
use crate::model::look::Look;
use crate::render::docx::xml::Element;

/// Draws a chart as a PNG.
pub type Pictures<'a> = &'a dyn Fn(&Chart) -> Result<Vec<u8>, Failure>;

/// Writes a document; `look` is told for A4.
///
/// # Errors
/// Any [`Failure`] of drawing a chart.
pub fn render(
    document: &Document,
    look: &Look,
    pictures: Pictures<'_>,
) -> Result<Vec<u8>, Failure> {
    let parts = body::parts(document, &look.on(document.sheet), pictures)?;
    Ok(package::pack(document, parts))
}

/// The root of a part, with the namespaces that its elements use.
fn namespaces(root: Element) -> Element {
    root.with("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .with("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        .with("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
}
