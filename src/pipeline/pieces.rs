//! Finished papers that wait on a stage until the whole set is there: made by this run, by one that was ended, or
//! as pieces of a divided run by other machines.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::ledger::Spot;
use crate::output::Outputs;
use crate::output::run_plan::RunPlan;
use crate::output::stage::Stage;
use crate::pipeline::issue;
use crate::pipeline::made::Made;
use crate::pipeline::made::Origin;
use crate::pipeline::made::Written;
use crate::pipeline::plan::Job;
use crate::pipeline::press::Press;
use crate::pipeline::press::Reads;

/// What is noted of a staged paper.
#[derive(Serialize, Deserialize)]
struct About {
    pages: Option<usize>,
    family: Option<String>,
    spots: Vec<Option<Spot>>,
}

/// Where finished papers come from.
pub(super) struct Pieces<'a> {
    press: &'a Press<'a>,
    stage: &'a Stage,
    /// Where a piece may lie already, put there by a run that was ended while it put its set in place.
    outputs: Option<&'a Outputs>,
    /// Papers that are made elsewhere, with the shard that makes each.
    elsewhere: BTreeMap<&'a str, usize>,
}

impl<'a> Pieces<'a> {
    /// Papers made by this run, or left by one that was ended.
    pub(super) fn here(press: &'a Press<'a>, outputs: &'a Outputs) -> Self {
        let stage = outputs.stage();
        Self { press, stage, outputs: Some(outputs), elsewhere: BTreeMap::new() }
    }

    /// The papers of a shard, of which nobody looks at the outputs.
    pub(super) fn of_shard(press: &'a Press<'a>, stage: &'a Stage) -> Self {
        Self { press, stage, outputs: None, elsewhere: BTreeMap::new() }
    }

    /// Papers that the shards of a run made.
    pub(super) fn of_run(
        press: &'a Press<'a>,
        outputs: &'a Outputs,
        (run, stage): (&'a RunPlan, &'a Stage),
    ) -> Self {
        let elsewhere = run.papers().collect();
        Self { press, stage, outputs: Some(outputs), elsewhere }
    }

    /// The shard that makes a paper, if another machine does.
    pub(super) fn shard(&self, job: &Job) -> Option<usize> {
        self.elsewhere.get(job.file.as_str()).copied()
    }

    /// A paper: as it lies on the stage, else made; `None` if its piece is missing.
    pub(super) fn paper(
        &self,
        job: &Job,
        document: &Document,
        reads: &Reads,
    ) -> Result<Option<Made>, Failure> {
        let make = || self.press.paper(job, document);
        let found = self.found(job, &job.file, document, reads, make)?;
        // What is drawn comes with it.
        let content = |it: &Made| it.content.clone().or_else(|| Some(issue::content(document)));
        Ok(found.map(|it| Made { content: content(&it), ..it }))
    }

    /// The copy of a paper for Word, found or made as the paper itself.
    pub(super) fn copy(
        &self,
        file: &str,
        job: &Job,
        document: &Document,
        reads: &Reads,
    ) -> Result<Option<Made>, Failure> {
        let make = || self.press.copy(file, job, document);
        let found = self.found(job, file, document, reads, make)?;
        let copy_of = Some(job.file.clone());
        Ok(found.map(|it| Made { written: Written { copy_of, ..it.written.clone() }, ..it }))
    }

    fn found(
        &self,
        job: &Job,
        file: &str,
        document: &Document,
        reads: &Reads,
        make: impl Fn() -> Result<Made, Failure>,
    ) -> Result<Option<Made>, Failure> {
        if let Some((artifact, about)) = self.stage.take::<About>(file, &reads.0, self.outputs) {
            let About { pages, family, spots } = about;
            let origin = Origin::Piece;
            let written = Written { pages, family, origin, ..Written::new(file, &document.title) };
            let made = Made::new(artifact, &job.name, written).from(reads);
            return Ok(Some(Made { spots, ..made }));
        }
        // One that could not be made elsewhere is tried once more, to tell why.
        if self.shard(job).is_some() && !self.stage.is_refused(file, &reads.0) {
            return Ok(None);
        }
        match make() {
            Ok(made) => self.staged(made.from(reads)).map(Some),
            Err(failure) => {
                if failure.is_of_one_paper() {
                    self.stage.refuse(file, &reads.0)?;
                }
                Err(failure)
            }
        }
    }

    /// Puts what was made on the stage.
    fn staged(&self, made: Made) -> Result<Made, Failure> {
        let Made { artifact, written, spots, .. } = &made;
        let (pages, family) = (written.pages, written.family.clone());
        let about = About { pages, family, spots: spots.clone() };
        let artifact = self.stage.put(artifact.clone(), &made.reads, &about)?;
        Ok(Made { artifact, ..made })
    }
}
