//! `thidua forms`.

use std::path::Path;

use thidua::finding::failure::Failure;
use thidua::finding::failure::TomlFault;
use thidua::finding::lang::Lang;
use thidua::model::campaign::Campaign;
use thidua::model::id::UnitId;
use thidua::pipeline::forms;
use thidua::pipeline::forms::Beside;
use thidua::pipeline::gather;

use crate::cli::args::Format;
use crate::cli::args::FormsArgs;
use crate::cli::build;
use crate::cli::json;
use crate::cli::named_unit;
use crate::cli::progress::Progress;
use crate::cli::reader;
use crate::cli::report;
use crate::cli::screen;
use crate::cli::status::Status;

pub(super) fn run(args: &FormsArgs) -> Result<Status, Failure> {
    if args.panel {
        return panel(args);
    }
    let lang = args.common.lang();
    let mut progress = Progress::new(lang, args.common.format == Format::Json);
    let mut listen = |event| progress.show(&event);
    let announced = gather::announce(&args.campaign, &reader::workers()?, &mut listen)?;
    let campaign = &announced.declared.campaign;
    let units = match units(campaign, &args.unit) {
        Ok(units) => units,
        Err(unknown) => {
            progress.finish();
            report::unknown(&unknown, lang);
            return Ok(Status::Failed);
        }
    };
    let out = args.out.clone().unwrap_or_else(|| build::default_folder(&campaign.name));
    let made = forms::write(&announced, &units, &out, &mut listen);
    progress.finish();
    let made = made?;
    match args.common.format {
        Format::Json => json::forms(&made, campaign),
        Format::Text => tell(&made, campaign, lang),
    }
    Ok(Status::Clean)
}

/// Writes the workbook of the panel.
fn panel(args: &FormsArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let gathered = reader::gather(&args.campaign, &args.common)?;
    let campaign = &gathered.declared.campaign;
    let out = args.out.clone().unwrap_or_else(|| build::default_folder(&campaign.name));
    let Some(made) = forms::write_panel(&gathered, &out, &mut |_| {})? else {
        report::not_scored(lang);
        return Ok(Status::Failed);
    };
    match args.common.format {
        Format::Json => json::panel(&made),
        Format::Text => {
            told_folder(&made.folder, lang);
            screen::answer(format_args!("  {}  {}", made.file, only_for_panel(lang)));
            report::kept(&made.kept, lang);
        }
    }
    Ok(Status::Clean)
}

fn only_for_panel(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "chỉ dùng trong tổ thẩm định; điền xong thì chép vào thư mục panel của kỳ",
        Lang::En => "for the panel alone; once filled, copy it into the campaign's folder panel",
    }
}

/// The units that were named, in the campaign's order; all if none was.
fn units(campaign: &Campaign, named: &[String]) -> Result<Vec<UnitId>, TomlFault> {
    let find = |typed: &String| named_unit::find(campaign, typed);
    let wanted: Vec<UnitId> = named.iter().map(find).collect::<Result<_, _>>()?;
    Ok(campaign.unit_ids().filter(|id| named.is_empty() || wanted.contains(id)).collect())
}

fn told_folder(folder: &Path, lang: Lang) {
    let head = match lang {
        Lang::Vi => "Đã ghi vào",
        Lang::En => "Written to",
    };
    screen::answer(format_args!("{head} {}", folder.display()));
}

fn tell(made: &Beside, campaign: &Campaign, lang: Lang) {
    told_folder(&made.folder, lang);
    let widest = made.written.iter().map(|(_, file)| file.chars().count()).max().unwrap_or(0);
    for (unit, file) in &made.written {
        screen::answer(format_args!("  {file:widest$}  {}", campaign[*unit].full_name));
    }
    report::kept(&made.kept, lang);
}
