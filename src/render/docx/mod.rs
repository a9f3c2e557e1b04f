//! Documents into Word (`.docx`), from the same blocks as the PDF.

use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::look::Look;

/// Writes a document.
///
/// # Errors
/// [`Failure`] of the writer of Word documents.
pub fn render(_document: &Document, _look: &Look) -> Result<Vec<u8>, Failure> {
    unreachable!("no kind of document has `word = true` yet")
}
