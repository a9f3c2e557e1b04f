//! What earns points in a year: groups, criteria, and how each of them is counted.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

use crate::model::id::CriterionId;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::text::number;

/// Tiêu chí chấm điểm of one year: `templates/criteria/<name>.toml`, named by the campaign. It stands
/// beside the catalogue, not in it, since the conference amends it every year while indicators stay.
#[derive(Debug, Clone, Default)]
pub struct Criteria {
    /// Name of the file without its extension.
    pub name: String,
    /// Title as tables print it.
    pub title: String,
    /// The most points without bonus: 100, 1.000, whatever the cluster uses.
    pub scale: Decimal,
    /// Digits after the comma of a published score; ranks are by the score as published.
    pub decimals: u32,
    /// The most that all bonus criteria together add.
    pub bonus_cap: Option<Decimal>,
    /// The most that all penalty criteria together take, as a positive number.
    pub penalty_cap: Option<Decimal>,
    /// How ties are broken, first the first.
    pub ties: Vec<TieBreak>,
    /// Groups in order.
    pub groups: Vec<CriterionGroup>,
    /// Criteria in the order of the score sheet.
    pub criteria: Vec<Criterion>,
}

/// A group of criteria: a Roman-numeral row of the score sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionGroup {
    /// Mark such as `III`.
    pub code: String,
    /// Title.
    pub title: String,
    /// Whether its criteria are part of the scale, add to it or take from it.
    pub kind: CriterionKind,
    /// The most points that its criteria give, or take, together.
    pub max: Decimal,
}

/// One criterion.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Code such as `III.2`.
    pub code: String,
    /// What is judged.
    pub name: String,
    /// Position in [`Criteria::groups`].
    pub group: usize,
    /// Whether it is part of the scale, adds to it or takes from it.
    pub kind: CriterionKind,
    /// The most points that it gives, or takes (then as a positive number too).
    pub max: Decimal,
    /// How its points are counted.
    pub way: Way,
    /// What a unit sends to prove it; empty if there is nothing to send.
    pub evidence: String,
}

/// Whether a criterion is part of the scale, adds to it or takes from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CriterionKind {
    /// Điểm chuẩn.
    #[default]
    Merit,
    /// Điểm thưởng.
    Bonus,
    /// Điểm trừ.
    Penalty,
}

/// How points are counted. Where the program counts, the panel confirms or differs with a reason.
#[derive(Debug, Clone, PartialEq)]
pub enum Way {
    /// By what was reached of a target.
    Target(TargetWay),
    /// All or nothing; by a yes-or-no indicator, else a person judges.
    Done {
        /// The indicator that says so.
        indicator: Option<IndicatorId>,
    },
    /// So many points for each one counted, up to the most.
    Count {
        /// What is counted.
        indicator: IndicatorId,
        /// Points for each.
        each: Decimal,
    },
    /// So many points for each open finding of these codes.
    Findings {
        /// Codes such as `parts-and-total`.
        codes: Vec<String>,
        /// Points for each.
        each: Decimal,
    },
    /// So many points for a file that came in late (domain.md 3.2: −0,5 each).
    Late {
        /// Points for each.
        each: Decimal,
    },
    /// An expression over codes, as the catalogue's rules have them; `TC12_kh` is the target.
    Expression {
        /// Its source.
        source: String,
    },
    /// A person judges.
    Judged,
}

/// How points follow from a target (domain.md 3.2).
#[derive(Debug, Clone, PartialEq)]
pub struct TargetWay {
    /// What was done.
    pub indicator: IndicatorId,
    /// What it is held against.
    pub against: Measure,
    /// The curve.
    pub curve: Curve,
}

/// Points by what was reached of a target, as a share of the most points.
#[derive(Debug, Clone, PartialEq)]
pub enum Curve {
    /// `max × min(1, reached)`.
    Proportional,
    /// The share of the highest step that was reached; below all of them nothing.
    Steps(Vec<TargetStep>),
    /// Half the points at the target, the rest by the distance to the best unit of the cluster:
    /// `½·max·reached` below the target, `½·max + ½·max·(actual − target)/(leader − target)` above.
    Leader,
}

/// A step: from so much of the target on, such a share of the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetStep {
    /// Percent of the target, by the indicator's direction.
    pub from: Decimal,
    /// Share of the most points, in percent.
    pub share: Decimal,
}

/// How a tie is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TieBreak {
    /// More points in a group, by its position.
    Group(usize),
    /// Fewer points taken.
    LessPenalty,
    /// Less between the unit's own score and the settled one.
    SmallerGap,
    /// More votes in a ballot, by its position in the campaign.
    Votes(usize),
}

impl Criteria {
    /// Every criterion with its identity, in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = CriterionId> + use<> {
        let count = u32::try_from(self.criteria.len()).expect("score sheets are far below 2^32");
        (0..count).map(CriterionId)
    }

    /// The criterion with this code, as typed: spaces, dots at the end and small letters aside.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<CriterionId> {
        let clean = |it: &str| it.trim().trim_end_matches('.').to_uppercase();
        let wanted = clean(code);
        self.ids().find(|id| clean(&self[*id].code) == wanted)
    }

    /// Everything as it is published: merit, and bonus and penalty up to their caps. A blank merit is
    /// not known, and so is the total; a blank bonus or penalty is none.
    #[must_use]
    pub fn total(&self, points: impl Fn(CriterionId) -> Option<Decimal>) -> Option<Decimal> {
        let of =
            |kind: CriterionKind| self.sum(self.ids().filter(|id| self[*id].kind == kind), &points);
        let capped = |sum: Decimal, cap: Option<Decimal>| cap.map_or(sum, |cap| sum.min(cap));
        let bonus = capped(of(CriterionKind::Bonus)?, self.bonus_cap);
        let penalty = capped(of(CriterionKind::Penalty)?, self.penalty_cap);
        Some(number::rounded(of(CriterionKind::Merit)? + bonus - penalty, self.decimals))
    }

    /// The sum of some criteria, blanks as in [`Criteria::total`].
    pub fn sum(
        &self,
        ids: impl Iterator<Item = CriterionId>,
        points: impl Fn(CriterionId) -> Option<Decimal>,
    ) -> Option<Decimal> {
        let blank = |id| (self[id].kind != CriterionKind::Merit).then_some(Decimal::ZERO);
        ids.map(|id| points(id).or_else(|| blank(id))).sum()
    }

    /// The criteria of a group, in order.
    pub fn of_group(&self, group: usize) -> impl Iterator<Item = CriterionId> + '_ {
        self.ids().filter(move |id| self[*id].group == group)
    }
}

impl std::ops::Index<CriterionId> for Criteria {
    type Output = Criterion;

    fn index(&self, id: CriterionId) -> &Criterion {
        &self.criteria[id.index()]
    }
}
