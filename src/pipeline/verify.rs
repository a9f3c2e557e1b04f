//! What holds of a finished PDF: its signatures, and whether it is the paper that was made.

pub mod folder;

use std::collections::BTreeSet;
use std::path::Path;

use crate::finding::failure::Failure;
use crate::inspect::beside;
use crate::inspect::signatures;
use crate::inspect::signatures::Change;
use crate::inspect::signatures::Signatures;
use crate::output::manifest::Manifest;
use crate::output::manifest::Output;

/// A PDF that was looked at.
#[derive(Debug)]
pub struct Verified {
    /// Name of the file.
    pub name: String,
    /// Its fields and signatures.
    pub signatures: Signatures,
    /// Whether it is the paper that was made.
    pub content: Content,
}

/// Whether a file is the paper that a build made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// It begins with the bytes that were made, and everything else came after them.
    AsMade {
        /// Name of the paper in the folder of outputs.
        file: String,
        /// What came after.
        since: BTreeSet<Change>,
    },
    /// A paper of its name was made, and it is another one.
    Other {
        /// Name of the paper in the folder of outputs.
        file: String,
    },
    /// There is nothing to hold it against.
    Unknown,
}

impl Content {
    /// Whether nothing speaks against it.
    #[must_use]
    pub fn is_good(&self) -> bool {
        match self {
            Self::AsMade { since, .. } => since.iter().all(Change::is_allowed),
            Self::Other { .. } => false,
            Self::Unknown => true,
        }
    }
}

impl Verified {
    /// Whether every signature holds and the content is what was made.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.content.is_good() && self.signatures.signatures.iter().all(|it| it.is_good())
    }
}

/// Looks at a finished PDF; `against` is the folder of outputs that it is held against, else the one
/// that it lies in.
///
/// # Errors
/// [`Failure::Io`] if it cannot be read, [`Failure::UnreadablePdf`] if it is no PDF or a damaged one.
pub fn of_file(path: &Path, against: Option<&Path>) -> Result<Verified, Failure> {
    let paper = beside::paper(path)?;
    let failed = |why| Failure::UnreadablePdf { path: path.to_owned(), why };
    let signatures = signatures::read(&paper.bytes).map_err(failed)?;
    let manifest = match against {
        Some(folder) => Some(Manifest::of_folder(folder).ok_or_else(|| {
            Failure::io(folder.join("manifest.json"), std::io::ErrorKind::NotFound.into())
        })?),
        None => paper.folder.as_deref().and_then(Manifest::of_folder),
    };
    let content = match manifest.as_ref().map(|it| made(it, &paper.name, &paper.bytes)) {
        Some(Made::Itself(it)) => {
            let length = usize::try_from(it.bytes).unwrap_or(usize::MAX);
            let since = signatures::since(&paper.bytes, length).map_err(failed)?;
            Content::AsMade { file: it.file.clone(), since }
        }
        Some(Made::Other(it)) => Content::Other { file: it.file.clone() },
        Some(Made::Nothing) | None => Content::Unknown,
    };
    Ok(Verified { name: paper.name, signatures, content })
}

/// Which output of a build a file is.
enum Made<'a> {
    Itself(&'a Output),
    Other(&'a Output),
    Nothing,
}

/// The output that a file begins with: the one of its name first, since it may have been renamed.
fn made<'a>(manifest: &'a Manifest, name: &str, bytes: &[u8]) -> Made<'a> {
    let named = manifest.outputs.iter().find(|it| it.file == name);
    let is_it = |it: &&Output| {
        // An output ends where a PDF may end; of a thousand others nothing need be hashed.
        let end = usize::try_from(it.bytes).ok().and_then(|it| bytes.get(..it));
        end.is_some_and(|it| it.ends_with(b"%%EOF\n")) && it.begins(bytes)
    };
    match named.into_iter().chain(&manifest.outputs).find(is_it) {
        Some(it) => Made::Itself(it),
        None => named.map_or(Made::Nothing, Made::Other),
    }
}
