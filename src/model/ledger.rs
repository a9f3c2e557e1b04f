//! Figures on their way out: what `so-lieu.json` and the attachment of a paper hold, in a shape that
//! can be read back without the campaign. Money is in đồng, percentages in percent.

use rust_decimal::Decimal;
use serde::Deserialize;
use serde::Serialize;

use crate::model::dataset::PastHow;
use crate::model::figure::Derivation;
use crate::model::figure::ScoreStage;
use crate::model::measure::Measure;
use crate::model::period::Period;
use crate::model::period::Span;
use crate::model::place::CellRef;
use crate::text::date::Date;

/// Figures, what each rests on, and where they are printed. Keys are only ever added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ledger {
    /// Name of the campaign's folder.
    pub campaign: String,
    /// Short name of the cluster.
    #[serde(default)]
    pub cluster: String,
    /// The period.
    pub period: LedgerPeriod,
    /// The indicators that figures speak of.
    #[serde(default)]
    pub indicators: Vec<IndicatorName>,
    /// The units, in the campaign's order.
    #[serde(default)]
    pub units: Vec<UnitName>,
    /// The blocks, in the campaign's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupName>,
    /// Digests of the files in which cells lie.
    #[serde(default)]
    pub files: Vec<FileDigest>,
    /// The figures.
    pub figures: Vec<Entry>,
    /// Points, ranks and votes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<PointsEntry>,
    /// Where they are printed, paper by paper in reading order.
    pub printed: Vec<PrintedAt>,
}

/// A period with its first and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerPeriod {
    /// The year.
    pub year: i16,
    /// The part of it.
    pub span: Span,
    /// First day of the data.
    pub from: Date,
    /// Cut-off of the data.
    pub to: Date,
}

impl From<Period> for LedgerPeriod {
    fn from(period: Period) -> Self {
        Self {
            year: period.year,
            span: period.span,
            from: period.first_day(),
            to: period.last_day(),
        }
    }
}

/// An indicator by its code, as people read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorName {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Unit in which tables print it: `người`, `%`, `triệu đồng`.
    pub unit: String,
    /// From that unit to the one in which values are kept; `None` for 1.
    #[serde(default, with = "amount", skip_serializing_if = "Option::is_none")]
    pub factor: Option<Decimal>,
}

/// A unit by its code, as people read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitName {
    /// Code.
    pub code: String,
    /// Short name.
    pub name: String,
}

/// A block by its code, as people read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupName {
    /// Code.
    pub code: String,
    /// Short name.
    pub name: String,
    /// Codes of its members.
    pub units: Vec<String>,
}

/// A file by its path, with its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileDigest {
    /// Path relative to the campaign.
    pub file: String,
    /// SHA-256.
    pub sha256: String,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Entry {
    /// Computed from two others for a paper.
    Derived(DerivedEntry),
    /// Reported or aggregated.
    Base(BaseEntry),
}

/// A figure that was computed from two others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DerivedEntry {
    /// Its name.
    pub id: String,
    /// How.
    pub derived: Derivation,
    /// The two.
    pub from: [String; 2],
    /// Its value.
    #[serde(with = "amount")]
    pub value: Option<Decimal>,
}

/// Points, a rank or votes of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PointsEntry {
    /// Its name.
    pub id: String,
    /// Code of the unit.
    pub unit: String,
    /// The value.
    #[serde(with = "amount")]
    pub value: Option<Decimal>,
    /// Of what kind.
    pub of: PointsKind,
    /// Code of the criterion, the group or the ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// At which stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<ScoreStage>,
    /// How the program counted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counting>,
    /// What was written beside the cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The figures and points that they rest on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// The cells that they rest on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<CellRef>,
}

impl PointsEntry {
    /// The same without what they rest on.
    #[must_use]
    pub fn bare(self) -> Self {
        Self { from: Vec::new(), cells: Vec::new(), note: None, ..self }
    }
}

/// How points were counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// From what was reached of a target.
    Target,
    /// From a yes or a no.
    Done,
    /// From a count.
    Count,
    /// From so many open findings.
    Findings(u32),
    /// From so many late files.
    Late(u32),
    /// By an expression.
    Expression(String),
}

/// Kinds of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PointsKind {
    /// Of one criterion.
    Criterion,
    /// Of a group.
    Group,
    /// All that is part of the scale.
    Merit,
    /// Bonus points.
    Bonus,
    /// Penalty points.
    Penalty,
    /// Everything.
    Total,
    /// The rank.
    Rank,
    /// Votes in a ballot.
    Votes,
}

/// A reported or aggregated figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BaseEntry {
    /// Its name.
    pub id: String,
    /// Code of the indicator.
    pub indicator: String,
    /// What it says of it.
    pub measure: Measure,
    /// Code of the unit; `None` for the cluster or a block.
    pub unit: Option<String>,
    /// Code of the block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Its value; missing is never zero.
    #[serde(with = "amount")]
    pub value: Option<Decimal>,
    /// Units whose number went in.
    pub reported: u32,
    /// Units that should have reported.
    pub expected: u32,
    /// The cells that it rests on in the end.
    pub cells: Vec<CellRef>,
    /// The figures that it was made from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<String>,
    /// How it was made from them; `None` for one that rests on its cells alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Aggregate>,
    /// What an earlier campaign gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<PastEntry>,
}

/// How figures of units make one of the cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aggregate {
    /// Their sum.
    Sum,
    /// The quotient of two figures.
    Ratio,
    /// Their mean by a weight.
    WeightedMean,
}

/// A figure of an earlier campaign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PastEntry {
    /// Folder of that campaign, relative to this one.
    pub campaign: String,
    /// Which measure it was there.
    pub measure: Measure,
    /// How it comes of its parts.
    pub how: PastHow,
    /// The bodies of that campaign that it was made from.
    pub parts: Vec<PastBody>,
}

/// What one body had in an earlier campaign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PastBody {
    /// Its name then.
    pub unit: String,
    /// Code of the indicator, since a ratio rests on two.
    pub indicator: String,
    /// Its number.
    #[serde(with = "amount")]
    pub value: Option<Decimal>,
    /// Its cells; their files are relative to the present campaign.
    pub cells: Vec<CellRef>,
}

/// Where a paper prints a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrintedAt {
    /// Name of the file.
    pub document: String,
    /// Position among the figures of the paper, from 0.
    pub n: usize,
    /// Name of the figure.
    pub figure: String,
    /// Words on the paper.
    pub text: String,
    /// Where in the file; `None` for a paper that was told of and not made.
    #[serde(flatten)]
    pub spot: Option<Spot>,
}

/// Where in a finished file a figure stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Spot {
    /// On a page of a PDF, from 1.
    Page {
        /// The page.
        page: usize,
    },
    /// In a cell of a workbook.
    Cell {
        /// Name of the sheet.
        sheet: String,
        /// Address such as `D17`.
        cell: String,
    },
}

impl Entry {
    /// Name of the figure.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Derived(it) => &it.id,
            Self::Base(it) => &it.id,
        }
    }

    /// Its value.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        match self {
            Self::Derived(it) => it.value,
            Self::Base(it) => it.value,
        }
    }
}

/// Numbers as text, so that no reader loses a digit.
pub mod amount {
    use rust_decimal::Decimal;
    use serde::Deserialize;
    use serde::Deserializer;
    use serde::Serialize;
    use serde::Serializer;
    use serde::de::Error;

    use crate::text::number;

    /// Writes a number as text.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn serialize<S: Serializer>(value: &Option<Decimal>, to: S) -> Result<S::Ok, S::Error> {
        value.map(number::machine).serialize(to)
    }

    /// Reads a number that was written as text.
    ///
    /// # Errors
    /// Those of the reader, and a text that is no number.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Decimal>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|it| it.parse().map_err(D::Error::custom)).transpose()
    }
}
