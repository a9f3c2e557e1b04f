//! `percent-recomputed`: a typed percentage is not what its parts give (K4). The tolerance is half
//! a unit of the last digit typed, or of the sixth where a formula gave more.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::history;
use crate::check::named;
use crate::check::numbers;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Kind;
use crate::model::submission::Submission;

pub(super) struct PercentRecomputed;

impl Check for PercentRecomputed {
    fn code(&self) -> &'static str {
        "percent-recomputed"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for (id, measure, typed, cell) in numbers(it) {
            let indicator = &context.catalogue[id];
            let Aggregation::Ratio { numerator, denominator } = indicator.aggregation else {
                continue;
            };
            let scale =
                if indicator.kind == Kind::Percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
            let parts = it.number(numerator, measure).zip(it.number(denominator, measure));
            let computed = parts.and_then(|(of, by)| of.checked_mul(scale)?.checked_div(by));
            let Some(computed) = computed else { continue };
            if history::is_same(typed, computed) {
                continue;
            }
            let fact = FigureFact::PercentRecomputed {
                indicator: named(context.catalogue, id),
                measure,
                typed,
                computed,
                numerator: context.catalogue[numerator].code.clone(),
                denominator: context.catalogue[denominator].code.clone(),
            };
            findings.push(at_cell(it, cell, fact));
        }
    }
}
