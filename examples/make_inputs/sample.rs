//! The sample figures and words of a campaign, as their TOML file has them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

/// One number for each unit, by its code.
pub(crate) type ByUnit = BTreeMap<String, Decimal>;

/// A sample file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sample {
    /// Version of the form.
    pub(crate) form_version: String,
    /// Where last year's figures come from, if not from this file.
    pub(crate) before: Option<Before>,
    /// What the form asks for.
    #[serde(default)]
    pub(crate) form: Form,
    /// Who answers for the figures; samples name no person.
    #[serde(default = "federation")]
    pub(crate) approver: String,
    /// Whom the units address their proposals to.
    #[serde(default = "confederation")]
    pub(crate) superior: String,
    /// Named sizes of the units.
    pub(crate) weights: BTreeMap<String, ByUnit>,
    /// How each indicator comes about, by code.
    pub(crate) rows: BTreeMap<String, Row>,
    #[serde(default)]
    units: BTreeMap<String, Letter>,
    /// Points of each unit, by its code.
    #[serde(default)]
    pub(crate) scores: BTreeMap<String, Scores>,
    /// Votes that the panel's workbook counts, by the code of the ballot.
    #[serde(default)]
    pub(crate) votes: BTreeMap<String, Votes>,
}

/// Points of a unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scores {
    /// Its own, in the order of the criteria.
    pub(crate) own: Vec<Decimal>,
    /// The panel's where it differs, by code of the criterion.
    #[serde(default)]
    pub(crate) panel: BTreeMap<String, Given>,
    /// The panel's after the unit explained itself.
    #[serde(default)]
    pub(crate) explained: BTreeMap<String, Given>,
}

/// Points with the words beside them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Given {
    /// The points.
    pub(crate) points: Decimal,
    /// Why.
    pub(crate) note: String,
}

/// Votes of a ballot.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Votes {
    /// Papers handed out.
    pub(crate) issued: u32,
    /// Papers returned.
    pub(crate) returned: u32,
    /// Papers found invalid.
    pub(crate) invalid: u32,
    /// Votes by code of the unit.
    pub(crate) r#for: BTreeMap<String, u32>,
}

/// Last year's figures as they were sent then, by those who sent them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Before {
    /// Names of the samples that hold them.
    pub(crate) samples: Vec<String>,
    /// By code of a unit, the units of those samples that it was made from.
    pub(crate) parts: BTreeMap<String, Vec<String>>,
}

fn confederation() -> String {
    "Tổng Liên đoàn".to_owned()
}

fn federation() -> String {
    "Thường trực Liên đoàn Lao động tỉnh".to_owned()
}

/// What a form asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Form {
    /// The figures of a year that is over.
    #[default]
    Figures,
    /// The targets of a year that begins.
    Targets,
}

/// How the figures of an indicator come about; the file's first lines explain the keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    /// The cluster's figure, to be split.
    pub(crate) total: Option<Decimal>,
    /// Weight, or code of the row, by which it is split.
    #[serde(default)]
    pub(crate) by: String,
    /// Code of the row that no unit's figure exceeds.
    pub(crate) within: Option<String>,
    /// Code of the row that every unit's figure reaches.
    pub(crate) above: Option<String>,
    /// Permille by which units differ from their weight.
    #[serde(default)]
    pub(crate) spread: u16,
    /// A sum of rows.
    pub(crate) is: Option<String>,
    /// Each unit's own figure.
    pub(crate) each: Option<ByUnit>,
    /// Last year's figure as a sum of rows; `_nt` marks last year's.
    pub(crate) last: Option<String>,
    /// Percent by which the figure grew since last year.
    #[serde(default)]
    pub(crate) change: i16,
    /// Percent of its target that a unit reaches on average.
    pub(crate) plan: Option<i16>,
    /// Typed target of a ratio.
    pub(crate) level: Option<i16>,
    /// Typed pledge of a ratio.
    pub(crate) next: Option<i16>,
    /// Codes of the units that leave the row blank.
    #[serde(default)]
    pub(crate) blank: Vec<String>,
}

/// What a unit writes besides figures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Letter {
    /// Number of the signed report.
    pub(crate) report: String,
    /// Date of the signed report, `dd/mm/yyyy`.
    pub(crate) date: String,
    /// Office that filled the form.
    pub(crate) prepared_by: String,
    /// New models, good ways of working.
    #[serde(default)]
    pub(crate) good_practice: String,
    /// What fell short.
    #[serde(default)]
    pub(crate) limits: String,
    /// Why it fell short.
    #[serde(default)]
    pub(crate) causes: String,
    /// Proposals to the superior body.
    #[serde(default)]
    pub(crate) to_superior: String,
    /// Proposals to Party committee and government.
    #[serde(default)]
    pub(crate) to_authorities: String,
    /// Titles registered for the coming year.
    pub(crate) registered: Option<String>,
    /// Remarks in the form, by code.
    #[serde(default)]
    pub(crate) notes: BTreeMap<String, String>,
}

impl Sample {
    /// What this unit writes besides figures.
    pub(crate) fn letter(&self, unit: &str) -> Result<&Letter, String> {
        self.units.get(unit).ok_or_else(|| format!("the sample has no `[units.{unit}]`"))
    }

    /// The points of this unit.
    pub(crate) fn scores(&self, unit: &str) -> Result<&Scores, String> {
        self.scores.get(unit).ok_or_else(|| format!("the sample has no `[scores.{unit}]`"))
    }
}
