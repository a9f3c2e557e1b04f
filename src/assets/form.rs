//! Biểu mẫu: how a workbook is laid out, from `templates/forms/so-lieu.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::form_marks::MarksSheet;
use crate::assets::form_words;
use crate::assets::form_words::FeedbackSheet;
use crate::assets::form_words::InstructionsSheet;
use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::model::measure::Measure;
use crate::model::period::Span;

const PATH: &str = "forms/so-lieu.toml";

/// The form that units fill.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The sheet of figures.
    pub figures: FiguresSheet,
    /// The sheet on which a workbook says whose and when it is.
    pub about: AboutSheet,
    /// The sheet of the unit's own words.
    pub remarks: RemarksSheet,
    /// The sheet on which the unit scores itself; only where the campaign scores.
    pub marks: MarksSheet,
    /// Which form this is; changed when a row or a column is given another meaning.
    pub version: String,
    /// The very hidden sheet that says for whom a workbook was made.
    pub stamp: StampSheet,
    /// The sheet that tells how the form is filled.
    pub instructions: InstructionsSheet,
    /// The sheet that lists what is to be mended.
    pub feedback: FeedbackSheet,
}

/// The very hidden sheet that says for whom a workbook was made.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StampSheet {
    /// Its name.
    pub sheet: String,
}

/// The sheet of figures.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiguresSheet {
    /// Its name.
    pub sheet: String,
    /// Its columns from the left.
    pub columns: Vec<FormColumn>,
    /// Parts of headers of columns that offices add for themselves and nobody reads: `Tỷ lệ`.
    #[serde(default)]
    pub ignored: Vec<String>,
    /// Words above several headers that say nothing of what stands below: `Số liệu`.
    #[serde(default)]
    pub bands: Vec<String>,
    /// The same on the form of a first half, where “Cả năm” says something.
    #[serde(default)]
    pub half_bands: Vec<String>,
}

/// A column of the sheet of figures.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormColumn {
    /// What stands in it.
    pub role: Role,
    /// For numbers: which measure.
    #[serde(default)]
    pub measure: Option<Measure>,
    /// Its header.
    pub header: String,
    /// Other headers under which it is found.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Parts of the year that ask for it. Default: all.
    #[serde(default = "every_span")]
    pub spans: Vec<Span>,
    /// What it is called on the form of a first half, in place of its header and the others.
    #[serde(default)]
    pub half: Option<ColumnNames>,
}

/// What a column is called.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnNames {
    /// Its header.
    pub header: String,
    /// Other headers under which it is found.
    #[serde(default)]
    pub aliases: Vec<String>,
}

fn every_span() -> Vec<Span> {
    vec![Span::Full, Span::FirstHalf]
}

/// What stands in a column of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Code of the indicator.
    Code,
    /// Order number.
    Order,
    /// Name of the indicator.
    Label,
    /// Unit of measure.
    Unit,
    /// Numbers of one measure.
    Figure,
    /// Remarks.
    Note,
    /// The office of the unit that fills the row.
    Office,
}

/// The sheet on which a workbook says whose and when it is: a label, and the answer beside it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AboutSheet {
    /// Its name.
    pub sheet: String,
    /// Labels of its rows.
    pub fields: Vec<AboutField>,
}

/// A row of that sheet.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AboutField {
    /// What it tells.
    pub key: AboutKey,
    /// Its label.
    pub label: String,
}

/// What a workbook tells of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AboutKey {
    /// Name of the unit.
    UnitName,
    /// Code of the unit.
    UnitCode,
    /// Period of the figures.
    Period,
    /// Version of the form.
    FormVersion,
    /// Number of the unit's own signed report.
    ReportNumber,
    /// Its date.
    ReportDate,
    /// Who filled the form.
    FilledBy,
    /// Who approved it.
    ApprovedBy,
}

/// The sheet of the unit's own words: a topic, and a sentence beside it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemarksSheet {
    /// Its name.
    pub sheet: String,
    /// Topics.
    pub topics: Vec<Topic>,
}

/// A topic that units write about.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Name in templates: `han_che`.
    pub key: String,
    /// Its label on the sheet.
    pub label: String,
}

/// Reads the form as it is for a part of the year.
///
/// # Errors
/// [`Failure::Toml`] with every fault of the file.
pub fn read(templates: &Templates, span: Span) -> Result<Form, Failure> {
    let name = format!("templates/{PATH}");
    let file = TomlFile::parse(&name, templates.text(PATH)?).map_err(Failure::Toml)?;
    let form: Form = file.decode().sound()?;
    let faults = form_words::faults(&form.instructions, &form.feedback, &file);
    if faults.is_empty() { Ok(form.of(span)) } else { Err(Failure::Toml(faults)) }
}

impl Form {
    /// The form with the columns that a part of the year asks for, by the names that they have then.
    fn of(mut self, span: Span) -> Self {
        self.figures.columns.retain(|it| it.spans.contains(&span));
        if span == Span::FirstHalf {
            self.figures.bands = std::mem::take(&mut self.figures.half_bands);
            for column in &mut self.figures.columns {
                if let Some(names) = column.half.take() {
                    column.header = names.header;
                    column.aliases = names.aliases;
                }
            }
        }
        self
    }
}
