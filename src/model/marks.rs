//! Points that people gave: a unit to itself, the cluster's panel to all.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::place::CellRef;

/// Points that somebody typed into a cell. What cannot be read as points is a finding, and no mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The points; a penalty's as a positive number.
    pub points: Decimal,
    /// Where they stand.
    pub cell: CellRef,
    /// What was written beside them: evidence, the reason of a difference, an explanation.
    pub note: String,
}

/// The sheet `Tự chấm điểm` of one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnMarks {
    /// By criterion.
    pub marks: BTreeMap<CriterionId, Mark>,
}

/// What the cluster's panel gave: all files of the campaign's folder `panel` together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PanelMarks {
    /// Thẩm định.
    pub verified: BTreeMap<(UnitId, CriterionId), Mark>,
    /// Sau giải trình: the panel's word after a unit explained itself.
    pub explained: BTreeMap<(UnitId, CriterionId), Mark>,
}
