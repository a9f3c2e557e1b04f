//! What must hold of what was sent. One check, one file; each looks and reports, none changes.

mod actual_equals_target;
mod claim_differs;
mod cumulative_flow;
mod decimal_in_count;
mod duplicate_row;
mod duplicate_unit;
mod evidence;
mod half_above_year;
mod history;
mod label_contradicts_code;
mod last_year_copied;
mod last_years_file;
mod late;
mod left_blank;
mod missing_unit;
mod not_a_number;
mod out_of_range;
pub mod panel;
mod parts_and_total;
mod peers;
mod percent_as_fraction;
mod percent_recomputed;
mod pledge_below_actual;
mod previous_differs;
mod published_total_differs;
mod report_differs;
mod report_not_named;
mod required;
pub mod rules;
mod same_amount_twice;
mod same_as_other_unit;
mod same_file;
mod signers;
mod stock_continuity;
mod subset;
mod sudden_change;
mod target_differs;
mod target_far_off;
mod unit_slip;
mod unknown_code;
mod unknown_unit;
mod wrong_difference;
mod wrong_period;
mod wrong_unit_of_measure;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::rules::CompiledRule;
use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::dataset::Dataset;
use crate::model::id::IndicatorId;
use crate::model::look::Look;
use crate::model::measure::Measure;
use crate::model::past::Earlier;
use crate::model::place::Place;
use crate::model::submission::FormCell;
use crate::model::submission::Submission;
use crate::model::submissions::Submissions;

/// What a check sees.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// How its papers look.
    pub look: &'a Look,
    /// Its rules, compiled.
    pub rules: &'a [CompiledRule],
    /// Every submission that could be read and is not replaced by another.
    pub submissions: &'a Submissions,
    /// Their figures added up.
    pub dataset: &'a Dataset,
    /// Those that are replaced: they say nothing but when they came.
    pub superseded: &'a [Submission],
    /// Every file in use with its digest, in order, also those that could not be read.
    pub files: &'a BTreeMap<String, String>,
    /// The campaigns that it is held against.
    pub earlier: &'a Earlier<'a>,
}

/// A check.
pub trait Check: Sync {
    /// Stable kebab-case code of its findings.
    fn code(&self) -> &'static str;

    /// Looks at one submission.
    fn submission(&self, _: Context<'_>, _: &Submission, _: &mut Vec<Finding>) {}

    /// Looks at all submissions together.
    fn campaign(&self, _: Context<'_>, _: &mut Vec<Finding>) {}
}

/// Every check, in the order in which they run.
pub static CHECKS: &[&dyn Check] = &[
    &unknown_unit::UnknownUnit,
    &duplicate_unit::DuplicateUnit,
    &same_file::SameFile,
    &last_years_file::LastYearsFile,
    &late::Late,
    &missing_unit::MissingUnit,
    &wrong_period::WrongPeriod,
    &unknown_code::UnknownCode,
    &duplicate_row::DuplicateRow,
    &label_contradicts_code::LabelContradictsCode,
    &wrong_unit_of_measure::WrongUnitOfMeasure,
    &not_a_number::NotANumber,
    &required::Required,
    &left_blank::LeftBlank,
    &decimal_in_count::DecimalInCount,
    &out_of_range::OutOfRange,
    &parts_and_total::PartsAndTotal,
    &subset::Subset,
    &percent_as_fraction::PercentAsFraction,
    &percent_recomputed::PercentRecomputed,
    &rules::Rules,
    &stock_continuity::StockContinuity,
    &previous_differs::PreviousDiffers,
    &target_differs::TargetDiffers,
    &half_above_year::HalfAboveYear,
    &last_year_copied::LastYearCopied,
    &cumulative_flow::CumulativeFlow,
    &sudden_change::SuddenChange,
    &actual_equals_target::ActualEqualsTarget,
    &pledge_below_actual::PledgeBelowActual,
    &same_amount_twice::SameAmountTwice,
    &target_far_off::TargetFarOff,
    &unit_slip::UnitSlip,
    &published_total_differs::PublishedTotalDiffers,
    &same_as_other_unit::SameAsOtherUnit,
    &report_not_named::ReportNotNamed,
    &report_differs::ReportDiffers,
    &claim_differs::ClaimDiffers,
    &wrong_difference::WrongDifference,
    &signers::Signers,
];

/// Runs every check over every submission.
#[must_use]
pub fn run(context: Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        for submission in context.submissions {
            check.submission(context, submission, &mut findings);
        }
        check.campaign(context, &mut findings);
    }
    findings
}

/// A finding at a cell of the sheet of figures.
fn at_cell(submission: &Submission, cell: FormCell, fact: impl Into<Fact>) -> Finding {
    Finding::new(fact, submission.place(cell), submission.unit)
}

/// A finding at the cell of a figure, or at the sheet if the row is not there.
fn at_figure(
    submission: &Submission,
    indicator: IndicatorId,
    measure: Measure,
    fact: impl Into<Fact>,
) -> Finding {
    let place = match submission.reading(indicator, measure) {
        Some((_, reading)) => submission.place(reading.cell),
        None => Place::sheet(&submission.file, submission.sheet()),
    };
    Finding::new(fact, place, submission.unit)
}

/// An indicator as a finding names it.
fn named(catalogue: &Catalogue, id: IndicatorId) -> Named {
    Named { code: catalogue[id].code.clone(), name: catalogue[id].name.clone() }
}

/// A number in the unit that the form prints.
fn in_form_unit(catalogue: &Catalogue, id: IndicatorId, value: Decimal) -> Decimal {
    value.checked_div(catalogue[id].factor()).unwrap_or(value).normalize()
}

/// A figure as a finding names it.
fn operand(catalogue: &Catalogue, id: IndicatorId, measure: Measure, value: Decimal) -> Operand {
    let code = catalogue.figure_code(id, measure);
    Operand { code, value: in_form_unit(catalogue, id, value) }
}

/// Every number of a submission with its indicator and measure.
fn numbers(
    submission: &Submission,
) -> impl Iterator<Item = (IndicatorId, Measure, Decimal, FormCell)> {
    submission.rows.iter().flat_map(|row| {
        row.readings.iter().filter_map(|reading| {
            let number = reading.value.number()?;
            Some((row.indicator?, reading.measure, number, reading.cell))
        })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn codes_are_unique_and_kebab_case() {
        let mut seen = BTreeSet::new();
        for check in CHECKS {
            let code = check.code();
            assert!(seen.insert(code), "`{code}` is used twice");
            assert!(code.chars().all(|it| it.is_ascii_lowercase() || it == '-'), "`{code}`");
        }
    }
}
