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

/// What stands where points belong and is none: kept as it was typed, for the workbook that goes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoMark {
    /// The cell, with its text as typed.
    pub cell: CellRef,
    /// What was written beside it.
    pub note: String,
}

/// The sheet `Tự chấm điểm` of one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnMarks {
    /// By criterion.
    pub marks: BTreeMap<CriterionId, Mark>,
    /// Criteria whose cell holds something that cannot be taken for points.
    pub unmarked: BTreeMap<CriterionId, NoMark>,
}

/// What the cluster's panel gave: all files of the campaign's folder `panel` together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PanelMarks {
    /// Thẩm định.
    pub verified: BTreeMap<(UnitId, CriterionId), Mark>,
    /// Sau giải trình: the panel's word after a unit explained itself.
    pub explained: BTreeMap<(UnitId, CriterionId), Mark>,
    /// Tự chấm, as the panel had it before its eyes.
    pub own: BTreeMap<(UnitId, CriterionId), Mark>,
    /// Votes counted, by the position of the ballot in the campaign.
    pub counts: BTreeMap<usize, VoteCounts>,
}

/// Votes of one ballot as a workbook counts them; what was left blank is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VoteCounts {
    /// By what is counted.
    pub counts: BTreeMap<Tally, Counted>,
}

/// What is counted of a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tally {
    /// Members with a vote.
    Voters,
    /// Papers handed out.
    Issued,
    /// Papers returned.
    Returned,
    /// Papers found invalid.
    Invalid,
    /// Papers that name a unit.
    Votes(UnitId),
}

/// A count with its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// How many.
    pub count: u32,
    /// Where it stands.
    pub cell: CellRef,
}
