//! `out-of-range`: a number lies outside the bounds in the catalogue.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::numbers;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::submission::Submission;

pub(super) struct OutOfRange;

impl Check for OutOfRange {
    fn code(&self) -> &'static str {
        "out-of-range"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for (id, measure, value, cell) in numbers(it) {
            // Bounds are written in the unit of the form.
            let value = in_form_unit(context.catalogue, id, value);
            let (min, max) = (context.catalogue[id].min, context.catalogue[id].max);
            let inside = min.is_none_or(|min| min <= value) && max.is_none_or(|max| value <= max);
            if !inside {
                let indicator = named(context.catalogue, id);
                let fact = FigureFact::OutOfRange { indicator, measure, value, min, max };
                findings.push(at_cell(it, cell, fact));
            }
        }
    }
}
