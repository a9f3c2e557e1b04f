//! Words for findings and failures in English.
//!
//! The form, its sheets and its columns keep their Vietnamese names, since that is what stands in
//! the workbook; figures are written as on the form, with `.` between thousands.

mod comparison;
mod criteria;
mod divided;
mod evidence;
mod failures;
mod figure;
mod layout;
mod marks;
mod papers;
mod refusals;
mod score;
mod sender;
mod signers;
mod successions;
mod templates;
mod workbook;

use crate::finding::fact::Fact;
use crate::finding::lang::Words;

pub(super) use failures::failure;
pub(super) use failures::toml_fault;
pub(super) use score::ground;
pub(super) use score::obstacle;

/// Words for a finding.
pub(super) fn fact(fact: &Fact) -> Words {
    match fact {
        Fact::Workbook(fact) => workbook::fact(fact),
        Fact::Layout(fact) => layout::fact(fact),
        Fact::Sender(fact) => sender::fact(fact),
        Fact::Figure(fact) => figure::fact(fact),
        Fact::Comparison(fact) => comparison::fact(fact),
        Fact::Mark(fact) => marks::fact(fact),
        Fact::Score(fact) => score::fact(fact),
        Fact::Signer(fact) => signers::fact(fact),
        Fact::Paper(fact) => papers::fact(fact),
    }
}

/// What to do, with the name that was probably meant in front.
fn suggestion(nearest: Option<&str>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("is “{nearest}” meant? If not, {otherwise}"),
        None => otherwise.to_owned(),
    }
}
