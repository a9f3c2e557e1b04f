//! A chart: `templates/charts/<name>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlFault;
use crate::model::catalogue::Catalogue;
use crate::model::id::IndicatorId;
use crate::text::suggest;

/// A chart as it is written.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartFile {
    /// Title without its number (Handlebars).
    pub title: String,
    /// Code of the indicator.
    pub indicator: String,
    /// What is drawn of it.
    pub shows: Shows,
    /// Most units that it shows: with more there is no chart, since nobody could read it.
    #[serde(default = "most")]
    pub most: usize,
}

/// What a chart shows of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Shows {
    /// What each unit did.
    Units,
    /// How much of its target each unit reached, in percent, with the line at 100.
    Reached,
    /// What all together did the year before, did this year and pledge for the next.
    Years,
}

fn most() -> usize {
    20
}

/// A chart that can be drawn.
#[derive(Debug, Clone)]
pub struct ChartSpec {
    /// Its name.
    pub name: String,
    /// As it is written.
    pub file: ChartFile,
    /// The indicator.
    pub indicator: IndicatorId,
}

/// Reads a chart by its name.
///
/// # Errors
/// [`Failure::NoTemplate`] if there is none, [`Failure::Toml`] with every fault of its file.
pub fn read(
    templates: &Templates,
    catalogue: &Catalogue,
    name: &str,
) -> Result<ChartSpec, Failure> {
    let path = format!("charts/{name}.toml");
    let source = TomlFile::parse(&format!("templates/{path}"), templates.text(&path)?)
        .map_err(Failure::Toml)?;
    let file: ChartFile = source.decode().sound()?;
    let Some(indicator) = catalogue.find(&file.indicator) else {
        let codes = catalogue.indicators.iter().map(|it| it.code.as_str());
        let nearest = suggest::nearest(&file.indicator, codes).map(str::to_owned);
        let fault = TomlFault::Dangling { name: file.indicator.clone(), nearest };
        return Err(Failure::Toml(vec![source.fault_at("/indicator", fault)]));
    };
    Ok(ChartSpec { name: name.to_owned(), file, indicator })
}
