//! All or nothing, by a yes or a no.

use rust_decimal::Decimal;

use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::scoreboard::HowCounted;
use crate::score::Context;
use crate::score::ways::figure;

pub(super) fn count(
    context: Context<'_>,
    unit: UnitId,
    indicator: IndicatorId,
    max: Decimal,
) -> Option<(Decimal, HowCounted)> {
    let figure = figure(unit, indicator, Measure::Actual);
    let said = context.dataset.figure(figure).value?;
    let points = if said > Decimal::ZERO { max } else { Decimal::ZERO };
    Some((points, HowCounted::Done { figure }))
}
