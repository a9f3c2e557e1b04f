//! `percent-as-fraction`: a percentage of at most one whose parts are not there to tell (K4). Where
//! they are, the percentage is computed again, and `percent-recomputed` speaks.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::named;
use crate::check::numbers;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Direction;
use crate::model::catalogue::Kind;
use crate::model::submission::Submission;

pub(super) struct PercentAsFraction;

impl Check for PercentAsFraction {
    fn code(&self) -> &'static str {
        "percent-as-fraction"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for (id, measure, value, cell) in numbers(it) {
            let indicator = &context.catalogue[id];
            let is_small = Decimal::ZERO < value && value <= Decimal::ONE;
            let has_parts = match indicator.aggregation {
                Aggregation::Ratio { numerator, denominator } => {
                    it.number(numerator, measure).and(it.number(denominator, measure)).is_some()
                }
                _ => false,
            };
            if indicator.kind != Kind::Percent || !is_small || has_parts {
                continue;
            }
            let fact = FigureFact::PercentAsFraction {
                indicator: named(context.catalogue, id),
                measure,
                value,
                plausible: indicator.direction == Direction::Down,
            };
            findings.push(at_cell(it, cell, fact));
        }
    }
}
