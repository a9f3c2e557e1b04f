//! Facts about whose workbook it is, and for which period.

use crate::model::catalogue::Severity;

/// Facts about whose workbook it is, and for which period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SenderFact {
    /// A workbook is from no member of the cluster.
    UnknownUnit {
        /// Name or code as typed; empty if there is none.
        typed: String,
        /// Member that was probably meant.
        nearest: Option<String>,
        /// Members that it may mean, where it may mean some: one of them, or several.
        candidates: Vec<String>,
    },
    /// Name and code of a workbook speak of two members.
    ContradictingUnit {
        /// Name as typed.
        name: String,
        /// Code as typed.
        code: String,
    },
    /// Several workbooks are from one member.
    DuplicateUnit {
        /// Name of the unit.
        unit: String,
        /// The other files.
        others: Vec<String>,
    },
    /// A member has sent nothing that can be used.
    MissingUnit {
        /// Name of the unit.
        unit: String,
        /// Its code.
        code: String,
    },
    /// The workbook is for another period.
    WrongPeriod {
        /// As typed; empty if not stated.
        found: String,
        /// As the campaign says.
        expected: String,
    },
}

impl SenderFact {
    /// Stable name of the kind of finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownUnit { .. } => "unknown-unit",
            Self::ContradictingUnit { .. } => "contradicting-unit",
            Self::DuplicateUnit { .. } => "duplicate-unit",
            Self::MissingUnit { .. } => "missing-unit",
            Self::WrongPeriod { .. } => "wrong-period",
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownUnit { .. }
            | Self::ContradictingUnit { .. }
            | Self::DuplicateUnit { .. }
            | Self::MissingUnit { .. }
            | Self::WrongPeriod { .. } => Severity::Error,
        }
    }
}
