//! Bytes to [`RawBook`](raw::RawBook): the only place that touches a foreign file's format.

mod bounds;
mod kind;
pub mod limits;
mod prescan;
pub mod raw;
pub mod worker;
mod xlsx;

use std::panic;

/// The look into a zip before anything else reads it.
pub use self::prescan::scan as prescan;
use crate::finding::failure::Failure;
use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::raw::RawBook;

/// Who opens the workbooks: this process, or a worker with limits of its own.
pub trait Opener: Sync {
    /// Reads one file; the inner result is what was made of it, or why it is refused.
    ///
    /// # Errors
    /// [`Failure::NoReader`]: nothing can be read at all.
    fn open(&self, bytes: &[u8]) -> Result<Result<RawBook, Refusal>, Failure>;
}

/// Opens workbooks in this process: for users of the library and for tests. A failed allocation
/// inside a foreign parser would end the process.
#[derive(Debug, Clone, Copy, Default)]
pub struct InProcess;

impl Opener for InProcess {
    fn open(&self, bytes: &[u8]) -> Result<Result<RawBook, Refusal>, Failure> {
        Ok(open(bytes))
    }
}

/// Reads a .xlsx or .xlsm workbook.
///
/// # Errors
/// Why the bytes are refused: another kind of file, damaged, protected, or over a limit.
pub fn open(bytes: &[u8]) -> Result<RawBook, Refusal> {
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(Refusal::TooLarge { limit: limits::FILE_BYTES >> 20 });
    }
    kind::require_zip(bytes)?;
    prescan::scan(bytes)?;
    // The parser is foreign code over hostile bytes; a panic in it is a damaged file, not our end.
    let book = panic::catch_unwind(|| xlsx::read(bytes))
        .unwrap_or(Err(Refusal::Damaged(Damage::ParserStopped)))?;
    bounds::check(&book)?;
    Ok(book)
}
