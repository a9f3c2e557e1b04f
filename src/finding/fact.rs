//! What was found, as facts with a place.

use rust_decimal::Decimal;

use crate::finding::refusal::Refusal;
use crate::model::catalogue::Severity;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::place::Place;
use crate::model::value::Rejection;

/// One finding: a fact, where it lies, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Finding {
    /// What was found.
    pub fact: Fact,
    /// Where.
    pub place: Place,
    /// Whose figures it concerns, if that is known.
    pub unit: Option<UnitId>,
}

/// An indicator as a finding names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// A figure as a finding names it: the code, and the value in the unit that the form prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operand {
    /// Code, with the short name of the measure where it is not "thực hiện".
    pub code: String,
    /// Value in the form's unit.
    pub value: Decimal,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// The file cannot be read as a workbook.
    UnreadableFile(Refusal),
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
    /// A row without a code was matched by its label.
    MatchedByLabel {
        /// Label as typed.
        label: String,
        /// What it was taken for.
        indicator: Named,
    },
    /// A text was read as a number; it has one reading only.
    NumberAsText {
        /// Text as typed.
        text: String,
        /// Number that was read.
        value: Decimal,
    },
    /// A required cell is empty.
    Required {
        /// Indicator.
        indicator: Named,
        /// Measure.
        measure: Measure,
    },
    /// A cell holds no number.
    NotANumber {
        /// Indicator.
        indicator: Named,
        /// Measure.
        measure: Measure,
        /// Text as typed.
        text: String,
        /// Why.
        why: Rejection,
    },
    /// A number lies outside its bounds.
    OutOfRange {
        /// Indicator.
        indicator: Named,
        /// Measure.
        measure: Measure,
        /// Number in the form's unit.
        value: Decimal,
        /// Lowest possible.
        min: Option<Decimal>,
        /// Highest possible.
        max: Option<Decimal>,
    },
    /// A count has decimals.
    DecimalInCount {
        /// Indicator.
        indicator: Named,
        /// Measure.
        measure: Measure,
        /// Number.
        value: Decimal,
    },
    /// A percentage of at most one, whose parts are not there to tell 0,85 from 85.
    PercentAsFraction {
        /// Indicator.
        indicator: Named,
        /// Measure.
        measure: Measure,
        /// Number.
        value: Decimal,
        /// Whether so small a percentage could be true, since less is better.
        plausible: bool,
    },
    /// The unit of measure of a row is not the catalogue's.
    WrongUnitOfMeasure {
        /// Indicator.
        indicator: Named,
        /// As typed.
        found: String,
        /// As in the catalogue.
        expected: String,
        /// Whether the figures could be converted for certain (one unit of money for another).
        converted: bool,
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
    /// A workbook is from no member of the cluster.
    UnknownUnit {
        /// Name or code as typed; empty if there is none.
        typed: String,
        /// Member that was probably meant.
        nearest: Option<String>,
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
    /// Parts do not make their total.
    PartsAndTotal {
        /// The total.
        total: Named,
        /// Measure.
        measure: Measure,
        /// Value of the total.
        value: Decimal,
        /// Sum of the parts.
        sum: Decimal,
        /// The parts.
        parts: Vec<Operand>,
    },
    /// A part is more than its whole.
    Subset {
        /// The part.
        part: Named,
        /// Measure.
        measure: Measure,
        /// Its value.
        value: Decimal,
        /// The whole.
        whole: Named,
        /// Its value.
        limit: Decimal,
    },
    /// A percentage is not what its parts give.
    PercentRecomputed {
        /// Indicator.
        indicator: Named,
        /// Measure.
        measure: Measure,
        /// As typed.
        typed: Decimal,
        /// From its parts.
        computed: Decimal,
        /// Code of the numerator.
        numerator: String,
        /// Code of the denominator.
        denominator: String,
    },
    /// A rule of the catalogue does not hold.
    RuleBroken {
        /// Identity of the rule.
        rule: String,
        /// Its sentence.
        message: String,
        /// Its severity.
        severity: Severity,
        /// The figures that it looks at.
        operands: Vec<Operand>,
        /// The measure that it speaks of, if it speaks of one only.
        measure: Option<Measure>,
    },
}

impl Fact {
    /// Stable name of the kind of finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnreadableFile(_) => "unreadable-file",
            Self::SheetMissing { .. } => "sheet-missing",
            Self::SheetRenamed { .. } => "sheet-renamed",
            Self::ColumnMoved { .. } => "column-moved",
            Self::ColumnMissing { .. } => "column-missing",
            Self::ColumnTwice { .. } => "column-twice",
            Self::MatchedByLabel { .. } => "matched-by-label",
            Self::NumberAsText { .. } => "number-as-text",
            Self::Required { .. } => "required",
            Self::NotANumber { .. } => "not-a-number",
            Self::OutOfRange { .. } => "out-of-range",
            Self::DecimalInCount { .. } => "decimal-in-count",
            Self::PercentAsFraction { .. } => "percent-as-fraction",
            Self::WrongUnitOfMeasure { .. } => "wrong-unit-of-measure",
            Self::UnknownCode { .. } => "unknown-code",
            Self::DuplicateRow { .. } => "duplicate-row",
            Self::LabelContradictsCode { .. } => "label-contradicts-code",
            Self::UnknownUnit { .. } => "unknown-unit",
            Self::ContradictingUnit { .. } => "contradicting-unit",
            Self::DuplicateUnit { .. } => "duplicate-unit",
            Self::MissingUnit { .. } => "missing-unit",
            Self::WrongPeriod { .. } => "wrong-period",
            Self::PartsAndTotal { .. } => "parts-and-total",
            Self::Subset { .. } => "subset",
            Self::PercentRecomputed { .. } => "percent-recomputed",
            Self::RuleBroken { .. } => "rule-broken",
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::SheetRenamed { .. }
            | Self::ColumnMoved { .. }
            | Self::MatchedByLabel { .. }
            | Self::NumberAsText { .. } => Severity::Notice,
            Self::PercentRecomputed { .. }
            | Self::PercentAsFraction { plausible: true, .. }
            | Self::WrongUnitOfMeasure { converted: true, .. } => Severity::Warning,
            Self::RuleBroken { severity, .. } => *severity,
            Self::UnreadableFile(_)
            | Self::SheetMissing { .. }
            | Self::ColumnMissing { .. }
            | Self::ColumnTwice { .. }
            | Self::Required { .. }
            | Self::NotANumber { .. }
            | Self::OutOfRange { .. }
            | Self::DecimalInCount { .. }
            | Self::PercentAsFraction { plausible: false, .. }
            | Self::WrongUnitOfMeasure { converted: false, .. }
            | Self::UnknownCode { .. }
            | Self::DuplicateRow { .. }
            | Self::LabelContradictsCode { .. }
            | Self::UnknownUnit { .. }
            | Self::ContradictingUnit { .. }
            | Self::DuplicateUnit { .. }
            | Self::MissingUnit { .. }
            | Self::WrongPeriod { .. }
            | Self::PartsAndTotal { .. }
            | Self::Subset { .. } => Severity::Error,
        }
    }

    /// The measure that it concerns; `None` if it concerns the whole submission. A paper that
    /// prints none of that measure is not refused for it.
    #[must_use]
    pub fn measure(&self) -> Option<Measure> {
        match self {
            Self::ColumnMissing { measure, .. }
            | Self::Required { measure, .. }
            | Self::NotANumber { measure, .. }
            | Self::OutOfRange { measure, .. }
            | Self::DecimalInCount { measure, .. }
            | Self::PercentAsFraction { measure, .. }
            | Self::PartsAndTotal { measure, .. }
            | Self::Subset { measure, .. }
            | Self::PercentRecomputed { measure, .. } => Some(*measure),
            Self::ColumnTwice { measure, .. } | Self::RuleBroken { measure, .. } => *measure,
            Self::UnreadableFile(_)
            | Self::SheetMissing { .. }
            | Self::SheetRenamed { .. }
            | Self::ColumnMoved { .. }
            | Self::MatchedByLabel { .. }
            | Self::NumberAsText { .. }
            | Self::WrongUnitOfMeasure { .. }
            | Self::UnknownCode { .. }
            | Self::DuplicateRow { .. }
            | Self::LabelContradictsCode { .. }
            | Self::UnknownUnit { .. }
            | Self::ContradictingUnit { .. }
            | Self::DuplicateUnit { .. }
            | Self::MissingUnit { .. }
            | Self::WrongPeriod { .. } => None,
        }
    }
}

/// Sorts findings for people: gravest first, then what concerns no unit in particular, then by unit
/// in the campaign's order, then by place.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let severity = a.fact.severity().cmp(&b.fact.severity());
        severity
            .then_with(|| a.unit.cmp(&b.unit))
            .then_with(|| a.place.cmp(&b.place))
            .then_with(|| a.fact.code().cmp(b.fact.code()))
    });
}
