//! `wrong-difference`: a rise or fall in the unit's own words is not the difference of its ends
//! (K12).

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::submission::Submission;
use crate::text::claims;

pub(super) struct WrongDifference;

impl Check for WrongDifference {
    fn code(&self) -> &'static str {
        "wrong-difference"
    }

    fn submission(&self, _: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for remark in &it.remarks {
            for change in claims::changes(&remark.text).into_iter().filter(|it| !it.holds) {
                let fact = ComparisonFact::WrongDifference {
                    difference: change.difference,
                    from: change.from,
                    to: change.to,
                    computed: change.computed,
                };
                findings.push(Finding::new(fact, remark.at.clone(), it.unit));
            }
        }
    }
}
