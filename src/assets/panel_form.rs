//! The workbook that the cluster's panel fills, from `templates/forms/tham-dinh.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::form_marks::MarksSheet;
use crate::assets::form_words::Section;
use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;

const PATH: &str = "forms/tham-dinh.toml";

/// What stands in place of a unit's code on the stamp of this workbook.
pub const STAMPED: &str = "tham-dinh";

/// The workbook that the panel fills.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PanelForm {
    /// Which form this is.
    pub version: String,
    /// The table of points of every unit.
    pub marks: MarksSheet,
    /// The sheets on which votes are counted, one for each ballot.
    pub ballot: BallotSheet,
    /// The sheet that tells how it is filled.
    pub instructions: PanelInstructions,
}

/// A sheet on which votes are counted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotSheet {
    /// Its name; with several ballots a number follows.
    pub sheet: String,
    /// Its title.
    pub title: String,
    /// Label of the ballot's code.
    pub code: String,
    /// Label of what is voted on.
    pub subject: String,
    /// Label of the number of members with a vote.
    pub voters: String,
    /// Label of the papers handed out.
    pub issued: String,
    /// Label of the papers returned.
    pub returned: String,
    /// Label of the papers found invalid.
    pub invalid: String,
    /// Label of the valid papers, which are a formula.
    pub valid: String,
    /// Header of the codes of units.
    pub unit_code: String,
    /// Header of the names of units.
    pub unit_name: String,
    /// Header of the votes.
    pub votes: String,
}

/// The sheet that tells how the workbook is filled.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PanelInstructions {
    /// Its name.
    pub sheet: String,
    /// Its title.
    pub title: String,
    /// Headings with their lines.
    pub sections: Vec<Section>,
}

/// Reads the form of the panel.
///
/// # Errors
/// [`Failure::Toml`] with every fault of the file.
pub fn read(templates: &Templates) -> Result<PanelForm, Failure> {
    let name = format!("templates/{PATH}");
    let file = TomlFile::parse(&name, templates.text(PATH)?).map_err(Failure::Toml)?;
    file.decode().sound()
}
