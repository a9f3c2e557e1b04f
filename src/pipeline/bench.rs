//! Every planned paper: composed, read through, held against what was issued, and made, on all cores; what came of
//! them is put together in the order of the plan.

use std::collections::BTreeMap;

use crate::compose::Composer;
use crate::finding::fact;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::document::Printed;
use crate::model::issue::Impression;
use crate::model::ledger::Spot;
use crate::model::owner::Owner;
use crate::output::Outputs;
use crate::pipeline::crew;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::gather::Gathered;
use crate::pipeline::issue::Fate;
use crate::pipeline::issue::Register;
use crate::pipeline::made::Failed;
use crate::pipeline::made::Made;
use crate::pipeline::pieces::Pieces;
use crate::pipeline::plan::Job;
use crate::pipeline::plan::Plan;
use crate::pipeline::plan::Refused;
use crate::pipeline::press::Press;
use crate::pipeline::proofreader::Proofreader;
use crate::pipeline::proofreader::Read;
use crate::pipeline::reuse::Reuse;
use crate::pipeline::volume::Leaf;
use crate::pipeline::volume::Leaves;
use crate::render::figures::prints::Prints;

/// What papers are made with.
pub(super) struct Bench<'a> {
    pub(super) composer: &'a Composer<'a>,
    pub(super) proofreader: Proofreader<'a>,
    pub(super) press: &'a Press<'a>,
    pub(super) pieces: Pieces<'a>,
    /// What lies in the folder of outputs; a shard of a divided run does not look.
    pub(super) before: Option<&'a Before<'a>>,
}

/// What lies in the folder of outputs.
pub(super) struct Before<'a> {
    pub(super) outputs: &'a Outputs,
    pub(super) register: Register<'a>,
    pub(super) reuse: Reuse<'a>,
    /// Whether drafts are made, which no issued paper stands against.
    pub(super) draft: bool,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Results {
    pub(super) made: Vec<Made>,
    pub(super) prints: Prints,
    pub(super) refused: Vec<Refused>,
    pub(super) findings: Vec<Finding>,
    /// Files of volumes that lack a paper today.
    pub(super) unbound: Vec<String>,
    pub(super) failed: Vec<Failed>,
    /// How many papers are missing of those that shards of a divided run make, by the shard.
    pub(super) missing: BTreeMap<usize, usize>,
    read: Read,
    leaves: Leaves,
}

/// What came of one paper.
#[derive(Default)]
struct Done {
    /// The paper, then its copy.
    made: Vec<Made>,
    /// What it prints, and where; nothing of a paper that is not told of.
    printed: Option<(Vec<Printed>, Vec<Option<Spot>>)>,
    refused: Option<Refused>,
    /// What the register says.
    finding: Option<Finding>,
    issued: Option<Impression>,
    /// What the last look found.
    read: Vec<Finding>,
    leaf: Option<Leaf>,
    /// The shard whose piece is missing.
    missing: Option<usize>,
}

impl Bench<'_> {
    /// Composes every paper, also those that are not asked for, since the file of figures tells of all;
    /// makes those that are asked for and that nothing refuses.
    pub(super) fn work(&self, plan: &Plan, listen: &mut Listener<'_>) -> Result<Results, Failure> {
        let total = plan.jobs.iter().filter(|job| job.wanted).count();
        let (mut results, mut done) = (Results::default(), 0);
        crew::in_order(
            plan.jobs.len(),
            |at| Failed::alone(&plan.jobs[at], self.one(&plan.jobs[at])),
            |at, outcome| {
                let job = &plan.jobs[at];
                let it = match outcome {
                    Ok(done) => done,
                    Err(failed) => {
                        results.failed.push(failed);
                        Done::default()
                    }
                };
                if it.made.iter().any(|it| !it.written.as_before()) {
                    listen(Event::Making { file: job.file.clone(), done, total });
                }
                done += usize::from(job.wanted);
                results.take(job, it);
                Ok(())
            },
        )?;
        Ok(results)
    }

    /// Composes one paper and makes it, if it is to be made.
    fn one(&self, job: &Job) -> Result<Done, Failure> {
        let mut done = Done::default();
        let document = self.composer.document(&job.name, &job.spec, job.owner)?;
        if let Some(before) = self.before.filter(|it| !it.draft)
            && self.stands(before, job, &document, &mut done)?
        {
            return Ok(done);
        }
        done.read = self.proofreader.read(job, &document)?;
        let errors = Proofreader::errors(&done.read);
        if errors > 0 && document.draft.is_none() {
            done.refused = job.wanted.then(|| Refused::of(job, errors));
            return Ok(done);
        }
        let spots = if job.wanted {
            self.paper(job, &document, &mut done)?
        } else {
            // A paper that lies there as it would be drawn again is told of with its places.
            let reads = self.press.reads(job, &document);
            let lying = self.reuse().and_then(|it| it.paper(job, &document, &reads));
            lying.map(|it| it.spots).unwrap_or_default()
        };
        done.printed = Some((document.printed, spots));
        Ok(done)
    }

    /// Makes a paper and its copy, or takes them as they lie; says where its figures stand.
    fn paper(
        &self,
        job: &Job,
        document: &Document,
        done: &mut Done,
    ) -> Result<Vec<Option<Spot>>, Failure> {
        let reads = self.press.reads(job, document);
        let lying = self.reuse().and_then(|it| it.paper(job, document, &reads));
        let made =
            lying.map_or_else(|| self.pieces.paper(job, document, &reads), |it| Ok(Some(it)))?;
        let Some(mut made) = made else {
            done.missing = self.pieces.shard(job);
            return Ok(Vec::new());
        };
        let spots = std::mem::take(&mut made.spots);
        done.leaf = Leaf::of(job, document, &reads, &made.written);
        done.made.push(made);
        if let Some(file) = &job.word {
            let lying = self.reuse().and_then(|it| it.copy(file, job, document, &reads));
            let piece = || self.pieces.copy(file, job, document, &reads);
            let copy = lying.map_or_else(piece, |it| Ok(Some(it)))?;
            done.missing = copy.is_none().then(|| self.pieces.shard(job)).flatten();
            done.made.extend(copy);
        }
        Ok(spots)
    }

    /// Whether a paper was issued and stays as it is. One that says the same and whose file is gone is
    /// made again.
    fn stands(
        &self,
        before: &Before<'_>,
        job: &Job,
        document: &Document,
        done: &mut Done,
    ) -> Result<bool, Failure> {
        let Before { outputs, register, .. } = before;
        let Some(standing) = register.standing(job) else { return Ok(false) };
        let bytes = || Ok(self.press.paper(job, document)?.artifact.sum().sha256);
        let fate = register.fate(&standing, job, document, bytes)?;
        done.issued = register.impression(&standing, job, document, &fate);
        match fate {
            Fate::Same if !outputs.holds(&job.file) => return Ok(false),
            Fate::Same => {
                // The file lies there as it was made: its figures stand where they would stand now.
                let Made { spots, written, .. } = self.press.paper(job, document)?;
                done.leaf = Leaf::of(job, document, &self.press.reads(job, document), &written);
                done.printed = Some((document.printed.clone(), spots));
            }
            Fate::Corrected => {}
            Fate::Open(finding) => {
                done.finding = Some(*finding);
                done.refused = job.wanted.then(|| Refused::of(job, 1));
            }
        }
        Ok(true)
    }

    fn reuse(&self) -> Option<&Reuse<'_>> {
        self.before.map(|it| &it.reuse)
    }
}

impl Before<'_> {
    /// Puts the papers of a whole plan together: the volumes that bind them, what was issued, what was found.
    pub(super) fn settle(
        &self,
        (gathered, press): (&Gathered, &Press<'_>),
        plan: &Plan,
        results: &mut Results,
    ) -> Result<(), Failure> {
        results.require_some(plan)?;
        for volume in &plan.volumes {
            match results.leaves.bind(gathered, press.engine(), &self.reuse, volume)? {
                Some(bound) => results.made.push(bound),
                None => results.unbound.push(volume.file.clone()),
            }
        }
        let others = self.register.others(&results.prints.issued);
        results.prints.issued.extend(others);
        results.findings.extend(std::mem::take(&mut results.read).findings());
        fact::sort(&mut results.findings);
        Ok(())
    }
}

impl Results {
    /// A kind of which no paper can be made is at fault itself.
    fn require_some(&mut self, plan: &Plan) -> Result<(), Failure> {
        for at in 0..self.failed.len() {
            let name = &self.failed[at].name;
            if self.failed[..at].iter().any(|it| it.name == *name) {
                continue;
            }
            let failed = self.failed.iter().filter(|it| it.name == *name).count();
            if failed == plan.jobs.iter().filter(|it| it.name == *name).count() {
                return Err(self.failed.swap_remove(at).failure);
            }
        }
        Ok(())
    }

    /// Adds what came of a paper; papers come in the order of the plan.
    fn take(&mut self, job: &Job, done: Done) {
        let Done { made, printed, refused, finding, issued, read, leaf, missing } = done;
        if let Some(shard) = missing {
            *self.missing.entry(shard).or_default() += 1;
        }
        self.made.extend(made);
        self.refused.extend(refused);
        self.findings.extend(finding);
        self.prints.issued.extend(issued);
        self.read.take(job, read);
        self.leaves.keep(&job.file, leaf);
        let Some((printed, spots)) = printed else { return };
        match job.owner {
            Owner::Cluster | Owner::Group(_) => self.prints.paper(&job.file, printed, spots),
            Owner::Unit(_) => self.prints.unit_paper(&job.name, &job.file, printed, spots),
        }
    }
}
