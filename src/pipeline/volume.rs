//! All papers of a kind in one PDF, for the printer: a paper begins on a sheet of its own when both sides are
//! printed. Each paper stays a file of its own, which is what is signed, sent and traced.

use std::collections::BTreeMap;

use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::output::Artifact;
use crate::pipeline::gather::Gathered;
use crate::pipeline::made::Made;
use crate::pipeline::made::Written;
use crate::pipeline::plan::Job;
use crate::pipeline::press::Reads;
use crate::pipeline::reuse::Reuse;
use crate::render::pdf::Binding;
use crate::render::pdf::Carries;
use crate::render::pdf::Engine;

/// A volume to make.
#[derive(Debug, Clone)]
pub struct Volume {
    /// Name of the kind of its papers.
    pub name: String,
    /// Name of its file.
    pub file: String,
    /// Title in its properties.
    pub title: String,
    /// Files of its papers, in order.
    pub papers: Vec<String>,
}

/// Composed papers that volumes are made of, by their files.
#[derive(Default)]
pub(super) struct Leaves(BTreeMap<String, Leaf>);

/// A paper of a volume.
pub(super) struct Leaf {
    reads: Reads,
    document: Document,
    pages: usize,
}

impl Leaf {
    /// A made paper, if its kind is bound.
    pub(super) fn of(
        job: &Job,
        document: &Document,
        reads: &Reads,
        made: &Written,
    ) -> Option<Self> {
        let pages = made.pages.filter(|_| job.spec.bound.is_some())?;
        Some(Self { reads: reads.clone(), document: document.clone(), pages })
    }
}

impl Leaves {
    /// Keeps a paper that is to be bound.
    pub(super) fn keep(&mut self, file: &str, leaf: Option<Leaf>) {
        if let Some(leaf) = leaf {
            self.0.insert(file.to_owned(), leaf);
        }
    }

    /// The volume, made or taken as it lies; `None` if one of its papers was not made, since a volume that
    /// lacks one would be taken for whole.
    pub(super) fn bind(
        &mut self,
        gathered: &Gathered,
        engine: &Engine,
        reuse: &Reuse<'_>,
        volume: &Volume,
    ) -> Result<Option<Made>, Failure> {
        let leaves = volume.papers.iter().map(|it| self.0.remove(it));
        let Some(leaves) = leaves.collect::<Option<Vec<_>>>() else { return Ok(None) };
        let reads = Reads::of_volume(&volume.title, leaves.iter().map(|it| &it.reads));
        if let Some(lying) = reuse.volume(volume, &reads) {
            return Ok(Some(lying));
        }
        let ident = format!("{}/{}", gathered.declared.campaign.name, volume.file);
        let pages: Vec<usize> = leaves.iter().map(|it| it.pages).collect();
        let papers: Vec<Document> = leaves.into_iter().map(|it| it.document).collect();
        let binding =
            Binding { title: &volume.title, papers: &papers, printed_pages: Some(&pages) };
        let pdf = engine.render(binding, &ident, Carries::Nothing)?;
        let written = Written {
            pages: Some(pdf.pages),
            family: Some(pdf.family),
            binds: volume.papers.clone(),
            ..Written::new(&volume.file, &volume.title)
        };
        let artifact = Artifact::new(volume.file.clone(), pdf.bytes);
        Ok(Some(Made::new(artifact, &volume.name, written).from(&reads)))
    }
}
