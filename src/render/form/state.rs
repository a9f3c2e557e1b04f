//! What stands in the cell of a figure.

use rust_decimal::Decimal;

use crate::model::catalogue::Indicator;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::render::form::Book;
use crate::render::form::Entry;
use crate::render::form::formula;
use crate::render::form::formula::Formula;
use crate::render::form::plan::Plan;

/// What stands in the cell of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum State {
    /// A figure of the campaign before, in the unit kept.
    Given(Decimal),
    /// A formula.
    Computed(Formula),
    /// What the unit typed, or nothing yet.
    Open(Option<Entry>),
}

/// The state of a cell. What the unit typed stays as it typed it: a figure of its own beside a
/// formula or a given figure takes their place, so that a difference is never hidden.
pub(super) fn of(book: &Book<'_>, plan: &Plan, id: IndicatorId, measure: Measure) -> State {
    let entry = book.filled.figures.get(&(id, measure));
    if let Some(given) = book.given.get(&(id, measure)) {
        return match entry {
            Some(other) if *other != Entry::Number(*given) => State::Open(Some(other.clone())),
            _ => State::Given(*given),
        };
    }
    let Some(formula) = formula::of(book, plan, id, measure) else {
        return State::Open(entry.cloned());
    };
    let shown = formula.result.map(|it| Entry::Number(kept(&book.catalogue[id], it)));
    match entry {
        Some(other) if shown.as_ref() != Some(other) => State::Open(Some(other.clone())),
        _ => State::Computed(formula),
    }
}

fn kept(indicator: &Indicator, number: Decimal) -> Decimal {
    number.checked_mul(indicator.factor()).unwrap_or(number).normalize()
}

/// A number in the unit that the form prints.
pub(super) fn in_form_unit(indicator: &Indicator, number: Decimal) -> Decimal {
    number.checked_div(indicator.factor()).unwrap_or(number).normalize()
}

impl State {
    /// The number in the cell, in the unit that the form prints.
    pub(super) fn number(&self, indicator: &Indicator) -> Option<Decimal> {
        match self {
            Self::Given(number) | Self::Open(Some(Entry::Number(number))) => {
                Some(in_form_unit(indicator, *number))
            }
            Self::Computed(formula) => formula.result,
            Self::Open(_) => None,
        }
    }
}
