//! What must hold of what was sent. One check, one file; each looks and reports, none changes.

mod decimal_in_count;
mod duplicate_row;
mod duplicate_unit;
mod evidence;
mod label_contradicts_code;
mod missing_unit;
mod not_a_number;
mod out_of_range;
mod parts_and_total;
mod percent_as_fraction;
mod percent_recomputed;
mod required;
pub mod rules;
mod subset;
mod unknown_code;
mod unknown_unit;
mod wrong_period;
mod wrong_unit_of_measure;

use rust_decimal::Decimal;

use crate::check::rules::CompiledRule;
use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::past::Past;
use crate::model::place::Place;
use crate::model::submission::FormCell;
use crate::model::submission::Submission;

/// What a check sees.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// Its rules, compiled.
    pub rules: &'a [CompiledRule],
    /// Every submission that could be read and is not replaced by another.
    pub submissions: &'a [Submission],
    /// Last year's campaign.
    pub predecessor: Option<Past<'a>>,
    /// The campaign of the first half of this year.
    pub half_year: Option<Past<'a>>,
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
    &missing_unit::MissingUnit,
    &wrong_period::WrongPeriod,
    &unknown_code::UnknownCode,
    &duplicate_row::DuplicateRow,
    &label_contradicts_code::LabelContradictsCode,
    &wrong_unit_of_measure::WrongUnitOfMeasure,
    &not_a_number::NotANumber,
    &required::Required,
    &decimal_in_count::DecimalInCount,
    &out_of_range::OutOfRange,
    &parts_and_total::PartsAndTotal,
    &subset::Subset,
    &percent_as_fraction::PercentAsFraction,
    &percent_recomputed::PercentRecomputed,
    &rules::Rules,
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
    let code = &catalogue[id].code;
    let code = match measure {
        Measure::Actual => code.clone(),
        other => format!("{code}_{}", other.short()),
    };
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
