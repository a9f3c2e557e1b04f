//! Where outputs wait until the whole set is made: a thousand of them need no memory, and a run that was ended in
//! the middle goes on where it was.

use std::fs;
use std::io::BufWriter;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

use crate::finding::failure::Failure;
use crate::output::Artifact;
use crate::output::Outputs;
use crate::output::UNFINISHED;
use crate::output::artifact::Content;
use crate::output::artifact::Sum;
use crate::output::readable;
use crate::text::digest;
use crate::text::digest::Summing;

/// Its folder, inside that of the outputs.
const FOLDER: &str = ".thidua-dang-lam";

/// The stage of a folder of outputs.
#[derive(Debug)]
pub struct Stage {
    folder: PathBuf,
}

/// What is noted of an output beside its bytes.
#[derive(Serialize, Deserialize)]
struct Note<T> {
    sha256: String,
    bytes: u64,
    about: T,
}

/// Extension of what is noted of an output.
const NOTE: &str = "json";

/// Extension of the mark of an output that cannot be made.
const CANNOT: &str = "khong";

impl Stage {
    /// The stage inside a folder of outputs.
    pub(super) fn of(outputs: &Path) -> Self {
        Self::at(outputs.join(FOLDER))
    }

    /// A stage that is this folder.
    pub(super) fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Puts the bytes of an output on the stage, with what is to be known of it when it is taken up again;
    /// `reads` is the digest of all that it is made from.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be written.
    pub fn put<T: Serialize>(
        &self,
        artifact: Artifact,
        reads: &str,
        about: &T,
    ) -> Result<Artifact, Failure> {
        let Content::Held(bytes) = &artifact.content else { return Ok(artifact) };
        let sum = artifact.sum();
        let path = self.path(&artifact.name, reads);
        self.write(&path, bytes)?;
        let note = Note { sha256: sum.sha256.clone(), bytes: sum.bytes, about };
        let note = serde_json::to_vec(&note).expect("plain values become JSON");
        self.write(&path.with_extension(NOTE), &note)?;
        Ok(Artifact { name: artifact.name, content: Content::Staged(path, sum) })
    }

    /// An output that is written straight onto the stage, since it may be larger than memory should be.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be written.
    pub fn write_with(
        &self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
    ) -> Result<Artifact, Failure> {
        let failed = |source| Failure::io(&self.folder, source);
        let mut out = Summing::new(BufWriter::new(self.unfinished()?));
        write(&mut out).map_err(failed)?;
        let (out, sha256, bytes) = out.finish();
        let file = out.into_inner().map_err(|it| failed(it.into_error()))?;
        let path = self.path(name, &sha256);
        self.settle(file, &path)?;
        Ok(Artifact {
            name: name.to_owned(),
            content: Content::Staged(path, Sum { sha256, bytes }),
        })
    }

    /// An output that another run left here, whole, with what was noted of it. A run that was ended while it put its
    /// set in place has it in `outputs` already.
    #[must_use]
    pub fn take<T: DeserializeOwned>(
        &self,
        name: &str,
        reads: &str,
        outputs: Option<&Outputs>,
    ) -> Option<(Artifact, T)> {
        let path = self.path(name, reads);
        let note: Note<T> =
            serde_json::from_slice(&fs::read(path.with_extension(NOTE)).ok()?).ok()?;
        let sum = Sum { sha256: note.sha256, bytes: note.bytes };
        let is_whole = |bytes: Option<Vec<u8>>| bytes.is_some_and(|it| Sum::of(&it) == sum);
        if is_whole(fs::read(&path).ok()) {
            let content = Content::Staged(path, sum);
            return Some((Artifact { name: name.to_owned(), content }, note.about));
        }
        let is_in_place = outputs.is_some_and(|it| is_whole(it.read(name)));
        is_in_place.then(|| (Artifact::standing(name, sum), note.about))
    }

    /// Whether an output lies here, be it whole or not.
    #[must_use]
    pub fn holds(&self, name: &str, reads: &str) -> bool {
        self.path(name, reads).is_file()
    }

    /// Marks an output that cannot be made from `reads`.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be written.
    pub fn mark(&self, name: &str, reads: &str) -> Result<(), Failure> {
        self.write(&self.path(name, reads).with_extension(CANNOT), b"")
    }

    /// Whether another run found that an output cannot be made.
    #[must_use]
    pub fn is_marked(&self, name: &str, reads: &str) -> bool {
        self.path(name, reads).with_extension(CANNOT).is_file()
    }

    /// Removes it with all that is still on it.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be removed.
    pub fn clear(&self) -> Result<(), Failure> {
        match fs::remove_dir_all(&self.folder) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(Failure::io(&self.folder, source))
            }
            _ => Ok(()),
        }
    }

    fn path(&self, name: &str, reads: &str) -> PathBuf {
        self.folder.join(digest::sha256(format!("{reads}\n{name}").as_bytes()))
    }

    /// Writes a file whole: under a name of its own first.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let mut file = self.unfinished()?;
        file.write_all(bytes).map_err(|source| Failure::io(&self.folder, source))?;
        self.settle(file, path)
    }

    fn unfinished(&self) -> Result<NamedTempFile, Failure> {
        let failed = |source| Failure::io(&self.folder, source);
        fs::create_dir_all(&self.folder).map_err(failed)?;
        NamedTempFile::with_prefix_in(UNFINISHED, &self.folder).map_err(failed)
    }

    /// Gives a written file its name. It need not last through a power cut before it is put in place: what is taken up
    /// again is held against its digest.
    fn settle(&self, file: NamedTempFile, path: &Path) -> Result<(), Failure> {
        let failed = |source| Failure::io(&self.folder, source);
        readable(&file).map_err(failed)?;
        file.persist(path).map_err(|it| failed(it.error))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_taken_up_whole_or_not_at_all() {
        let outputs = tempfile::tempdir().unwrap();
        let stage = Stage::of(outputs.path());
        let artifact = Artifact::new("a/b.pdf", b"%PDF".to_vec());
        let staged = stage.put(artifact.clone(), "reads", &7).unwrap();
        assert_eq!((staged.sum(), staged.bytes()), (artifact.sum(), None));
        let (taken, about) = stage.take::<u8>("a/b.pdf", "reads", None).unwrap();
        assert_eq!((taken.sum(), about), (artifact.sum(), 7));
        assert!(stage.take::<u8>("a/b.pdf", "other", None).is_none());
        assert!(stage.take::<u8>("a/c.pdf", "reads", None).is_none());
        assert!(stage.take::<String>("a/b.pdf", "reads", None).is_none());
        let Content::Staged(path, _) = &staged.content else { panic!("staged") };
        fs::write(path, b"%PD").unwrap();
        assert!(stage.take::<u8>("a/b.pdf", "reads", None).is_none());
        stage.clear().unwrap();
        stage.clear().unwrap();
        assert_eq!(fs::read_dir(outputs.path()).unwrap().count(), 0);
    }
}
