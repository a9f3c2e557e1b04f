//! `[office]` and `[[bodies]]` of `campaign.toml`: who issues and signs papers without being a member.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::campaign_file::signer::SignerTable;

/// An office that leads without being a member.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeTable {
    /// Short name: `An Giang`.
    pub name: String,
    /// Full name: `Liên đoàn Lao động tỉnh An Giang`.
    pub full_name: String,
    /// Name in a letterhead, in capitals, one entry per line.
    pub heading: Vec<String>,
    /// Place in the date line of its papers. Default: the short name.
    #[serde(default)]
    pub place: Option<String>,
    /// Who signs for it.
    #[serde(default)]
    pub signer: SignerTable,
}

/// A body that issues or signs papers of its own: an inspection committee, the presidium of a
/// conference.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BodyTable {
    /// Code: small ASCII letters, digits and hyphens.
    pub code: String,
    /// Full name.
    pub full_name: String,
    /// Name in a letterhead, in capitals, one entry per line; left out for one that only signs.
    #[serde(default)]
    pub heading: Vec<String>,
    /// Who signs for it.
    #[serde(default)]
    pub signer: SignerTable,
}
