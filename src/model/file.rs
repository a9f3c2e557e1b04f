//! A file with its digest: what a campaign was read from.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

use crate::model::indexed::Indexed;

/// A file with its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct File {
    /// Path relative to the campaign.
    pub file: String,
    /// SHA-256.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// Files in order, by their paths.
pub type Files = Indexed<String, File>;

impl From<Vec<File>> for Files {
    fn from(all: Vec<File>) -> Self {
        Self::new(all, |it| Some(it.file.clone()))
    }
}
