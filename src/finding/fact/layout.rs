//! Facts about how the tables of a workbook are laid out.

use crate::model::catalogue::Severity;
use crate::model::measure::Measure;

/// Facts about how the tables of a workbook are laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LayoutFact {
    /// Numbers stand in a column that the form does not have; they were not read.
    ColumnUnknown {
        /// Header, perhaps empty.
        header: String,
        /// Letter of the column.
        column: String,
        /// Rows with such numbers, counted from 1.
        rows: String,
        /// Whether the numbers have most likely slipped out of the form's columns: there is no
        /// header, or it is that of the notes.
        slipped: bool,
    },
    /// The header of a column names a year that its other words contradict.
    ColumnYear {
        /// Header.
        header: String,
        /// The year or years named.
        years: String,
        /// What the words alone would mean.
        measure: Measure,
        /// The year that the words stand for in this campaign.
        expected: i16,
    },
    /// A further sheet holds rows of the form; they were read too.
    SheetAlsoRead {
        /// Name of the first sheet read.
        first: String,
        /// How many rows with figures it added.
        rows: usize,
    },
    /// A sheet holds the form's table for another year and was left out.
    SheetOfAnotherYear {
        /// The year.
        year: String,
        /// The campaign's year.
        expected: i16,
    },
    /// Two sheets hold the same indicators with different figures.
    SheetsDiffer {
        /// The sheet read.
        first: String,
        /// Codes of the rows that differ.
        codes: Vec<String>,
    },
    /// Indicators stand a second time with the same figures.
    SameRow {
        /// Codes, each with the cell of its first row.
        rows: Vec<(String, String)>,
    },
    /// Rows of the form are not there, none of which every unit must fill.
    RowMissing {
        /// Codes.
        codes: Vec<String>,
    },
    /// A subtotal was typed in and left out.
    SubtotalRow {
        /// Label.
        label: String,
    },
    /// Hidden rows hold figures; they were read.
    HiddenRow {
        /// The rows, counted from 1.
        rows: String,
        /// Whether a filter is set on the sheet.
        filtered: bool,
    },
    /// A hidden column holds figures; they were read.
    HiddenColumn {
        /// Letter of the column.
        column: String,
        /// What it holds.
        measure: Measure,
    },
    /// A value lies under a merged area, where nobody sees it.
    ValueUnderMerge {
        /// The merged area.
        area: String,
        /// The hidden text.
        text: String,
        /// What its column holds.
        measure: Measure,
    },
    /// A merged area covers figures of several rows or columns.
    MergedFigure {
        /// The merged area.
        area: String,
        /// Its text.
        text: String,
    },
    /// Money was read in a unit that a header or the line above the table declares, and that is
    /// not the form's.
    UnitFromHeader {
        /// The declared unit.
        unit: String,
        /// Codes of the rows.
        codes: Vec<String>,
    },
    /// Row and header, or header and table, declare different units of money.
    DeclaredUnitsDiffer {
        /// The unit here, which was not used.
        here: String,
        /// Codes of the rows, each with the unit that was used.
        rows: Vec<(String, String)>,
        /// Whether the unit stands in a column's header, not above the table.
        in_header: bool,
    },
}

impl LayoutFact {
    /// Stable name of the kind of finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ColumnUnknown { .. } => "column-unknown",
            Self::ColumnYear { .. } => "column-year",
            Self::SheetAlsoRead { .. } => "sheet-also-read",
            Self::SheetOfAnotherYear { .. } => "sheet-of-another-year",
            Self::SheetsDiffer { .. } => "sheets-differ",
            Self::SameRow { .. } => "same-row",
            Self::RowMissing { .. } => "row-missing",
            Self::SubtotalRow { .. } => "subtotal-row",
            Self::HiddenRow { .. } => "hidden-row",
            Self::HiddenColumn { .. } => "hidden-column",
            Self::ValueUnderMerge { .. } => "value-under-merge",
            Self::MergedFigure { .. } => "merged-figure",
            Self::UnitFromHeader { .. } => "unit-from-header",
            Self::DeclaredUnitsDiffer { .. } => "declared-units-differ",
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::ColumnUnknown { slipped: false, .. }
            | Self::SheetAlsoRead { .. }
            | Self::SheetOfAnotherYear { .. }
            | Self::SameRow { .. }
            | Self::SubtotalRow { .. } => Severity::Notice,
            // A row's own unit beside that of the whole table is how tables are mostly written.
            Self::ColumnUnknown { slipped: true, .. }
            | Self::RowMissing { .. }
            | Self::HiddenRow { .. }
            | Self::HiddenColumn { .. }
            | Self::UnitFromHeader { .. }
            | Self::DeclaredUnitsDiffer { in_header: false, .. } => Severity::Warning,
            Self::ColumnYear { .. }
            | Self::SheetsDiffer { .. }
            | Self::ValueUnderMerge { .. }
            | Self::MergedFigure { .. }
            | Self::DeclaredUnitsDiffer { in_header: true, .. } => Severity::Error,
        }
    }

    /// The measure that it concerns, if it concerns one only.
    #[must_use]
    pub fn measure(&self) -> Option<Measure> {
        match self {
            Self::ColumnYear { measure, .. }
            | Self::HiddenColumn { measure, .. }
            | Self::ValueUnderMerge { measure, .. } => Some(*measure),
            Self::ColumnUnknown { .. }
            | Self::SheetAlsoRead { .. }
            | Self::SheetOfAnotherYear { .. }
            | Self::SheetsDiffer { .. }
            | Self::SameRow { .. }
            | Self::RowMissing { .. }
            | Self::SubtotalRow { .. }
            | Self::HiddenRow { .. }
            | Self::MergedFigure { .. }
            | Self::UnitFromHeader { .. }
            | Self::DeclaredUnitsDiffer { .. } => None,
        }
    }
}
