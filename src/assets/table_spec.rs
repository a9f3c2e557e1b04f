//! A result table: `templates/tables/<name>.toml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlFault;
use crate::model::catalogue::Catalogue;
use crate::model::figure::ScoreStage;
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
    /// Symbol such as `Biểu số 01/CTĐ` (Handlebars).
    #[serde(default)]
    pub symbol: String,
    /// Title in capitals (Handlebars).
    pub title: String,
    /// Line under the title (Handlebars).
    #[serde(default)]
    pub period: String,
    /// What its columns are.
    pub columns: ColumnsTable,
    /// Leaves out indicators of which the body whose paper it is has no number of these measures.
    #[serde(default)]
    pub only: Vec<Measure>,
    /// For a table of words: the list that its rows are, as templates name it: `kien_nghi.ds`.
    #[serde(default)]
    pub rows: String,
    /// For a table of words: what stands above rows that have it in common (Handlebars over `dong`).
    #[serde(default)]
    pub section: String,
    /// Headers in place of the usual ones (Handlebars): `target = "Chỉ tiêu giao {{nam}}"`.
    #[serde(default)]
    pub headers: BTreeMap<MeasureColumn, String>,
    /// Codes of the rows in order; empty means every indicator, in groups.
    #[serde(default)]
    pub indicators: Vec<String>,
}

/// What the columns of a table are. One of the lists is written.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnsTable {
    /// One column per unit for each of these measures, and the cluster's; in the paper of a block its
    /// units, and the block's.
    #[serde(default)]
    pub units: Vec<Measure>,
    /// Columns of the whole cluster.
    #[serde(default)]
    pub cluster: Vec<MeasureColumn>,
    /// Columns of the block whose paper it is; such a table stands in papers of blocks only.
    #[serde(default)]
    pub group: Vec<MeasureColumn>,
    /// Columns of the unit whose paper it is; such a table stands in papers of units only, and
    /// these hold no other.
    #[serde(default)]
    pub unit: Vec<MeasureColumn>,
    /// Columns about findings accepted with a reason, which are the rows. Without any such finding
    /// there is no table, and no annex that holds nothing else.
    #[serde(default)]
    pub accepted: Vec<AcceptedColumn>,
    /// Columns of words, whose rows are the list `rows`.
    #[serde(default)]
    pub words: Vec<WordColumn>,
    /// Columns about the points and the rank of units, which are the rows. Columns about ballots and
    /// awards that the campaign does not have are left out.
    #[serde(default)]
    pub points: Vec<PointColumn>,
    /// Criteria as rows, one column per unit with the points at this stage; above twelve units the
    /// units are rows, the groups of criteria columns. A table for each stage.
    #[serde(default)]
    pub criteria: Vec<PointStage>,
    /// Columns about the criteria, which are the rows, of the unit whose paper it is.
    #[serde(default)]
    pub unit_criteria: Vec<CriterionColumn>,
    /// Columns about the candidates of a ballot, which are the rows. The text names the ballot by its
    /// code: `bang kiem-phieu co-thi-dua`.
    #[serde(default)]
    pub votes: Vec<VoteColumn>,
    /// Columns about the units that get awards, or are proposed for them.
    #[serde(default)]
    pub proposals: Vec<ProposalColumn>,
}

/// A column of words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WordColumn {
    /// Header.
    pub header: String,
    /// Its words (Handlebars): `dong` is the row, `tt` its number from 1.
    pub text: String,
    /// How wide it is and where its words stand.
    #[serde(default)]
    pub kind: WordKind,
}

/// How a column of words looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WordKind {
    /// A number or a code: narrow, centred.
    Mark,
    /// Words: wide, left.
    #[default]
    Label,
    /// Short words: left.
    Note,
}

/// A column about the points of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PointColumn {
    /// Điểm tự chấm, without bonus and penalty.
    Own,
    /// Điểm thẩm định as settled, without bonus and penalty.
    Verified,
    /// Chênh lệch: verified less own.
    Gap,
    /// Điểm thưởng.
    Bonus,
    /// Điểm trừ.
    Penalty,
    /// Tổng điểm.
    Total,
    /// Xếp thứ.
    Rank,
    /// Số phiếu suy tôn, one column per ballot about an award.
    Votes,
    /// Đề nghị khen thưởng.
    Proposal,
}

/// How far points are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PointStage {
    /// Theo số liệu.
    Counted,
    /// Tự chấm.
    Own,
    /// Thẩm định.
    Verified,
    /// Sau giải trình.
    Explained,
    /// Chốt.
    Settled,
}

/// A column about a criterion of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CriterionColumn {
    /// Điểm tối đa.
    Max,
    /// Theo số liệu.
    Counted,
    /// Tự chấm.
    Own,
    /// Thẩm định.
    Verified,
    /// Sau giải trình.
    Explained,
    /// Điểm chốt.
    Settled,
    /// What the panel wrote.
    Reason,
}

/// A column about a candidate of a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VoteColumn {
    /// Số phiếu đồng ý.
    Votes,
    /// Tỷ lệ in percent.
    Share,
    /// Đạt, không đạt.
    Result,
}

/// A column about a unit that gets an award or is proposed for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProposalColumn {
    /// Tổng điểm.
    Points,
    /// Xếp thứ.
    Rank,
    /// Số phiếu suy tôn.
    Votes,
    /// Tỷ lệ phiếu in percent.
    Share,
}

impl PointStage {
    /// The stage that it means.
    #[must_use]
    pub fn stage(self) -> ScoreStage {
        match self {
            Self::Counted => ScoreStage::Counted,
            Self::Own => ScoreStage::Own,
            Self::Verified => ScoreStage::Verified,
            Self::Explained => ScoreStage::Explained,
            Self::Settled => ScoreStage::Settled,
        }
    }
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
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
