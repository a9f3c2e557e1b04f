//! The only room that writes: each file whole or absent, the manifest removed first and written
//! last. No manifest, no finished set.

pub mod digest;
mod lock;
pub mod manifest;
mod shelf;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::finding::failure::Failure;
use crate::output::lock::Lock;
use crate::output::manifest::Manifest;

/// Prefix of files that are being written; those of a broken run are removed by the next.
const UNFINISHED: &str = ".thidua-";

/// Name of the manifest.
const MANIFEST: &str = "manifest.json";

/// Tries to put a file in its place while another program holds it (a virus scanner, an indexer).
const TRIES: u32 = 5;

/// The bytes of one output.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// Name of its file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A folder of outputs, held against other runs.
#[derive(Debug)]
pub struct Outputs {
    folder: PathBuf,
    _lock: Lock,
}

/// What was done with a file that stood in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Name that it had.
    pub name: String,
    /// Where it is now, relative to the folder.
    pub now: String,
}

impl Outputs {
    /// Opens the folder, makes it if need be, and holds it.
    ///
    /// # Errors
    /// [`Failure::Locked`] if another run holds it, [`Failure::Io`] if it cannot be made.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        fs::create_dir_all(folder).map_err(|source| Failure::io(folder, source))?;
        let lock = Lock::take(folder)?;
        let outputs = Self { folder: folder.to_owned(), _lock: lock };
        outputs.sweep()?;
        Ok(outputs)
    }

    /// Puts a finished set in place: `artifacts` are written, earlier papers among `withdrawn` are
    /// moved to `cu/`, and the manifest is written last.
    ///
    /// # Errors
    /// [`Failure::Signed`] before anything is touched if a signed paper would be replaced;
    /// [`Failure::Busy`] or [`Failure::Io`] if a file cannot be written or moved.
    pub fn commit(
        &self,
        artifacts: &[Artifact],
        withdrawn: &[String],
        manifest: &Manifest,
    ) -> Result<Vec<Kept>, Failure> {
        let earlier = Manifest::read(&self.folder.join(MANIFEST));
        let mut moves = Vec::new();
        for artifact in artifacts {
            let path = self.path(&artifact.name);
            moves.extend(shelf::make_room(&path, Some(&artifact.bytes), earlier.as_ref())?);
        }
        for name in withdrawn {
            moves.extend(shelf::make_room(&self.path(name), None, earlier.as_ref())?);
        }
        let mut files = Vec::new();
        for artifact in artifacts {
            files.push((self.path(&artifact.name), self.unfinished(&artifact.bytes)?));
        }
        let whole = manifest.clone().carrying_over(earlier.as_ref(), withdrawn, &self.folder);
        let last = self.unfinished(&whole.bytes())?;
        self.remove_manifest()?;
        let kept = moves
            .into_iter()
            .map(|it| shelf::carry_out(&self.folder, it))
            .collect::<Result<Vec<_>, _>>()?;
        for (path, file) in files {
            put(file, &path)?;
        }
        put(last, &self.folder.join(MANIFEST))?;
        sync(&self.folder);
        Ok(kept)
    }

    fn path(&self, name: &str) -> PathBuf {
        assert!(is_safe(name), "names of outputs come from templates and are checked by the plan");
        self.folder.join(name)
    }

    fn unfinished(&self, bytes: &[u8]) -> Result<NamedTempFile, Failure> {
        let failed = |source| Failure::io(&self.folder, source);
        let mut file = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempfile_in(&self.folder)
            .map_err(failed)?;
        file.write_all(bytes).map_err(failed)?;
        readable(&file).map_err(failed)?;
        file.as_file().sync_all().map_err(failed)?;
        Ok(file)
    }

    fn remove_manifest(&self) -> Result<(), Failure> {
        let path = self.folder.join(MANIFEST);
        match fs::remove_file(&path) {
            Ok(()) => Ok(()),
            Err(source) if source.kind() == std::io::ErrorKind::NotFound => Ok(()),
            Err(source) => Err(Failure::io(path, source)),
        }
    }

    /// Removes what a broken run left unfinished.
    fn sweep(&self) -> Result<(), Failure> {
        let failed = |source| Failure::io(&self.folder, source);
        for entry in fs::read_dir(&self.folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name();
            let is_ours = name.to_str().is_some_and(|it| it.starts_with(UNFINISHED));
            if is_ours && name != lock::NAME {
                fs::remove_file(entry.path()).map_err(failed)?;
            }
        }
        Ok(())
    }
}

/// Whether a name is safe on every system: small ASCII letters, digits, hyphens, one or two
/// extensions, no device of Windows.
#[must_use]
pub fn is_safe(name: &str) -> bool {
    let mut parts = name.split('.');
    let stem = parts.next().unwrap_or_default();
    let plain = |it: &str| {
        !it.is_empty()
            && it.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let device = ["con", "nul", "prn", "aux"].contains(&stem)
        || (stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")));
    name.len() <= 100 && plain(stem) && !device && parts.clone().count() >= 1 && parts.all(plain)
}

/// Renames a finished file into its place, with patience for programs that hold it for a moment.
fn put(file: NamedTempFile, path: &Path) -> Result<(), Failure> {
    let mut waiting = file;
    let mut attempt = 1;
    loop {
        match waiting.persist(path) {
            Ok(_) => return Ok(()),
            Err(error) if attempt == TRIES => return Err(blocked(path, error.error)),
            Err(error) => waiting = error.file,
        }
        std::thread::sleep(Duration::from_millis(40 * u64::from(attempt)));
        attempt += 1;
    }
}

/// A sharing violation means that the file is open elsewhere.
fn blocked(path: &Path, source: std::io::Error) -> Failure {
    match source.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ResourceBusy => {
            Failure::Busy { path: path.to_owned() }
        }
        _ => Failure::io(path, source),
    }
}

/// Temporary files are private on Unix; finished ones are read by colleagues.
#[cfg(unix)]
fn readable(file: &NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &NamedTempFile) -> std::io::Result<()> {
    Ok(())
}

/// Makes the renames last through a power cut, where the system can; elsewhere it does nothing.
fn sync(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests;
