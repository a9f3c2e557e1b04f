//! What an earlier build drew from the same words with the same program, taken as it lies: after one corrected
//! workbook or one changed sentence only what depends on it is drawn again, and the files are those of a build
//! from nothing.

use std::collections::BTreeMap;

use crate::model::document::Document;
use crate::model::ledger::PrintedAt;
use crate::model::ledger::Spot;
use crate::model::unit_papers::UnitPapers;
use crate::output::Artifact;
use crate::output::Outputs;
use crate::output::artifact::Sum;
use crate::output::earlier::Earlier;
use crate::output::manifest::Output;
use crate::pipeline::issue;
use crate::pipeline::made::Made;
use crate::pipeline::made::Origin;
use crate::pipeline::made::Written;
use crate::pipeline::plan::Job;
use crate::pipeline::press::Reads;
use crate::pipeline::volume::Volume;

/// The outputs of an earlier build that may be taken as they lie.
pub(super) struct Reuse<'a> {
    outputs: &'a Outputs,
    listed: BTreeMap<&'a str, &'a Output>,
    printed: BTreeMap<&'a str, Vec<&'a PrintedAt>>,
    of_units: &'a [UnitPapers],
}

impl<'a> Reuse<'a> {
    /// What `earlier` left in `outputs`.
    pub(super) fn new(outputs: &'a Outputs, earlier: Option<&'a Earlier>) -> Self {
        let all = earlier.iter().flat_map(|it| &it.manifest.outputs);
        let listed = all.map(|it| (it.file.as_str(), it)).collect();
        let mut printed: BTreeMap<&str, Vec<&PrintedAt>> = BTreeMap::new();
        let figures = earlier.and_then(|it| it.figures.as_ref().filter(|it| it.is_whole));
        for at in figures.iter().flat_map(|it| &it.printed) {
            printed.entry(at.document.as_str()).or_default().push(at);
        }
        let of_units = figures.map(|it| it.unit_papers.as_slice()).unwrap_or_default();
        Self { outputs, listed, printed, of_units }
    }

    /// The paper as it lies, if it was drawn from the same.
    pub(super) fn paper(&self, job: &Job, document: &Document, reads: &Reads) -> Option<Made> {
        let output = self.listed.get(job.file.as_str())?;
        let spots = self.spots(&job.file, document)?;
        let written = Written {
            pages: output.pages,
            family: output.family.clone(),
            origin: Origin::Before,
            ..Written::new(&job.file, &document.title)
        };
        let content = Some(issue::content(document));
        Some(Made { content, written, spots, ..self.lying(&job.name, output, reads)? })
    }

    /// The copy of a paper for Word as it lies, if it was drawn from the same.
    pub(super) fn copy(
        &self,
        file: &str,
        job: &Job,
        document: &Document,
        reads: &Reads,
    ) -> Option<Made> {
        let output = self.listed.get(file)?;
        let made = self.lying(&job.name, output, reads)?;
        let copy_of = Some(job.file.clone());
        let written =
            Written { copy_of, origin: Origin::Before, ..Written::new(file, &document.title) };
        Some(Made { written, ..made })
    }

    /// A volume as it lies, if it was drawn from the same.
    pub(super) fn volume(&self, volume: &Volume, reads: &Reads) -> Option<Made> {
        let output = self.listed.get(volume.file.as_str())?;
        let made = self.lying(&volume.name, output, reads)?;
        let written = Written {
            pages: output.pages,
            family: output.family.clone(),
            binds: volume.papers.clone(),
            origin: Origin::Before,
            ..Written::new(&volume.file, &volume.title)
        };
        Some(Made { written, ..made })
    }

    /// Where an earlier build saw each figure of the paper; `None` unless it tells of all of them.
    pub(super) fn spots(&self, file: &str, document: &Document) -> Option<Vec<Option<Spot>>> {
        let of_unit = self.of_units.iter().find(|it| it.documents.contains(file));
        let of_unit = of_unit.map(|it| it.printed_in(file)).unwrap_or_default();
        let of_cluster = self.printed.get(file).into_iter().flatten().copied();
        let told: Vec<&PrintedAt> = of_cluster.chain(&of_unit).collect();
        let same = told.len() == document.printed.len()
            && told.iter().zip(&document.printed).all(|(told, it)| told.text == it.text);
        let all: Vec<Option<Spot>> = told.iter().map(|it| it.spot.clone()).collect();
        (same && all.iter().all(Option::is_some)).then_some(all)
    }

    fn lying(&self, document: &str, output: &Output, reads: &Reads) -> Option<Made> {
        if output.reads != reads.0 || output.signed.is_some() {
            return None;
        }
        let sum = output.sum();
        if Sum::of(&self.outputs.read(&output.file)?) != sum {
            return None;
        }
        let artifact = Artifact::standing(&output.file, sum);
        Some(Made::new(artifact, document, Written::new(&output.file, "")).from(reads))
    }
}
