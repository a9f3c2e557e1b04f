//! `thidua plan`, and what the machines do that it plans for: `thidua build --plan … --shard …`.

use std::path::Path;
use std::path::PathBuf;

use serde_json::json;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::output::run_plan::PLAN;
use thidua::output::run_plan::RunPlan;
use thidua::pipeline::build::Options;
use thidua::pipeline::divide;
use thidua::pipeline::divide::Sharded;
use thidua::pipeline::divide::Typed;
use thidua::pipeline::gather;

use crate::cli::args::Common;
use crate::cli::args::Format;
use crate::cli::args::PlanArgs;
use crate::cli::build;
use crate::cli::fonts;
use crate::cli::json;
use crate::cli::progress::Progress;
use crate::cli::reader;
use crate::cli::screen;
use crate::cli::status::Status;

pub(super) fn run(args: &PlanArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let gathered = reader::gather(&args.campaign, &args.common)?;
    let fonts = fonts::find(&args.making.fonts.fonts)?;
    let options = build::options(&args.making, &[], &gathered, fonts);
    let typed = Typed {
        campaign: typed(&args.campaign),
        out: typed(&options.out),
        fonts: typed(&args.making.fonts.fonts),
    };
    let run = divide::divide(&gathered, &options, typed, usize::from(args.shards))?;
    let folder = args.plan.clone().unwrap_or_else(|| beside(&options.out));
    run.write(&folder)?;
    match args.common.format {
        Format::Json => json::print(&json!({
            "plan": folder.join(PLAN).to_string_lossy(),
            "shards": run.shards.iter().map(Vec::len).collect::<Vec<_>>(),
            "inputs": run.inputs.len(),
        })),
        Format::Text => tell(&run, &folder, lang),
    }
    Ok(Status::Clean)
}

/// `outputs/x.plan` for outputs in `outputs/x`.
fn beside(out: &Path) -> PathBuf {
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(".plan");
    out.with_file_name(name)
}

fn typed(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn tell(run: &RunPlan, folder: &Path, lang: Lang) {
    let vi = lang == Lang::Vi;
    let papers: usize = run.shards.iter().map(Vec::len).sum();
    let (shards, plan) = (run.shards.len(), folder.display());
    let (least, most) =
        (run.shards.iter().map(Vec::len).min(), run.shards.iter().map(Vec::len).max());
    let (least, most) = (least.unwrap_or(0), most.unwrap_or(0));
    let each = if least == most { least.to_string() } else { format!("{least}-{most}") };
    screen::answer(if vi {
        format!(
            "Đã chia {papers} văn bản thành {shards} mảnh, mỗi mảnh {each} văn bản; kế hoạch ở {plan}\n\
             Mỗi máy làm một mảnh, rồi ghép lại:\n  \
             thidua build --plan {plan} --shard 1        (đến --shard {shards})\n  \
             thidua merge {plan}"
        )
    } else {
        format!(
            "{papers} papers in {shards} shards of {each}; the plan is in {plan}\n\
             Each machine makes a shard, then they are merged:\n  \
             thidua build --plan {plan} --shard 1        (to --shard {shards})\n  \
             thidua merge {plan}"
        )
    });
}

/// Makes a shard.
pub(super) fn shard(folder: &Path, number: usize, common: &Common) -> Result<Status, Failure> {
    let lang = common.lang();
    let run = RunPlan::read(folder)?;
    let mut progress = Progress::new(lang, common.format == Format::Json);
    let outcome = make(&run, folder, number, &mut progress);
    progress.finish();
    let done = outcome?;
    match common.format {
        Format::Json => json::print(&json!({
            "shard": number,
            "papers": done.papers,
            "found": done.found,
            "refused": done.refused,
            "failed": json::failed(&done.failed, lang),
        })),
        Format::Text => tell_shard(&done, number, lang),
    }
    Ok(if done.failed.is_empty() { Status::Clean } else { Status::Findings })
}

fn make(
    run: &RunPlan,
    folder: &Path,
    number: usize,
    progress: &mut Progress,
) -> Result<Sharded, Failure> {
    let mut listen = |event| progress.show(&event);
    let gathered = gather::gather(Path::new(&run.campaign), &reader::workers()?, &mut listen)?;
    let options = planned(run)?;
    divide::shard(&gathered, &options, (run, number), folder, &mut listen)
}

/// What a plan asks for.
pub(super) fn planned(run: &RunPlan) -> Result<Options, Failure> {
    Ok(Options {
        only: run.only.clone(),
        units: run.units.clone(),
        draft: run.draft,
        out: PathBuf::from(&run.out),
        fonts: fonts::find(Path::new(&run.fonts))?,
    })
}

fn tell_shard(done: &Sharded, number: usize, lang: Lang) {
    let vi = lang == Lang::Vi;
    let Sharded { papers, found, refused, failed } = done;
    let made = papers - found - refused - failed.len();
    screen::answer(if vi {
        format!("Mảnh {number}: {papers} văn bản, làm {made}, đã có sẵn {found}")
    } else {
        format!("Shard {number}: {papers} papers, {made} made, {found} there already")
    });
    if *refused > 0 {
        screen::answer(if vi {
            format!("{refused} văn bản chưa làm vì còn chỗ cần sửa; lúc ghép sẽ nêu rõ")
        } else {
            format!("{refused} are refused for findings, which the merge will tell")
        });
    }
    build::failed(failed, lang);
}
