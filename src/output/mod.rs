//! The only room that writes: each file whole or absent, the manifest removed first and written
//! last. No manifest, no finished set.

pub mod artifact;
pub mod earlier;
pub mod fresh;
mod lock;
pub mod manifest;
pub mod run_plan;
pub mod shelf;
pub mod stage;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use serde::Serialize;
use tempfile::TempPath;

use crate::finding::failure::Failure;
use crate::output::artifact::Content;
use crate::output::earlier::Earlier;
use crate::output::lock::Lock;
use crate::output::manifest::Manifest;
use crate::output::shelf::Place;
use crate::output::shelf::Shelf;
use crate::output::stage::Stage;

pub use crate::output::artifact::Artifact;

/// Prefix of files that are being written; those of a broken run are removed by the next.
const UNFINISHED: &str = ".thidua-";

/// Name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// Tries to put a file in its place while another program holds it (a virus scanner, an indexer).
const TRIES: u32 = 5;

/// A folder of outputs, held against other runs.
#[derive(Debug)]
pub struct Outputs {
    folder: PathBuf,
    stage: Stage,
    _lock: Lock,
}

/// Whether there is a folder of outputs.
#[must_use]
pub fn is_there(folder: &Path) -> bool {
    folder.is_dir()
}

/// What was done with a file that stood in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Name that it had.
    pub name: String,
    /// Where it is now, relative to the folder.
    pub now: String,
    /// Why it was kept.
    pub why: Why,
}

/// Why a file that stood in the way was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It is not as an earlier run wrote it: a person worked on it.
    EditedByHand,
    /// It is an earlier paper that the findings of today refuse.
    Withdrawn,
    /// It carries signatures and stays where it is; what would be made today says the same.
    SignedSame,
    /// It carries signatures and stays where it is; what would be made today says something else.
    SignedOther,
    /// It carries signatures and stays where it is; nothing is made today, or nobody noted what it says.
    SignedUnknown,
}

impl Why {
    /// Whether the file carries signatures.
    #[must_use]
    pub fn is_signed(self) -> bool {
        matches!(self, Self::SignedSame | Self::SignedOther | Self::SignedUnknown)
    }
}

impl Outputs {
    /// Opens the folder, makes it if need be, and holds it.
    ///
    /// # Errors
    /// [`Failure::Locked`] if another run holds it, [`Failure::Io`] if it cannot be made.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        fs::create_dir_all(folder).map_err(|source| Failure::io(folder, source))?;
        let lock = Lock::take(folder)?;
        let stage = Stage::of(folder);
        let outputs = Self { folder: folder.to_owned(), stage, _lock: lock };
        outputs.sweep()?;
        Ok(outputs)
    }

    /// What the last build left here; `None` if nothing that can be read.
    #[must_use]
    pub fn earlier(&self) -> Option<Earlier> {
        Earlier::of_papers(&self.folder).ok()
    }

    /// Where outputs wait until the whole set is made.
    #[must_use]
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Whether a file stands here.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.folder.join(name).is_file()
    }

    /// The bytes of a file here, if it can be read.
    #[must_use]
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(name)).ok()
    }

    /// Puts a finished set in place: `artifacts` are written, earlier papers among `withdrawn` are
    /// moved to `cu/`, and the manifest is written last. A file that carries signatures stays as it is,
    /// and so does what the manifest says of it.
    ///
    /// # Errors
    /// [`Failure::Busy`] or [`Failure::Io`] if a file cannot be written or moved.
    pub fn commit(
        &self,
        artifacts: &[Artifact],
        withdrawn: &[String],
        manifest: &Manifest,
    ) -> Result<Vec<Kept>, Failure> {
        let earlier = Manifest::read(&self.folder.join(MANIFEST));
        self.put_in_place(artifacts, withdrawn, earlier.as_ref(), manifest.clone())
    }

    /// Puts files beside the papers, which stay as they are, and so does what the manifest says of
    /// them. Without anything to write or to move nothing is touched.
    ///
    /// # Errors
    /// As [`Outputs::commit`].
    pub fn add(
        &self,
        artifacts: &[Artifact],
        withdrawn: &[String],
        manifest: &Manifest,
    ) -> Result<Vec<Kept>, Failure> {
        let stands = |name: &String| self.folder.join(name).exists();
        if artifacts.is_empty() && !withdrawn.iter().any(stands) {
            return Ok(Vec::new());
        }
        let earlier = Manifest::read(&self.folder.join(MANIFEST));
        let beside = manifest.clone().beside(earlier.as_ref());
        self.put_in_place(artifacts, withdrawn, earlier.as_ref(), beside)
    }

    fn put_in_place(
        &self,
        artifacts: &[Artifact],
        withdrawn: &[String],
        earlier: Option<&Manifest>,
        manifest: Manifest,
    ) -> Result<Vec<Kept>, Failure> {
        let made = artifacts.iter().map(|it| (&it.name, Some(it)));
        let (mut moves, mut done) = (Vec::new(), BTreeSet::new());
        for (name, artifact) in made.chain(withdrawn.iter().map(|it| (it, None))) {
            require_safe(name);
            let shelf = Shelf { folder: &self.folder, earlier, today: &manifest };
            match shelf.look(name, artifact)? {
                Place::Free => {}
                Place::Done => drop(done.insert(name)),
                Place::Taken(kept) => moves.push(kept),
            }
        }
        let signed = moves.iter().filter(|it| it.why.is_signed());
        let signed: BTreeSet<String> = signed.map(|it| it.name.clone()).collect();
        let whole = manifest.leaving(&signed);
        let gone: Vec<&String> = withdrawn.iter().filter(|it| !signed.contains(*it)).collect();
        let whole = whole.carrying_over(earlier, &gone, &self.folder);
        let mut files = Vec::new();
        let stands = |name: &String| done.contains(name) || signed.contains(name);
        for artifact in artifacts.iter().filter(|it| !stands(&it.name)) {
            let file = match &artifact.content {
                Content::Held(bytes) => Waiting::Unfinished(self.unfinished(bytes)?),
                Content::Staged(path, _) => {
                    last_through_power_cut(path)?;
                    Waiting::Staged(path)
                }
                Content::Standing(_) => continue,
            };
            files.push((self.folder.join(&artifact.name), file));
        }
        let last = self.unfinished(&whole.bytes())?;
        self.remove_manifest()?;
        let kept = moves
            .into_iter()
            .map(|it| if it.why.is_signed() { Ok(it) } else { shelf::carry_out(&self.folder, it) })
            .collect::<Result<Vec<_>, _>>()?;
        self.make_folders(artifacts)?;
        for (path, file) in files {
            put(file, &path)?;
        }
        put(Waiting::Unfinished(last), &self.folder.join(MANIFEST))?;
        self.stage().clear()?;
        sync(&self.folder);
        Ok(kept)
    }

    /// Makes the folders in which artifacts lie.
    fn make_folders(&self, artifacts: &[Artifact]) -> Result<(), Failure> {
        let folders = artifacts.iter().filter_map(|it| it.name.split_once('/')).map(|(it, _)| it);
        for folder in folders.collect::<BTreeSet<_>>() {
            let folder = self.folder.join(folder);
            fs::create_dir_all(&folder).map_err(|source| Failure::io(folder, source))?;
        }
        Ok(())
    }

    /// Writes a file under a name of its own. It is closed: a thousand of them may wait.
    fn unfinished(&self, bytes: &[u8]) -> Result<TempPath, Failure> {
        let failed = |source| Failure::io(&self.folder, source);
        let mut file = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempfile_in(&self.folder)
            .map_err(failed)?;
        file.write_all(bytes).map_err(failed)?;
        readable(&file).map_err(failed)?;
        file.as_file().sync_all().map_err(failed)?;
        Ok(file.into_temp_path())
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
            let is_file = entry.file_type().is_ok_and(|it| it.is_file());
            if is_ours && is_file && name != lock::NAME {
                fs::remove_file(entry.path()).map_err(failed)?;
            }
        }
        Ok(())
    }
}

fn require_safe(name: &str) {
    assert!(is_safe(name), "names of outputs come from templates and are checked by the plan");
}

/// Whether a name is safe on every system: small ASCII letters, digits, hyphens, one or two
/// extensions, no device of Windows; perhaps in one folder whose name is as plain.
#[must_use]
pub fn is_safe(name: &str) -> bool {
    let (folder, file) = match name.split_once('/') {
        Some((folder, file)) => (Some(folder), file),
        None => (None, name),
    };
    let mut parts = file.split('.');
    let stem = parts.next().unwrap_or_default();
    let well_named = is_plain(stem) && parts.clone().count() >= 1 && parts.all(is_plain);
    name.len() <= 100 && well_named && folder.is_none_or(|it| it != shelf::OLD && is_plain(it))
}

/// A part of a name: small ASCII letters, digits and hyphens, and no device of Windows.
fn is_plain(part: &str) -> bool {
    let device = ["con", "nul", "prn", "aux"].contains(&part)
        || (part.len() == 4 && (part.starts_with("com") || part.starts_with("lpt")));
    let letters = part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    !part.is_empty() && !device && letters
}

/// A finished file that waits for its place.
enum Waiting<'a> {
    /// Removed if it never gets there.
    Unfinished(TempPath),
    /// Kept for the next run if it never gets there.
    Staged(&'a Path),
}

impl Waiting<'_> {
    fn rename(self, path: &Path) -> Result<(), (std::io::Error, Self)> {
        match self {
            Self::Unfinished(file) => {
                file.persist(path).map_err(|it| (it.error, Self::Unfinished(it.path)))
            }
            Self::Staged(file) => moved(file, path).map_err(|it| (it, Self::Staged(file))),
        }
    }
}

/// Moves a file, also to another disk: pieces of a divided run may lie anywhere.
fn moved(file: &Path, path: &Path) -> std::io::Result<()> {
    match fs::rename(file, path) {
        Err(error) if error.kind() == std::io::ErrorKind::CrossesDevices => {
            let folder = path.parent().unwrap_or(Path::new(""));
            let mut copy = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
            std::io::copy(&mut fs::File::open(file)?, &mut copy)?;
            readable(&copy)?;
            copy.as_file().sync_all()?;
            copy.persist(path)?;
            Ok(())
        }
        outcome => outcome,
    }
}

/// Makes a staged file last before the manifest says that it is there; most are on the disk already by then.
fn last_through_power_cut(path: &Path) -> Result<(), Failure> {
    let file = fs::File::options().write(true).open(path);
    file.and_then(|it| it.sync_all()).map_err(|source| Failure::io(path, source))
}

/// Renames a finished file into its place, with patience for programs that hold it for a moment.
fn put(file: Waiting<'_>, path: &Path) -> Result<(), Failure> {
    let mut waiting = file;
    let mut attempt = 1;
    loop {
        match waiting.rename(path) {
            Ok(()) => return Ok(()),
            Err((error, _)) if attempt == TRIES => return Err(blocked(path, error)),
            Err((_, file)) => waiting = file,
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
fn readable(file: &tempfile::NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &tempfile::NamedTempFile) -> std::io::Result<()> {
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
