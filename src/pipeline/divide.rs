//! A build divided among machines: a plan says which papers each shard makes, a shard makes them, and a merge puts
//! them together ([`build::merge`]). What a shard makes follows from the plan and from the inputs that it names, so
//! that it may be done again, or twice, or by another machine.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

use crate::compose::Composer;
use crate::finding::failure::Failure;
use crate::finding::failure::PlanDifference;
use crate::model::file::File;
use crate::model::issue::Remedy;
use crate::model::owner::Owner;
use crate::output::run_plan;
use crate::output::run_plan::RunPlan;
use crate::pipeline::bench::Bench;
use crate::pipeline::bench::Results;
use crate::pipeline::build;
use crate::pipeline::build::Options;
use crate::pipeline::event::Listener;
use crate::pipeline::gather::Gathered;
use crate::pipeline::made::Failed;
use crate::pipeline::made::Made;
use crate::pipeline::made::Origin;
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
    let engine = build::engine(gathered, &options.fonts)?;
    let press = Press::new(gathered, &engine);
    require_same(gathered, &press, run)?;
    let composer = Composer::new(plan::material(gathered, run.draft));
    let mut plan = plan::plan(gathered, &composer, options.wanted(), run.draft)?;
    let own: BTreeSet<&String> = papers.iter().collect();
    plan.jobs.retain(|it| own.contains(&it.file));
    let stage = run_plan::pieces(folder);
    let bench = Bench {
        composer: &composer,
        proofreader: Proofreader::new(gathered),
        press: &press,
        pieces: Pieces::of_shard(&press, &stage),
        before: None,
    };
    let Results { made, refused, failed, .. } = bench.work(&plan, listen)?;
    let there: BTreeSet<&str> = made.iter().map(Made::paper).collect();
    let is_new = |it: &&Made| it.written.origin == Origin::Made;
    let new: BTreeSet<&str> = made.iter().filter(is_new).map(Made::paper).collect();
    let found = there.len() - new.len();
    Ok(Sharded { papers: papers.len(), found, refused: refused.len(), failed })
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
    let by_path = |files: &'_ [File]| -> BTreeMap<String, File> {
        files.iter().map(|it| (it.file.clone(), it.clone())).collect()
    };
    let (now, then) = (by_path(&inputs), by_path(&run.inputs));
    let differs = |path: &&String| now.get(*path) != then.get(*path);
    let changed = then.keys().find(differs).cloned().map(PlanDifference::Input);
    let new = || now.keys().find(differs).cloned().map(PlanDifference::NewInput);
    if let Some(difference) = changed.or_else(new) {
        return Err(Failure::PlanDiffers(difference));
    }
    if press.tools() != run.tools {
        return Err(Failure::PlanDiffers(PlanDifference::Tools));
    }
    Ok(())
}
