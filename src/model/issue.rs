//! Papers that were issued: never silently rebuilt (NĐ30 Điều 18 k.3).

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

use crate::model::campaign::Campaign;
use crate::model::id::UnitId;
use crate::model::owner::Owner;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
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

/// What an issued paper prints, kept from build to build.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Impression {
    /// Its file.
    pub file: String,
    /// SHA-256 of the file that was issued.
    pub sha256: String,
    /// SHA-256 of what it says.
    pub content: Option<String>,
    /// Its figures in reading order.
    pub printed: Vec<Imprint>,
}

/// A figure on an issued paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Imprint {
    /// Identity, as in `so-lieu.json`.
    pub figure: String,
    /// As it is printed.
    pub text: String,
}

/// Every time that one paper was issued: the last one counts, and each before it was replaced.
#[derive(Debug, Clone)]
pub struct History<'a> {
    /// With their positions in [`Campaign::issued`].
    issues: Vec<(usize, &'a Issued)>,
}

impl Campaign {
    /// The history of a paper; those of blocks have none.
    #[must_use]
    pub fn history(&self, document: &str, owner: Owner) -> History<'_> {
        let of = |it: &Issued| it.unit.map_or(Owner::Cluster, Owner::Unit);
        let is_it = |it: &Issued| it.document == document && of(it) == owner;
        History { issues: self.issued.iter().enumerate().filter(|(_, it)| is_it(it)).collect() }
    }
}

impl<'a> History<'a> {
    /// The issue that stands, with its position in [`Campaign::issued`]; `None` while a paper that
    /// replaces it, or the first one, is in the making.
    #[must_use]
    pub fn standing(&self) -> Option<(usize, &'a Issued)> {
        self.issues.last().copied().filter(|(_, it)| it.remedy != Some(Remedy::Replace))
    }

    /// The issue that the standing paper, or the one in the making, replaces.
    #[must_use]
    pub fn replaced(&self) -> Option<&'a Issued> {
        let back = usize::from(self.standing().is_some());
        let at = self.issues.len().checked_sub(back + 1)?;
        self.issues.get(at).map(|(_, it)| *it)
    }

    /// What the file of the standing paper, or of the one in the making, has behind its name:
    /// nothing for the first, then `.thay-the`, `.thay-the-2`.
    #[must_use]
    pub fn suffix(&self) -> String {
        match self.issues.len() - usize::from(self.standing().is_some()) {
            0 => String::new(),
            1 => ".thay-the".to_owned(),
            times => format!(".thay-the-{times}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issued(remedy: Option<Remedy>) -> Issued {
        Issued {
            document: "bao-cao".to_owned(),
            unit: None,
            number: "05/BC-LĐLĐ".to_owned(),
            date: "2024-12-25".parse().unwrap(),
            sha256: String::new(),
            content: None,
            remedy,
        }
    }

    #[test]
    fn a_paper_is_issued_replaced_and_issued_again() {
        let (stands, corrected) = (issued(None), issued(Some(Remedy::Correct)));
        let replaced = issued(Some(Remedy::Replace));
        for (all, is_standing, replaces, suffix) in [
            (vec![], false, false, ""),
            (vec![&stands], true, false, ""),
            (vec![&corrected], true, false, ""),
            (vec![&replaced], false, true, ".thay-the"),
            (vec![&replaced, &stands], true, true, ".thay-the"),
            (vec![&replaced, &replaced], false, true, ".thay-the-2"),
        ] {
            let history = History { issues: all.into_iter().enumerate().collect() };
            assert_eq!(history.standing().is_some(), is_standing, "{history:?}");
            assert_eq!(history.replaced().is_some(), replaces, "{history:?}");
            assert_eq!(history.suffix(), suffix, "{history:?}");
        }
    }
}
