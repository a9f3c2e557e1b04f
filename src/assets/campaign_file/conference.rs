//! `[conference]` of `campaign.toml`: when and where, what is on its programme, who comes.

use schemars::JsonSchema;
use serde::Deserialize;

/// The conference.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConferenceTable {
    /// Day.
    #[serde(default)]
    pub date: Option<String>,
    /// Part of the day: `Sáng`, `Chiều`.
    #[serde(default)]
    pub part_of_day: Option<String>,
    /// When it begins: `08 giờ 00`.
    #[serde(default)]
    pub time: Option<String>,
    /// Place in a sentence: `thành phố Kon Tum`.
    #[serde(default)]
    pub place: Option<String>,
    /// Guests with title, in the order in which they are named.
    #[serde(default)]
    pub guests: Vec<String>,
    /// What the leaders said, one paragraph each, for the news item.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// Whom to ask about it, for the invitations.
    #[serde(default)]
    pub contact: Option<String>,
    /// Who presides, with title. Default: the head of the cluster, by its title.
    #[serde(default)]
    pub chair: Option<String>,
    /// The programme. Without it the usual one is printed, without times.
    #[serde(default)]
    pub agenda: Vec<AgendaTable>,
    /// Delegates beyond the guests and the leaders of the units.
    #[serde(default)]
    pub delegates: Vec<DelegateTable>,
}

/// A point of the programme.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaTable {
    /// When: `8 giờ 00 - 8 giờ 15`.
    #[serde(default)]
    pub time: String,
    /// What.
    pub content: String,
    /// Who speaks or leads.
    #[serde(default)]
    pub who: String,
}

/// Somebody who comes to the conference.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DelegateTable {
    /// Full name; left out the place stays blank.
    #[serde(default)]
    pub name: Option<String>,
    /// Title.
    #[serde(default)]
    pub title: String,
    /// Unit or body.
    #[serde(default)]
    pub of: String,
}
