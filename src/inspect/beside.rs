//! The files that lie beside a finished paper. The folder may have been copied anywhere.

use std::fs;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use crate::finding::failure::Failure;
use crate::model::ledger::Ledger;

/// Largest paper that is read, in bytes.
pub const PAPER: u64 = 128 << 20;

/// Largest file of figures that is read: a thousand units have 250 MB.
const FIGURES: u64 = 1 << 30;

/// A paper in its folder of outputs.
#[derive(Debug)]
pub struct Paper {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The folder of outputs, if it lies in one or in a folder of one.
    pub folder: Option<PathBuf>,
    /// Its name there, such as `phieu-xac-nhan-so-lieu/cao-bang.pdf`.
    pub name: String,
}

/// A file of figures.
#[derive(Debug)]
pub struct FiguresFile {
    /// Its name.
    pub name: &'static str,
    /// Its bytes, for its digest.
    pub bytes: Vec<u8>,
    /// What it holds.
    pub ledger: Ledger,
}

/// Reads a paper and looks for the folder of outputs that it lies in.
///
/// # Errors
/// [`Failure::Io`] if it cannot be read or is too large.
pub fn paper(path: &Path) -> Result<Paper, Failure> {
    let bytes = bounded(path, PAPER).map_err(|source| Failure::io(path, source))?;
    let own = name_of(path).unwrap_or_default();
    let parent =
        path.parent().map(|it| if it.as_os_str().is_empty() { Path::new(".") } else { it });
    let holds = |folder: &Path| folder.join("manifest.json").is_file();
    let above = parent.and_then(|it| {
        let whole = it.canonicalize().ok()?;
        Some((it.join(".."), name_of(&whole)?))
    });
    let (folder, name) = match (parent, above) {
        (Some(parent), _) if holds(parent) => (Some(parent.to_owned()), own),
        (_, Some((above, folder))) if holds(&above) => (Some(above), format!("{folder}/{own}")),
        _ => (None, own),
    };
    Ok(Paper { bytes, folder, name })
}

/// The file of figures of a folder of outputs: of a draft the draft's.
#[must_use]
pub fn figures(folder: &Path, paper: &str) -> Option<FiguresFile> {
    let name = if paper.contains(".du-thao.") { "so-lieu.du-thao.json" } else { "so-lieu.json" };
    let bytes = bounded(&folder.join(name), FIGURES).ok()?;
    let ledger = serde_json::from_slice(&bytes).ok()?;
    Some(FiguresFile { name, bytes, ledger })
}

/// Folders inside each other, and files, that are listed.
const DEPTH: usize = 8;
const FILES: usize = 200_000;

/// Names of all files of a folder and of the folders in it, sorted, with `/`; hidden ones left out.
///
/// # Errors
/// [`Failure::Io`] if a folder cannot be listed.
pub fn files(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut files = Vec::new();
    let mut open = vec![(folder.to_owned(), String::new(), 0)];
    while let Some((folder, start, depth)) = open.pop() {
        let failed = |source| Failure::io(&folder, source);
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let Some(name) = name_of(&path).filter(|it| !it.starts_with('.')) else { continue };
            let name = format!("{start}{name}");
            if path.is_dir() && depth < DEPTH {
                open.push((path, format!("{name}/"), depth + 1));
            } else if files.len() < FILES {
                files.push(name);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn name_of(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_string_lossy().into_owned())
}

/// Reads a file of at most so many bytes.
fn bounded(path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
    if fs::metadata(path)?.is_dir() {
        return Err(std::io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}
