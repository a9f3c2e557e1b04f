//! By an expression over figures of the unit.

use rust_decimal::Decimal;

use crate::model::figure::FigureId;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::scoreboard::HowCounted;
use crate::score::Context;
use crate::score::ways::figure;

/// The figures that the expression names.
pub(super) fn figures(context: Context<'_>, unit: UnitId, id: CriterionId) -> Vec<FigureId> {
    let named = context.expressions.of(id).map_or(&[][..], |it| it.figures());
    named.iter().map(|(indicator, measure)| figure(unit, *indicator, *measure)).collect()
}

/// `None` also for what cannot be computed, such as a division by zero.
pub(super) fn count(
    context: Context<'_>,
    unit: UnitId,
    id: CriterionId,
    source: &str,
) -> Option<(Decimal, HowCounted)> {
    let figures = figures(context, unit, id);
    let values: Option<Vec<Decimal>> =
        figures.iter().map(|it| context.dataset.figure(*it).value).collect();
    let points = context.expressions.of(id)?.number(&values?).ok()?;
    Some((points, HowCounted::Expression { source: source.to_owned(), figures }))
}
