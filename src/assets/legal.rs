//! Legal bases with the time in which they are in force: `templates/legal/can-cu.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::text::citation;
use crate::text::citation::Key;
use crate::text::date::Date;

const PATH: &str = "legal/can-cu.toml";

/// The file of legal bases.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalFile {
    /// Every text, also those no longer in force.
    pub bases: Vec<LegalBasis>,
}

/// One text.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// What papers ask for, such as `luat-cong-doan`; its texts in force on their date are cited.
    pub family: String,
    /// Citation without `Căn cứ`.
    pub text: String,
    /// First day in force.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// Last day in force.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// Other ways in which papers name it, such as the number of a law: `06/2022/QH15`.
    #[serde(default)]
    pub also: Vec<String>,
}

/// Reads the legal bases.
///
/// # Errors
/// [`Failure::Toml`] with every fault of the file.
pub fn read(templates: &Templates) -> Result<LegalFile, Failure> {
    let name = format!("templates/{PATH}");
    let file = TomlFile::parse(&name, templates.text(PATH)?).map_err(Failure::Toml)?;
    file.decode().sound()
}

impl LegalFile {
    /// Citations of `families` in force on `day`, family by family in that order; a family may have
    /// several, such as a law and the law that amends it.
    ///
    /// # Errors
    /// [`Failure::NoLegalBasis`] for a family of which nothing is in force that day.
    pub fn in_force(&self, families: &[String], day: Date) -> Result<Vec<String>, Failure> {
        let mut citations = Vec::new();
        for family in families {
            let before = citations.len();
            let valid = self.bases.iter().filter(|it| it.family == *family && it.is_in_force(day));
            citations.extend(valid.map(|it| it.text.clone()));
            if citations.len() == before {
                return Err(Failure::NoLegalBasis { family: family.clone(), date: day.numeric() });
            }
        }
        Ok(citations)
    }

    /// The regulation that a text cites, if it stands here.
    #[must_use]
    pub fn cited(&self, key: &Key) -> Option<&LegalBasis> {
        let names = |it: &LegalBasis| {
            let writings = std::iter::once(&it.text).chain(&it.also);
            // A decree that details a law names that law too: the first citation is its own.
            let mut own = writings.filter_map(|it| citation::citations(it).into_iter().next());
            own.any(|it| it.key == *key)
        };
        self.bases.iter().find(|it| names(it))
    }
}

impl LegalBasis {
    /// Whether it is in force on a day.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}
