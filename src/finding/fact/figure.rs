//! Facts about the figures of one workbook.

use rust_decimal::Decimal;

use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::fact::evidence::Evidence;
use crate::model::catalogue::Severity;
use crate::model::measure::Measure;
use crate::model::value::Rejection;

/// Facts about the figures of one workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureFact {
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
    /// Many formulas have no stored result: a program that does not calculate wrote the file.
    FormulasWithoutResult {
        /// The cells, in order.
        cells: Vec<String>,
    },
    /// A cell that not every unit must fill is empty, although there was a figure the year before.
    LeftBlank {
        /// Indicator.
        indicator: Named,
        /// Last year's figure, in the form's unit.
        before: Decimal,
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
        /// What speaks for one of two readings, if it has two.
        evidence: Vec<Evidence>,
    },
    /// The number format of a cell shows another unit of money than the row declares.
    UnitContradiction {
        /// Indicator.
        indicator: Named,
        /// Measure.
        measure: Measure,
        /// The format.
        format: String,
        /// Unit of the form, in which both readings are.
        unit: String,
        /// Reading in the unit that the row declares.
        by_row: Decimal,
        /// Reading in the unit that the format shows.
        by_format: Decimal,
        /// What speaks for one of them.
        evidence: Vec<Evidence>,
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
        /// What speaks for it as it is, or for the whole number of a thousand times its size.
        evidence: Vec<Evidence>,
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

impl FigureFact {
    /// Stable name of the kind of finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NumberAsText { .. } => "number-as-text",
            Self::Required { .. } => "required",
            Self::FormulasWithoutResult { .. } => "formulas-without-result",
            Self::LeftBlank { .. } => "left-blank",
            Self::NotANumber { .. } => "not-a-number",
            Self::UnitContradiction { .. } => "unit-contradiction",
            Self::OutOfRange { .. } => "out-of-range",
            Self::DecimalInCount { .. } => "decimal-in-count",
            Self::PercentAsFraction { .. } => "percent-as-fraction",
            Self::WrongUnitOfMeasure { .. } => "wrong-unit-of-measure",
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
            Self::NumberAsText { .. } => Severity::Notice,
            Self::PercentRecomputed { .. }
            | Self::PercentAsFraction { plausible: true, .. }
            | Self::LeftBlank { .. }
            | Self::WrongUnitOfMeasure { converted: true, .. } => Severity::Warning,
            Self::RuleBroken { severity, .. } => *severity,
            Self::Required { .. }
            | Self::FormulasWithoutResult { .. }
            | Self::NotANumber { .. }
            | Self::UnitContradiction { .. }
            | Self::OutOfRange { .. }
            | Self::DecimalInCount { .. }
            | Self::PercentAsFraction { plausible: false, .. }
            | Self::WrongUnitOfMeasure { converted: false, .. }
            | Self::PartsAndTotal { .. }
            | Self::Subset { .. } => Severity::Error,
        }
    }

    /// Whether it doubts a number that was read for certain, which a person can explain.
    #[must_use]
    pub fn doubts_a_number(&self) -> bool {
        matches!(self, Self::OutOfRange { .. } | Self::RuleBroken { .. })
    }

    /// The rule of the catalogue that does not hold, for a finding of the rules.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        match self {
            Self::RuleBroken { rule, .. } => Some(rule),
            _ => None,
        }
    }

    /// The measure that it concerns, if it concerns one only.
    #[must_use]
    pub fn measure(&self) -> Option<Measure> {
        match self {
            Self::Required { measure, .. }
            | Self::NotANumber { measure, .. }
            | Self::UnitContradiction { measure, .. }
            | Self::OutOfRange { measure, .. }
            | Self::DecimalInCount { measure, .. }
            | Self::PercentAsFraction { measure, .. }
            | Self::PartsAndTotal { measure, .. }
            | Self::Subset { measure, .. }
            | Self::PercentRecomputed { measure, .. } => Some(*measure),
            Self::RuleBroken { measure, .. } => *measure,
            Self::LeftBlank { .. } => Some(Measure::Actual),
            Self::NumberAsText { .. }
            | Self::FormulasWithoutResult { .. }
            | Self::WrongUnitOfMeasure { .. } => None,
        }
    }
}
