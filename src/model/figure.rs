//! Identity of a figure: which indicator, which measure, whose; and what is derived from them.

use serde::Deserialize;
use serde::Serialize;

use crate::model::id::CriterionId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;

/// An observed or aggregated figure. Ordered by indicator, measure, owner; the cluster comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What the number says of it.
    pub measure: Measure,
    /// Whose it is.
    pub owner: Owner,
}

/// A figure that is computed from two others when a paper asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Derived {
    /// How.
    pub rule: Derivation,
    /// The first operand.
    pub of: FigureId,
    /// The second operand.
    pub by: FigureId,
}

/// How a derived figure is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Derivation {
    /// `of / by × 100`: percentage of a target reached, share of a whole.
    #[serde(rename = "ty_le_dat")]
    Percent,
    /// `(of − by) / by × 100`: change in percent.
    #[serde(rename = "tang_giam_phan_tram")]
    ChangePercent,
    /// `of − by`: change in the indicator's own unit (percentage points for percentages).
    #[serde(rename = "chenh_lech")]
    Difference,
    /// `of / by`: so much for each.
    #[serde(rename = "binh_quan")]
    PerOne,
}

impl Derivation {
    /// Name in `so-lieu.json`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Percent => "ty_le_dat",
            Self::ChangePercent => "tang_giam_phan_tram",
            Self::Difference => "chenh_lech",
            Self::PerOne => "binh_quan",
        }
    }
}

/// Points, a rank or votes of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScoreId {
    /// Whose.
    pub unit: UnitId,
    /// Of what.
    pub of: ScoreOf,
    /// At which stage; of no matter to a rank or votes.
    pub stage: ScoreStage,
}

/// What points are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScoreOf {
    /// One criterion.
    Criterion(CriterionId),
    /// A group, by its position.
    Group(u32),
    /// All that is part of the scale.
    Merit,
    /// All bonus points.
    Bonus,
    /// All penalty points, as a positive number.
    Penalty,
    /// Everything.
    Total,
    /// The rank, which is no sum.
    Rank,
    /// The votes in a ballot, by its position in the campaign.
    Votes(u32),
}

impl ScoreOf {
    /// Whether it is counted, like a rank or votes, and has no digits after the comma.
    #[must_use]
    pub fn is_count(self) -> bool {
        matches!(self, Self::Rank | Self::Votes(_))
    }
}

/// How far points are (domain.md 3.2: tự chấm, thẩm định, giải trình, chốt).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScoreStage {
    /// Theo số liệu: what the program counts from the figures.
    Counted,
    /// Tự chấm.
    Own,
    /// Thẩm định.
    Verified,
    /// Sau giải trình.
    Explained,
    /// Chốt: the panel's last word.
    Settled,
}

impl ScoreStage {
    /// Every stage, in the order of the year.
    pub const ALL: [Self; 5] =
        [Self::Counted, Self::Own, Self::Verified, Self::Explained, Self::Settled];
}

/// What a printed number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureRef {
    /// Observed or aggregated.
    Base(FigureId),
    /// Computed from two others.
    Derived(Derived),
    /// Points, a rank or votes.
    Score(ScoreId),
}

impl From<FigureId> for FigureRef {
    fn from(id: FigureId) -> Self {
        Self::Base(id)
    }
}

impl From<Derived> for FigureRef {
    fn from(derived: Derived) -> Self {
        Self::Derived(derived)
    }
}

impl From<ScoreId> for FigureRef {
    fn from(id: ScoreId) -> Self {
        Self::Score(id)
    }
}
