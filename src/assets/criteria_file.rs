//! `templates/criteria/<name>.toml` as it is written.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::criteria::CriterionKind;
use crate::model::measure::Measure;

/// What earns points in a year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriteriaFile {
    /// Title as tables print it.
    pub title: String,
    /// The most points without bonus, as text: `"100"`, `"1000"`.
    pub scale: String,
    /// Digits after the comma of a published score.
    #[serde(default = "two")]
    #[schemars(range(max = 4))]
    pub decimals: u32,
    /// The most that all bonus criteria together add, as text.
    #[serde(default)]
    pub bonus_cap: Option<String>,
    /// The most that all penalty criteria together take, as text and positive.
    #[serde(default)]
    pub penalty_cap: Option<String>,
    /// How ties are broken, first the first: `group:III`, `less-penalty`, `smaller-gap`,
    /// `votes:<code of a ballot>`.
    #[serde(default)]
    pub ties: Vec<String>,
    /// Groups in order.
    pub groups: Vec<CriterionGroupTable>,
}

fn two() -> u32 {
    2
}

/// A group of criteria.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionGroupTable {
    /// Mark such as `III`.
    pub code: String,
    /// Title.
    pub title: String,
    /// Whether its criteria are part of the scale, add to it or take from it.
    #[serde(default)]
    pub kind: CriterionKind,
    /// The most points that its criteria give together, as text.
    pub max: String,
    /// Criteria in order.
    pub criteria: Vec<CriterionTable>,
}

/// One criterion. Of `target`, `done`, `count`, `findings`, `late` and `expression` at most one is
/// written; without any a person judges.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionTable {
    /// Code such as `III.2`.
    pub code: String,
    /// What is judged.
    pub name: String,
    /// The most points that it gives, or takes (positive too), as text.
    pub max: String,
    /// What a unit sends to prove it.
    #[serde(default)]
    pub evidence: String,
    /// By what was reached of a target.
    #[serde(default)]
    pub target: Option<TargetTable>,
    /// All or nothing: code of a yes-or-no indicator, or empty where a person judges.
    #[serde(default)]
    pub done: Option<String>,
    /// So many points for each one counted.
    #[serde(default)]
    pub count: Option<CountTable>,
    /// So many points for each open finding.
    #[serde(default)]
    pub findings: Option<FindingsTable>,
    /// So many points for a file that came in late, as text.
    #[serde(default)]
    pub late: Option<String>,
    /// An expression over codes.
    #[serde(default)]
    pub expression: Option<String>,
}

/// By what was reached of a target.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetTable {
    /// Code of the indicator.
    pub indicator: String,
    /// What it is held against. Default: the target.
    #[serde(default = "target")]
    pub against: Measure,
    /// The curve. Default: in proportion, up to the most.
    #[serde(default)]
    pub curve: CurveName,
    /// Steps, for the curve `steps`.
    #[serde(default)]
    pub steps: Vec<StepTable>,
}

fn target() -> Measure {
    Measure::Target
}

/// How points follow from what was reached (domain.md 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CurveName {
    /// In proportion, up to the most.
    #[default]
    Proportional,
    /// By steps.
    Steps,
    /// Half at the target, the rest by the distance to the best unit.
    Leader,
}

/// A step.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepTable {
    /// From so much of the target on, in percent, as text.
    pub from: String,
    /// Such a share of the points, in percent, as text.
    pub share: String,
}

/// So many points for each one counted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountTable {
    /// Code of what is counted.
    pub indicator: String,
    /// Points for each, as text.
    pub each: String,
}

/// So many points for each open finding.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingsTable {
    /// Codes of findings.
    pub codes: Vec<String>,
    /// Points for each, as text.
    pub each: String,
}
