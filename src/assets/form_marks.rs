//! The tables of points in a workbook: their sheets, columns and words.

use schemars::JsonSchema;
use serde::Deserialize;

/// A sheet with a table of points: the unit's own, or the panel's.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarksSheet {
    /// Its name.
    pub sheet: String,
    /// Its title.
    pub title: String,
    /// Lines that tell how it is filled; they stand on the sheet of instructions.
    pub lines: Vec<String>,
    /// Its columns from the left.
    pub columns: Vec<MarkColumn>,
    /// Words for all the points, where a criterion is all or nothing.
    pub done: Vec<String>,
    /// Words for no points, where a criterion is all or nothing.
    pub not_done: Vec<String>,
    /// Words behind a number of points: `9 điểm`.
    pub units: Vec<String>,
    /// Beginnings of the label of a row that adds others up.
    pub sums: Vec<String>,
    /// Label of the row that adds everything up.
    pub total: String,
}

/// A column of a table of points.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkColumn {
    /// What stands in it.
    pub role: MarkRole,
    /// Its header.
    pub header: String,
    /// Other headers under which it is found.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// What stands in a column of a table of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MarkRole {
    /// Order number.
    Order,
    /// Code of the unit judged.
    UnitCode,
    /// Name of the unit judged.
    UnitName,
    /// Code of the criterion.
    Code,
    /// Name of the criterion.
    Criterion,
    /// What proves it, as the criteria ask for it.
    Asked,
    /// The most points.
    Max,
    /// Points that the program counted from the figures.
    Counted,
    /// Tự chấm.
    Own,
    /// What the unit sends to prove it.
    Evidence,
    /// Thẩm định.
    Verified,
    /// Why the panel differs from the unit.
    Reason,
    /// Sau giải trình.
    Explained,
    /// What the unit said, and what the panel thought of it.
    Comment,
}

impl MarksSheet {
    /// The column of a role, if the sheet has it.
    #[must_use]
    pub fn column(&self, role: MarkRole) -> Option<&MarkColumn> {
        self.columns.iter().find(|it| it.role == role)
    }

    /// The header of a role; empty if the sheet does not have it.
    #[must_use]
    pub fn header(&self, role: MarkRole) -> &str {
        self.column(role).map_or("", |it| it.header.as_str())
    }
}
