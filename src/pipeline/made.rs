//! Outputs that were made, and papers that could not be.

use crate::finding::failure::Failure;
use crate::model::ledger::Spot;
use crate::output::Artifact;
use crate::output::manifest::Output;
use crate::pipeline::plan::Job;
use crate::pipeline::press::Reads;

/// The paper of a unit that could not be made.
#[derive(Debug)]
pub struct Failed {
    /// Name of the kind of document.
    pub name: String,
    /// Name of its file.
    pub file: String,
    /// Name of its copy for Word, if it has one.
    pub word: Option<String>,
    /// Why.
    pub failure: Failure,
}

impl Failed {
    /// A planned paper.
    fn of(job: &Job, failure: Failure) -> Self {
        let (file, word) = (job.file.clone(), job.word.clone());
        Self { name: job.name.clone(), file, word, failure }
    }

    /// The paper of one unit that cannot be made stops no other; what all papers rest on does.
    pub(super) fn alone<T>(
        job: &Job,
        outcome: Result<T, Failure>,
    ) -> Result<Result<T, Self>, Failure> {
        match outcome {
            Err(failure) if job.owner.unit().is_some() && failure.is_of_one_paper() => {
                Ok(Err(Self::of(job, failure)))
            }
            outcome => outcome.map(Ok),
        }
    }

    /// Names of its files.
    pub(super) fn files(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.file).chain(&self.word)
    }
}

/// A file that was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// Its name.
    pub file: String,
    /// What it is; empty for files for programs.
    pub title: String,
    /// Pages, for a PDF.
    pub pages: Option<usize>,
    /// Family that a PDF is set in.
    pub family: Option<String>,
    /// Name of the paper that it is a copy of for Word, for a copy.
    pub copy_of: Option<String>,
    /// Names of the papers that are bound in it, for a volume.
    pub binds: Vec<String>,
    /// Who made it.
    pub origin: Origin,
}

/// Who made a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// This run.
    Made,
    /// Another run, which was ended, or was a shard of this one.
    Piece,
    /// The build before, whose file was taken as it lay.
    Before,
}

impl Written {
    /// Whether the file of the earlier build was taken as it lay.
    #[must_use]
    pub fn as_before(&self) -> bool {
        self.origin == Origin::Before
    }

    /// A file of which only name and title are to be told.
    pub(super) fn new(file: &str, title: &str) -> Self {
        let (file, title) = (file.to_owned(), title.to_owned());
        let (pages, family, copy_of) = (None, None, None);
        Self { file, title, pages, family, copy_of, binds: Vec::new(), origin: Origin::Made }
    }
}

/// One output, made.
pub struct Made {
    /// Its bytes.
    pub artifact: Artifact,
    /// Name of the kind of document.
    pub document: String,
    /// SHA-256 over everything that it is made from.
    pub reads: String,
    /// SHA-256 of what it says, for a paper.
    pub content: Option<String>,
    /// What to tell of it.
    pub written: Written,
    /// Where each figure stands, by its position among those printed.
    pub spots: Vec<Option<Spot>>,
}

impl Made {
    /// An output of which nothing else is known.
    pub(super) fn new(artifact: Artifact, document: &str, written: Written) -> Self {
        let document = document.to_owned();
        Self { artifact, document, reads: String::new(), content: None, written, spots: Vec::new() }
    }

    /// It, made from these.
    pub(super) fn from(self, reads: &Reads) -> Self {
        Self { reads: reads.0.clone(), ..self }
    }

    /// Name of the paper's own file, of a copy too.
    pub(super) fn paper(&self) -> &str {
        self.written.copy_of.as_deref().unwrap_or(&self.written.file)
    }

    /// It as the manifest lists it.
    pub(super) fn listed(&self) -> Output {
        Output {
            reads: self.reads.clone(),
            pages: self.written.pages,
            family: self.written.family.clone(),
            content: self.content.clone(),
            copy_of: self.written.copy_of.clone(),
            binds: self.written.binds.clone(),
            ..Output::of(&self.artifact, &self.document)
        }
    }
}
