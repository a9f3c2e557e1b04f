//! Points, votes and awards: what was found of marks, ballots and proposals.

use rust_decimal::Decimal;

use crate::finding::fact::Concern;
use crate::model::catalogue::Severity;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::meeting::BallotPurpose;
use crate::model::scoreboard::Obstacle;

/// A finding about points, votes and awards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScoreFact {
    /// The panel has given no points yet.
    PanelMissing {
        /// Names of the units that wait for them.
        units: Vec<String>,
    },
    /// Nobody settled some points of a unit.
    PointsOpen {
        /// The unit.
        id: UnitId,
        /// Its name.
        unit: String,
        /// Codes of the criteria.
        criteria: Vec<String>,
    },
    /// Points of a unit could not be counted from its figures.
    NotCounted {
        /// The unit.
        id: UnitId,
        /// Its name.
        unit: String,
        /// What was not counted.
        criteria: Vec<NotCounted>,
    },
    /// The counts of a ballot cannot be.
    BallotCounts {
        /// The ballot.
        ballot: VotedOn,
        /// What is wrong.
        fault: CountFault,
    },
    /// Too few members took part in a ballot.
    BallotNotQuorate {
        /// The ballot.
        ballot: VotedOn,
        /// Members with a vote.
        voters: u32,
        /// Papers returned.
        returned: u32,
        /// The least part of the voters, in percent.
        quorum: Decimal,
    },
    /// There are votes for a unit that is not considered.
    VotesForBarred {
        /// The ballot.
        ballot: VotedOn,
        /// Name of the unit.
        unit: String,
        /// Votes for it.
        votes: u32,
    },
    /// A ballot elected another unit than the pledge names.
    ElectionDiffers {
        /// The ballot.
        ballot: VotedOn,
        /// Name of the unit elected.
        elected: String,
        /// Name of the unit that the pledge names.
        named: String,
    },
    /// An award waits for a ballot.
    BallotNotHeld {
        /// Name of the award.
        award: String,
        /// What is voted on.
        ballot: String,
    },
    /// More units share a rank than an award has room for.
    AwardTie {
        /// Name of the award.
        award: String,
        /// Names of the units.
        units: Vec<String>,
        /// How many of them it has room for.
        left: u32,
    },
    /// Fewer units are proposed for an award than the quota allows.
    AwardNotFilled {
        /// Name of the award.
        award: String,
        /// The quota.
        quota: u32,
        /// How many are proposed.
        proposed: u32,
    },
    /// More units are named for an award than the quota allows.
    AwardOverQuota {
        /// Name of the award.
        award: String,
        /// The quota.
        quota: u32,
        /// How many are named.
        named: u32,
    },
    /// A unit is named for an award that the rules do not give it.
    AwardAgainstRules {
        /// Name of the award.
        award: String,
        /// Name of the unit.
        unit: String,
        /// What stands against it.
        because: Obstacle,
    },
    /// Units of a better rank are not named for an award, and nothing stands against them.
    AwardPassesOver {
        /// Name of the award.
        award: String,
        /// Their names.
        units: Vec<String>,
    },
}

/// A criterion that could not be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotCounted {
    /// Its code.
    pub criterion: String,
    /// Figures that are missing, as rules name them; empty where a number comes to nothing that can
    /// be computed, such as a division by zero.
    pub missing: Vec<String>,
}

/// A ballot as a finding names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VotedOn {
    /// What was voted on.
    pub title: String,
    /// What it decides.
    pub purpose: BallotPurpose,
}

/// Counts of a ballot that cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountFault {
    /// Each unit has one vote, and there are more votes than units.
    VotersAboveUnits {
        /// Members with a vote.
        voters: u32,
        /// Units of the campaign.
        units: u32,
    },
    /// More papers were handed out than there are members with a vote.
    IssuedAboveVoters {
        /// Papers handed out.
        issued: u32,
        /// Members with a vote.
        voters: u32,
    },
    /// More papers came back than were handed out.
    ReturnedAboveIssued {
        /// Papers returned.
        returned: u32,
        /// Papers handed out.
        issued: u32,
    },
    /// More papers are invalid than came back.
    InvalidAboveReturned {
        /// Papers found invalid.
        invalid: u32,
        /// Papers returned.
        returned: u32,
    },
    /// A unit has more votes than there are valid papers.
    VotesAboveValid {
        /// Name of the unit.
        unit: String,
        /// Votes for it.
        votes: u32,
        /// Valid papers.
        valid: u32,
    },
    /// No unit votes for itself, and one has the votes of all.
    OwnVote {
        /// Name of the unit.
        unit: String,
        /// Votes for it.
        votes: u32,
        /// Members with a vote.
        voters: u32,
    },
    /// One is elected, and there are more votes than valid papers.
    VotesTogether {
        /// All votes.
        votes: u32,
        /// Valid papers.
        valid: u32,
    },
}

impl ScoreFact {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::PanelMissing { .. } => "panel-missing",
            Self::PointsOpen { .. } => "points-open",
            Self::NotCounted { .. } => "not-counted",
            Self::BallotCounts { .. } => "ballot-counts",
            Self::BallotNotQuorate { .. } => "ballot-not-quorate",
            Self::VotesForBarred { .. } => "votes-for-barred",
            Self::ElectionDiffers { .. } => "election-differs",
            Self::BallotNotHeld { .. } => "ballot-not-held",
            Self::AwardTie { .. } => "award-tie",
            Self::AwardNotFilled { .. } => "award-not-filled",
            Self::AwardOverQuota { .. } => "award-over-quota",
            Self::AwardAgainstRules { .. } => "award-against-rules",
            Self::AwardPassesOver { .. } => "award-passes-over",
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::PanelMissing { .. }
            | Self::PointsOpen { .. }
            | Self::BallotCounts { .. }
            | Self::VotesForBarred { .. }
            | Self::ElectionDiffers { .. }
            | Self::BallotNotHeld { .. }
            | Self::AwardTie { .. }
            | Self::AwardOverQuota { .. }
            | Self::AwardAgainstRules { .. } => Severity::Error,
            // True, and worth a second look before anybody signs it.
            Self::BallotNotQuorate { .. }
            | Self::AwardNotFilled { .. }
            | Self::AwardPassesOver { .. } => Severity::Warning,
            Self::NotCounted { .. } => Severity::Notice,
        }
    }

    pub(super) fn measure(&self) -> Option<Measure> {
        None
    }

    pub(super) fn concerns(&self) -> Concern {
        match self {
            Self::PanelMissing { .. } | Self::PointsOpen { .. } | Self::NotCounted { .. } => {
                Concern::Points
            }
            Self::BallotCounts { ballot, .. }
            | Self::BallotNotQuorate { ballot, .. }
            | Self::VotesForBarred { ballot, .. }
            | Self::ElectionDiffers { ballot, .. } => match ballot.purpose {
                BallotPurpose::Award => Concern::Votes,
                BallotPurpose::Head | BallotPurpose::Deputy => Concern::Election,
            },
            Self::BallotNotHeld { .. }
            | Self::AwardTie { .. }
            | Self::AwardNotFilled { .. }
            | Self::AwardOverQuota { .. }
            | Self::AwardAgainstRules { .. }
            | Self::AwardPassesOver { .. } => Concern::Awards,
        }
    }

    /// The unit whose points it speaks of. It is no finding of that unit: nobody asks a unit to mend
    /// what the panel left open.
    pub(super) fn judged(&self) -> Option<UnitId> {
        match self {
            Self::PointsOpen { id, .. } | Self::NotCounted { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// Whether a person may accept it with a reason: none does, since what the meeting decides is
    /// written where it decides.
    pub(super) fn can_be_accepted(&self) -> bool {
        false
    }
}
