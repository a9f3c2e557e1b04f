//! Formulas of totals and ratios, each with the result that it gives.

use rust_decimal::Decimal;

use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::render::form::Book;
use crate::render::form::plan::Plan;
use crate::render::form::state;
use crate::text::number;
use crate::text::order;

/// A formula with its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Formula {
    /// In the English spelling of files.
    pub(super) text: String,
    /// What it gives, in the unit that the form prints; `None` where it shows nothing.
    pub(super) result: Option<Decimal>,
    /// Whether another figure may be typed over it.
    pub(super) open: bool,
}

/// The formula of a figure, if the catalogue says what it is made of. Targets and pledges are made
/// by decision, not by adding up, and have none.
pub(super) fn of(
    book: &Book<'_>,
    plan: &Plan,
    id: IndicatorId,
    measure: Measure,
) -> Option<Formula> {
    if !matches!(measure, Measure::Actual | Measure::Estimate | Measure::Previous) {
        return None;
    }
    let indicator = &book.catalogue[id];
    match indicator.aggregation {
        Aggregation::Ratio { numerator, denominator } => {
            ratio(book, plan, (id, measure), numerator, denominator)
        }
        _ if !indicator.parts.is_empty() => sum(book, plan, id, measure),
        _ => None,
    }
}

/// The cell of a figure, such as `F8`.
fn cell(plan: &Plan, id: IndicatorId, measure: Measure) -> Option<String> {
    let (row, column) = plan.figure(id, measure)?;
    Some(order::cell_address(row, u32::from(column)))
}

/// The sum of the parts, once all of them are there: one that is missing is not zero. Where a part
/// need not be reported, a unit may know the total alone, and the cell stays open.
fn sum(book: &Book<'_>, plan: &Plan, id: IndicatorId, measure: Measure) -> Option<Formula> {
    let parts = &book.catalogue[id].parts;
    let same_unit = |it: &IndicatorId| book.catalogue[*it].factor() == book.catalogue[id].factor();
    if !parts.iter().all(same_unit) {
        return None;
    }
    let cells: Option<Vec<String>> = parts.iter().map(|it| cell(plan, *it, measure)).collect();
    let cells = cells?.join(",");
    let numbers: Option<Vec<Decimal>> =
        parts.iter().map(|it| in_form_unit(book, plan, *it, measure)).collect();
    let total = |numbers: Vec<Decimal>| {
        numbers.into_iter().try_fold(Decimal::ZERO, |sum, it| sum.checked_add(it))
    };
    Some(Formula {
        text: format!("=IF(COUNT({cells})<{},\"\",SUM({cells}))", parts.len()),
        result: numbers.and_then(total).map(|it| it.normalize()),
        open: !parts.iter().all(|it| book.catalogue[*it].required.contains(&measure)),
    })
}

/// The ratio of two figures, once both are there and the second is not zero.
fn ratio(
    book: &Book<'_>,
    plan: &Plan,
    (id, measure): (IndicatorId, Measure),
    numerator: IndicatorId,
    denominator: IndicatorId,
) -> Option<Formula> {
    let indicator = &book.catalogue[id];
    let (a, b) = (cell(plan, numerator, measure)?, cell(plan, denominator, measure)?);
    let scale = scale(book, indicator, numerator, denominator)?;
    let times = if scale == Decimal::ONE { String::new() } else { format!("*{scale}") };
    let decimals = indicator.decimals;
    let compute = || {
        let a = in_form_unit(book, plan, numerator, measure)?;
        let b = in_form_unit(book, plan, denominator, measure)?;
        let quotient = a.checked_mul(scale)?.checked_div(b)?;
        Some(number::rounded(quotient, decimals).normalize())
    };
    Some(Formula {
        text: format!("=IF(OR(COUNT({a},{b})<2,N({b})=0),\"\",ROUND({a}/{b}{times},{decimals}))"),
        result: compute(),
        open: false,
    })
}

/// By what the quotient of the two cells is multiplied: 100 for a percentage, and for money in
/// different units what makes them one.
fn scale(
    book: &Book<'_>,
    indicator: &Indicator,
    numerator: IndicatorId,
    denominator: IndicatorId,
) -> Option<Decimal> {
    let percent = if indicator.kind == Kind::Percent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let (a, b) = (book.catalogue[numerator].factor(), book.catalogue[denominator].factor());
    let scale = percent.checked_mul(a)?.checked_div(b)?.checked_div(indicator.factor())?;
    Some(scale.normalize())
}

/// The number that stands in a cell, in the unit that the form prints.
fn in_form_unit(
    book: &Book<'_>,
    plan: &Plan,
    id: IndicatorId,
    measure: Measure,
) -> Option<Decimal> {
    state::of(book, plan, id, measure).number(&book.catalogue[id])
}
