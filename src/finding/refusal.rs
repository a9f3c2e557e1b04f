//! Why a file is not read as a workbook.

use serde::Deserialize;
use serde::Serialize;

/// Why a file is not read as a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It is larger than the limit.
    TooLarge {
        /// Limit in megabytes.
        limit: u64,
    },
    /// It is empty.
    Empty,
    /// Its content is not that of a workbook.
    NotAWorkbook {
        /// What it seems to be.
        seems: Content,
    },
    /// It is protected by a password.
    Encrypted,
    /// It is damaged, or made to harm.
    Damaged(Damage),
    /// It exceeds a limit on what it may contain.
    Limit {
        /// Which.
        what: Quantity,
        /// How much is allowed.
        allowed: u64,
    },
    /// It brought down the process that read it; that process was started anew.
    ReaderEnded(End),
    /// It could not be opened.
    NotOpened {
        /// What the system said.
        detail: String,
    },
}

/// How the process that read a file ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// It wanted more memory than it may have.
    Memory,
    /// It was at work for too long.
    Time,
    /// It stopped, nobody knows why.
    Crash,
    /// It answered what cannot be.
    Nonsense,
}

/// What a file seems to be, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A web page, often saved under the name of a workbook.
    WebPage,
    /// XML.
    Xml,
    /// Plain text, such as values between commas.
    Text,
    /// A container of Excel 97-2003 without a workbook in it.
    OldOffice,
    /// A document of words.
    Word,
    /// An archive of other files.
    Archive,
    /// What Excel leaves beside a workbook that somebody has open.
    LockFile,
    /// A link, a pipe or a device: no file at all.
    NoFile,
    /// Nobody knows.
    Unknown,
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// Files inside the workbook.
    Entries,
    /// Bytes after inflating.
    InflatedBytes,
    /// Inflated bytes for each packed one.
    Ratio,
    /// Worksheets.
    Sheets,
    /// Cells.
    Cells,
    /// Characters of one cell.
    CellCharacters,
    /// Bytes of text.
    TextBytes,
    /// Merged areas and stretches of hidden rows and columns.
    Areas,
    /// Bytes of one message between processes.
    MessageBytes,
}

/// What is damaged, or made to harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// Two inner files of one name, though perhaps spelt differently.
    TwoEntries(String),
    /// An inner file declares document types, which no office writes.
    Dtd(String),
    /// An inner file declares more strings than it could hold.
    LyingCount(String),
    /// An inner file is not written in UTF-8, as every office writes it.
    NotUtf8(String),
    /// Two inner files lie over each other.
    Overlap,
    /// Two inner files of one name, spelt the same.
    EntryTwice,
    /// A cell lies outside this sheet.
    OutsideTheSheet(String),
    /// A cell is written twice.
    CellTwice {
        /// Its address.
        cell: String,
        /// Its sheet.
        sheet: String,
    },
    /// Two sheets of one name.
    TwoSheets(String),
    /// A sheet of which the reader delivered less than its part holds.
    NotWhole(String),
    /// The end of the file is missing, as after a download that broke off.
    CutShort,
    /// The parser stopped.
    ParserStopped,
    /// What the parser said, for support.
    Parser(String),
}
