//! `late`: a member's first file came after the last day. Figures are used all the same; the
//! cluster's rules may take points for it.

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::model::place::Place;
use crate::model::standing::Punctuality;
use crate::model::submission::Submission;

pub(super) struct Late;

impl Check for Late {
    fn code(&self) -> &'static str {
        "late"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let collection = &context.campaign.collection;
        let all = || context.superseded.iter().chain([it]);
        let read = |file: &str| all().find(|sent| sent.file == file);
        let arrival = collection.arrival(&it.file, read);
        let (Some(deadline), Some(arrival)) = (collection.deadline, arrival) else { return };
        if Punctuality::of(Some(arrival), Some(deadline)) == Punctuality::Late {
            let fact = SenderFact::Late { deadline, arrival };
            findings.push(Finding::new(fact, Place::file(&it.file), it.unit));
        }
    }
}
