//! `target-differs`: this year's target is not what the unit pledged a year ago (K26). A target may
//! have been adjusted by a signed annex since, so a person decides.

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

pub(super) struct TargetDiffers;

impl Check for TargetDiffers {
    fn code(&self) -> &'static str {
        "target-differs"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let year = context.campaign.period.year;
        let signed = history::whole_year(context, it);
        let signed = signed.filter(|then| then.past.campaign.pledge.year == year);
        let Some(then) = signed else { return };
        for (id, measure, typed, cell) in numbers(it) {
            let taken = then.taken(id, Measure::Pledged);
            let Some(taken) = taken.filter(|_| measure == Measure::Target) else { continue };
            let typed = in_form_unit(context.catalogue, id, typed);
            let pledged = in_form_unit(context.catalogue, id, taken.value);
            if history::is_same(typed, pledged) {
                continue;
            }
            let fact = ComparisonFact::TargetDiffers {
                indicator: named(context.catalogue, id),
                typed,
                pledged,
                campaign: then.past.campaign.name.clone(),
                parts: then.bodies(context, &taken),
            };
            findings.push(at_cell(it, cell, fact));
        }
    }
}
