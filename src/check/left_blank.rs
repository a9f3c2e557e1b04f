//! `left-blank`: a cell that not every unit must fill is empty, with a figure the year before (K6).
//! Without it the cluster's total is too small, and nothing else says so to the unit.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_figure;
use crate::check::history::Before;
use crate::check::in_form_unit;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::measure::Measure;
use crate::model::submission::Submission;
use crate::model::value::Value;

pub(super) struct LeftBlank;

impl Check for LeftBlank {
    fn code(&self) -> &'static str {
        "left-blank"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let catalogue = context.catalogue;
        let history = Before::of(context, it);
        for id in catalogue.ids() {
            let is_required = catalogue[id].required.contains(&Measure::Actual);
            // A row that is not there has a finding of its own.
            let is_blank = it
                .reading(id, Measure::Actual)
                .is_some_and(|(_, reading)| reading.value == Value::Missing);
            let before = history.number(id).filter(|it| !it.is_zero());
            if let (false, true, Some(before)) = (is_required, is_blank, before) {
                let before = in_form_unit(catalogue, id, before);
                let fact = FigureFact::LeftBlank { indicator: named(catalogue, id), before };
                findings.push(at_figure(it, id, Measure::Actual, fact));
            }
        }
    }
}
