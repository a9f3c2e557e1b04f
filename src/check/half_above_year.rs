//! `half-above-year`: more happened in the first half than in the whole year (K9).

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

pub(super) struct HalfAboveYear;

impl Check for HalfAboveYear {
    fn code(&self) -> &'static str {
        "half-above-year"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let Some(then) = history::first_half(context, it) else { return };
        for (id, measure, year, cell) in numbers(it) {
            if measure != Measure::Actual || !history::is_flow(context.catalogue, id) {
                continue;
            }
            let Some(taken) = then.taken(id, Measure::Actual) else { continue };
            let half = taken.value;
            if half <= year {
                continue;
            }
            let past = then.past;
            let source =
                taken.parts.first().and_then(|it| past.dataset.sources(*it).into_iter().next());
            let source = source.map(|it| it.file.as_str());
            let fact = ComparisonFact::HalfAboveYear {
                indicator: named(context.catalogue, id),
                half: in_form_unit(context.catalogue, id, half),
                year: in_form_unit(context.catalogue, id, year),
                file: format!("{}/{}", past.campaign.name, source.unwrap_or_default()),
            };
            findings.push(at_cell(it, cell, fact));
        }
    }
}
