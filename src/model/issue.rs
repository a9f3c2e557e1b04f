//! Papers that were issued: never silently rebuilt (NĐ30 Điều 18 k.3).

use crate::model::id::UnitId;
use crate::text::date::Date;

/// A paper that went out with its number and date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Name of the kind of document: `bao-cao-tong-ket`.
    pub document: String,
    /// Whose, for a paper of a unit.
    pub unit: Option<UnitId>,
    /// Number and symbol: `05/BC-LĐLĐ`.
    pub number: String,
    /// Date of issue.
    pub date: Date,
    /// SHA-256 of the file that was issued.
    pub sha256: String,
    /// SHA-256 of what it says, whatever the program and the fonts; `None` if nobody noted it.
    pub content: Option<String>,
    /// What is to be done about an error found since; `None` while it stands.
    pub remedy: Option<Remedy>,
}

/// How an issued paper is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Remedy {
    /// An error of content: a new paper of the same form that replaces it.
    Replace,
    /// An error of form: a công văn đính chính.
    Correct,
}

/// How another paper names an issued one: `Báo cáo số 05/BC-LĐLĐ ngày 05 tháng 01 năm 2025`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Name of the type: `Báo cáo`.
    pub kind: String,
    /// Number and symbol.
    pub number: String,
    /// Date of issue.
    pub date: Date,
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} số {} {}", self.kind, self.number, self.date.long())
    }
}

/// What a công văn đính chính mends: one paper, and each thing that is wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The paper.
    pub issued: Reference,
    /// Its errors in the order of the paper.
    pub errors: Vec<Erratum>,
}

/// One error of an issued paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erratum {
    /// What it is of: the name of the figure.
    pub of: String,
    /// As it was issued.
    pub wrong: String,
    /// As it must be.
    pub right: String,
}
