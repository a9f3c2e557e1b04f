//! Facts about whose workbook it is, and for which period.

use rust_decimal::Decimal;

use crate::model::catalogue::Severity;
use crate::model::standing::Arrival;
use crate::text::date::Date;

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
        /// The file at hand.
        file: String,
        /// The other files with what sets them apart from this one.
        others: Vec<Rival>,
        /// Whether campaign.toml has an entry for the file at hand.
        described: bool,
    },
    /// Files of the same bytes, of which at most one can be where it belongs.
    SameFile {
        /// The other files.
        others: Vec<String>,
        /// Unit whose name the file bears although its content is another's.
        named: Option<String>,
    },
    /// The workbook is the one that was sent last year.
    LastYearsFile {
        /// The period of that year.
        period: String,
        /// How that is known.
        again: Again,
    },
    /// The workbook came after the last day.
    Late {
        /// The last day.
        deadline: Date,
        /// When it came, and who says so.
        arrival: Arrival,
    },
    /// A waiver of campaign.toml fits no finding.
    WaiverUnused {
        /// Its position, from 1.
        number: usize,
        /// Name of the unit.
        unit: String,
        /// What it speaks of.
        about: Target,
        /// What it might have meant: the unit's findings of that code.
        candidates: Vec<Target>,
    },
    /// A waiver of campaign.toml accepts what nobody can accept.
    WaiverNotAllowed {
        /// Its position, from 1.
        number: usize,
        /// Name of the unit.
        unit: String,
        /// What it speaks of.
        about: Target,
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
    /// The lines above the table name another unit or period than the sheet that tells them.
    TitleContradicts {
        /// The line.
        title: String,
        /// The unit or the period that the file is taken for.
        expected: String,
    },
    /// The form was made for another campaign.
    WrongCampaign {
        /// Cluster that it was made for.
        cluster: String,
        /// Period that it was made for, as in names of files.
        period: String,
        /// Cluster of the campaign.
        expected_cluster: String,
        /// Period of the campaign, as in names of files.
        expected_period: String,
    },
    /// The form is another version than the one in use.
    WrongFormVersion {
        /// Its version.
        found: String,
        /// The version in use.
        expected: String,
    },
}

/// Another file of the same unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rival {
    /// Its path.
    pub file: String,
    /// What sets it apart.
    pub apart: Apart,
}

/// What sets two files of one unit apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Apart {
    /// Nothing: not a byte.
    Nothing,
    /// Not a figure.
    NoFigure,
    /// These cells, and so many more.
    Cells {
        /// The first of them.
        first: Vec<CellPair>,
        /// How many more there are.
        more: usize,
    },
}

/// A figure as two files give it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellPair {
    /// Code of the indicator, with the short name of the measure where it is not "thực hiện".
    pub code: String,
    /// Address of the cell in the file at hand, else in the other one.
    pub cell: String,
    /// In the file at hand.
    pub here: Given,
    /// In the other one.
    pub there: Given,
}

/// What a file gives for a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Nothing that can be shown.
    Nothing,
    /// A number in the unit that the form prints.
    Number(Decimal),
    /// A text that is no number.
    Words(String),
}

/// How a file of last year is known again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// By every byte.
    Bytes {
        /// The file of last year.
        file: String,
    },
    /// By every figure achieved.
    Figures {
        /// How many there are.
        count: usize,
    },
}

/// What a waiver speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Code of the finding.
    pub finding: String,
    /// Rule of the catalogue.
    pub rule: Option<String>,
    /// The cell.
    pub cell: Option<String>,
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
            Self::SameFile { .. } => "same-file",
            Self::LastYearsFile { .. } => "last-years-file",
            Self::Late { .. } => "late",
            Self::WaiverUnused { .. } => "waiver-unused",
            Self::WaiverNotAllowed { .. } => "waiver-not-allowed",
            Self::TitleContradicts { .. } => "title-contradicts",
            Self::WrongCampaign { .. } => "wrong-campaign",
            Self::WrongFormVersion { .. } => "wrong-form-version",
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Late { .. } => Severity::Notice,
            Self::WaiverUnused { .. } => Severity::Warning,
            Self::SameFile { .. }
            | Self::LastYearsFile { .. }
            | Self::WaiverNotAllowed { .. }
            | Self::UnknownUnit { .. }
            | Self::ContradictingUnit { .. }
            | Self::DuplicateUnit { .. }
            | Self::MissingUnit { .. }
            | Self::WrongPeriod { .. }
            | Self::WrongCampaign { .. } => Severity::Error,
            Self::TitleContradicts { .. } | Self::WrongFormVersion { .. } => Severity::Warning,
        }
    }
}
