//! `thidua build`.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;

use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::pipeline::build;
use thidua::pipeline::build::Built;
use thidua::pipeline::build::Options;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::made::Failed;
use thidua::pipeline::made::Written;
use thidua::render::pdf::fonts::FontFile;

use crate::cli::absent;
use crate::cli::args::BuildArgs;
use crate::cli::args::Common;
use crate::cli::args::Format;
use crate::cli::args::Making;
use crate::cli::changes;
use crate::cli::check;
use crate::cli::fonts;
use crate::cli::grouped;
use crate::cli::json;
use crate::cli::plan;
use crate::cli::progress::Progress;
use crate::cli::reader;
use crate::cli::report;
use crate::cli::screen;
use crate::cli::status::Status;

pub(super) fn run(args: &BuildArgs) -> Result<Status, Failure> {
    if let (Some(folder), Some(number)) = (&args.plan, args.shard) {
        return plan::shard(folder, number, &args.common);
    }
    let mut progress = Progress::new(args.common.lang(), args.common.format == Format::Json);
    let outcome = work(args, &mut progress);
    progress.finish();
    let (gathered, built) = outcome?;
    Ok(report(gathered, &built, &args.common))
}

/// Tells what was found and what was made.
pub(super) fn report(mut gathered: Gathered, built: &Built, common: &Common) -> Status {
    let lang = common.lang();
    // One report tells of the figures and of the papers.
    gathered.findings = std::mem::take(&mut gathered.findings).and(built.findings.iter().cloned());
    match common.format {
        Format::Json => json::build(&gathered, built, lang),
        Format::Text => {
            check::summary(&gathered, lang);
            report::findings(&gathered, lang);
            changes::tell(&gathered, lang);
            tell(built, lang);
        }
    }
    // What was asked for by name is not there.
    match (built.failed.is_empty(), built.absent.is_empty()) {
        (false, _) => Status::Findings,
        (true, false) => Status::NothingFound,
        (true, true) => check::status(&gathered),
    }
}

/// Tells of papers of units that could not be made, those of one cause together.
pub(super) fn failed(failed: &[Failed], lang: Lang) {
    let mut causes: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for it in failed {
        let words = lang.failure(&it.failure);
        let cause = format!("{}\n  → {}", words.message, words.hint);
        causes.entry(cause).or_default().push(&it.file);
    }
    for (cause, files) in causes {
        let head = if lang == Lang::Vi { "Không làm được" } else { "Could not be made:" };
        screen::answer(format_args!("\n{head} {}\n  {cause}", files.join(", ")));
    }
}

fn work(args: &BuildArgs, progress: &mut Progress) -> Result<(Gathered, Built), Failure> {
    let mut listen = |event| progress.show(&event);
    let campaign = args.campaign.as_deref().unwrap_or(Path::new(""));
    let gathered = gather::gather(campaign, &reader::workers()?, &mut listen)?;
    let fonts = fonts::find(&args.making.fonts.fonts)?;
    let options = options(&args.making, &args.unit, &gathered, fonts);
    let built = build::build(&gathered, &options, &mut listen)?;
    Ok((gathered, built))
}

/// What was asked for.
pub(super) fn options(
    making: &Making,
    units: &[String],
    gathered: &Gathered,
    fonts: Vec<FontFile>,
) -> Options {
    let default = || default_folder(&gathered.declared.campaign.name);
    Options {
        only: making.only.clone(),
        units: units.to_vec(),
        draft: making.draft,
        out: making.out.clone().unwrap_or_else(default),
        fonts,
    }
}

/// `outputs/<name of the campaign's folder>` where the program was started.
pub(super) fn default_folder(campaign: &str) -> PathBuf {
    Path::new("outputs").join(campaign)
}

/// Tells what was written, what was refused, and where it is.
fn tell(built: &Built, lang: Lang) {
    let vi = lang == Lang::Vi;
    let head = if vi { "Đã ghi vào" } else { "Written to" };
    screen::answer(format_args!("\n{head} {}", built.folder.display()));
    let copied: BTreeSet<&str> =
        built.written.iter().filter_map(|it| it.copy_of.as_deref()).collect();
    let papers: Vec<&Written> = built.written.iter().filter(|it| it.copy_of.is_none()).collect();
    let written = grouped::by_folder(&papers, |it| &it.file);
    let widest = written.iter().map(|it| it.name.chars().count()).max().unwrap_or(0);
    for entry in &written {
        let about = grouped::about(&entry.items, &copied, lang);
        screen::answer(format_args!("  {:widest$}  {about}", entry.name));
    }
    if built.reused() > 0 {
        let files = grouped::files(built.reused(), lang);
        screen::answer(if vi {
            format!("Giữ nguyên {files} của lần trước, vì số liệu và mẫu của chúng không đổi.")
        } else {
            format!(
                "{files} of the last build stay as they are: nothing that they rest on changed."
            )
        });
    }
    failed(&built.failed, lang);
    for (name, absence) in &built.absent {
        let none = if vi { "không có trong kỳ này" } else { "is no paper of this campaign" };
        screen::answer(format_args!("{name}: {none}: {}", absent::why(absence, lang)));
    }
    report::kept(&built.kept, lang);
    if built.refused.is_empty() {
        return;
    }
    let head = if vi {
        "Chưa làm các văn bản sau, vì còn chỗ cần sửa:"
    } else {
        "Not made, since some things need mending first:"
    };
    screen::answer(format_args!("\n{head}"));
    for entry in grouped::by_folder(&built.refused, |it| &it.file) {
        let word = if vi { "chỗ cần sửa" } else { "to mend" };
        let findings: usize = entry.items.iter().map(|it| it.findings).sum();
        let count = match entry.items.len() {
            1 => String::new(),
            many => format!("{}, ", grouped::files(many, lang)),
        };
        screen::answer(format_args!("  {}  ({count}{findings} {word})", entry.name));
    }
    let way = if vi {
        "→ sửa xong chạy lại; cần xem trước thì thêm --draft để làm bản dự thảo"
    } else {
        "→ mend them and run again; add --draft for a draft in the meantime"
    };
    screen::answer(way);
}
