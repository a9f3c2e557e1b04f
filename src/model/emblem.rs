//! Biểu trưng: the emblem on the cover of a ceremonial copy.

use std::sync::Arc;

use serde::Serialize;

/// An emblem, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Emblem {
    /// Name of its file, as the campaign gives it.
    pub file: String,
    /// It as a PNG, whatever the file is.
    #[serde(skip)]
    pub png: Arc<[u8]>,
    /// For those who do not see it.
    pub alternative: String,
}
