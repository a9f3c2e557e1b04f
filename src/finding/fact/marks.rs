//! Facts about points and votes that people typed: a unit's own, and what the panel wrote down.

use rust_decimal::Decimal;

use crate::finding::fact::Concern;
use crate::finding::fact::Named;
use crate::model::catalogue::Severity;
use crate::model::value::Rejection;

/// Facts about points and votes that people typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkFact {
    /// Points stand in a row of no criterion.
    UnknownCriterion {
        /// Code or label as typed.
        typed: String,
        /// Code that was probably meant.
        nearest: Option<String>,
    },
    /// Points stand in a row of no unit of the campaign.
    UnknownUnit {
        /// Code or name as typed.
        typed: String,
        /// Name that was probably meant.
        nearest: Option<String>,
    },
    /// A cell for points holds something else.
    NotPoints {
        /// Which cell.
        at: MarkAt,
        /// Text as typed.
        text: String,
        /// Why it was not taken.
        why: Rejection,
    },
    /// A word was taken for all the points, or none.
    PointsInWords {
        /// Which cell.
        at: MarkAt,
        /// Text as typed.
        text: String,
        /// Points that it was taken for.
        points: Decimal,
    },
    /// Points are more than a criterion gives, or fewer than none.
    OutOfScale {
        /// Which cell.
        at: MarkAt,
        /// Points as typed.
        points: Decimal,
        /// The most points.
        max: Decimal,
    },
    /// Points to take were typed as a negative number, and taken as a positive one.
    PenaltyWithSign {
        /// Which cell.
        at: MarkAt,
        /// Points as taken.
        points: Decimal,
    },
    /// Points have more digits after the comma than the year's criteria publish.
    TooFine {
        /// Which cell.
        at: MarkAt,
        /// Points as typed.
        points: Decimal,
        /// Digits that are published.
        decimals: u32,
    },
    /// A criterion stands in two rows.
    CriterionTwice {
        /// Which cell.
        at: MarkAt,
        /// Cell of the first row.
        first: String,
        /// Whether both say the same.
        same: bool,
    },
    /// The most points stand otherwise than the criteria say.
    MaxDiffers {
        /// The criterion.
        criterion: Named,
        /// As typed.
        typed: Decimal,
        /// As the criteria say.
        max: Decimal,
    },
    /// A sum of points is not that of its criteria.
    SumDiffers {
        /// Label of the row.
        label: String,
        /// As typed.
        typed: Decimal,
        /// Sum of the criteria.
        sum: Decimal,
    },
    /// A unit did not score itself.
    OwnMissing {
        /// Name of the sheet.
        sheet: String,
    },
    /// Criteria without points on the sheet of a unit.
    NotScored {
        /// Their codes.
        codes: Vec<String>,
    },
    /// Criteria that ask for evidence, with points and none named.
    EvidenceMissing {
        /// Their codes.
        codes: Vec<String>,
    },
    /// The panel gives other points and does not say why.
    ReasonMissing {
        /// Which cell.
        at: MarkAt,
        /// Points that it differs from.
        from: Decimal,
        /// Points that it gives.
        to: Decimal,
    },
    /// Two cells of the panel give the same thing different points.
    PanelDiffers {
        /// Which cell.
        at: MarkAt,
        /// Points here.
        here: Decimal,
        /// Points there.
        there: Decimal,
        /// File and cell of the other.
        other: String,
    },
    /// A unit scores itself otherwise than the panel had it before its eyes.
    OwnChanged {
        /// Which cell.
        at: MarkAt,
        /// As the panel had it.
        seen: Decimal,
        /// As the unit's file says now.
        sent: Option<Decimal>,
    },
    /// Votes of a ballot that the campaign does not have.
    UnknownBallot {
        /// Code as typed.
        typed: String,
        /// Code that was probably meant.
        nearest: Option<String>,
    },
    /// A count of votes is no whole number.
    NotVotes {
        /// What is counted.
        count: CountAt,
        /// Text as typed.
        text: String,
    },
    /// Votes are counted differently in two places.
    VotesDiffer {
        /// What is counted.
        count: CountAt,
        /// Here.
        here: u32,
        /// There.
        there: u32,
        /// File and cell of the other, or `campaign.toml`.
        other: String,
    },
}

/// Whose points for what, at which stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkAt {
    /// Name of the unit, where the sheet holds points of several.
    pub unit: Option<String>,
    /// The criterion.
    pub criterion: Named,
    /// Who gives them.
    pub giver: Giver,
}

/// Who gives points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giver {
    /// Tự chấm.
    Unit,
    /// Thẩm định.
    Panel,
    /// Sau giải trình.
    PanelLater,
}

/// A count of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountAt {
    /// Title of the ballot.
    pub ballot: String,
    /// What is counted.
    pub what: WhatCount,
}

/// What is counted of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhatCount {
    /// Members with a vote.
    Voters,
    /// Papers handed out.
    Issued,
    /// Papers returned.
    Returned,
    /// Papers found invalid.
    Invalid,
    /// Papers that name this unit.
    Votes(String),
}

impl MarkFact {
    /// Stable name of the kind of finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownCriterion { .. } => "unknown-criterion",
            Self::UnknownUnit { .. } => "unknown-unit-scored",
            Self::NotPoints { .. } => "points-not-a-number",
            Self::PointsInWords { .. } => "points-in-words",
            Self::OutOfScale { .. } => "points-out-of-scale",
            Self::PenaltyWithSign { .. } => "penalty-with-sign",
            Self::TooFine { .. } => "points-too-fine",
            Self::CriterionTwice { .. } => "criterion-twice",
            Self::MaxDiffers { .. } => "maximum-differs",
            Self::SumDiffers { .. } => "points-sum-differs",
            Self::OwnMissing { .. } => "own-scores-missing",
            Self::NotScored { .. } => "criteria-not-scored",
            Self::EvidenceMissing { .. } => "evidence-not-named",
            Self::ReasonMissing { .. } => "reason-missing",
            Self::PanelDiffers { .. } => "panel-files-differ",
            Self::OwnChanged { .. } => "own-score-changed",
            Self::UnknownBallot { .. } => "unknown-ballot",
            Self::NotVotes { .. } => "votes-not-a-number",
            Self::VotesDiffer { .. } => "votes-differ",
        }
    }

    /// How much it matters. What the unit says of itself decides nothing where the panel judges, so
    /// that a gap there is no error; what cannot be taken for the points that somebody meant is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownCriterion { .. }
            | Self::UnknownUnit { .. }
            | Self::NotPoints { .. }
            | Self::OutOfScale { .. }
            | Self::CriterionTwice { same: false, .. }
            | Self::ReasonMissing { .. }
            | Self::PanelDiffers { .. }
            | Self::UnknownBallot { .. }
            | Self::NotVotes { .. }
            | Self::VotesDiffer { .. } => Severity::Error,
            Self::TooFine { .. }
            | Self::MaxDiffers { .. }
            | Self::SumDiffers { .. }
            | Self::OwnMissing { .. }
            | Self::NotScored { .. }
            | Self::OwnChanged { .. } => Severity::Warning,
            Self::PointsInWords { .. }
            | Self::PenaltyWithSign { .. }
            | Self::CriterionTwice { same: true, .. }
            | Self::EvidenceMissing { .. } => Severity::Notice,
        }
    }

    /// Points stand in few papers, and no figure rests on them.
    pub(super) fn concerns(&self) -> Concern {
        match self {
            Self::UnknownBallot { .. } | Self::NotVotes { .. } | Self::VotesDiffer { .. } => {
                Concern::Counts
            }
            _ => Concern::Points,
        }
    }

    /// Code of the criterion that it speaks of, if it is one.
    #[must_use]
    pub fn criterion(&self) -> Option<&str> {
        match self {
            Self::NotPoints { at, .. }
            | Self::PointsInWords { at, .. }
            | Self::OutOfScale { at, .. }
            | Self::PenaltyWithSign { at, .. }
            | Self::TooFine { at, .. }
            | Self::CriterionTwice { at, .. }
            | Self::ReasonMissing { at, .. }
            | Self::PanelDiffers { at, .. }
            | Self::OwnChanged { at, .. } => Some(&at.criterion.code),
            Self::MaxDiffers { criterion, .. } => Some(&criterion.code),
            Self::NotScored { codes } | Self::EvidenceMissing { codes } => match codes.as_slice() {
                [only] => Some(only),
                _ => None,
            },
            Self::UnknownCriterion { .. }
            | Self::UnknownUnit { .. }
            | Self::SumDiffers { .. }
            | Self::OwnMissing { .. }
            | Self::UnknownBallot { .. }
            | Self::NotVotes { .. }
            | Self::VotesDiffer { .. } => None,
        }
    }
}
