//! `previous-differs`: what is typed as last year's figure is not what last year's campaign
//! accepted.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::history;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::numbers;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::measure::Measure;
use crate::model::submission::Submission;

pub(super) struct PreviousDiffers;

impl Check for PreviousDiffers {
    fn code(&self) -> &'static str {
        "previous-differs"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let Some(then) = history::same_span(context, it) else { return };
        for (id, measure, typed, cell) in numbers(it) {
            let taken = then.taken(id, Measure::Actual);
            let Some(taken) = taken.filter(|_| measure == Measure::Previous) else { continue };
            let typed = in_form_unit(context.catalogue, id, typed);
            let accepted = in_form_unit(context.catalogue, id, taken.value);
            if history::is_same(typed, accepted) {
                continue;
            }
            let fact = ComparisonFact::PreviousDiffers {
                indicator: named(context.catalogue, id),
                typed,
                accepted,
                campaign: then.past.campaign.name.clone(),
                parts: then.bodies(context, &taken),
            };
            findings.push(at_cell(it, cell, fact));
        }
    }
}
