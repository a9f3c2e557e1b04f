//! `last-year-copied`: figures of this year are last year's to the digit (K14). Zeros, small and
//! round figures repeat by chance and are not counted.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::history;
use crate::check::history::Before;
use crate::check::operand;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::place::Place;
use crate::model::submission::Submission;

/// Rows from which on it is told.
const ROWS: usize = 5;

/// Rows from which on a whole column that is the same cannot be chance.
const WHOLE: usize = 10;

pub(super) struct LastYearCopied;

impl Check for LastYearCopied {
    fn code(&self) -> &'static str {
        "last-year-copied"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let catalogue = context.catalogue;
        let history = Before::of(context, it);
        let both = |id: IndicatorId| {
            let now = it.number(id, Measure::Actual)?;
            let before = history.number(id)?;
            history::is_telling(catalogue, id, now).then_some((id, now, before))
        };
        let compared: Vec<(IndicatorId, Decimal, Decimal)> =
            catalogue.ids().filter_map(both).collect();
        let same = compared.iter().filter(|(_, now, before)| now == before);
        let rows: Vec<_> =
            same.map(|(id, now, _)| operand(catalogue, *id, Measure::Actual, *now)).collect();
        if rows.len() < ROWS {
            return;
        }
        let whole = rows.len() == compared.len() && rows.len() >= WHOLE;
        let place = Place::sheet(&it.file, it.sheet());
        let fact = ComparisonFact::LastYearCopied { rows, whole };
        findings.push(Finding::new(fact, place, it.unit));
    }
}
