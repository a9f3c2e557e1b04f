//! Where outputs wait until the whole set is made: a thousand of them need no memory, and a run that was ended in
//! the middle goes on where it was.
//!
//! Each output is a file under the digest of its name and of all that it is made from. What is noted of it is a line
//! of a journal, one for each run that put something here; a line that was cut short says nothing.

use std::collections::BTreeMap;
use std::fs;
use std::fs::File;
use std::io::BufWriter;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::OnceLock;
use std::sync::PoisonError;

use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
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

/// How the name of a journal ends.
const JOURNAL: &str = ".jsonl";

/// The stage of a folder of outputs.
#[derive(Debug)]
pub struct Stage {
    folder: PathBuf,
    /// What other runs noted, read when it is first asked for.
    notes: OnceLock<BTreeMap<String, Note>>,
    /// The journal of this run.
    journal: Mutex<Option<File>>,
}

/// A line of a journal.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Line {
    key: String,
    note: Note,
}

/// What is noted of an output.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Note {
    /// It was made: its digest, its size, and what is to be known of it.
    Made(String, u64, Value),
    /// It cannot be made.
    Cannot,
}

impl Stage {
    /// The stage inside a folder of outputs.
    pub(super) fn of(outputs: &Path) -> Self {
        Self::at(outputs.join(FOLDER))
    }

    /// A stage that is this folder.
    pub(super) fn at(folder: PathBuf) -> Self {
        Self { folder, notes: OnceLock::new(), journal: Mutex::new(None) }
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
        let key = key(&artifact.name, reads);
        let path = self.folder.join(&key);
        let mut file = self.unfinished()?;
        file.write_all(bytes).map_err(|source| self.failed(source))?;
        self.settle(file, &path)?;
        let about = serde_json::to_value(about).expect("plain values become JSON");
        self.note(key, Note::Made(sum.sha256.clone(), sum.bytes, about))?;
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
        let mut out = BufWriter::new(Summing::new(self.unfinished()?));
        write(&mut out).map_err(|source| self.failed(source))?;
        let out = out.into_inner().map_err(|it| self.failed(it.into_error()))?;
        let (file, sha256, bytes) = out.finish();
        let path = self.folder.join(key(name, &sha256));
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
        let key = key(name, reads);
        let Note::Made(sha256, bytes, about) = self.noted().get(&key)?.clone() else { return None };
        let about = serde_json::from_value(about).ok()?;
        let sum = Sum { sha256, bytes };
        let path = self.folder.join(key);
        let is_whole = |bytes: Option<Vec<u8>>| bytes.is_some_and(|it| Sum::of(&it) == sum);
        if is_whole(fs::read(&path).ok()) {
            let content = Content::Staged(path, sum);
            return Some((Artifact { name: name.to_owned(), content }, about));
        }
        let is_in_place = outputs.is_some_and(|it| is_whole(it.read(name)));
        is_in_place.then(|| (Artifact::standing(name, sum), about))
    }

    /// Notes that an output cannot be made from `reads`.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be written.
    pub fn refuse(&self, name: &str, reads: &str) -> Result<(), Failure> {
        self.note(key(name, reads), Note::Cannot)
    }

    /// Whether another run found that an output cannot be made.
    #[must_use]
    pub fn is_refused(&self, name: &str, reads: &str) -> bool {
        matches!(self.noted().get(&key(name, reads)), Some(Note::Cannot))
    }

    /// Removes it with all that is still on it.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be removed.
    pub fn clear(&self) -> Result<(), Failure> {
        // An open file cannot be removed everywhere.
        self.journal.lock().unwrap_or_else(PoisonError::into_inner).take();
        match fs::remove_dir_all(&self.folder) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(self.failed(source))
            }
            _ => Ok(()),
        }
    }

    fn failed(&self, source: std::io::Error) -> Failure {
        Failure::io(&self.folder, source)
    }

    fn noted(&self) -> &BTreeMap<String, Note> {
        self.notes.get_or_init(|| {
            let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
            let journals = entries.filter(|it| it.file_name().to_string_lossy().ends_with(JOURNAL));
            let texts = journals.filter_map(|it| fs::read(it.path()).ok());
            let lines = |text: Vec<u8>| {
                let lines = text.split(|it| *it == b'\n');
                let lines = lines.filter_map(|it| serde_json::from_slice::<Line>(it).ok());
                lines.map(|it| (it.key, it.note)).collect::<Vec<_>>()
            };
            texts.flat_map(lines).collect()
        })
    }

    fn note(&self, key: String, note: Note) -> Result<(), Failure> {
        let mut line = serde_json::to_vec(&Line { key, note }).expect("plain values become JSON");
        line.push(b'\n');
        let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        if journal.is_none() {
            *journal = Some(self.new_journal()?);
        }
        let file = journal.as_mut().expect("it was opened just now");
        file.write_all(&line).map_err(|source| self.failed(source))
    }

    /// A journal of a name that no other run has.
    fn new_journal(&self) -> Result<File, Failure> {
        fs::create_dir_all(&self.folder).map_err(|source| self.failed(source))?;
        let named =
            tempfile::Builder::new().prefix("ghi-").suffix(JOURNAL).tempfile_in(&self.folder);
        let named = named.map_err(|source| self.failed(source))?;
        readable(&named).map_err(|source| self.failed(source))?;
        named.keep().map(|(file, _)| file).map_err(|it| self.failed(it.error))
    }

    fn unfinished(&self) -> Result<NamedTempFile, Failure> {
        let new = || NamedTempFile::with_prefix_in(UNFINISHED, &self.folder);
        let made = new().or_else(|_| fs::create_dir_all(&self.folder).and_then(|()| new()));
        made.map_err(|source| self.failed(source))
    }

    /// Gives a written file its name. It need not last through a power cut before it is put in place: what is taken up
    /// again is held against its digest.
    fn settle(&self, file: NamedTempFile, path: &Path) -> Result<(), Failure> {
        readable(&file).map_err(|source| self.failed(source))?;
        file.persist(path).map_err(|it| self.failed(it.error))?;
        Ok(())
    }
}

/// The name under which an output lies.
fn key(name: &str, reads: &str) -> String {
    digest::sha256(format!("{reads}\n{name}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_taken_up_whole_or_not_at_all() {
        let outputs = tempfile::tempdir().unwrap();
        let artifact = Artifact::new("a/b.pdf", b"%PDF".to_vec());
        let before = Stage::of(outputs.path());
        let staged = before.put(artifact.clone(), "reads", &7).unwrap();
        before.refuse("a/d.pdf", "reads").unwrap();
        assert_eq!((staged.sum(), staged.bytes()), (artifact.sum(), None));
        let stage = Stage::of(outputs.path());
        let (taken, about) = stage.take::<u8>("a/b.pdf", "reads", None).unwrap();
        assert_eq!((taken.sum(), about), (artifact.sum(), 7));
        assert!(stage.take::<u8>("a/b.pdf", "other", None).is_none());
        assert!(stage.take::<u8>("a/c.pdf", "reads", None).is_none());
        assert!(stage.take::<String>("a/b.pdf", "reads", None).is_none());
        assert!(stage.is_refused("a/d.pdf", "reads") && !stage.is_refused("a/b.pdf", "reads"));
        let Content::Staged(path, _) = &staged.content else { panic!("staged") };
        fs::write(path, b"%PD").unwrap();
        assert!(stage.take::<u8>("a/b.pdf", "reads", None).is_none());
        stage.clear().unwrap();
        stage.clear().unwrap();
        assert_eq!(fs::read_dir(outputs.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_line_that_was_cut_short_says_nothing() {
        let outputs = tempfile::tempdir().unwrap();
        let before = Stage::of(outputs.path());
        for name in ["a.pdf", "b.pdf"] {
            before.put(Artifact::new(name, b"%PDF".to_vec()), "reads", &7).unwrap();
        }
        let entries = fs::read_dir(&before.folder).unwrap().map(|it| it.unwrap().path());
        let journal = entries.filter(|it| it.extension().is_some()).min().unwrap();
        let text = fs::read(&journal).unwrap();
        fs::write(&journal, &text[..text.len() - 5]).unwrap();
        let stage = Stage::of(outputs.path());
        assert!(stage.take::<u8>("a.pdf", "reads", None).is_some());
        assert!(stage.take::<u8>("b.pdf", "reads", None).is_none());
    }
}
