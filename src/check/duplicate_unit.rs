//! `duplicate-unit`: several workbooks are from one member. None of them is used.

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::model::place::Place;

pub(super) struct DuplicateUnit;

impl Check for DuplicateUnit {
    fn code(&self) -> &'static str {
        "duplicate-unit"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        for unit in context.campaign.unit_ids() {
            let sent: Vec<_> =
                context.submissions.iter().filter(|it| it.unit == Some(unit)).collect();
            if sent.len() < 2 {
                continue;
            }
            for submission in &sent {
                let others = sent.iter().filter(|it| it.file != submission.file);
                let fact = SenderFact::DuplicateUnit {
                    unit: context.campaign[unit].full_name.clone(),
                    others: others.map(|it| it.file.clone()).collect(),
                };
                findings.push(Finding::new(fact, Place::file(&submission.file), Some(unit)));
            }
        }
    }
}
