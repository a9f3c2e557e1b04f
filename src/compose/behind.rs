//! Who is behind with the targets of the year when half of it has passed.

use rust_decimal::Decimal;
use serde_json::Value;
use serde_json::json;

use crate::compose::Material;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Direction;
use crate::model::catalogue::Time;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::template::mark;

/// A year's target is behind below this part of it, since half of the year has passed.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// `cham_tien_do`: each unit that is behind, with the targets of which it did less than half.
pub(super) fn data(material: Material<'_>) -> Value {
    let of_unit = |unit: UnitId| {
        let behind = material.catalogue.ids().filter(|id| is_behind(material, unit, *id));
        let lines: Vec<Value> = behind.map(|id| line(material, unit, id)).collect();
        let name = &material.campaign[unit].name;
        (!lines.is_empty()).then(|| json!({ "don_vi": name, "chi_tieu": lines }))
    };
    Value::Array(material.campaign.unit_ids().filter_map(of_unit).collect())
}

fn line(material: Material<'_>, unit: UnitId, indicator: IndicatorId) -> Value {
    let it = &material.catalogue[indicator];
    let reference = |measure| mark::reference(figure(unit, indicator, measure));
    json!({
        "ten": it.name,
        "don_vi_tinh": it.unit,
        "th": reference(Measure::Actual),
        "kh": reference(Measure::Target),
    })
}

fn figure(unit: UnitId, indicator: IndicatorId, measure: Measure) -> FigureId {
    FigureId { indicator, measure, owner: Owner::Unit(unit) }
}

/// Whether a unit did less than half of what it pledged; of what grows within the year only.
fn is_behind(material: Material<'_>, unit: UnitId, id: IndicatorId) -> bool {
    let it = &material.catalogue[id];
    let grows = it.time == Time::Flow
        && it.direction == Direction::Up
        && it.aggregation == Aggregation::Sum;
    let value = |measure| material.results.dataset.figure(figure(unit, id, measure)).value;
    let Some((done, target)) = value(Measure::Actual).zip(value(Measure::Target)) else {
        return false;
    };
    grows && target > Decimal::ZERO && done < target * HALF
}
