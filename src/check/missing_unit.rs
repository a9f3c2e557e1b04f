//! `missing-unit`: a member has sent nothing that can be read.

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::model::place::Place;

pub(super) struct MissingUnit;

impl Check for MissingUnit {
    fn code(&self) -> &'static str {
        "missing-unit"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        for id in context.campaign.unit_ids() {
            if context.submissions.has(id) {
                continue;
            }
            let unit = &context.campaign[id];
            let fact =
                SenderFact::MissingUnit { unit: unit.full_name.clone(), code: unit.code.clone() };
            findings.push(Finding::new(fact, Place::default(), Some(id)));
        }
    }
}
