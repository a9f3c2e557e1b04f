//! `[[recipients]]` of `campaign.toml`: who gets the papers, and how many copies of them.

use schemars::JsonSchema;
use serde::Deserialize;

/// Who gets the report, and a copy of the pledge where it says so. `Nơi nhận` and the numbers of copies
/// follow from this list (Nghị định 30/2020, Phụ lục I, II.9b).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecipientTable {
    /// The line of `Nơi nhận`, without dash and without mark at its end: `Như trên`, `Lưu: VT, VP`.
    pub name: String,
    /// Copies of the report; 0 leaves the line out of `Nơi nhận`.
    #[serde(default = "one")]
    pub copies: u32,
    /// Whether every member gets so many.
    #[serde(default)]
    pub each_unit: bool,
    /// How the last sentence of the pledge says that one copy of it goes there: `lưu hồ sơ Cụm`. Without
    /// it none does.
    #[serde(default)]
    pub pledge: Option<String>,
}

fn one() -> u32 {
    1
}
