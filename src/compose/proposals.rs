//! What units proposed, and what was answered (`kien_nghi` in templates).

use serde_json::Value;
use serde_json::json;

use crate::compose::Material;
use crate::model::collection::Answer;
use crate::model::id::UnitId;
use crate::model::submission::Remark;

/// How the keys of the form's topics that hold proposals begin.
const PROPOSALS: &str = "kien_nghi";

/// Whether any unit proposed something, or an answer is known.
pub(super) fn any(material: Material<'_>) -> bool {
    let mut remarks = material.submissions.iter().flat_map(|it| &it.remarks);
    remarks.any(is_proposal) || !material.campaign.collection.answers.is_empty()
}

/// The proposals of these units with their answers, in the order of units and topics. An answer to
/// nothing that a unit sent stands there too, so that none is lost.
pub(super) fn of(material: Material<'_>, units: &[UnitId]) -> Value {
    let campaign = material.campaign;
    let mut list = Vec::new();
    let (mut made, mut answered) = (0, 0);
    for unit in units {
        for topic in &material.form.remarks.topics {
            let proposed = proposed(material, *unit, &topic.key);
            let is_answer = |it: &&Answer| it.unit == *unit && it.topic == topic.key;
            let answer = campaign.collection.answers.iter().find(is_answer);
            if proposed.is_empty() && answer.is_none() {
                continue;
            }
            made += proposed.len();
            answered += answer.map_or(0, |_| proposed.len());
            list.push(json!({
                "khoi": campaign[*unit].group.map(|group| campaign[group].name.clone()),
                "don_vi": campaign[*unit].name,
                "muc": topic.label,
                "noi_dung": proposed,
                "tra_loi": answer.map(|it| it.answer.clone()),
                "noi_tra_loi": answer.and_then(|it| it.by.clone()),
            }));
        }
    }
    json!({ "so": made, "da_tra_loi": answered, "chua_tra_loi": made - answered, "ds": list })
}

/// What a unit wrote on a topic of proposals.
fn proposed<'a>(material: Material<'a>, unit: UnitId, topic: &str) -> Vec<&'a str> {
    let remarks = material.submissions.of(&unit).flat_map(|it| &it.remarks);
    let of_topic = remarks.filter(|it| is_proposal(it) && it.topic == topic);
    of_topic.map(|it| it.text.as_str()).collect()
}

fn is_proposal(remark: &Remark) -> bool {
    remark.topic.starts_with(PROPOSALS)
}
