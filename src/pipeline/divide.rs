//! A build divided among machines: a plan says which papers each shard makes, a shard makes them, and a merge puts
//! them together ([`build::merge`]). What a shard makes follows from the plan and from the inputs that it names, so
//! that it may be done again, or twice, or by another machine.

use std::collections::BTreeSet;
use std::path::Path;

use crate::compose::Composer;
use crate::finding::failure::Failure;
use crate::finding::failure::PlanDifference;
use crate::model::document::Document;
use crate::model::file::File;
use crate::model::issue::Remedy;
use crate::model::owner::Owner;
use crate::output::run_plan;
use crate::output::run_plan::RunPlan;
use crate::pipeline::build;
use crate::pipeline::build::Options;
use crate::pipeline::crew;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::gather::Gathered;
use crate::pipeline::made::Failed;
use crate::pipeline::pieces::Pieces;
use crate::pipeline::plan;
use crate::pipeline::plan::Job;
use crate::pipeline::plan::Plan;
use crate::pipeline::press::Press;
use crate::pipeline::proofreader::Proofreader;

/// What was typed, for the machines that will read it.
#[derive(Debug, Clone)]
pub struct Typed {
    /// Folder of the campaign.
    pub campaign: String,
    /// Folder of the outputs.
    pub out: String,
    /// Where fonts come from.
    pub fonts: String,
}

/// Divides the papers of a campaign into so many shards.
///
/// # Errors
/// Any [`Failure`] of templates and layouts.
pub fn divide(
    gathered: &Gathered,
    options: &Options,
    typed: Typed,
    shards: usize,
) -> Result<RunPlan, Failure> {
    let composer = Composer::new(plan::material(gathered, options.draft));
    let plan = plan::plan(gathered, &composer, options.wanted(), options.draft)?;
    let engine = build::engine(gathered, &options.fonts)?;
    let press = Press::new(gathered, &engine);
    let Typed { campaign, out, fonts } = typed;
    Ok(RunPlan {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        tools: press.tools().to_owned(),
        campaign,
        out,
        fonts,
        only: options.only.clone(),
        units: options.units.clone(),
        draft: options.draft,
        inputs: gathered.inputs(),
        shards: shares(gathered, &plan, shards),
    })
}

/// The papers dealt out in turn, so that each shard has its share of every kind, and the few long papers of the
/// cluster go to different ones. What depends on earlier outputs is left to the merge: issued papers, and letters
/// that correct them.
fn shares(gathered: &Gathered, plan: &Plan, shards: usize) -> Vec<Vec<String>> {
    let mut shares = vec![Vec::new(); shards.max(1)];
    let dealt = plan.jobs.iter().filter(|it| it.wanted && !rests_on_outputs(gathered, plan, it));
    for (turn, job) in dealt.enumerate() {
        let shard = turn % shares.len();
        shares[shard].push(job.file.clone());
    }
    shares
}

fn rests_on_outputs(gathered: &Gathered, plan: &Plan, job: &Job) -> bool {
    let mut issued = gathered.declared.campaign.issued.iter();
    let mut corrects = || issued.any(|it| it.remedy == Some(Remedy::Correct));
    plan.issued.contains(&job.file) || (job.owner == Owner::Cluster && corrects())
}

/// What a shard did.
#[derive(Debug)]
pub struct Sharded {
    /// Papers of the shard.
    pub papers: usize,
    /// How many were there already, whole.
    pub found: usize,
    /// Papers that findings refuse, which no shard makes.
    pub refused: usize,
    /// Papers of units that could not be made; the others were.
    pub failed: Vec<Failed>,
}

/// Makes the papers of a shard, counted from 1; what lies among the pieces already, whole, is kept.
///
/// # Errors
/// [`Failure::NoShard`]; [`Failure::PlanDiffers`] if inputs, program or fonts are not those of the plan; any
/// [`Failure`] of what all papers rest on.
pub fn shard(
    gathered: &Gathered,
    options: &Options,
    (run, number): (&RunPlan, usize),
    folder: &Path,
    listen: &mut Listener<'_>,
) -> Result<Sharded, Failure> {
    let papers =
        run.shard(number).ok_or(Failure::NoShard { shard: number, shards: run.shards.len() })?;
    let composer = Composer::new(plan::material(gathered, run.draft));
    let plan = plan::plan(gathered, &composer, options.wanted(), run.draft)?;
    let engine = build::engine(gathered, &options.fonts)?;
    let press = Press::new(gathered, &engine);
    require_same(gathered, &press, run)?;
    let stage = run_plan::pieces(folder);
    let hand = Hand {
        composer: &composer,
        proofreader: Proofreader::new(gathered),
        press: &press,
        pieces: Pieces::of_shard(&press, &stage),
    };
    let wanted: BTreeSet<&String> = papers.iter().collect();
    let jobs: Vec<&Job> = plan.jobs.iter().filter(|it| wanted.contains(&it.file)).collect();
    let mut done = Sharded { papers: papers.len(), found: 0, refused: 0, failed: Vec::new() };
    crew::in_order(
        jobs.len(),
        |at| Failed::alone(jobs[at], hand.one(jobs[at])),
        |at, outcome| {
            let file = jobs[at].file.clone();
            match outcome {
                Ok(Done::Made) => listen(Event::Making { file, done: at, total: jobs.len() }),
                Ok(Done::Found) => done.found += 1,
                Ok(Done::Refused) => done.refused += 1,
                Err(failed) => done.failed.push(failed),
            }
            Ok(())
        },
    )?;
    Ok(done)
}

/// Checks that a campaign and the tools of this machine are those of a plan.
///
/// # Errors
/// [`Failure::PlanDiffers`].
pub(super) fn require_same(
    gathered: &Gathered,
    press: &Press<'_>,
    run: &RunPlan,
) -> Result<(), Failure> {
    let inputs = gathered.inputs();
    let other = |of: &[File], it: &File| !of.contains(it);
    let is_known = |it: &File| run.inputs.iter().any(|known| known.file == it.file);
    if inputs != run.inputs {
        let changed = run.inputs.iter().find(|it| other(&inputs, it));
        let difference = match changed {
            Some(it) => PlanDifference::Input(it.file.clone()),
            None => {
                let new = inputs.iter().find(|it| !is_known(it));
                PlanDifference::NewInput(new.map(|it| it.file.clone()).unwrap_or_default())
            }
        };
        return Err(Failure::PlanDiffers(difference));
    }
    if press.tools() != run.tools {
        return Err(Failure::PlanDiffers(PlanDifference::Tools));
    }
    Ok(())
}

/// What papers of a shard are made with.
struct Hand<'a> {
    composer: &'a Composer<'a>,
    proofreader: Proofreader<'a>,
    press: &'a Press<'a>,
    pieces: Pieces<'a>,
}

/// What came of a paper of a shard.
enum Done {
    Made,
    Found,
    Refused,
}

impl Hand<'_> {
    fn one(&self, job: &Job) -> Result<Done, Failure> {
        let document = self.composer.document(&job.name, &job.spec, job.owner)?;
        if self.is_refused(job, &document)? {
            return Ok(Done::Refused);
        }
        let reads = self.press.reads(job, &document);
        let mut made = vec![self.pieces.paper(job, &document, &reads)?];
        if let Some(file) = &job.word {
            made.push(self.pieces.copy(file, job, &document, &reads)?);
        }
        let is_found = made.iter().flatten().all(|it| it.written.is_found);
        Ok(if is_found { Done::Found } else { Done::Made })
    }

    fn is_refused(&self, job: &Job, document: &Document) -> Result<bool, Failure> {
        let read = self.proofreader.read(job, document)?;
        Ok(Proofreader::errors(&read) > 0 && document.draft.is_none())
    }
}
