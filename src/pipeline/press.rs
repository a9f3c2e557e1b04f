//! What papers are drawn with, and what each is drawn from.

use crate::assets::document_spec::Format;
use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::output::Artifact;
use crate::pipeline::carried;
use crate::pipeline::gather::Gathered;
use crate::pipeline::issue;
use crate::pipeline::made::Made;
use crate::pipeline::made::Written;
use crate::pipeline::plan::Job;
use crate::render::docx;
use crate::render::pdf::Engine;
use crate::text::digest;

/// Digest of everything that an output is drawn from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reads(pub(super) String);

impl Reads {
    /// What a volume of papers is drawn from.
    pub(super) fn of_volume<'a>(title: &str, papers: impl Iterator<Item = &'a Self>) -> Self {
        let papers: Vec<&str> = papers.map(|it| it.0.as_str()).collect();
        Self(digest::sha256(format!("{title}\n{}", papers.join("\n")).as_bytes()))
    }
}

/// Draws papers; touches no disk.
pub struct Press<'a> {
    gathered: &'a Gathered,
    engine: &'a Engine,
    tools: String,
}

impl<'a> Press<'a> {
    /// A press for the papers of a campaign.
    #[must_use]
    pub fn new(gathered: &'a Gathered, engine: &'a Engine) -> Self {
        let tools = format!("{} {}", env!("THIDUA_SOURCES"), engine.digest());
        Self { gathered, engine, tools }
    }

    /// The typesetter.
    pub(super) fn engine(&self) -> &'a Engine {
        self.engine
    }

    /// Digests of the program, and of layouts, looks and fonts: two presses on which they are the same draw the same.
    pub(super) fn tools(&self) -> &str {
        &self.tools
    }

    /// What a paper is drawn from.
    pub(super) fn reads(&self, job: &Job, document: &Document) -> Reads {
        let attached = if job.spec.attach_figures {
            carried::attached(self.gathered, job, document)
        } else {
            Vec::new()
        };
        let campaign = &self.gathered.declared.campaign.name;
        let words = format!("{}\n{campaign}/{}\n{document:?}\n", self.tools, job.file);
        Reads(digest::sha256(&[words.as_bytes(), &attached].concat()))
    }

    /// Draws one composed paper.
    ///
    /// # Errors
    /// Any [`Failure`] of layouts or of the writer of workbooks.
    pub fn paper(&self, job: &Job, document: &Document) -> Result<Made, Failure> {
        let written = Written::new(&job.file, &document.title);
        let (bytes, written, spots) = match job.spec.format {
            Format::Pdf => {
                let pdf = carried::pdf(self.gathered, self.engine, job, document)?;
                let family = Some(pdf.family);
                let written = Written { pages: Some(pdf.pages), family, ..written };
                (pdf.bytes, written, carried::spots(&pdf.places))
            }
            Format::Xlsx => {
                let workbook = carried::workbook(self.gathered, job, document)?;
                (workbook.bytes, written, workbook.spots)
            }
        };
        let artifact = Artifact::new(job.file.clone(), bytes);
        let content = Some(issue::content(document));
        Ok(Made { content, spots, ..Made::new(artifact, &job.name, written) })
    }

    /// Writes the copy of a composed paper for Word.
    ///
    /// # Errors
    /// Any [`Failure`] of the writer of Word documents.
    pub fn copy(&self, file: &str, job: &Job, document: &Document) -> Result<Made, Failure> {
        let look = &self.gathered.declared.look;
        let bytes = docx::render(document, look, &|it| self.engine.chart(it))?;
        let copy_of = Some(job.file.clone());
        let written = Written { copy_of, ..Written::new(file, &document.title) };
        Ok(Made::new(Artifact::new(file, bytes), &job.name, written))
    }
}
