//! `not-a-number`: a cell holds something that cannot be taken as a number.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::submission::Submission;
use crate::model::value::Rejection;
use crate::model::value::Value;

pub(super) struct NotANumber;

impl Check for NotANumber {
    fn code(&self) -> &'static str {
        "not-a-number"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for row in &it.rows {
            let Some(id) = row.indicator else { continue };
            for reading in &row.readings {
                let Value::Rejected(why) = &reading.value else { continue };
                // The merged area has a finding of its own.
                if *why == Rejection::Merged {
                    continue;
                }
                let fact = FigureFact::NotANumber {
                    indicator: named(context.catalogue, id),
                    measure: reading.measure,
                    text: reading.text.clone(),
                    why: why.clone(),
                };
                findings.push(at_cell(it, reading.cell, fact));
            }
        }
    }
}
