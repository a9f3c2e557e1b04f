//! A result table: `templates/tables/<name>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlFault;
use crate::model::catalogue::Catalogue;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::text::suggest;

/// A table as it is written.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableFile {
    /// Name of the sheet in Excel, at most 31 characters.
    #[schemars(length(max = 28))]
    pub sheet: String,
    /// Symbol such as `Biểu số 01/CTĐ`.
    #[serde(default)]
    pub symbol: String,
    /// Title in capitals (Handlebars).
    pub title: String,
    /// Line under the title (Handlebars).
    #[serde(default)]
    pub period: String,
    /// What its columns are.
    pub columns: ColumnsTable,
    /// Codes of the rows in order; empty means every indicator, in groups.
    #[serde(default)]
    pub indicators: Vec<String>,
}

/// What the columns of a table are: units, or measures of one body. One of the three is written.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnsTable {
    /// One column per unit for each of these measures, and the cluster's.
    #[serde(default)]
    pub units: Vec<Measure>,
    /// Columns of the whole cluster.
    #[serde(default)]
    pub cluster: Vec<MeasureColumn>,
    /// Columns of the unit whose paper it is; such a table stands in papers of units only, and
    /// these hold no other.
    #[serde(default)]
    pub unit: Vec<MeasureColumn>,
    /// Columns about findings accepted with a reason, which are the rows. Without any such finding
    /// there is no table, and no annex that holds nothing else.
    #[serde(default)]
    pub accepted: Vec<AcceptedColumn>,
}

/// A column about findings accepted with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AcceptedColumn {
    /// Đơn vị.
    Unit,
    /// Chỉ tiêu, and the cell.
    Subject,
    /// What was found.
    Finding,
    /// Lý do.
    Reason,
    /// Người chấp nhận: a role.
    By,
    /// Ngày.
    Date,
}

/// A column with figures of one body: the whole cluster, or one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureColumn {
    /// Chỉ tiêu Tổng Liên đoàn giao.
    Assigned,
    /// Năm trước.
    Previous,
    /// Kế hoạch.
    Target,
    /// Thực hiện.
    Actual,
    /// Ước cả năm.
    Estimate,
    /// Đăng ký năm sau.
    Pledged,
    /// Thực hiện so với kế hoạch, in percent.
    ActualToTarget,
    /// Thực hiện so với năm trước: tăng, giảm in percent.
    ActualToPrevious,
    /// Đăng ký năm sau so với thực hiện, tăng, giảm in percent.
    PledgedToActual,
}

/// A table found valid.
#[derive(Debug, Clone)]
pub struct TableSpec {
    /// Name of its file.
    pub name: String,
    /// The table as it is written.
    pub file: TableFile,
    /// Rows in order.
    pub indicators: Vec<IndicatorId>,
    /// Whether the rows stand in the catalogue's groups.
    pub grouped: bool,
}

/// Reads `templates/tables/<name>.toml`.
///
/// # Errors
/// [`Failure::Toml`] with every fault of the file.
pub fn read(
    templates: &Templates,
    catalogue: &Catalogue,
    name: &str,
) -> Result<TableSpec, Failure> {
    let path = format!("tables/{name}.toml");
    let shown = format!("templates/{path}");
    let source = TomlFile::parse(&shown, templates.text(&path)?).map_err(Failure::Toml)?;
    let file: TableFile = source.decode().sound()?;
    let mut faults = Vec::new();
    let mut indicators = Vec::new();
    for (index, code) in file.indicators.iter().enumerate() {
        if let Some(id) = catalogue.find(code) {
            indicators.push(id);
            continue;
        }
        let codes = catalogue.indicators.iter().map(|it| it.code.as_str());
        let nearest = suggest::nearest(code, codes).map(str::to_owned);
        let fault = TomlFault::Dangling { name: code.clone(), nearest };
        faults.push(source.fault_at(&format!("/indicators/{index}"), fault));
    }
    if !faults.is_empty() {
        return Err(Failure::Toml(faults));
    }
    let grouped = indicators.is_empty();
    if grouped {
        indicators = catalogue.ids().collect();
    }
    Ok(TableSpec { name: name.to_owned(), file, indicators, grouped })
}
