//! Who is not considered: as a person declared, and what the program sees itself where the campaign
//! lets it look (domain.md 3.3).

use crate::finding::fact::Finding;
use crate::model::campaign::Campaign;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::meeting::Bar;
use crate::model::meeting::Ground;
use crate::score::Context;
use crate::score::ways::LATE;

/// The reasons for which each unit is not considered, in the order of units; mostly none.
pub(super) fn bars(context: Context<'_>) -> Vec<Vec<Bar>> {
    context.campaign.unit_ids().map(|unit| of_unit(context, unit)).collect()
}

fn of_unit(context: Context<'_>, unit: UnitId) -> Vec<Bar> {
    let Some(scoring) = &context.campaign.scoring else { return Vec::new() };
    let declared = scoring.barred.iter().filter(|it| it.unit == unit);
    let mut bars: Vec<Bar> = declared.map(|it| it.bar.clone()).collect();
    for ground in &scoring.gates {
        let known = bars.iter().any(|it| it.ground == *ground);
        if !known && sees(context, unit, *ground) {
            bars.push(Bar { ground: *ground, note: String::new() });
        }
    }
    bars
}

/// Whether the program sees a ground itself; what only people know is not seen.
fn sees(context: Context<'_>, unit: UnitId, ground: Ground) -> bool {
    match ground {
        Ground::Dissolved => is_dissolved(context.campaign, unit),
        Ground::NotRegistered => is_not_registered(context, unit),
        Ground::NoPledge => has_no_pledge(context, unit),
        Ground::Late => is_late(context, unit),
        Ground::DisciplinePending | Ground::Absent | Ground::Other => false,
    }
}

/// A body that went on in another one before the cut-off gets nothing under its old name.
fn is_dissolved(campaign: &Campaign, unit: UnitId) -> bool {
    let end = campaign.successions.end(&campaign[unit].identity);
    end.is_some_and(|it| it.on <= campaign.period.last_day())
}

/// A unit has results of the year, but no target for it: there is nothing that it promised. Where there
/// are no results either nobody knows what it registered.
fn is_not_registered(context: Context<'_>, unit: UnitId) -> bool {
    let has = |measure| {
        let value = |id| context.dataset.column(measure, id).units[unit.index()].value;
        context.catalogue.ids().any(|id| value(id).is_some())
    };
    has(Measure::Actual) && !has(Measure::Target)
}

/// The pledge of the year scored was signed a year ago: by this body, or by one that went on in it.
/// Of a body that was not in last year's campaign nobody knows what it signed elsewhere.
fn has_no_pledge(context: Context<'_>, unit: UnitId) -> bool {
    let Some(past) = context.last_year else { return false };
    let pledge = &past.campaign.pledge;
    let bodies = &past.lineage.of_unit(unit).parts;
    pledge.year == context.campaign.period.year
        && !bodies.is_empty()
        && !bodies.iter().any(|body| pledge.parties.contains(body))
}

/// Its file came in late, which nobody accepted, or none can be used.
fn is_late(context: Context<'_>, unit: UnitId) -> bool {
    let is_late = |it: &Finding| it.is_open_of(unit) && it.fact.code() == LATE;
    !context.submissions.has(unit) || context.findings.of(&unit).any(is_late)
}
