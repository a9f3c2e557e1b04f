//! `label-contradicts-code`: a row carries the code of one indicator and the label of another.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::submission::FoundBy;
use crate::model::submission::Submission;

pub(super) struct LabelContradictsCode;

impl Check for LabelContradictsCode {
    fn code(&self) -> &'static str {
        "label-contradicts-code"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for row in it.rows.iter().filter(|row| row.found_by == FoundBy::Code) {
            let Some(id) = row.indicator else { continue };
            // A label that is nobody's is a change of wording; one of another row is a mix-up.
            let owners = context.catalogue.labelled(&row.label);
            let Some(other) = owners.first().filter(|_| !owners.contains(&id)) else { continue };
            let fact = WorkbookFact::LabelContradictsCode {
                indicator: named(context.catalogue, id),
                label: row.label.clone(),
                other: context.catalogue[*other].code.clone(),
            };
            findings.push(at_cell(it, row.name_cell, fact));
        }
    }
}
