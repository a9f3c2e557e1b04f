//! Why a file is not read as a workbook.

/// Why a file is not read as a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than the limit.
    TooLarge {
        /// Limit in megabytes.
        limit: u64,
    },
    /// It is empty.
    Empty,
    /// Its content is not that of a .xlsx or .xlsm workbook.
    NotAWorkbook {
        /// What it seems to be.
        seems: &'static str,
    },
    /// It is protected by a password.
    Encrypted,
    /// It is damaged, or made to harm.
    Damaged {
        /// What is wrong, for support.
        detail: String,
    },
    /// It exceeds a limit on what it may contain.
    Limit {
        /// Which.
        what: &'static str,
        /// How much is allowed.
        allowed: u64,
    },
    /// It could not be opened.
    NotOpened {
        /// What the system said.
        detail: String,
    },
}
