//! `thidua score`: points, ranks and proposals, how they arose, and what another figure would move.

mod explain;
mod table;
mod what_if;
mod words;

use serde_json::json;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::campaign::Campaign;
use thidua::model::catalogue::Severity;
use thidua::model::criteria::Criteria;
use thidua::model::id::UnitId;
use thidua::model::scoreboard::Scoreboard;
use thidua::pipeline::gather::Gathered;

use crate::cli::args::Format;
use crate::cli::args::ScoreArgs;
use crate::cli::json;
use crate::cli::named_unit;
use crate::cli::reader;
use crate::cli::report;
use crate::cli::status::Status;

/// A campaign that scores.
#[derive(Clone, Copy)]
struct Scored<'a> {
    gathered: &'a Gathered,
    campaign: &'a Campaign,
    criteria: &'a Criteria,
    board: &'a Scoreboard,
}

pub(super) fn run(args: &ScoreArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let gathered = reader::gather(&args.campaign, &args.common)?;
    let declared = &gathered.declared;
    let Some((criteria, board)) = declared.criteria.as_ref().zip(gathered.scoreboard.as_ref())
    else {
        report::not_scored(lang);
        return Ok(Status::Failed);
    };
    let scored = Scored { gathered: &gathered, campaign: &declared.campaign, criteria, board };
    if !args.what_if.is_empty() {
        return what_if::run(scored, args);
    }
    let explained = named_unit::find_or_tell(scored.campaign, args.explain.as_deref(), lang);
    let explained = match explained {
        Ok(unit) => unit,
        Err(status) => return Ok(status),
    };
    match (args.common.format, explained) {
        (Format::Json, unit) => json::print(&answer(scored, unit, lang)),
        (Format::Text, None) => table::tell(scored, lang),
        (Format::Text, Some(unit)) => explain::tell(scored, unit, lang),
    }
    Ok(status(scored))
}

/// Errors anywhere may change the points.
fn status(scored: Scored<'_>) -> Status {
    match scored.gathered.worst() {
        Some(Severity::Error) => Status::Findings,
        _ => Status::Clean,
    }
}

fn answer(scored: Scored<'_>, explained: Option<UnitId>, lang: Lang) -> serde_json::Value {
    let units: Vec<UnitId> = match explained {
        None => scored.campaign.unit_ids().collect(),
        Some(unit) => vec![unit],
    };
    let unit = |unit: &UnitId| {
        let mut told = table::json(scored, *unit, lang);
        if explained.is_some() {
            told["criteria"] = explain::json(scored, *unit);
        }
        told
    };
    json!({
        "campaign": scored.campaign.name,
        "criteria": scored.criteria.name,
        "scale": scored.criteria.scale,
        "units": units.iter().map(unit).collect::<Vec<_>>(),
    })
}
