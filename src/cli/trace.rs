//! `thidua trace`.

pub(super) mod tell;
pub(super) mod words;

use serde_json::Value;
use serde_json::json;
use thidua::finding::failure::Failure;
use thidua::finding::failure::TomlFault;
use thidua::finding::lang::Lang;
use thidua::inspect::find;
use thidua::inspect::story::Node;
use thidua::inspect::story::Shown;
use thidua::inspect::story::Teller;
use thidua::model::campaign::Campaign;
use thidua::model::catalogue::Catalogue;
use thidua::model::figure::FigureId;
use thidua::model::id::GroupId;
use thidua::model::id::IndicatorId;
use thidua::model::identity::Identities;
use thidua::model::ledger::Ledger;
use thidua::model::ledger::PrintedAt;
use thidua::model::measure::Measure;
use thidua::model::owner::Owner;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::trace;
use thidua::pipeline::trace::Found;
use thidua::pipeline::trace::State;
use thidua::pipeline::trace::Traced;
use thidua::text::fold;
use thidua::text::suggest;

use crate::cli::args::Format;
use crate::cli::args::TraceArgs;
use crate::cli::json;
use crate::cli::reader;
use crate::cli::report;
use crate::cli::status::Status;

/// Most figures that are told at once; of more there is a list.
const MOST: usize = 5;

/// A figure with the places that were asked for.
struct Story {
    printed: Vec<Shown>,
    figure: Node,
}

pub(super) fn run(args: &TraceArgs) -> Result<Status, Failure> {
    if args.place.is_dir() { of_campaign(args) } else { of_file(args) }
}

fn of_campaign(args: &TraceArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let gathered = reader::gather(&args.place, &args.common)?;
    let wanted = match figure(args, &gathered) {
        Ok(wanted) => wanted,
        Err(Unclear::Unknown(fault)) => {
            report::unknown(&fault, lang);
            return Ok(Status::Failed);
        }
        Err(Unclear::Several(all)) => {
            tell::several(&gathered.declared.catalogue, &all, lang);
            return Ok(Status::Failed);
        }
    };
    let ledger = trace::of_campaign(&gathered, &[wanted.into()])?;
    let teller = Teller::new(&ledger);
    let declared = &gathered.declared;
    let id = Identities {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        criteria: declared.criteria.as_ref(),
    }
    .of(wanted.into());
    let story = Story { printed: teller.printed(&id), figure: teller.story(&id) };
    let has_value = story.figure.value.is_some();
    match args.common.format {
        Format::Json => json::print(&json!({
            "campaign": ledger.campaign,
            "figures": [answer(&story)],
        })),
        Format::Text if teller.knows(&id) => tell::story(&story.printed, &story.figure, lang),
        Format::Text => tell::nothing_reported(&declared.catalogue[wanted.indicator], wanted, lang),
    }
    Ok(if has_value { Status::Clean } else { Status::NothingFound })
}

/// Why what was typed names no figure.
enum Unclear {
    Unknown(TomlFault),
    Several(Vec<IndicatorId>),
}

/// The figure that was asked for.
fn figure(args: &TraceArgs, gathered: &Gathered) -> Result<FigureId, Unclear> {
    let campaign = &gathered.declared.campaign;
    let unknown = |name: &str, nearest: Option<&str>| {
        let nearest = nearest.map(str::to_owned);
        Unclear::Unknown(TomlFault::Dangling { name: name.to_owned(), nearest })
    };
    let Some(wanted) = &args.wanted else { return Err(unknown("--list", Some("CHỈ_TIÊU"))) };
    let indicator = indicator(&gathered.declared.catalogue, wanted)?;
    let measure = args.measure.as_deref().map_or(Ok(Measure::Actual), |typed| {
        let titles = Measure::ALL.iter().map(|it| it.title());
        measure(typed).ok_or_else(|| unknown(typed, suggest::nearest(typed, titles)))
    })?;
    let owner = args.unit.as_deref().map_or(Ok(Owner::Cluster), |typed| {
        let names = campaign.units.iter().flat_map(|it| [it.code.as_str(), it.name.as_str()]);
        owner(campaign, typed).ok_or_else(|| unknown(typed, suggest::nearest(typed, names)))
    })?;
    Ok(FigureId { indicator, measure, owner })
}

/// The unit or the block of this name.
fn owner(campaign: &Campaign, typed: &str) -> Option<Owner> {
    let folded = fold::fold(typed);
    let bears = |group: &GroupId| {
        let group = &campaign[*group];
        [&group.code, &group.name].into_iter().any(|it| fold::fold(it) == folded)
    };
    let group = || campaign.group_ids().find(bears).map(Owner::Group);
    campaign.find_by_name(typed).map(Owner::Unit).or_else(group)
}

/// The indicator with this code or name, or the only one whose name holds these words.
fn indicator(catalogue: &Catalogue, typed: &str) -> Result<IndicatorId, Unclear> {
    if let Some(id) = catalogue.find_typed(typed) {
        return Ok(id);
    }
    let words = fold::fold(typed);
    let holds = |id: &IndicatorId| fold::fold(&catalogue[*id].name).contains(&words);
    let named = match catalogue.labelled(typed) {
        [] if !words.is_empty() => catalogue.ids().filter(holds).collect(),
        named => named.to_vec(),
    };
    match named.as_slice() {
        [only] => Ok(*only),
        [] => {
            let all = &catalogue.indicators;
            let names = all.iter().flat_map(|it| [it.code.as_str(), it.name.as_str()]);
            let nearest = suggest::nearest(typed, names).map(str::to_owned);
            Err(Unclear::Unknown(TomlFault::Dangling { name: typed.to_owned(), nearest }))
        }
        _ => Err(Unclear::Several(named)),
    }
}

/// The measure of this name: `th`, `actual`, `thực hiện`.
fn measure(typed: &str) -> Option<Measure> {
    let typed = fold::fold(typed);
    let bears = |it: &Measure| {
        [it.short(), it.name(), it.title()].into_iter().any(|name| fold::fold(name) == typed)
    };
    Measure::ALL.into_iter().find(bears)
}

fn of_file(args: &TraceArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let traced = trace::of_file(&args.place, &reader::workers()?)?;
    let no_figures = || Failure::NoFigures { path: args.place.clone() };
    let Traced { document, ledger, found, state } = traced.ok_or_else(no_figures)?;
    let ledger = find::of_document(ledger, &document, args.page);
    let teller = Teller::new(&ledger);
    let Some(wanted) = &args.wanted else {
        list(args, &ledger, &teller, (found, state));
        return Ok(if ledger.printed.is_empty() { Status::NothingFound } else { Status::Clean });
    };
    let places = find::find(&ledger, &teller, wanted);
    let stories = stories(&places, &teller);
    match args.common.format {
        Format::Json => json::print(&json!({
            "file": document,
            "state": state_name(state),
            "figures": stories.iter().map(answer).collect::<Vec<_>>(),
        })),
        Format::Text => {
            tell::paper(&document, found, state, lang);
            if stories.is_empty() {
                tell::no_figure(wanted, args.page, lang);
            }
            if stories.len() > MOST {
                let row = |at: &PrintedAt| (teller.shown(at), teller.head(&at.figure));
                let rows: Vec<(Shown, Node)> = places.iter().map(|it| row(it)).collect();
                tell::many(&rows, lang);
            } else {
                for story in &stories {
                    tell::gap();
                    tell::story(&story.printed, &story.figure, lang);
                }
            }
        }
    }
    Ok(if stories.is_empty() { Status::NothingFound } else { Status::Clean })
}

/// The figures of these places in reading order, each with all of them.
fn stories(places: &[&PrintedAt], teller: &Teller<'_>) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for at in places {
        let shown = teller.shown(at);
        match stories.iter_mut().find(|it| it.figure.id == at.figure) {
            Some(story) => story.printed.push(shown),
            None => {
                stories.push(Story { printed: vec![shown], figure: teller.story(&at.figure) });
            }
        }
    }
    stories
}

fn list(args: &TraceArgs, ledger: &Ledger, teller: &Teller<'_>, (found, state): (Found, State)) {
    let rows: Vec<(Shown, Node)> =
        ledger.printed.iter().map(|it| (teller.shown(it), teller.head(&it.figure))).collect();
    match args.common.format {
        Format::Json => {
            let one = |(shown, node): &(Shown, Node)| {
                let mut value = json!(shown);
                value["subject"] = json!(node.subject);
                value
            };
            let rows: Vec<Value> = rows.iter().map(one).collect();
            json::print(&json!({ "state": state_name(state), "list": rows }));
        }
        Format::Text => {
            let document = ledger.printed.first().map_or("", |it| it.document.as_str());
            let lang: Lang = args.common.lang();
            tell::paper(document, found, state, lang);
            tell::gap();
            tell::list(&rows, lang);
        }
    }
}

fn answer(story: &Story) -> Value {
    json!({ "printed": story.printed, "figure": story.figure })
}

fn state_name(state: State) -> &'static str {
    match state {
        State::AsMade => "as-made",
        State::Changed => "changed",
        State::Signed => "signed",
        State::Unknown => "unknown",
    }
}
