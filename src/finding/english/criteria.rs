//! Words for faults of criteria, in English.

use crate::finding::failure::CriteriaFault;
use crate::finding::lang::Words;
use crate::text::number::plain;

pub(super) fn fault(fault: &CriteriaFault) -> Words {
    match fault {
        CriteriaFault::SeveralWays => Words::new(
            "a criterion is counted in one way only",
            "keep one of target, done, count, findings, late, expression; remove the other",
        ),
        CriteriaFault::GroupSum { group, max, sum } => Words::new(
            format!(
                "group {group} gives at most {} points, but its criteria give {} together",
                plain(*max),
                plain(*sum)
            ),
            "mend the max of the group or of its criteria so that they agree",
        ),
        CriteriaFault::ScaleSum { scale, sum } => Words::new(
            format!(
                "the scale is {}, but the groups that are part of it give {} together",
                plain(*scale),
                plain(*sum)
            ),
            "mend the scale or the max of the groups; bonus and penalty are no part of the scale",
        ),
        CriteriaFault::Steps => Words::new(
            "steps go with curve = \"steps\", and there must be at least one",
            "add steps such as { from = \"80\", share = \"50\" }, or change the curve",
        ),
        CriteriaFault::StepsFall => Words::new(
            "each step must be above the one before it, in from and in share",
            "order the steps from low to high",
        ),
        CriteriaFault::ShareAboveAll => Words::new(
            "the share of a step is at most 100 (%)",
            "give a share from 0 to 100; for more, make a bonus criterion",
        ),
        CriteriaFault::NotYesNo { code } => Words::new(
            format!("indicator {code} is no yes or no"),
            "use a code of kind = \"yes-no\", leave done = \"\" for a person to judge, or use target",
        ),
        CriteriaFault::PenaltyByTarget => Words::new(
            "penalty points cannot follow from what was reached of a target",
            "use an expression such as \"if TC12 < TC12_kh { 2 } else { 0 }\"",
        ),
    }
}
