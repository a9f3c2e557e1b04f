//! So many points for each one counted.

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
    each: Decimal,
) -> Option<(Decimal, HowCounted)> {
    let figure = figure(unit, indicator, Measure::Actual);
    let points = context.dataset.figure(figure).value?.checked_mul(each)?;
    Some((points, HowCounted::Count { figure, each }))
}
