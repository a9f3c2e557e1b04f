//! How the points of one criterion are counted. One way, one file. Where anything is missing that a
//! way needs, nothing is counted: missing is never zero.

mod count;
mod done;
mod expression;
mod open;
mod target;

use rust_decimal::Decimal;

use crate::model::criteria::Criterion;
use crate::model::criteria::Way;
use crate::model::figure::FigureId;
use crate::model::id::CriterionId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::scoreboard::Counted;
use crate::model::scoreboard::HowCounted;
use crate::score::Context;
use crate::text::number;

pub(super) use open::LATE;

/// Counts the points of every unit, having looked once for the best figures of the cluster.
pub(super) struct Counter<'a> {
    context: Context<'a>,
    /// The best figure of each criterion whose curve looks at it.
    leaders: Vec<Option<FigureId>>,
}

impl<'a> Counter<'a> {
    pub(super) fn new(context: Context<'a>) -> Self {
        let leaders = context.criteria.ids().map(|id| target::leader(context, id)).collect();
        Self { context, leaders }
    }

    /// What figures, findings and dates say of a criterion, never beyond its most points.
    pub(super) fn count(&self, unit: UnitId, id: CriterionId) -> Option<Counted> {
        let context = self.context;
        let criterion = &context.criteria[id];
        let (points, how) = match &criterion.way {
            Way::Target(way) => {
                target::count(context, unit, way, criterion.max, self.leaders[id.index()])?
            }
            Way::Done { indicator } => done::count(context, unit, (*indicator)?, criterion.max)?,
            Way::Count { indicator, each } => count::count(context, unit, *indicator, *each)?,
            Way::Findings { codes, each } => open::findings(context, unit, codes, *each)?,
            Way::Late { each } => open::late(context, unit, *each)?,
            Way::Expression { source } => expression::count(context, unit, id, source)?,
            Way::Judged => return None,
        };
        Some(counted(context, criterion, points, how))
    }
}

/// Points are rounded as they are published, so that the sums on paper are the sums of what stands
/// above them.
fn counted(
    context: Context<'_>,
    criterion: &Criterion,
    points: Decimal,
    how: HowCounted,
) -> Counted {
    let within = points.clamp(Decimal::ZERO, criterion.max);
    Counted { points: number::rounded(within, context.criteria.decimals), how }
}

/// The figures of a unit that a criterion is counted from, in the order in which it names them.
#[must_use]
pub fn needs(context: Context<'_>, unit: UnitId, id: CriterionId) -> Vec<FigureId> {
    let actual = |indicator| figure(unit, indicator, Measure::Actual);
    match &context.criteria[id].way {
        Way::Target(way) => {
            vec![actual(way.indicator), figure(unit, way.indicator, way.against)]
        }
        Way::Done { indicator } => indicator.map(actual).into_iter().collect(),
        Way::Count { indicator, .. } => vec![actual(*indicator)],
        Way::Expression { .. } => expression::figures(context, unit, id),
        Way::Findings { .. } | Way::Late { .. } | Way::Judged => Vec::new(),
    }
}

fn figure(unit: UnitId, indicator: IndicatorId, measure: Measure) -> FigureId {
    FigureId { indicator, measure, owner: Owner::Unit(unit) }
}
