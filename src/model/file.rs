//! A file with its digest: what a campaign was read from.

use std::collections::BTreeMap;
use std::ops::Deref;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

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

/// The files that units sent, in order, each found by its path.
#[derive(Debug, Clone, Default)]
pub struct Received {
    all: Vec<File>,
    by_path: BTreeMap<String, usize>,
}

impl From<Vec<File>> for Received {
    fn from(all: Vec<File>) -> Self {
        let by_path = all.iter().enumerate().map(|(index, it)| (it.file.clone(), index)).collect();
        Self { all, by_path }
    }
}

impl<'a> IntoIterator for &'a Received {
    type Item = &'a File;
    type IntoIter = std::slice::Iter<'a, File>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

impl Deref for Received {
    type Target = [File];

    fn deref(&self) -> &[File] {
        &self.all
    }
}

impl Received {
    /// The file at a path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&File> {
        self.by_path.get(path).map(|index| &self.all[*index])
    }
}
