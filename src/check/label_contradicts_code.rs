//! `label-contradicts-code`: a row carries the code of one indicator and the label of another.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::named;
use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::model::catalogue::Indicator;
use crate::model::submission::FoundBy;
use crate::model::submission::Submission;
use crate::text::fold;

pub(super) struct LabelContradictsCode;

impl Check for LabelContradictsCode {
    fn code(&self) -> &'static str {
        "label-contradicts-code"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for row in it.rows.iter().filter(|row| row.found_by == FoundBy::Code) {
            let Some(id) = row.indicator else { continue };
            let label = fold::fold(&row.label);
            if label.is_empty() || carries(&context.catalogue[id], &label) {
                continue;
            }
            let mut indicators = context.catalogue.indicators.iter();
            // A label that is nobody's is a change of wording; one of another row is a mix-up.
            let Some(other) = indicators.find(|other| carries(other, &label)) else { continue };
            let fact = Fact::LabelContradictsCode {
                indicator: named(context.catalogue, id),
                label: row.label.clone(),
                other: other.code.clone(),
            };
            findings.push(at_cell(it, row.name_cell, fact));
        }
    }
}

fn carries(indicator: &Indicator, folded: &str) -> bool {
    std::iter::once(&indicator.name).chain(&indicator.aliases).any(|it| fold::fold(it) == folded)
}
