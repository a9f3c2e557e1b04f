//! Words for mergers and splits that cannot be, in English.

use crate::finding::failure::SuccessionFault;
use crate::finding::lang::Words;

pub(super) fn succession(fault: &SuccessionFault) -> Words {
    match fault {
        SuccessionFault::Circle { body } => Words::new(
            format!("“{body}” comes of itself, directly or through others"),
            "give the merged unit a new identity with the month since which it is: quang-ngai@2025-07",
        ),
        SuccessionFault::EndsTwice { body, on } => Words::new(
            format!("“{body}” ended on {} and cannot end again", on.numeric()),
            "take one of them out; where one unit became several, write one [[splits]]",
        ),
        SuccessionFault::BeginsTwice { body, on } => Words::new(
            format!("“{body}” began on {} and cannot begin again", on.numeric()),
            "write all that went into it in one [[successions]]; a later merger gets a new \
             identity with its own month",
        ),
        SuccessionFault::EndsBeforeItBegins { body, begins, ends } => Words::new(
            format!(
                "“{body}” ends on {}, not after it begins on {}",
                ends.numeric(),
                begins.numeric()
            ),
            "check the days (on) of these two mergers or splits",
        ),
        SuccessionFault::OtherMonth { body, on } => Words::new(
            format!("“{body}” names another month than its first day, {}", on.numeric()),
            format!("write the month of the first day after @: {}-{:02}", on.year(), on.month()),
        ),
        SuccessionFault::NotEnough => Words::new(
            "this merger or split lacks units",
            "name at least one unit that ended; a split needs at least two new ones",
        ),
        SuccessionFault::Ended { body, on, into } => Words::new(
            format!(
                "“{body}” is no longer there from {}, before the period ends; it goes on as {}",
                on.numeric(),
                into.join(", ")
            ),
            "name the unit after the merger; if this is another unit with the same code, give it an identity of its own",
        ),
        SuccessionFault::NotYet { body, on } => Words::new(
            format!("“{body}” is there only from {}, after the period ends", on.numeric()),
            "use the identity from before the merger, or check the year of the period",
        ),
    }
}
