//! Reads what units sent, in two halves: bytes to bounded cells, cells to a submission.

pub mod form;
mod marks;
pub mod panel;
pub mod workbook;

use crate::assets::folder::LARGEST_WORKBOOK;
use crate::assets::folder::SentFile;
use crate::assets::folder::Unread;
use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::finding::failure::Failure;
use crate::finding::refusal::Content;
use crate::finding::refusal::Refusal;
use crate::model::place::Place;
use crate::model::submission::Submission;
use crate::read::form::Context;
use crate::read::workbook::Opener;
use crate::read::workbook::limits;
use crate::read::workbook::raw::RawBook;

const _: () = assert!(LARGEST_WORKBOOK == limits::FILE_BYTES, "one limit on the size of files");

/// Reads one file: a submission if it is one, and what was found on the way. `next` is the file that will be read after
/// it.
///
/// # Errors
/// The opener cannot work.
pub fn file(
    sent: &SentFile,
    next: Option<&SentFile>,
    opener: &dyn Opener,
    context: Context<'_>,
) -> Result<(Option<Submission>, Vec<Finding>), Failure> {
    Ok(match opened(sent, next, opener)? {
        Ok(book) => form::submission(&sent.path, &book, context),
        Err(refusal) => {
            let fact = WorkbookFact::UnreadableFile(refusal);
            (None, vec![Finding::new(fact, Place::file(&sent.path), None)])
        }
    })
}

/// Opens a file of the campaign's folder.
fn opened(
    sent: &SentFile,
    next: Option<&SentFile>,
    opener: &dyn Opener,
) -> Result<Result<RawBook, Refusal>, Failure> {
    let next = next.and_then(|it| it.bytes.as_deref().ok());
    Ok(match &sent.bytes {
        Ok(bytes) => opener.open(bytes, next)?,
        Err(Unread::TooLarge) => Err(Refusal::TooLarge { limit: LARGEST_WORKBOOK >> 20 }),
        Err(Unread::NotAFile) => Err(Refusal::NotAWorkbook { seems: Content::NoFile }),
        Err(Unread::Refused(detail)) => Err(Refusal::NotOpened { detail: detail.clone() }),
    })
}
