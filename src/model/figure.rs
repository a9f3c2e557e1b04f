//! Identity of a figure: which indicator, which measure, whose; and what is derived from them.

use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;

/// An observed or aggregated figure. Ordered by indicator, measure, unit; the cluster comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What the number says of it.
    pub measure: Measure,
    /// The unit, or `None` for the whole cluster.
    pub unit: Option<UnitId>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Derivation {
    /// `of / by × 100`: percentage of a target reached, share of a whole.
    Percent,
    /// `(of − by) / by × 100`: change in percent.
    ChangePercent,
    /// `of − by`: change in the indicator's own unit (percentage points for percentages).
    Difference,
    /// `of / by`: so much for each.
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

/// What a printed number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureRef {
    /// Observed or aggregated.
    Base(FigureId),
    /// Computed from two others.
    Derived(Derived),
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
