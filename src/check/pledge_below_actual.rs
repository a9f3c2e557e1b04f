//! `pledge-below-actual`: the unit pledges clearly less than it achieved (K16); a list for the head
//! of the cluster. Pledges are round numbers, so a little less is not told.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::in_form_unit;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::comparison::Pledged;
use crate::model::catalogue::Direction;
use crate::model::catalogue::Kind;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::place::Place;
use crate::model::submission::Submission;

/// Counts below this go up and down by chance.
const SMALL: i64 = 10;

/// How much worse than what was achieved is told, in parts of a hundred.
const CLEARLY: i64 = 10;

pub(super) struct PledgeBelowActual;

impl Check for PledgeBelowActual {
    fn code(&self) -> &'static str {
        "pledge-below-actual"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let rows: Vec<Pledged> =
            context.catalogue.ids().filter_map(|id| lower(context, it, id)).collect();
        if !rows.is_empty() {
            let fact = ComparisonFact::PledgeBelowActual { rows };
            findings.push(Finding::new(fact, Place::sheet(&it.file, it.sheet()), it.unit));
        }
    }
}

fn lower(context: Context<'_>, it: &Submission, id: IndicatorId) -> Option<Pledged> {
    let indicator = &context.catalogue[id];
    let actual = in_form_unit(context.catalogue, id, it.number(id, Measure::Actual)?);
    let pledged = in_form_unit(context.catalogue, id, it.number(id, Measure::Pledged)?);
    let margin = actual.abs() * Decimal::new(CLEARLY, 2);
    let is_worse = match indicator.direction {
        Direction::Up => pledged < actual - margin,
        Direction::Down => pledged > actual + margin,
    };
    let is_small = indicator.kind == Kind::Count && actual < Decimal::from(SMALL);
    (is_worse && !is_small).then(|| Pledged { code: indicator.code.clone(), pledged, actual })
}
