//! `thidua merge`.

use std::path::Path;

use thidua::finding::failure::Failure;
use thidua::output::run_plan;
use thidua::output::run_plan::RunPlan;
use thidua::pipeline::build;
use thidua::pipeline::build::Built;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;

use crate::cli::args::Format;
use crate::cli::args::MergeArgs;
use crate::cli::build as building;
use crate::cli::plan;
use crate::cli::progress::Progress;
use crate::cli::reader;
use crate::cli::status::Status;

pub(super) fn run(args: &MergeArgs) -> Result<Status, Failure> {
    let mut progress = Progress::new(args.common.lang(), args.common.format == Format::Json);
    let outcome = work(args, &mut progress);
    progress.finish();
    let (gathered, built) = outcome?;
    Ok(building::report(gathered, &built, &args.common))
}

fn work(args: &MergeArgs, progress: &mut Progress) -> Result<(Gathered, Built), Failure> {
    let run = RunPlan::read(&args.plan)?;
    let mut listen = |event| progress.show(&event);
    let gathered = gather::gather(Path::new(&run.campaign), &reader::workers()?, &mut listen)?;
    let mut options = plan::planned(&run)?;
    if let Some(out) = &args.out {
        options.out.clone_from(out);
    }
    let stage = run_plan::pieces(&args.plan);
    let built = build::merge(&gathered, &options, (&run, &stage), &mut listen)?;
    Ok((gathered, built))
}
