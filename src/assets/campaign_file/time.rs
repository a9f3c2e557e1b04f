//! `[[successions]]`, `[[scope_changes]]` and `[[issued]]` of `campaign.toml`: what changes with time.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::issue::Remedy;

/// Bodies that ended and the one in which they go on. Those of 1 July 2025 come with the program.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SuccessionTable {
    /// Identities of those that ended: `quang-ngai`, `kon-tum`.
    pub from: Vec<String>,
    /// Identity of the one that goes on, with the month since which it is: `quang-ngai@2025-07`.
    pub into: String,
    /// Its first day.
    pub on: String,
}

/// A body that ended and those in which it goes on. What it had cannot be shared out among them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SplitTable {
    /// Identity of the one that ended.
    pub from: String,
    /// Identities of those that go on.
    pub into: Vec<String>,
    /// Their first day.
    pub on: String,
}

/// A change of what is counted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScopeChangeTable {
    /// First day on which the new scope counts.
    pub on: String,
    /// What changed, in a sentence that the report prints.
    pub reason: String,
    /// Codes of the indicators that no longer compare.
    pub indicators: Vec<String>,
}

/// A paper that went out.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssuedTable {
    /// Kind of document: `bao-cao-tong-ket`.
    pub document: String,
    /// Code of the unit, for a paper of a unit.
    #[serde(default)]
    pub unit: Option<String>,
    /// Number and symbol: `05/BC-LĐLĐ`.
    pub number: String,
    /// Date of issue.
    pub date: String,
    /// SHA-256 of the file that was issued, as the manifest of that day has it.
    pub sha256: String,
    /// SHA-256 of what the paper says, as the manifest has it under `content`: with it, a newer version of
    /// the program or another font is no change of the paper.
    #[serde(default)]
    pub content: Option<String>,
    /// How an error found since is mended; left out while the paper stands.
    #[serde(default)]
    pub remedy: Option<Remedy>,
}
