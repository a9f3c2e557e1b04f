//! `required`: a cell that every unit must fill is empty. Missing is never zero.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_figure;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::submission::Submission;
use crate::model::value::Value;

pub(super) struct Required;

impl Check for Required {
    fn code(&self) -> &'static str {
        "required"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for id in context.catalogue.ids() {
            for measure in &context.catalogue[id].required {
                // A column that is not there has a finding of its own.
                let asked = it.measures.contains(measure);
                let reading = it.reading(id, *measure);
                let missing = reading.is_none_or(|(_, reading)| reading.value == Value::Missing);
                if asked && missing {
                    let indicator = named(context.catalogue, id);
                    let fact = FigureFact::Required { indicator, measure: *measure };
                    findings.push(at_figure(it, id, *measure, fact));
                }
            }
        }
    }
}
