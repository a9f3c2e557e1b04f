//! `sudden-change`: a figure is far from the unit's own of last year, while the others' are not.
//!
//! A change that all units share (a program that ended, a new way of counting) moves the median of
//! their changes with it, so it is told of the unit that goes another way. With fewer others than
//! make a median, the unit is held against its own year alone.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_figure;
use crate::check::cumulative_flow;
use crate::check::history;
use crate::check::history::Before;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::peers::Figures;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::comparison::OtherUnits;
use crate::model::catalogue::Direction;
use crate::model::catalogue::Kind;
use crate::model::catalogue::Time;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::submission::Submission;

/// Below these in both years, in the form's unit, a change is no news.
const LARGE: i64 = 100;

/// How many times the others' change, or such a part of it, is far: what happens within a year
/// varies more than what is there at its end.
const FAR_FLOW: i64 = 3;
const FAR_STOCK: i64 = 2;

/// From so many times on it is a slip of the unit of measure, which has a finding of its own.
const SLIP: i64 = 500;

pub(super) struct SuddenChange;

impl Check for SuddenChange {
    fn code(&self) -> &'static str {
        "sudden-change"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        let changes: Vec<BTreeMap<IndicatorId, Change>> =
            context.submissions.iter().map(|it| of_unit(context, it)).collect();
        let ratios =
            |id: IndicatorId| changes.iter().filter_map(move |it| Some(it.get(&id)?.ratio()));
        let all: BTreeMap<IndicatorId, Figures> =
            context.catalogue.ids().map(|id| (id, Figures::of(ratios(id)))).collect();
        for (it, changes) in context.submissions.iter().zip(&changes) {
            for (id, change) in changes {
                let fact = told(context, it, *id, *change, &all[id]);
                findings.extend(fact.map(|fact| at_figure(it, *id, Measure::Actual, fact)));
            }
        }
    }
}

/// A figure beside that of the year before, which is above zero.
#[derive(Debug, Clone, Copy)]
struct Change {
    value: Decimal,
    before: Decimal,
}

impl Change {
    fn ratio(self) -> Decimal {
        self.value.checked_div(self.before).unwrap_or_default()
    }
}

/// What can be compared of a unit.
fn of_unit(context: Context<'_>, it: &Submission) -> BTreeMap<IndicatorId, Change> {
    let history = Before::of(context, it);
    let change = |id: IndicatorId| {
        let value = it.number(id, Measure::Actual).filter(|it| *it >= Decimal::ZERO)?;
        // A count with decimals has a finding of its own.
        if context.catalogue[id].kind == Kind::Count && !value.is_integer() {
            return None;
        }
        let before = history.number(id).filter(|it| *it > Decimal::ZERO)?;
        Some((id, Change { value, before }))
    };
    let compares = |id: &IndicatorId| {
        let catalogue = context.catalogue;
        let is_whole = match catalogue[*id].time {
            Time::Flow => history::is_flow(catalogue, *id),
            Time::Stock => history::is_amount(catalogue, *id),
        };
        catalogue[*id].comparable && is_whole
    };
    context.catalogue.ids().filter(compares).filter_map(change).collect()
}

fn told(
    context: Context<'_>,
    it: &Submission,
    id: IndicatorId,
    change: Change,
    all: &Figures,
) -> Option<ComparisonFact> {
    let catalogue = context.catalogue;
    let largest = in_form_unit(catalogue, id, change.value.max(change.before));
    let units = all.others();
    let median = all.median_without(change.ratio());
    let is_news = largest >= Decimal::from(LARGE)
        && is_far(catalogue[id].time, change.ratio(), median.unwrap_or(Decimal::ONE))
        && !is_hoped_for(catalogue[id].direction, change)
        && !was_planned(it, id, change.value)
        && !cumulative_flow::tells(context, it, id, change.value, change.before);
    let percent = |ratio: Decimal| ratio.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(ratio);
    is_news.then(|| ComparisonFact::SuddenChange {
        indicator: named(catalogue, id),
        value: in_form_unit(catalogue, id, change.value),
        before: in_form_unit(catalogue, id, change.before),
        percent: percent(change.ratio()),
        others: median.map(|it| OtherUnits { median: percent(it), units }),
    })
}

/// Whether a change is far from that of the others, and far from none.
fn is_far(time: Time, own: Decimal, others: Decimal) -> bool {
    let far = Decimal::from(if time == Time::Flow { FAR_FLOW } else { FAR_STOCK });
    let slip = Decimal::from(SLIP);
    let beyond = |factor: Decimal, other: Decimal| {
        let (above, below) = (other * factor, other / factor);
        if own >= above { Some(true) } else { (own <= below).then_some(false) }
    };
    let is_slip = own >= slip || (!own.is_zero() && own <= Decimal::ONE / slip);
    // Both ways it must be a rise, or both ways a fall: one that stayed while others fell is no jump.
    let by_others = beyond(far, others);
    by_others.is_some() && by_others == beyond(Decimal::TWO, Decimal::ONE) && !is_slip
}

/// Whether less of what should be low: no strike after one of five hundred is no surprise.
fn is_hoped_for(direction: Direction, change: Change) -> bool {
    direction == Direction::Down && change.value < change.before
}

/// Whether the unit meant to come near this figure.
fn was_planned(it: &Submission, id: IndicatorId, value: Decimal) -> bool {
    let near = Decimal::new(15, 1);
    let target = it.number(id, Measure::Target).filter(|it| *it > Decimal::ZERO);
    target.is_some_and(|target| value <= target * near && value >= target / near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn far_from_ones_own_year_and_from_the_others() {
        for (time, own, others, far) in [
            (Time::Flow, "3", "1", true),
            (Time::Flow, "2.9", "1", false),
            (Time::Flow, "0.3", "1", true),
            (Time::Flow, "0", "1", true),
            // All of them fell, all of them rose.
            (Time::Flow, "0.15", "0.2", false),
            (Time::Flow, "4", "3.5", false),
            // One that stayed while the others fell or rose.
            (Time::Flow, "1", "0.2", false),
            (Time::Flow, "1", "4", false),
            (Time::Stock, "2", "1", true),
            (Time::Stock, "0.5", "1", true),
            (Time::Stock, "1.9", "1", false),
            // A slip of the unit of measure.
            (Time::Flow, "1000", "1", false),
            (Time::Flow, "0.001", "1", false),
        ] {
            let is = is_far(time, own.parse().unwrap(), others.parse().unwrap());
            assert_eq!(is, far, "{time:?} {own} {others}");
        }
    }
}
