//! `actual-equals-target`: what was achieved is the target in every row (K15). One row that differs
//! shows that the figures were thought about.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::measure::Measure;
use crate::model::place::Place;
use crate::model::submission::Submission;

/// Rows from which on it is told.
const ROWS: usize = 5;

pub(super) struct ActualEqualsTarget;

impl Check for ActualEqualsTarget {
    fn code(&self) -> &'static str {
        "actual-equals-target"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let both = |id| it.number(id, Measure::Actual).zip(it.number(id, Measure::Target));
        let pairs: Vec<(Decimal, Decimal)> = context.catalogue.ids().filter_map(both).collect();
        let told = pairs.iter().filter(|(_, target)| !target.is_zero()).count();
        if told < ROWS || pairs.iter().any(|(actual, target)| actual != target) {
            return;
        }
        let fact = ComparisonFact::ActualEqualsTarget { rows: pairs.len() };
        findings.push(Finding::new(fact, Place::sheet(&it.file, it.sheet()), it.unit));
    }
}
