//! Facts about a file, its sheets, columns and rows.

use crate::finding::fact::Named;
use crate::finding::refusal::Refusal;
use crate::model::catalogue::Severity;
use crate::model::measure::Measure;
use crate::text::legacy::Encoding;

/// Facts about a file, its sheets, columns and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookFact {
    /// The file cannot be read as a workbook.
    UnreadableFile(Refusal),
    /// A folder lies among the files; it is not looked into.
    FolderNotRead,
    /// No sheet of the workbook holds the form's table.
    SheetMissing {
        /// Name that the form gives it.
        sheet: String,
    },
    /// The sheet was found under another name.
    SheetRenamed {
        /// Name that the form gives it.
        expected: String,
        /// Name that it has.
        found: String,
    },
    /// A column stands elsewhere than in the form.
    ColumnMoved {
        /// Header.
        header: String,
        /// Letter in the form.
        expected: String,
        /// Letter where it was found.
        found: String,
    },
    /// A column of numbers is not there.
    ColumnMissing {
        /// Header.
        header: String,
        /// What it holds.
        measure: Measure,
    },
    /// Two columns carry the same header.
    ColumnTwice {
        /// Header.
        header: String,
        /// Letter of the first.
        first: String,
        /// What it holds, if numbers.
        measure: Option<Measure>,
    },
    /// Texts of a sheet were in an encoding from before Unicode, and were decoded.
    OldEncoding {
        /// Which, in the first cell.
        encoding: Encoding,
        /// Cells that were decoded.
        cells: usize,
        /// The first of them as it was.
        before: String,
        /// The same as it was read.
        after: String,
    },
    /// A row without a code was matched by its label.
    MatchedByLabel {
        /// Label as typed.
        label: String,
        /// What it was taken for.
        indicator: Named,
    },
    /// Many rows of a sheet without codes were matched by their labels.
    ManyMatchedByLabel {
        /// The cells, and the codes of what they were taken for.
        matches: Vec<(String, String)>,
    },
    /// A row carries a code that the catalogue does not know.
    UnknownCode {
        /// Code as typed.
        code: String,
        /// Label as typed.
        label: String,
        /// Code that was probably meant.
        nearest: Option<String>,
    },
    /// Two rows speak of one indicator.
    DuplicateRow {
        /// Indicator.
        indicator: Named,
        /// Cell of the first row.
        first: String,
    },
    /// A row carries the code of one indicator and the label of another.
    LabelContradictsCode {
        /// Indicator of the code, which was read.
        indicator: Named,
        /// Label as typed.
        label: String,
        /// Code of the indicator that the label belongs to.
        other: String,
    },
    /// A hidden sheet holds figures of the form, which were not read.
    HiddenSheet {
        /// Its name.
        sheet: String,
    },
    /// The workbook carries macros, which are never run.
    Macros,
    /// Cells take values from other workbooks, as they were when it was last saved.
    ExternalLinks,
    /// Dates count from 1904.
    DatesFrom1904,
    /// It was sent in another format than .xlsx, and read.
    OldFormat {
        /// Which.
        format: OtherFormat,
    },
}

/// A format other than .xlsx in which a workbook was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherFormat {
    /// .xls of Excel 97-2003.
    Xls,
    /// .xlsb, Excel's binary format.
    Xlsb,
    /// .ods of LibreOffice.
    Ods,
    /// .csv, one sheet of plain text.
    Csv,
}

impl WorkbookFact {
    /// Stable name of the kind of finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnreadableFile(_) => "unreadable-file",
            Self::FolderNotRead => "folder-not-read",
            Self::SheetMissing { .. } => "sheet-missing",
            Self::SheetRenamed { .. } => "sheet-renamed",
            Self::ColumnMoved { .. } => "column-moved",
            Self::ColumnMissing { .. } => "column-missing",
            Self::ColumnTwice { .. } => "column-twice",
            Self::OldEncoding { .. } => "old-encoding",
            Self::MatchedByLabel { .. } | Self::ManyMatchedByLabel { .. } => "matched-by-label",
            Self::UnknownCode { .. } => "unknown-code",
            Self::DuplicateRow { .. } => "duplicate-row",
            Self::LabelContradictsCode { .. } => "label-contradicts-code",
            Self::HiddenSheet { .. } => "hidden-sheet",
            Self::Macros => "macros",
            Self::ExternalLinks => "external-links",
            Self::DatesFrom1904 => "dates-from-1904",
            Self::OldFormat { .. } => "old-format",
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::SheetRenamed { .. }
            | Self::ColumnMoved { .. }
            | Self::OldEncoding { .. }
            | Self::MatchedByLabel { .. }
            | Self::ManyMatchedByLabel { .. }
            | Self::Macros
            | Self::DatesFrom1904
            | Self::OldFormat { .. } => Severity::Notice,
            Self::FolderNotRead | Self::HiddenSheet { .. } | Self::ExternalLinks => {
                Severity::Warning
            }
            Self::UnreadableFile(_)
            | Self::SheetMissing { .. }
            | Self::ColumnMissing { .. }
            | Self::ColumnTwice { .. }
            | Self::UnknownCode { .. }
            | Self::DuplicateRow { .. }
            | Self::LabelContradictsCode { .. } => Severity::Error,
        }
    }

    /// The measure that it concerns, if it concerns one only.
    #[must_use]
    pub fn measure(&self) -> Option<Measure> {
        match self {
            Self::ColumnMissing { measure, .. } => Some(*measure),
            Self::ColumnTwice { measure, .. } => *measure,
            Self::UnreadableFile(_)
            | Self::FolderNotRead
            | Self::SheetMissing { .. }
            | Self::SheetRenamed { .. }
            | Self::ColumnMoved { .. }
            | Self::OldEncoding { .. }
            | Self::MatchedByLabel { .. }
            | Self::ManyMatchedByLabel { .. }
            | Self::UnknownCode { .. }
            | Self::DuplicateRow { .. }
            | Self::LabelContradictsCode { .. }
            | Self::HiddenSheet { .. }
            | Self::Macros
            | Self::ExternalLinks
            | Self::DatesFrom1904
            | Self::OldFormat { .. } => None,
        }
    }
}
