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
}

impl Bench<'_> {
    /// Composes every paper, also those that are not asked for, since the file of figures tells of all;
    /// makes those that are asked for and that nothing refuses. One document is held at a time.
    pub(super) fn work(&self, plan: &Plan, listen: &mut Listener<'_>) -> Result<Results, Failure> {
        let total = plan.jobs.iter().filter(|job| job.wanted).count();
        let mut results = Results::default();
        let mut proofreader = Proofreader::new(self.gathered);
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
                let done = results.made.len();
                listen(Event::Making { file: job.file.clone(), done, total });
                let mut made = self.make(job, &document)?;
                let spots = std::mem::take(&mut made.spots);
                results.made.push(made);
                if let Some(file) = &job.word {
                    results.made.push(build::copy(
                        self.gathered,
                        self.engine,
                        file,
                        job,
                        &document,
                    )?);
                }
                results.note(job, document, spots);
            } else {
                results.note(job, document, Vec::new());
            }
        }
        let others = self.register.others(&results.prints.issued);
        results.prints.issued.extend(others);
        results.findings.extend(proofreader.findings());
        fact::sort(&mut results.findings);
        Ok(results)
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
                let spots = self.make(job, document)?.spots;
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
