//! `decimal-in-count`: a count has decimals, often `25.493` typed into an English Excel (K24).

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::named;
use crate::check::numbers;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::catalogue::Kind;
use crate::model::submission::Submission;

pub(super) struct DecimalInCount;

impl Check for DecimalInCount {
    fn code(&self) -> &'static str {
        "decimal-in-count"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for (id, measure, value, cell) in numbers(it) {
            let is_count = matches!(context.catalogue[id].kind, Kind::Count | Kind::YesNo);
            if is_count && !value.is_integer() {
                let indicator = named(context.catalogue, id);
                let fact = FigureFact::DecimalInCount { indicator, measure, value };
                findings.push(at_cell(it, cell, fact));
            }
        }
    }
}
