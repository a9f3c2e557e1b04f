//! `thidua check`.

use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::catalogue::Severity;
use thidua::pipeline::feedback;
use thidua::pipeline::forms::Beside;
use thidua::pipeline::gather::Gathered;

use crate::cli::args::CheckArgs;
use crate::cli::args::Format;
use crate::cli::build;
use crate::cli::changes;
use crate::cli::fonts;
use crate::cli::grouped;
use crate::cli::json;
use crate::cli::reader;
use crate::cli::report;
use crate::cli::screen;
use crate::cli::status::Status;

/// Most files that are listed one by one.
const FEW: usize = 20;

pub(super) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let gathered = reader::gather(&args.campaign, &args.common)?;
    match args.common.format {
        // One answer: a script gets either everything or the failure.
        Format::Json => json::check(&gathered, write(args, &gathered)?.as_ref(), lang),
        Format::Text => {
            summary(&gathered, lang);
            report::findings(&gathered, lang);
            changes::tell(&gathered, lang);
            // What was found is told even where nothing can be written.
            if let Some(returned) = write(args, &gathered)? {
                tell(&returned, lang);
            }
        }
    }
    Ok(status(&gathered))
}

/// Writes what goes back to the units, unless it is not wanted.
fn write(args: &CheckArgs, gathered: &Gathered) -> Result<Option<Beside>, Failure> {
    if args.no_write {
        return Ok(None);
    }
    let default = || build::default_folder(&gathered.declared.campaign.name);
    let out = args.out.clone().unwrap_or_else(default);
    feedback::write(gathered, &fonts::find(&args.fonts.fonts)?, &out).map(Some)
}

/// Tells what goes back, and where it is.
fn tell(returned: &Beside, lang: Lang) {
    let head = match lang {
        Lang::Vi => "Tệp gửi lại đơn vị, ghi vào",
        Lang::En => "To send back to the units, written to",
    };
    if !returned.written.is_empty() {
        screen::answer(format_args!("\n{head} {}", returned.folder.display()));
    }
    for entry in grouped::by_folder(&returned.written, |(_, file)| file) {
        let files: Vec<&str> = entry.items.iter().map(|(_, file)| file.as_str()).collect();
        match files.as_slice() {
            few if few.len() <= FEW => {
                few.iter().for_each(|file| screen::answer(format_args!("  {file}")));
            }
            many => {
                let count = grouped::files(many.len(), lang);
                screen::answer(format_args!("  {} · {count}", entry.name));
            }
        }
    }
    report::kept(&returned.kept, lang);
}

/// The exit code that the findings call for.
pub(super) fn status(gathered: &Gathered) -> Status {
    match gathered.worst() {
        Some(Severity::Error) => Status::Findings,
        _ => Status::Clean,
    }
}

/// Who has sent, in two lines.
pub(super) fn summary(gathered: &Gathered, lang: Lang) {
    let campaign = &gathered.declared.campaign;
    let has_sent = |id: &_| gathered.submissions.iter().any(|it| it.unit == Some(*id));
    let sent = campaign.unit_ids().filter(has_sent).count();
    let (files, units) = (gathered.received.len(), campaign.units.len());
    screen::answer(format_args!("{}, {}", campaign.cluster.name, campaign.period.title()));
    let counts = report::counts(gathered, lang);
    match lang {
        Lang::Vi => {
            screen::answer(format_args!("Đã đọc {files} tệp của {sent}/{units} đơn vị: {counts}."));
        }
        Lang::En => {
            screen::answer(format_args!("Read {files} files of {sent}/{units} units: {counts}."));
        }
    }
}
