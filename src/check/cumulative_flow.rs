//! `cumulative-flow`: a figure of the period looks as if years were added up (K13).
//!
//! A flow may well double, so it is told only where the figure is large, several years would make
//! it, and the unit did not plan so much.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::history;
use crate::check::history::Before;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::numbers;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::submission::Submission;

/// Below this figure of last year, in the form's unit, a doubling is no news.
const LARGE: i64 = 100;

/// More years than these are no running total; a term has five.
const YEARS: i64 = 6;

pub(super) struct CumulativeFlow;

impl Check for CumulativeFlow {
    fn code(&self) -> &'static str {
        "cumulative-flow"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let catalogue = context.catalogue;
        let history = Before::of(context, it);
        for (id, measure, value, cell) in numbers(it) {
            let asked = measure == Measure::Actual
                && catalogue[id].comparable
                && history::is_flow(catalogue, id);
            let Some(before) = history.number(id).filter(|_| asked) else { continue };
            if !tells(context, it, id, value, before) {
                continue;
            }
            let fact = ComparisonFact::CumulativeFlow {
                indicator: named(catalogue, id),
                value: in_form_unit(catalogue, id, value),
                before: in_form_unit(catalogue, id, before),
            };
            findings.push(at_cell(it, cell, fact));
        }
    }
}

/// Whether a flow looks as if years were added up.
pub(super) fn tells(
    context: Context<'_>,
    it: &Submission,
    id: IndicatorId,
    value: Decimal,
    before: Decimal,
) -> bool {
    history::is_flow(context.catalogue, id)
        && looks_added_up(context, id, value, before)
        && !was_planned(it, id, value)
}

fn looks_added_up(context: Context<'_>, id: IndicatorId, value: Decimal, before: Decimal) -> bool {
    let is_large = in_form_unit(context.catalogue, id, before) >= Decimal::from(LARGE);
    let times = value.checked_div(before).unwrap_or_default();
    is_large && times > Decimal::TWO && times <= Decimal::from(YEARS)
}

/// Whether the target is so high that the figure is no surprise.
fn was_planned(it: &Submission, id: IndicatorId, value: Decimal) -> bool {
    it.number(id, Measure::Target).is_some_and(|target| value <= target * Decimal::new(15, 1))
}
