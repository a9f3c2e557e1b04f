//! The campaigns that the program writes: the first one of a cluster, and the words that stand in one
//! made from the period before: `templates/campaigns`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;

const STARTER: &str = "campaigns/khoi-dau.toml";
const WORDS: &str = "campaigns/ban-giao.toml";

/// Comments of a campaign made from the period before. Places to fill stand in braces; a comment with
/// a place that has nothing to be filled with is left out.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverWords {
    /// At the head of the file.
    pub head: String,
    /// At `stage`.
    pub stage: String,
    /// At `predecessor`.
    pub predecessor: String,
    /// At `half_year`.
    pub half_year: String,
    /// At `[report]`.
    pub report: String,
    /// At the head of the report, where the period before names no head elected.
    pub head_not_elected: String,
    /// At the texts of the report, which are emptied.
    pub texts: String,
    /// At movements and programmes, which are kept.
    pub movements: String,
    /// At `[conference]`, which is emptied.
    pub conference: String,
    /// At `[pledge]`.
    pub pledge: String,
    /// At `[pledge]` of a half year.
    pub pledge_of_half: String,
    /// At the contents of the pledge, which are kept as a start.
    pub contents: String,
    /// At `[collection]`, which is emptied.
    pub collection: String,
    /// At the awards, which are kept without their units.
    pub awards: String,
    /// At `[scoring]`.
    pub scoring: String,
    /// At `[meeting]`, which is emptied.
    pub meeting: String,
    /// At `[own_data]`.
    pub own_data: String,
    /// At a unit that goes on after a merger of units of which none but it was a member.
    pub same_body: String,
    /// At a unit into which other members were merged.
    pub joined: String,
    /// At a unit some of whose parts were in no member.
    pub outside: String,
    /// At a unit whose name went with the merger.
    pub renamed: String,
    /// At `[cluster]`, where its members changed.
    pub cluster: String,
    /// Names of the cities directly under the central government; all others are provinces.
    pub cities: Vec<String>,
}

/// The text of a first campaign, which builds at once.
///
/// # Errors
/// [`Failure::NoTemplate`] only if the program was built without it.
pub fn starter() -> Result<String, Failure> {
    let text = Templates::default().text(STARTER)?;
    // The schema lies beside the program's source, not beside a clerk's campaign.
    let lines = text.lines().filter(|it| !it.starts_with("#:schema"));
    Ok(lines.map(|it| format!("{it}\n")).collect())
}

/// Reads the words.
///
/// # Errors
/// [`Failure::Toml`] with every fault of the file.
pub fn words(templates: &Templates) -> Result<HandOverWords, Failure> {
    let name = format!("templates/{WORDS}");
    let file = TomlFile::parse(&name, templates.text(WORDS)?).map_err(Failure::Toml)?;
    file.decode().sound()
}
