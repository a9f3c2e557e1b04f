//! `[collection]` of `campaign.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::measure::Measure;

/// The collection of the figures.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CollectionTable {
    /// Last day on which a file is in time.
    #[serde(default)]
    pub deadline: Option<String>,
    /// What is known of the files besides what stands in them.
    #[serde(default)]
    pub files: Vec<ReceivedTable>,
    /// Findings that were accepted with a reason.
    #[serde(default)]
    pub waivers: Vec<WaiverTable>,
    /// Totals of the cluster that were typed or published elsewhere, to be held against ours.
    #[serde(default)]
    pub published: Vec<PublishedTable>,
    /// What was answered to the units' proposals.
    #[serde(default)]
    pub answers: Vec<AnswerTable>,
}

/// What is known of a file besides what stands in it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceivedTable {
    /// Name in the folder `submissions`: `cao-bang.xlsx`.
    pub file: String,
    /// Day on which it came in.
    #[serde(default)]
    pub received: Option<String>,
    /// Number and symbol of the signed report that it came with: `128/BC-LĐLĐ`.
    #[serde(default)]
    pub report_number: Option<String>,
    /// Date of that report.
    #[serde(default)]
    pub report_date: Option<String>,
    /// Names of the files that it takes the place of; they stay, and are no longer used.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// Day on which the signed confirmation of the figures came back.
    #[serde(default)]
    pub confirmed: Option<String>,
}

/// One finding of one unit, accepted with a written reason.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WaiverTable {
    /// Code of the unit.
    pub unit: String,
    /// Code of the finding: `rule-broken`.
    pub finding: String,
    /// Identity of the rule, for a finding of the catalogue's rules: `K5-qua-tet`.
    #[serde(default)]
    pub rule: Option<String>,
    /// Its cell as the finding shows it: `F17`; left out for a finding about the whole file.
    #[serde(default)]
    pub cell: Option<String>,
    /// Why it is accepted, as the report's annex prints it.
    pub reason: String,
    /// The role of the person who accepted it: `Trưởng ban Tổ chức`.
    pub by: String,
    /// The day on which it was accepted.
    pub date: String,
}

/// What was answered to a unit's proposals on one topic.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerTable {
    /// Code of the unit.
    pub unit: String,
    /// Key of the form's topic: `kien_nghi_cap_tren`.
    pub topic: String,
    /// The answer.
    pub answer: String,
    /// The office that answers or follows it up.
    #[serde(default)]
    pub by: Option<String>,
}

/// A total of the cluster that was typed or published elsewhere.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedTable {
    /// Code of the indicator.
    pub indicator: String,
    /// Of which measure. Default: what was achieved.
    #[serde(default = "actual")]
    pub measure: Measure,
    /// The total in the unit that the form prints, as text: `"25493"`.
    pub value: String,
    /// Where it stands: `Thông báo số 12/TB-LĐLĐ`.
    pub source: String,
}

fn actual() -> Measure {
    Measure::Actual
}
