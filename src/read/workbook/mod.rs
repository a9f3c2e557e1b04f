//! Bytes to [`RawBook`](raw::RawBook): the only place that touches a foreign file's format.

mod bounds;
mod csv;
mod kind;
pub mod limits;
mod ods;
mod ods_cell;
mod package;
mod parts;
mod prescan;
pub mod raw;
mod records;
mod room;
mod runs;
mod sheet_xml;
mod spans;
pub mod worker;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

use std::panic;

/// The look into a zip before anything else reads it.
pub use self::prescan::scan as prescan;
use crate::finding::failure::Failure;
use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::kind::Container;
use crate::read::workbook::parts::Parts;
use crate::read::workbook::raw::Kind;
use crate::read::workbook::raw::RawBook;

/// Who opens the workbooks: this process, or a worker with limits of its own.
pub trait Opener: Sync {
    /// Reads one file; the inner result is what was made of it, or why it is refused. `next` is the file that will be
    /// asked for after it: it may be begun while the caller looks at this one.
    ///
    /// # Errors
    /// [`Failure::NoReader`]: nothing can be read at all.
    fn open(&self, bytes: &[u8], next: Option<&[u8]>) -> Result<Result<RawBook, Refusal>, Failure>;
}

/// Opens workbooks in this process: for users of the library and for tests. A failed allocation
/// inside a foreign parser would end the process.
#[derive(Debug, Clone, Copy, Default)]
pub struct InProcess;

impl Opener for InProcess {
    fn open(&self, bytes: &[u8], _: Option<&[u8]>) -> Result<Result<RawBook, Refusal>, Failure> {
        Ok(open(bytes))
    }
}

/// Reads a workbook: .xlsx, .xlsm, .xlsb, .xls, .ods or .csv, whatever its name says.
///
/// # Errors
/// Why the bytes are refused: another kind of file, damaged, protected, or over a limit.
pub fn open(bytes: &[u8]) -> Result<RawBook, Refusal> {
    require_size(bytes)?;
    let container = kind::container(bytes)?;
    if container == Container::Zip {
        prescan::scan(bytes)?;
    }
    // The parsers are foreign code over hostile bytes; a panic in one is a damaged file, not our
    // end.
    let book = panic::catch_unwind(|| read(container, bytes))
        .unwrap_or(Err(Refusal::Damaged(Damage::ParserStopped)))?;
    bounds::check(&book)?;
    Ok(book)
}

fn read(container: Container, bytes: &[u8]) -> Result<RawBook, Refusal> {
    match container {
        Container::Text => csv::read(bytes),
        Container::Ole => xls::read(bytes),
        Container::Zip => {
            let mut parts = Parts::new(bytes)?;
            match kind::of_zip(&mut parts)? {
                Kind::Ods => ods::read(&mut parts),
                Kind::Xlsb => xlsb::read(bytes, &mut parts),
                Kind::Xlsx | Kind::Xls | Kind::Csv => xlsx::read(bytes, &mut parts),
            }
        }
    }
}

/// Refuses a file larger than [`limits::FILE_BYTES`].
fn require_size(bytes: &[u8]) -> Result<(), Refusal> {
    let is_small = bytes.len() as u64 <= limits::FILE_BYTES;
    is_small.then_some(()).ok_or(Refusal::TooLarge { limit: limits::FILE_BYTES >> 20 })
}
