//! `thidua check`.

use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::catalogue::Severity;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;

use crate::cli::args::CheckArgs;
use crate::cli::args::Format;
use crate::cli::changes;
use crate::cli::json;
use crate::cli::progress::Progress;
use crate::cli::reader;
use crate::cli::report;
use crate::cli::screen;
use crate::cli::status::Status;

pub(super) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let mut progress = Progress::new(lang, args.common.format == Format::Json);
    let workers = reader::workers();
    let gathered = workers
        .and_then(|it| gather::gather(&args.campaign, &it, &mut |event| progress.show(&event)));
    progress.finish();
    let gathered = gathered?;
    match args.common.format {
        Format::Json => json::check(&gathered, lang),
        Format::Text => {
            summary(&gathered, lang);
            report::findings(&gathered, lang);
            changes::tell(&gathered, lang);
        }
    }
    Ok(status(&gathered))
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
