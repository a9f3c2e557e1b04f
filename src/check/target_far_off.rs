//! `target-far-off`: a target was passed or missed by more than is likely (K25). For what should be
//! low, little is no surprise; neither is little in the middle of the year.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::numbers;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::catalogue::Direction;
use crate::model::catalogue::Kind;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::period::Span;
use crate::model::submission::Submission;

/// Percent of the target above which it is told.
const HIGH: i64 = 300;

/// Percent of the target below which it is told.
const LOW: i64 = 10;

/// Counts below this are far off their target soon.
const SMALL: i64 = 30;

pub(super) struct TargetFarOff;

impl Check for TargetFarOff {
    fn code(&self) -> &'static str {
        "target-far-off"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for (id, measure, actual, cell) in numbers(it) {
            let target = it.number(id, Measure::Target).filter(|_| measure == Measure::Actual);
            let Some(target) = target.filter(|target| *target > Decimal::ZERO) else { continue };
            let reached = actual.checked_mul(Decimal::ONE_HUNDRED);
            let Some(percent) = reached.and_then(|it| it.checked_div(target)) else { continue };
            if is_likely(context, id, [actual, target], percent) {
                continue;
            }
            let fact = ComparisonFact::TargetFarOff {
                indicator: named(context.catalogue, id),
                target: in_form_unit(context.catalogue, id, target),
                actual: in_form_unit(context.catalogue, id, actual),
                percent,
            };
            findings.push(at_cell(it, cell, fact));
        }
    }
}

fn is_likely(
    context: Context<'_>,
    id: IndicatorId,
    [actual, target]: [Decimal; 2],
    percent: Decimal,
) -> bool {
    let indicator = &context.catalogue[id];
    let is_small = match indicator.kind {
        Kind::Count => actual.max(target) < Decimal::from(SMALL),
        // 0,85 for 85% is told as such.
        Kind::Percent => actual <= Decimal::ONE,
        Kind::YesNo => true,
        Kind::Money | Kind::Average => false,
    };
    let may_be_low =
        indicator.direction == Direction::Down || context.campaign.period.span != Span::Full;
    let is_low = percent < Decimal::from(LOW) && !may_be_low;
    is_small || !(is_low || percent > Decimal::from(HIGH))
}
