//! Who signs, in `campaign.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

/// Who signs. Without a name the place stays blank.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignerTable {
    /// Lines of authority, such as `TM. BAN THƯỜNG VỤ`.
    #[serde(default = "on_behalf_of_the_committee")]
    pub authority: Vec<String>,
    /// In which capacity the person signs: decides the lines above the title.
    #[serde(default)]
    pub capacity: Capacity,
    /// Title of the head for whom, or by whose order, the person signs.
    #[serde(default = "chair_title")]
    pub head_title: String,
    /// Lines of the person's own title, such as `PHÓ CHỦ TỊCH`. Default: the head's, and for a deputy
    /// `PHÓ` before it.
    #[serde(default)]
    pub title: Vec<String>,
    /// Whether a deputy signs with the line `KT.` of the head. Default: as the look says.
    #[serde(default)]
    pub deputy_line: Option<bool>,
    /// Whether the person is not at the ceremony and signs later: the cell says so.
    #[serde(default)]
    pub absent: bool,
    /// Full name without degrees or forms of address (Nghị định 30/2020, Phụ lục I, II.7).
    #[serde(default)]
    pub name: Option<String>,
}

fn on_behalf_of_the_committee() -> Vec<String> {
    vec!["TM. BAN THƯỜNG VỤ".to_owned()]
}

fn chair_title() -> String {
    "CHỦ TỊCH".to_owned()
}

/// In which capacity somebody signs (Nghị định 30/2020 Điều 13; Phụ lục I, II.7.a).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// The head.
    #[default]
    Head,
    /// A deputy in place of the head: `KT. CHỦ TỊCH`.
    Deputy,
    /// A deputy in charge while there is no head: signs like a deputy.
    InCharge,
    /// Acting head: `Q. CHỦ TỊCH`.
    Acting,
    /// By order of the head: `TL. CHỦ TỊCH`.
    ByOrder,
    /// By authority that the head delegated: `TUQ. CHỦ TỊCH`.
    ByAuthority,
}

impl Default for SignerTable {
    fn default() -> Self {
        Self {
            authority: on_behalf_of_the_committee(),
            capacity: Capacity::default(),
            head_title: chair_title(),
            title: Vec::new(),
            deputy_line: None,
            absent: false,
            name: None,
        }
    }
}
