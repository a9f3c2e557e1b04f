//! The limits on what a workbook may contain. All in one place, each with a test.

use std::time::Duration;

/// Bytes of a file.
pub const FILE_BYTES: u64 = 20 << 20;
/// Entries of the zip.
pub(super) const ENTRIES: usize = 1_000;
/// Inflated bytes of one entry.
pub(super) const ENTRY_BYTES: u64 = 64 << 20;
/// Inflated bytes of all entries.
pub(super) const TOTAL_BYTES: u64 = 256 << 20;
/// Inflated bytes for each packed byte, once [`RATIO_GRACE`] is passed.
pub(super) const RATIO: u64 = 100;
/// Inflated bytes of an entry below which its ratio does not matter.
pub(super) const RATIO_GRACE: u64 = 100_000;
/// Worksheets.
pub(super) const SHEETS: usize = 64;
/// Cells of all worksheets.
pub(super) const CELLS: usize = 1_000_000;
/// Characters of one cell.
pub(super) const CELL_CHARACTERS: usize = 32_767;
/// Bytes of text of all cells.
pub(super) const TEXT_BYTES: usize = 64 << 20;
/// Rows of a worksheet.
pub(super) const ROWS: u32 = 1_048_576;
/// Columns of a worksheet.
pub(super) const COLUMNS: u32 = 16_384;
/// Merged areas and stretches of hidden rows and columns of all worksheets.
pub(super) const AREAS: usize = 50_000;
/// Bytes of one message between a worker and its parent. The largest single thing in one is a cell
/// of [`CELL_CHARACTERS`] with its runs.
pub(super) const MESSAGE_BYTES: usize = 1 << 20;
/// Bytes of memory that a worker may have.
pub const MEMORY: u64 = 1 << 30;
/// How long a worker may read one file.
pub const TIME: Duration = Duration::from_secs(10);
/// How long a worker may take to start.
pub(super) const START: Duration = Duration::from_secs(10);
/// Workers kept for the next file.
pub(super) const WORKERS: usize = 4;
/// Merged areas of a worksheet.
pub(super) const MERGES: usize = 10_000;
/// Cells of the rectangle around all cells of a .xls worksheet, which its parser allocates.
pub(super) const DENSE_CELLS: u64 = 4_000_000;
