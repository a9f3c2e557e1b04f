//! Every planned paper, one after the other: composed, read through, held against what was issued,
//! and made.

use crate::compose::Composer;
use crate::finding::fact;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::ledger::Spot;
use crate::model::owner::Owner;
use crate::output::Outputs;
use crate::pipeline::build;
use crate::pipeline::build::Made;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::gather::Gathered;
use crate::pipeline::issue::Fate;
use crate::pipeline::issue::Register;
use crate::pipeline::plan::Job;
use crate::pipeline::plan::Plan;
use crate::pipeline::plan::Refused;
use crate::pipeline::proofreader::Proofreader;
use crate::pipeline::reuse::Reuse;
use crate::pipeline::volume::Leaves;
use crate::render::figures::prints::Prints;
use crate::render::pdf::Engine;
use crate::text::digest;

/// What papers are made with.
pub(super) struct Bench<'a> {
    pub(super) gathered: &'a Gathered,
    pub(super) composer: &'a Composer<'a>,
    pub(super) engine: &'a Engine,
    pub(super) register: Register<'a>,
    pub(super) outputs: &'a Outputs,
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
    leaves: Leaves,
}

impl Bench<'_> {
    /// Composes every paper, also those that are not asked for, since the file of figures tells of all;
    /// makes those that are asked for and that nothing refuses. One document is held at a time.
    pub(super) fn work(&self, plan: &Plan, listen: &mut Listener<'_>) -> Result<Results, Failure> {
        let total = plan.jobs.iter().filter(|job| job.wanted).count();
        let mut results = Results::default();
        let mut proofreader = Proofreader::new(self.gathered);
        let mut done = 0;
        for job in &plan.jobs {
            let document = self.composer.document(&job.name, &job.spec, job.owner)?;
            if !self.draft && self.stands(job, &document, &mut results)? {
                continue;
            }
            let errors = proofreader.errors(job, &document)?;
            if errors > 0 && document.draft.is_none() {
                results.refused.extend(job.wanted.then(|| Refused::of(job, errors)));
                continue;
            }
            if job.wanted {
                let spots = self.paper(job, &document, &mut results, (done, total), listen)?;
                done += 1;
                results.note(job, document, spots);
            } else {
                // A paper that lies there as it would be drawn again is told of with its places.
                let reads = self.reuse.reads(job, &document);
                let lying = self.reuse.paper(job, &document, &reads);
                results.note(job, document, lying.map(|it| it.spots).unwrap_or_default());
            }
        }
        for volume in &plan.volumes {
            match results.leaves.bind(self.gathered, self.engine, &self.reuse, volume)? {
                Some(bound) => results.made.push(bound),
                None => results.unbound.push(volume.file.clone()),
            }
        }
        let others = self.register.others(&results.prints.issued);
        results.prints.issued.extend(others);
        results.findings.extend(proofreader.findings());
        fact::sort(&mut results.findings);
        Ok(results)
    }

    /// Makes a paper and its copy, or takes them as they lie; says where its figures stand.
    fn paper(
        &self,
        job: &Job,
        document: &Document,
        results: &mut Results,
        (done, total): (usize, usize),
        listen: &mut Listener<'_>,
    ) -> Result<Vec<Option<Spot>>, Failure> {
        let reads = self.reuse.reads(job, document);
        let lying = self.reuse.paper(job, document, &reads);
        let mut made = if let Some(lying) = lying {
            lying
        } else {
            listen(Event::Making { file: job.file.clone(), done, total });
            build::make(self.gathered, self.engine, job, document)?.from(&reads)
        };
        let spots = std::mem::take(&mut made.spots);
        results.leaves.keep(job, document, reads.clone(), &made.written);
        results.made.push(made);
        let Some(file) = &job.word else { return Ok(spots) };
        let copy = if let Some(lying) = self.reuse.copy(file, job, document, &reads) {
            lying
        } else {
            build::copy(self.gathered, self.engine, file, job, document)?.from(&reads)
        };
        results.made.push(copy);
        Ok(spots)
    }

    /// Whether a paper was issued and stays as it is. One that says the same and whose file is gone is
    /// made again.
    fn stands(
        &self,
        job: &Job,
        document: &Document,
        results: &mut Results,
    ) -> Result<bool, Failure> {
        let Some(standing) = self.register.standing(job) else { return Ok(false) };
        let bytes = || Ok(digest::sha256(&self.make(job, document)?.artifact.bytes));
        let fate = self.register.fate(&standing, job, document, bytes)?;
        results.prints.issued.extend(self.register.impression(&standing, job, document, &fate));
        match fate {
            Fate::Same if !self.outputs.holds(&job.file) => return Ok(false),
            Fate::Same => {
                // The file lies there as it was made: its figures stand where they would stand now.
                let Made { spots, written, .. } = self.make(job, document)?;
                results.leaves.keep(job, document, self.reuse.reads(job, document), &written);
                results.note(job, document.clone(), spots);
            }
            Fate::Corrected => {}
            Fate::Open(finding) => {
                results.findings.push(*finding);
                results.refused.extend(job.wanted.then(|| Refused::of(job, 1)));
            }
        }
        Ok(true)
    }

    fn make(&self, job: &Job, document: &Document) -> Result<Made, Failure> {
        build::make(self.gathered, self.engine, job, document)
    }
}

impl Results {
    /// Notes what a paper prints and where.
    fn note(&mut self, job: &Job, document: Document, spots: Vec<Option<Spot>>) {
        match job.owner {
            Owner::Cluster | Owner::Group(_) => {
                self.prints.paper(&job.file, document.printed, spots);
            }
            Owner::Unit(_) => {
                self.prints.unit_paper(&job.name, &job.file, document.printed, spots);
            }
        }
    }
}
