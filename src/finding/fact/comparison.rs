//! Facts that show when figures are held against other figures: of an earlier campaign, of other
//! units, of the unit's own words and of its signed report.

use rust_decimal::Decimal;

use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::model::catalogue::Severity;
use crate::model::measure::Measure;

/// Facts that show when figures are held against other figures. Values are in the form's unit
/// where nothing else is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ComparisonFact {
    /// A stock does not continue last year's.
    StockContinuity {
        /// The stock.
        indicator: Named,
        /// As typed.
        value: Decimal,
        /// From last year's and the movements of the year.
        computed: Decimal,
        /// Last year's, and what is added to it.
        plus: Vec<Operand>,
        /// What is taken away.
        minus: Vec<Operand>,
    },
    /// What is typed as last year's figure is not what last year's campaign accepted.
    PreviousDiffers {
        /// Indicator.
        indicator: Named,
        /// As typed now.
        typed: Decimal,
        /// As accepted then.
        accepted: Decimal,
        /// Name of that campaign.
        campaign: String,
        /// What each body had that went into the unit since; empty if it was the same body.
        parts: Vec<Operand>,
    },
    /// This year's target is not what the unit pledged a year ago.
    TargetDiffers {
        /// Indicator.
        indicator: Named,
        /// As typed now.
        typed: Decimal,
        /// As pledged then.
        pledged: Decimal,
        /// Name of the campaign that holds the pledge.
        campaign: String,
        /// What each body pledged that went into the unit since; empty if it was the same body.
        parts: Vec<Operand>,
    },
    /// More happened in the half than in the whole year.
    HalfAboveYear {
        /// Indicator.
        indicator: Named,
        /// Figure of the half.
        half: Decimal,
        /// Figure of the year.
        year: Decimal,
        /// File that holds the figure of the half.
        file: String,
    },
    /// Figures of this year are last year's to the digit.
    LastYearCopied {
        /// The figures.
        rows: Vec<Operand>,
        /// Whether every figure that could be compared is the same.
        whole: bool,
    },
    /// The figure of the year looks as if years were added up.
    CumulativeFlow {
        /// Indicator.
        indicator: Named,
        /// This year's.
        value: Decimal,
        /// Last year's.
        before: Decimal,
    },
    /// The figure is far from last year's, while the other units' are not.
    SuddenChange {
        /// Indicator.
        indicator: Named,
        /// This year's.
        value: Decimal,
        /// Last year's.
        before: Decimal,
        /// This year's in percent of last year's.
        percent: Decimal,
        /// How the other units changed; `None` if they are too few to say.
        others: Option<OtherUnits>,
    },
    /// What was achieved is the target in every row.
    ActualEqualsTarget {
        /// How many rows have both.
        rows: usize,
    },
    /// The unit pledges clearly less than it achieved.
    PledgeBelowActual {
        /// What is pledged beside what was achieved.
        rows: Vec<Pledged>,
    },
    /// One amount of money stands in two rows.
    SameAmountTwice {
        /// The first row.
        one: Named,
        /// The other row.
        other: Named,
        /// The amount in the unit of the first row.
        value: Decimal,
        /// That unit.
        unit: String,
    },
    /// A target was passed or missed by more than is likely.
    TargetFarOff {
        /// Indicator.
        indicator: Named,
        /// The target.
        target: Decimal,
        /// What was achieved.
        actual: Decimal,
        /// What was achieved in percent of the target.
        percent: Decimal,
    },
    /// A figure is a thousand or a million times what is to be expected, or such a part of it.
    UnitSlip {
        /// Indicator.
        indicator: Named,
        /// Measure.
        measure: Measure,
        /// As typed.
        value: Decimal,
        /// What speaks for the slip.
        evidence: Vec<SlipEvidence>,
        /// What the figure would be without the slip.
        meant: Decimal,
        /// Unit of the form.
        unit: String,
    },
    /// A total typed or published elsewhere is not the one computed.
    PublishedTotalDiffers {
        /// Indicator.
        indicator: Named,
        /// Measure.
        measure: Measure,
        /// As published.
        published: Decimal,
        /// From the units' figures.
        computed: Decimal,
        /// Where it stands.
        source: String,
    },
    /// Figures are those of another unit to the digit.
    SameAsOtherUnit {
        /// Name of the other unit.
        other: String,
        /// Its file.
        file: String,
        /// The figures.
        rows: Vec<Operand>,
    },
    /// The workbook does not name the signed report whose figures it repeats.
    ReportNotNamed {
        /// What is missing.
        missing: Vec<ReportPart>,
    },
    /// The workbook names another signed report than the one that came with it.
    ReportDiffers {
        /// Whether it is the number or the date.
        part: ReportPart,
        /// As the workbook says.
        stated: String,
        /// As `campaign.toml` says.
        known: String,
    },
    /// A figure in the unit's own words stands in no row of its form.
    ClaimDiffers {
        /// The figure as written, with its words.
        text: String,
        /// The figure that is nearest to it.
        nearest: Option<Operand>,
        /// Unit of that figure.
        unit: String,
        /// Whether the sentence speaks of the indicator of that figure.
        same_subject: bool,
    },
    /// A rise or fall in the unit's own words is not the difference of its two ends.
    WrongDifference {
        /// The difference as written.
        difference: String,
        /// Where it began.
        from: String,
        /// Where it ended.
        to: String,
        /// What the two ends give, written in the same way.
        computed: Decimal,
    },
}

/// A pledge beside what was achieved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledged {
    /// Code of the indicator.
    pub code: String,
    /// What is pledged for next year.
    pub pledged: Decimal,
    /// What was achieved this year.
    pub actual: Decimal,
}

/// How the other units changed from last year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherUnits {
    /// The median of this year's figures in percent of last year's.
    pub median: Decimal,
    /// How many units.
    pub units: usize,
}

/// What speaks for a slip of the unit of measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlipEvidence {
    /// The unit's own figure of another year.
    OwnHistory {
        /// That figure.
        other: Decimal,
        /// Measure under which it stands, as far as it is in the same workbook.
        measure: Measure,
        /// How many times the larger is the smaller.
        times: Decimal,
    },
    /// The median of the other units for each thousand of the size.
    OtherUnits {
        /// The figure for each thousand.
        own: Decimal,
        /// The median of the others for each thousand.
        median: Decimal,
        /// Code of the indicator that tells the size.
        size: String,
        /// How many times the larger is the smaller.
        times: Decimal,
    },
}

/// What names a signed report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportPart {
    /// Number and symbol.
    Number,
    /// Date.
    Date,
}

impl ComparisonFact {
    /// Stable name of the kind of finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::StockContinuity { .. } => "stock-continuity",
            Self::PreviousDiffers { .. } => "previous-differs",
            Self::TargetDiffers { .. } => "target-differs",
            Self::HalfAboveYear { .. } => "half-above-year",
            Self::LastYearCopied { .. } => "last-year-copied",
            Self::CumulativeFlow { .. } => "cumulative-flow",
            Self::SuddenChange { .. } => "sudden-change",
            Self::ActualEqualsTarget { .. } => "actual-equals-target",
            Self::PledgeBelowActual { .. } => "pledge-below-actual",
            Self::SameAmountTwice { .. } => "same-amount-twice",
            Self::TargetFarOff { .. } => "target-far-off",
            Self::UnitSlip { .. } => "unit-slip",
            Self::PublishedTotalDiffers { .. } => "published-total-differs",
            Self::SameAsOtherUnit { .. } => "same-as-other-unit",
            Self::ReportNotNamed { .. } => "report-not-named",
            Self::ReportDiffers { .. } => "report-differs",
            Self::ClaimDiffers { .. } => "claim-differs",
            Self::WrongDifference { .. } => "wrong-difference",
        }
    }

    /// How much it matters. What two figures say against each other a person decides; only last
    /// year's column sent again as this year's can be nothing but wrong.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::LastYearCopied { whole: true, .. } => Severity::Error,
            Self::CumulativeFlow { .. }
            | Self::PledgeBelowActual { .. }
            | Self::ReportNotNamed { .. }
            | Self::ClaimDiffers { same_subject: false, .. } => Severity::Notice,
            Self::StockContinuity { .. }
            | Self::PreviousDiffers { .. }
            | Self::TargetDiffers { .. }
            | Self::HalfAboveYear { .. }
            | Self::LastYearCopied { whole: false, .. }
            | Self::SuddenChange { .. }
            | Self::ActualEqualsTarget { .. }
            | Self::SameAmountTwice { .. }
            | Self::TargetFarOff { .. }
            | Self::UnitSlip { .. }
            | Self::PublishedTotalDiffers { .. }
            | Self::SameAsOtherUnit { .. }
            | Self::ReportDiffers { .. }
            | Self::ClaimDiffers { same_subject: true, .. }
            | Self::WrongDifference { .. } => Severity::Warning,
        }
    }

    /// The measure that it concerns, if it concerns one only.
    #[must_use]
    pub fn measure(&self) -> Option<Measure> {
        match self {
            Self::StockContinuity { .. }
            | Self::HalfAboveYear { .. }
            | Self::LastYearCopied { .. }
            | Self::CumulativeFlow { .. }
            | Self::SuddenChange { .. }
            | Self::SameAmountTwice { .. }
            | Self::SameAsOtherUnit { .. } => Some(Measure::Actual),
            Self::PreviousDiffers { .. } => Some(Measure::Previous),
            Self::TargetDiffers { .. } => Some(Measure::Target),
            Self::PledgeBelowActual { .. } => Some(Measure::Pledged),
            Self::UnitSlip { measure, .. } | Self::PublishedTotalDiffers { measure, .. } => {
                Some(*measure)
            }
            Self::ActualEqualsTarget { .. }
            | Self::TargetFarOff { .. }
            | Self::ReportNotNamed { .. }
            | Self::ReportDiffers { .. }
            | Self::ClaimDiffers { .. }
            | Self::WrongDifference { .. } => None,
        }
    }
}
