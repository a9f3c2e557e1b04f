//! What changed where files were replaced, and what was accepted with a reason, for programs.

use serde_json::Value;
use serde_json::json;

use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::collection::Accepted;
use crate::model::difference::Difference;
use crate::model::difference::Entry;
use crate::model::difference::Replacement;
use crate::model::id::UnitId;
use crate::text::number;

/// One entry per replaced file. Values are in đồng and percent, as text.
#[must_use]
pub fn changes(campaign: &Campaign, catalogue: &Catalogue, replacements: &[Replacement]) -> Value {
    let one = |it: &Replacement| {
        let figures = it.figures.iter().map(|it| figure(catalogue, it));
        let texts = it
            .texts
            .iter()
            .map(|it| json!({ "label": it.label, "before": it.before, "after": it.after }));
        json!({
            "unit": it.unit.map(|unit| code(campaign, unit)),
            "before": it.before,
            "after": it.after,
            "compared": it.compared,
            "figures": figures.collect::<Vec<_>>(),
            "texts": texts.collect::<Vec<_>>(),
        })
    };
    Value::Array(replacements.iter().map(one).collect())
}

fn figure(catalogue: &Catalogue, it: &Difference) -> Value {
    let entry = |it: &Entry| {
        json!({
            "cell": it.cell.to_string(),
            "text": it.text,
            "value": it.number.map(number::machine),
        })
    };
    json!({
        "indicator": catalogue[it.indicator].code,
        "measure": it.measure.name(),
        "before": it.before.as_ref().map(entry),
        "after": it.after.as_ref().map(entry),
    })
}

/// One entry per accepted finding.
#[must_use]
pub fn accepted(campaign: &Campaign, accepted: &[Accepted]) -> Value {
    let one = |it: &Accepted| {
        let waiver = &campaign.collection.waivers[it.waiver];
        json!({
            "unit": code(campaign, it.unit),
            "finding": it.code,
            "rule": waiver.rule,
            "cell": it.cell,
            "message": it.message,
            "reason": waiver.reason,
            "by": waiver.by,
            "date": waiver.date,
        })
    };
    Value::Array(accepted.iter().map(one).collect())
}

fn code(campaign: &Campaign, unit: UnitId) -> &str {
    &campaign[unit].code
}
