//! `[pledge]` of `campaign.toml`: what is pledged for the coming year, and who signs it.

use schemars::JsonSchema;
use serde::Deserialize;

/// The coming year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PledgeTable {
    /// The year pledged.
    #[schemars(range(min = 1950, max = 2099))]
    pub year: i16,
    /// Theme, without quotation marks.
    pub theme: String,
    /// Day of the ceremony; left out it prints the gap.
    #[serde(default)]
    pub date: Option<String>,
    /// Place of the ceremony in the date line, such as `Kon Tum`.
    #[serde(default)]
    pub place: Option<String>,
    /// Code of the head elected for the coming year, if elected.
    #[serde(default)]
    pub head: Option<String>,
    /// Code of the deputy elected for the coming year, if elected.
    #[serde(default)]
    pub deputy: Option<String>,
    /// In which order the parties sign.
    #[serde(default)]
    pub order: SigningOrder,
    /// Codes of those who sign, in the order of signing, whatever `order` says. Default: all units.
    #[serde(default)]
    pub parties: Vec<String>,
    /// Numbered contents.
    pub contents: Vec<ContentTable>,
    /// Common levels that every party pledges.
    #[serde(default)]
    pub levels: Vec<LevelTable>,
    /// How the pledge is carried out, one paragraph each.
    #[serde(default)]
    pub organisation: Vec<String>,
    /// Legal bases beyond those of the paper's template, without `Căn cứ`.
    #[serde(default)]
    pub legal_bases: Vec<String>,
    /// A witness, if the ceremony has one who signs.
    #[serde(default)]
    pub witness: Option<WitnessTable>,
}

/// In which order the parties of a pledge sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SigningOrder {
    /// The head elected for the coming year, the deputy, then the others in the order of this file.
    #[default]
    HeadFirst,
    /// That of the units in this file, as the decision on the cluster lists them.
    Units,
    /// The head, the deputy, then the others by the Vietnamese alphabet.
    Alphabet,
}

/// One numbered content of the pledge.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContentTable {
    /// Title.
    pub title: String,
    /// Text, one entry per paragraph.
    #[serde(default)]
    pub text: Vec<String>,
}

/// A common level, such as "từ 85% trở lên".
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelTable {
    /// Words before the level.
    pub text: String,
    /// Code of the indicator that it speaks of, if the catalogue has it.
    #[serde(default)]
    pub indicator: Option<String>,
    /// At least so much, as text: `"85"`.
    #[serde(default)]
    pub at_least: Option<String>,
    /// At most so much, as text.
    #[serde(default)]
    pub at_most: Option<String>,
    /// Unit printed after the number: `%`.
    #[serde(default)]
    pub unit: String,
}

/// Who witnesses the signing.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WitnessTable {
    /// Name of the body in capitals, one entry per line.
    pub heading: Vec<String>,
    /// Lines of the title.
    #[serde(default)]
    pub title: Vec<String>,
    /// Full name.
    #[serde(default)]
    pub name: Option<String>,
}
