//! What one unit sent, row by row, before anybody judged it.

use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::marks::OwnMarks;
use crate::model::measure::Measure;
use crate::model::place::Address;
use crate::model::place::CellRef;
use crate::model::place::Place;
use crate::model::value::Value;

/// Tệp số liệu: one workbook in the campaign's form.
#[derive(Debug, Clone)]
pub struct Submission {
    /// Path of the workbook, relative to the campaign, with `/`.
    pub file: String,
    /// The unit that it is from, if it says so in a way that is certain.
    pub unit: Option<UnitId>,
    /// The sheet `Thông tin chung`.
    pub about: About,
    /// Names of the sheets that hold its rows, the form's own first; never empty.
    pub sheets: Vec<String>,
    /// Measures whose column was found.
    pub measures: Vec<Measure>,
    /// Rows that carry a code or a label of an indicator, from the top.
    pub rows: Vec<FormRow>,
    /// The sheet `Đánh giá`.
    pub remarks: Vec<Remark>,
    /// The sheet `Tự chấm điểm`.
    pub own_marks: OwnMarks,
}

/// What a workbook says of itself.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// Name of the unit as typed.
    pub unit_name: Option<Stated>,
    /// Code of the unit as typed.
    pub unit_code: Option<Stated>,
    /// Period of the figures as typed: `Năm 2024`.
    pub period: Option<Stated>,
    /// Version of the form.
    pub form_version: Option<Stated>,
    /// Number of the province's own signed report.
    pub report_number: Option<Stated>,
    /// Its date.
    pub report_date: Option<Stated>,
    /// Who filled the form.
    pub filled_by: Option<Stated>,
    /// Who approved it.
    pub approved_by: Option<Stated>,
    /// What the program wrote on the form when it made it; `None` for a workbook from elsewhere.
    pub stamp: Option<Stamp>,
}

/// For whom the program made a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Name of the campaign's folder.
    pub campaign: String,
    /// Name of the cluster.
    pub cluster: String,
    /// The period, as in names of files.
    pub period: String,
    /// Code of the unit.
    pub unit: String,
    /// Version of the form.
    pub form_version: String,
}

/// What a stamp says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StampKey {
    /// Name of the campaign's folder.
    Campaign,
    /// Name of the cluster.
    Cluster,
    /// The period, as in names of files.
    Period,
    /// Code of the unit.
    Unit,
    /// Version of the form.
    FormVersion,
}

impl StampKey {
    /// Everything that a stamp says, in the order in which it is written.
    pub const ALL: [Self; 5] =
        [Self::Campaign, Self::Cluster, Self::Period, Self::Unit, Self::FormVersion];

    /// Name in the workbook.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::Cluster => "cluster",
            Self::Period => "period",
            Self::Unit => "unit",
            Self::FormVersion => "form-version",
        }
    }
}

/// A text with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub at: Place,
}

/// A cell of a submission: on which of its sheets, and where there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormCell {
    /// Position in [`Submission::sheets`].
    pub sheet: usize,
    /// Address on that sheet.
    pub at: Address,
}

impl std::fmt::Display for FormCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.at.fmt(f)
    }
}

/// A row of the form.
#[derive(Debug, Clone)]
pub struct FormRow {
    /// The indicator that the row was found to be.
    pub indicator: Option<IndicatorId>,
    /// How it was found.
    pub found_by: FoundBy,
    /// Code as typed, perhaps empty.
    pub code: String,
    /// Label as typed.
    pub label: String,
    /// Unit of measure as typed, perhaps empty.
    pub unit_text: String,
    /// Cell that names the row: the code's, else the label's.
    pub name_cell: FormCell,
    /// Cell of the unit of measure.
    pub unit_cell: FormCell,
    /// One reading per measure column that exists.
    pub readings: Vec<Reading>,
}

/// How a row was matched to an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundBy {
    /// By its code.
    Code,
    /// By its label alone; a person should confirm it.
    Label,
    /// Not at all.
    Nothing,
}

/// One number of a row.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Which measure.
    pub measure: Measure,
    /// Where.
    pub cell: FormCell,
    /// Text as typed or shown by Excel's stored value.
    pub text: String,
    /// The number kept: money in đồng, percentages in percent.
    pub value: Value,
    /// Whether a text was taken as a number.
    pub from_text: bool,
    /// Number format of the cell, where it holds a number in another than the general one.
    pub format: Option<String>,
}

/// A sentence of the sheet `Đánh giá`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Under which heading of the form: `han-che`, `kien-nghi-tld`, ….
    pub topic: String,
    /// The sentence.
    pub text: String,
    /// Where it stands.
    pub at: Place,
}

impl FormRow {
    /// Says on which sheet of the submission the row stands.
    pub fn moved_to(&mut self, sheet: usize) {
        self.name_cell.sheet = sheet;
        self.unit_cell.sheet = sheet;
        for reading in &mut self.readings {
            reading.cell.sheet = sheet;
        }
    }
}

impl Submission {
    /// The first row of an indicator with its reading of a measure.
    #[must_use]
    pub fn reading(
        &self,
        indicator: IndicatorId,
        measure: Measure,
    ) -> Option<(&FormRow, &Reading)> {
        let row = self.rows.iter().find(|row| row.indicator == Some(indicator))?;
        let reading = row.readings.iter().find(|reading| reading.measure == measure)?;
        Some((row, reading))
    }

    /// The number of an indicator, if it was reported.
    #[must_use]
    pub fn number(
        &self,
        indicator: IndicatorId,
        measure: Measure,
    ) -> Option<rust_decimal::Decimal> {
        self.reading(indicator, measure).and_then(|(_, reading)| reading.value.number())
    }

    /// Name of the sheet of figures; of the first, if there are several.
    #[must_use]
    pub fn sheet(&self) -> &str {
        self.sheets.first().map_or("", String::as_str)
    }

    /// Place of a cell.
    #[must_use]
    pub fn place(&self, cell: FormCell) -> Place {
        Place::cell(&self.file, &self.sheets[cell.sheet], cell.at)
    }

    /// A reading as a source of figures.
    #[must_use]
    pub fn source(&self, reading: &Reading) -> CellRef {
        CellRef {
            file: self.file.clone(),
            sheet: self.sheets[reading.cell.sheet].clone(),
            cell: reading.cell.to_string(),
            text: reading.text.clone(),
        }
    }
}
