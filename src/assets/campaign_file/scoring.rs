//! `[scoring]`, `[meeting]`, `[[ballots]]` and `[[awards]]` of `campaign.toml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::meeting::BallotPurpose;
use crate::model::meeting::Ground;
use crate::model::meeting::ShareBase;

/// How the campaign scores.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoringTable {
    /// Criteria of the year: a file of `templates/criteria` without `.toml`.
    pub criteria: String,
    /// Units that are not considered.
    #[serde(default)]
    pub barred: Vec<BarredTable>,
    /// Grounds for which the program looks itself, of `dissolved`, `not-registered`, `no-pledge` and
    /// `late`. Default: all but `late`, which costs points where the criteria say so.
    #[serde(default = "gates")]
    pub gates: Vec<Ground>,
}

fn gates() -> Vec<Ground> {
    vec![Ground::Dissolved, Ground::NotRegistered, Ground::NoPledge]
}

/// A unit that is not considered.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BarredTable {
    /// Code of the unit.
    pub unit: String,
    /// Why.
    pub ground: Ground,
    /// In words, as the minutes print it.
    #[serde(default)]
    pub note: String,
}

/// The meeting that judges and votes.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingTable {
    /// Day.
    #[serde(default)]
    pub date: Option<String>,
    /// Place in a sentence.
    #[serde(default)]
    pub place: Option<String>,
    /// Who presides.
    #[serde(default)]
    pub chair: Option<PersonTable>,
    /// Who takes the minutes.
    #[serde(default)]
    pub secretary: Option<PersonTable>,
    /// Ban kiểm phiếu, its head first.
    #[serde(default)]
    pub tellers: Vec<PersonTable>,
    /// Codes of units that sent nobody.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Opinions, one paragraph each.
    #[serde(default)]
    pub opinions: Vec<String>,
    /// Day on which the minutes were signed. From then on the proposal of awards to the superior body
    /// is made; with the stage `ban-hanh` every paper shows points, ranks, votes and proposals.
    #[serde(default)]
    pub signed: Option<String>,
}

/// Somebody with a part in the meeting; without a name the place stays blank.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonTable {
    /// Full name.
    #[serde(default)]
    pub name: Option<String>,
    /// Title with the body.
    pub title: String,
}

/// A ballot with its counts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotTable {
    /// Code: small ASCII letters, digits and hyphens.
    pub code: String,
    /// What was voted on, in a sentence.
    pub title: String,
    /// What it decides.
    #[serde(default)]
    pub purpose: BallotPurpose,
    /// Members with a vote. Default: one for each unit.
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    pub voters: Option<u32>,
    /// Papers handed out. Left out, the counts come from a workbook of the panel.
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    pub issued: u32,
    /// Papers returned.
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    pub returned: u32,
    /// Papers found invalid.
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    pub invalid: u32,
    /// The least part of the voters that must return a paper, in percent, as text. Default: "66.67".
    #[serde(default)]
    pub quorum: Option<String>,
    /// What shares are counted by.
    #[serde(default)]
    pub base: ShareBase,
    /// The share that carries, in percent, as text. Default: "50".
    #[serde(default)]
    pub threshold: Option<String>,
    /// Whether the share must be above the threshold ("trên"), not only at it ("từ … trở lên").
    #[serde(default = "yes")]
    pub above: bool,
    /// Whether a unit may vote for itself.
    #[serde(default = "yes")]
    pub own_vote: bool,
    /// Votes by code of the unit.
    #[serde(default)]
    #[schemars(extend("additionalProperties" = {
        "type": "integer", "format": "uint32", "minimum": 0, "maximum": 100_000
    }))]
    pub votes: BTreeMap<String, u32>,
}

fn yes() -> bool {
    true
}

/// An award of the year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardTable {
    /// Code: small ASCII letters, digits and hyphens.
    pub code: String,
    /// Its name, as papers print it.
    pub name: String,
    /// How many the cluster may propose this year. Default: no limit.
    #[serde(default)]
    #[schemars(range(max = 100_000))]
    pub quota: Option<u32>,
    /// The least score, as text.
    #[serde(default)]
    pub least_points: Option<String>,
    /// Code of the ballot that must carry a unit.
    #[serde(default)]
    pub ballot: Option<String>,
    /// Codes of the units, where people decide; left out, they are taken by rank.
    #[serde(default)]
    pub units: Vec<String>,
    /// Whether a unit proposed for an award above it may have it too.
    #[serde(default)]
    pub with_others: bool,
    /// The decision that gives it, once it is there: until then papers say "đề nghị".
    #[serde(default)]
    pub decision: Option<DecisionTable>,
}

/// The decision that gives an award.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionTable {
    /// Number and symbol.
    pub number: String,
    /// Its date.
    pub date: String,
}
