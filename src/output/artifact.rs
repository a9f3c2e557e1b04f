//! One output on its way to its place: held in memory, staged on the disk, or lying there already.

use std::path::PathBuf;

use crate::text::digest;

/// One output.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Name of its file, perhaps in a folder: `giao-uoc-2025.pdf`, `de-nghi-ra-soat/cao-bang.pdf`.
    pub name: String,
    pub(super) content: Content,
}

/// Where its bytes are.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// In memory.
    Held(Vec<u8>),
    /// In a file of the stage, with this sum.
    Staged(PathBuf, Sum),
    /// In its place, as an earlier build wrote it.
    Standing(Sum),
}

/// Digest and size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// SHA-256.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
}

impl Sum {
    /// The sum of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { sha256: digest::sha256(bytes), bytes: bytes.len() as u64 }
    }

    /// Whether some bytes are those, or begin with them.
    #[must_use]
    pub fn begins(&self, bytes: &[u8]) -> bool {
        let begin = usize::try_from(self.bytes).ok().and_then(|it| bytes.get(..it));
        begin.is_some_and(|it| digest::sha256(it) == self.sha256)
    }
}

impl Artifact {
    /// An output with its bytes.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), content: Content::Held(bytes) }
    }

    /// An output that lies in its place already.
    #[must_use]
    pub fn standing(name: &str, sum: Sum) -> Self {
        Self { name: name.to_owned(), content: Content::Standing(sum) }
    }

    /// Its bytes, while they are in memory.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Held(bytes) => Some(bytes),
            Content::Staged(..) | Content::Standing(_) => None,
        }
    }

    /// Its digest and size.
    #[must_use]
    pub fn sum(&self) -> Sum {
        match &self.content {
            Content::Held(bytes) => Sum::of(bytes),
            Content::Staged(_, sum) | Content::Standing(sum) => sum.clone(),
        }
    }

    /// Whether some bytes are this output, or begin with it.
    pub(super) fn begins(&self, standing: &[u8]) -> bool {
        match &self.content {
            Content::Held(bytes) => standing.starts_with(bytes),
            Content::Staged(_, sum) | Content::Standing(sum) => sum.begins(standing),
        }
    }
}
