//! Words for findings about who signs.

use crate::finding::english::suggestion;
use crate::finding::fact::signer::SignerFact;
use crate::finding::lang::Words;
use crate::finding::phrase::quoted;

pub(super) fn fact(fact: &SignerFact) -> Words {
    match fact {
        SignerFact::NoSignatory { unit } => Words::new(
            format!("{unit}: nobody is named who signs, the paper will leave room"),
            "give the unit's signer a name in campaign.toml",
        ),
        SignerFact::UnknownTitle { unit, title, nearest } => Words::new(
            format!("{unit}: the signer's title is {}, which is not in the list", quoted(title)),
            suggestion(
                nearest.as_deref(),
                "if the title is right, add it to titles of the look (templates/layouts)",
            ),
        ),
        SignerFact::Honorific { unit, name, prefix } => Words::new(
            format!("{unit}: {} stands before the signer's name: {}", quoted(prefix), quoted(name)),
            "give the name only, without degrees and forms of address (Nghị định 30/2020)",
        ),
        SignerFact::TooLong { unit, line } => Words::new(
            format!("{unit}: the line {} is too long for its cell", quoted(line)),
            "split it into several lines, or shorten it, in campaign.toml",
        ),
    }
}
