//! `subset`: a part is more than its whole (K2).

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::numbers;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::submission::Submission;

pub(super) struct Subset;

impl Check for Subset {
    fn code(&self) -> &'static str {
        "subset"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for (id, measure, value, cell) in numbers(it) {
            let Some(whole) = context.catalogue[id].subset_of else { continue };
            let Some(limit) = it.number(whole, measure) else { continue };
            if value <= limit {
                continue;
            }
            let fact = FigureFact::Subset {
                part: named(context.catalogue, id),
                measure,
                value: in_form_unit(context.catalogue, id, value),
                whole: named(context.catalogue, whole),
                limit: in_form_unit(context.catalogue, whole, limit),
            };
            findings.push(at_cell(it, cell, fact));
        }
    }
}
