//! The names that templates of a block's paper know: nothing in them is of another block's units.

use serde_json::Value;
use serde_json::json;

use crate::compose::Material;
use crate::compose::data;
use crate::compose::proposals;
use crate::model::id::GroupId;
use crate::model::id::UnitId;

/// `khoi_nay`: the block whose paper it is.
pub(super) fn own(material: Material<'_>, group: GroupId) -> Value {
    let campaign = material.campaign;
    let it = &campaign[group];
    let units: Vec<UnitId> = campaign.of_group(group).collect();
    json!({
        "so_thu_tu": group.0,
        "ma": it.code,
        "ten": it.name,
        "truong": it.head.map(|head| campaign[head].full_name.clone()),
        "so_don_vi": units.len(),
        "don_vi": data::units(campaign, units.iter().copied()),
        "ten_don_vi": data::names(campaign, units.iter().copied()),
        "y_kien": data::remarks(material, &units),
        "kien_nghi": proposals::of(material, &units),
        "rieng": it.own_data,
    })
}

/// `khoi`: every block with its units, for papers of the cluster.
pub(super) fn all(material: Material<'_>) -> Value {
    material.campaign.group_ids().map(|group| own(material, group)).collect()
}
