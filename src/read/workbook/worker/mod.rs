//! Workbooks are read in a process of their own, the program itself under a hidden command, so that
//! a file which brings its reader down costs that file and nothing else.
//!
//! The parent writes a file as a frame; the worker answers with frames: the workbook without its
//! sheets, each sheet without its cells, the cells in groups, the end. Nothing that a worker says
//! is trusted: see [`message::receive`].

mod frame;
pub mod message;
mod pool;

use std::io;
use std::io::Read;
use std::io::Write;

pub use self::pool::Workers;
use crate::read::workbook;
use crate::read::workbook::limits;

/// The hidden command under which the program is a worker.
pub const COMMAND: &str = "mo-bang-tinh";

/// The first bytes that a worker says: it is one, of this version, and its limits are set.
const GREETING: &str = concat!("thidua ", env!("CARGO_PKG_VERSION"), " mo-bang-tinh\n");

/// Reads files until there are no more. The caller has limited the memory of the process.
///
/// # Errors
/// The parent is gone, or does not keep to the protocol.
pub fn serve(mut input: impl Read, mut output: impl Write) -> io::Result<()> {
    output.write_all(GREETING.as_bytes())?;
    output.flush()?;
    let most = usize::try_from(limits::FILE_BYTES).expect("20 MB fit any usize");
    let mut bytes = Vec::new();
    while frame::read(&mut input, most, &mut bytes)? {
        message::send(&mut output, &workbook::open(&bytes))?;
        output.flush()?;
    }
    Ok(())
}
