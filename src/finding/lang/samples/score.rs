//! Facts about points, votes and awards.

use rust_decimal::Decimal;

use crate::finding::fact::score::CountFault;
use crate::finding::fact::score::NotCounted;
use crate::finding::fact::score::ScoreFact;
use crate::finding::fact::score::VotedOn;
use crate::model::id::UnitId;
use crate::model::meeting::BallotPurpose;
use crate::model::scoreboard::Obstacle;

pub(super) fn facts() -> Vec<ScoreFact> {
    let unit = || "Cao Bằng".to_owned();
    let units = || vec![unit(), "Lạng Sơn".to_owned()];
    let award = || "Cờ thi đua".to_owned();
    let mut facts = vec![
        ScoreFact::PanelMissing { units: units() },
        ScoreFact::PointsOpen { id: UnitId(0), unit: unit(), criteria: vec!["I.1".to_owned()] },
        ScoreFact::NotCounted {
            id: UnitId(0),
            unit: unit(),
            criteria: vec![
                NotCounted { criterion: "I.1".to_owned(), missing: vec!["QH05_kh".to_owned()] },
                NotCounted { criterion: "T.2".to_owned(), missing: Vec::new() },
            ],
        },
        ScoreFact::BallotNotQuorate {
            ballot: ballot(BallotPurpose::Award),
            voters: 6,
            returned: 3,
            quorum: Decimal::new(6667, 2),
        },
        ScoreFact::VotesForBarred { ballot: ballot(BallotPurpose::Award), unit: unit(), votes: 2 },
        ScoreFact::ElectionDiffers {
            ballot: ballot(BallotPurpose::Head),
            elected: unit(),
            named: "Lạng Sơn".to_owned(),
        },
        ScoreFact::BallotNotHeld { award: award(), ballot: "suy tôn".to_owned() },
        ScoreFact::AwardTie { award: award(), units: units(), left: 1 },
        ScoreFact::AwardNotFilled { award: award(), quota: 2, proposed: 1 },
        ScoreFact::AwardOverQuota { award: award(), quota: 1, named: 2 },
        ScoreFact::AwardPassesOver { award: award(), units: units() },
    ];
    let obstacles = [Obstacle::Barred, Obstacle::TooFewPoints, Obstacle::NotCarried, Obstacle::Tie];
    facts.extend(obstacles.map(|because| ScoreFact::AwardAgainstRules {
        award: award(),
        unit: unit(),
        because,
    }));
    let counts = counts().into_iter();
    facts.extend(
        counts
            .map(|fault| ScoreFact::BallotCounts { ballot: ballot(BallotPurpose::Deputy), fault }),
    );
    facts
}

fn ballot(purpose: BallotPurpose) -> VotedOn {
    VotedOn { title: "suy tôn đơn vị dẫn đầu".to_owned(), purpose }
}

fn counts() -> [CountFault; 7] {
    let unit = || "Cao Bằng".to_owned();
    [
        CountFault::VotersAboveUnits { voters: 7, units: 6 },
        CountFault::IssuedAboveVoters { issued: 7, voters: 6 },
        CountFault::ReturnedAboveIssued { returned: 6, issued: 5 },
        CountFault::InvalidAboveReturned { invalid: 6, returned: 5 },
        CountFault::VotesAboveValid { unit: unit(), votes: 6, valid: 5 },
        CountFault::OwnVote { unit: unit(), votes: 6, voters: 6 },
        CountFault::VotesTogether { votes: 7, valid: 6 },
    ]
}
