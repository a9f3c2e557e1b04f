//! What the pipeline tells while it works.

/// Something was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A file is being read.
    Reading {
        /// Path relative to the campaign.
        file: String,
        /// Files read before it.
        done: usize,
        /// Files in all.
        total: usize,
    },
    /// The figures are being checked and added up.
    Checking,
    /// A paper is being made.
    Making {
        /// Name of its file.
        file: String,
        /// Papers made before it.
        done: usize,
        /// Papers in all.
        total: usize,
    },
    /// The files are being put in place.
    Writing,
}

/// Who listens.
pub type Listener<'a> = dyn FnMut(Event) + 'a;
