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
