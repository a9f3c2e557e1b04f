//! Profiles of looks: `templates/layouts/*.toml`.

use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::model::look::Look;

/// Names of the profiles, sorted.
///
/// # Errors
/// [`Failure::Io`] if the campaign's own folder of layouts cannot be listed.
pub fn names(templates: &Templates) -> Result<Vec<String>, Failure> {
    let files = templates.names("layouts")?;
    Ok(files.iter().filter_map(|it| it.strip_suffix(".toml")).map(str::to_owned).collect())
}

/// Reads a profile by its name, such as `nghi-dinh-30`.
///
/// # Errors
/// [`Failure::NoTemplate`] if there is none, [`Failure::Toml`] with every fault of its file.
pub fn read(templates: &Templates, name: &str) -> Result<Look, Failure> {
    let path = format!("layouts/{name}.toml");
    let file = TomlFile::parse(&format!("templates/{path}"), templates.text(&path)?)
        .map_err(Failure::Toml)?;
    file.decode().sound()
}
