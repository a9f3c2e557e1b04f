//! The limits on what a workbook may contain. All in one place, each with a test.

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
