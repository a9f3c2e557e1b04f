//! Turns a cell into a number, nothing, or a rejection; never into a guess.

use rust_decimal::Decimal;

use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::measure::Measure;
use crate::model::submission::FormCell;
use crate::model::submission::Reading;
use crate::model::value::Rejection;
use crate::model::value::Value;
use crate::read::form::grid::text_of;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawValue;
use crate::text::fold;
use crate::text::money::MoneyUnit;
use crate::text::normal;
use crate::text::typed;
use crate::text::typed::Suffix;
use crate::text::typed::Typed;

/// Digits that Excel keeps.
const DIGITS: usize = 15;

/// Reads one cell of a row; `unit_text` is the unit of measure that the row declares.
pub(super) fn reading(
    measure: Measure,
    cell_at: FormCell,
    cell: Option<&RawCell>,
    indicator: Option<&Indicator>,
    unit_text: &str,
) -> Reading {
    let text = cell.map(text_of).unwrap_or_default();
    let (value, from_text) = match (cell, indicator) {
        (None, _) | (_, None) => (Value::Missing, false),
        (Some(cell), Some(indicator)) => value(cell, indicator, unit_text),
    };
    Reading { measure, cell: cell_at, text, value, from_text }
}

fn value(cell: &RawCell, indicator: &Indicator, unit_text: &str) -> (Value, bool) {
    let rejected = |why| (Value::Rejected(why), false);
    match &cell.value {
        RawValue::Number(number) => {
            let percent = cell.format().is_some_and(|it| it.contains('%'));
            (number_value(*number, percent, indicator, unit_text), false)
        }
        RawValue::Text(text) => text_value(text, indicator, unit_text),
        RawValue::Bool(yes) if indicator.kind == Kind::YesNo => {
            (Value::Number(Decimal::from(u8::from(*yes))), false)
        }
        RawValue::Bool(_) | RawValue::Date(_) => rejected(Rejection::OtherKind),
        RawValue::Error(error) => rejected(Rejection::ErrorCell(error.clone())),
        RawValue::NoResult => rejected(Rejection::NoResult),
        RawValue::NotFinite => rejected(Rejection::TooPrecise),
    }
}

fn number_value(number: f64, percent: bool, indicator: &Indicator, unit_text: &str) -> Value {
    let Some(number) = decimal(number) else { return Value::Rejected(Rejection::TooPrecise) };
    let factor = match indicator.kind {
        // 0,25 shown as 25 % is stored as 0,25: only the format tells.
        Kind::Percent if percent => Decimal::ONE_HUNDRED,
        _ => factor(indicator, unit_text),
    };
    scaled(number, factor)
}

fn scaled(number: Decimal, factor: Decimal) -> Value {
    match number.checked_mul(factor) {
        Some(number) => Value::Number(number.normalize()),
        None => Value::Rejected(Rejection::TooPrecise),
    }
}

/// Factor to the unit kept, by the unit that the row declares, else by the catalogue's.
fn factor(indicator: &Indicator, unit_text: &str) -> Decimal {
    match indicator.kind {
        Kind::Money => MoneyUnit::from_label(unit_text).unwrap_or(indicator.money_unit).factor(),
        Kind::Count | Kind::Percent | Kind::Average | Kind::YesNo => Decimal::ONE,
    }
}

/// The decimal that a person sees in a cell: fifteen significant digits, as Excel keeps.
fn decimal(number: f64) -> Option<Decimal> {
    if number.abs() >= 1e15 {
        return None;
    }
    let scientific = format!("{number:.*e}", DIGITS - 1);
    let decimal = Decimal::from_scientific(&scientific).ok()?;
    Some(decimal.normalize())
}

fn text_value(text: &str, indicator: &Indicator, unit_text: &str) -> (Value, bool) {
    let rejected = |why| (Value::Rejected(why), false);
    if normal::has_private_marks(text) {
        return rejected(Rejection::ReservedCharacter);
    }
    let clean = normal::clean(text);
    if clean.is_empty() {
        return (Value::Missing, false);
    }
    if indicator.kind == Kind::YesNo {
        return yes_no(&clean).map_or(rejected(Rejection::Words), |it| (Value::Number(it), false));
    }
    match typed::read(&clean, indicator.decimals > 0) {
        Typed::One(number, suffix) => match suffix_factor(&suffix, indicator, unit_text) {
            Some(factor) => (scaled(number, factor), true),
            None => rejected(Rejection::Words),
        },
        Typed::Two(thousands, decimal) => rejected(Rejection::Ambiguous { thousands, decimal }),
        Typed::None => rejected(Rejection::Words),
    }
}

fn yes_no(text: &str) -> Option<Decimal> {
    match fold::fold(text).as_str() {
        "co" | "x" | "dat" | "1" => Some(Decimal::ONE),
        "khong" | "khongdat" | "0" => Some(Decimal::ZERO),
        _ => None,
    }
}

/// Factor for what stands behind a typed number; `None` if it does not belong to the indicator.
fn suffix_factor(suffix: &Suffix, indicator: &Indicator, unit_text: &str) -> Option<Decimal> {
    match suffix {
        Suffix::Nothing => Some(factor(indicator, unit_text)),
        Suffix::Percent => (indicator.kind == Kind::Percent).then_some(Decimal::ONE),
        Suffix::Words(words) if indicator.kind == Kind::Money => {
            MoneyUnit::from_label(words).map(MoneyUnit::factor)
        }
        Suffix::Words(words) => {
            let same = |unit: &str| fold::fold(unit) == fold::fold(words);
            (same(&indicator.unit) || same(unit_text)).then_some(Decimal::ONE)
        }
    }
}
