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
use crate::text::cell_format::CellFormat;
use crate::text::fold;
use crate::text::money::MoneyUnit;
use crate::text::normal;
use crate::text::typed;
use crate::text::typed::Suffix;
use crate::text::typed::Typed;

/// Digits that Excel keeps.
const DIGITS: usize = 15;

/// Words for a person, folded; a count of people may be typed with any of them.
const PEOPLE: &[&str] = &["nguoi", "dongchi", "dc"];

/// Words at the head of a label that are no part of what it counts, folded.
const BEFORE_THE_NOUN: &[&str] = &["tong", "so", "trong", "do"];

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
    let format = cell.filter(|it| matches!(it.value, RawValue::Number(_)));
    let format = format.and_then(RawCell::format).filter(|it| *it != "General").map(str::to_owned);
    Reading { measure, cell: cell_at, text, value, from_text, format }
}

fn value(cell: &RawCell, indicator: &Indicator, unit_text: &str) -> (Value, bool) {
    let rejected = |why| (Value::Rejected(why), false);
    match &cell.value {
        RawValue::Number(number) => {
            (number_value(*number, cell.format(), indicator, unit_text), false)
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

fn number_value(
    number: f64,
    format: Option<&str>,
    indicator: &Indicator,
    unit_text: &str,
) -> Value {
    let Some(number) = decimal(number) else { return Value::Rejected(Rejection::TooPrecise) };
    let code = format.unwrap_or_default();
    let format = CellFormat::of(code);
    match indicator.kind {
        // 0,25 shown as 25 % is stored as 0,25: only the format tells.
        Kind::Percent if format.percent => scaled(number, Decimal::ONE_HUNDRED),
        Kind::Money => money_value(number, &format, code, indicator, unit_text),
        _ => scaled(number, Decimal::ONE),
    }
}

/// An amount by the unit that the row declares. A format that shows it in another, or divided by a
/// thousand, makes people see another amount than the row says.
fn money_value(
    number: Decimal,
    format: &CellFormat,
    code: &str,
    indicator: &Indicator,
    unit_text: &str,
) -> Value {
    let declared = factor(indicator, unit_text);
    let thousands = Decimal::from(1000_u64.pow(format.thousands.min(4)));
    let zeros = Decimal::from(10_u64.pow(format.zeros.min(12)));
    let unit = format.money_unit().map_or(declared, MoneyUnit::factor);
    let shown = unit.checked_mul(zeros).and_then(|it| it.checked_div(thousands));
    let in_form_unit = |factor| {
        number.checked_mul(factor)?.checked_div(indicator.factor()).map(|it| it.normalize())
    };
    match shown {
        Some(shown) if shown != declared && !number.is_zero() => {
            match (in_form_unit(declared), in_form_unit(shown)) {
                (Some(by_row), Some(by_format)) => {
                    let format = code.to_owned();
                    Value::Rejected(Rejection::UnitContradiction { format, by_row, by_format })
                }
                _ => Value::Rejected(Rejection::TooPrecise),
            }
        }
        _ => scaled(number, declared),
    }
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
pub(in crate::read) fn decimal(number: f64) -> Option<Decimal> {
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
    let typed = typed::read(&clean);
    let typed = if may_be_broken(&typed, indicator) { typed } else { typed.whole() };
    let known = |suffix: &Suffix| suffix_factor(suffix, indicator, unit_text);
    match typed {
        Typed::One(number, suffix) => match known(&suffix) {
            Some(factor) => (scaled(number, factor), true),
            None => rejected(Rejection::Words),
        },
        Typed::Two(larger, smaller, suffix) => match known(&suffix) {
            Some(factor) => rejected(ambiguous(larger, smaller, factor, indicator)),
            None => rejected(Rejection::Words),
        },
        Typed::Hedged => rejected(Rejection::Hedged),
        Typed::Unclear => rejected(Rejection::Unclear),
        Typed::Several => rejected(Rejection::Several),
        Typed::None => rejected(Rejection::Words),
    }
}

/// Whether decimals may be meant: where the form has them, and in money typed in words, since
/// `19,500 tỷ` may stand in a row of whole triệu.
fn may_be_broken(typed: &Typed, indicator: &Indicator) -> bool {
    let in_words = |suffix: &Suffix| match suffix {
        Suffix::Words(words) => {
            MoneyUnit::from_label(words).is_some_and(|it| it != MoneyUnit::Dong)
        }
        Suffix::Dong => true,
        Suffix::Nothing | Suffix::Percent => false,
    };
    let of_money = indicator.kind == Kind::Money;
    indicator.decimals > 0
        || matches!(typed, Typed::Two(_, _, suffix) if of_money && in_words(suffix))
}

/// Two readings in the unit that the form prints.
fn ambiguous(
    larger: Decimal,
    smaller: Decimal,
    factor: Decimal,
    indicator: &Indicator,
) -> Rejection {
    let in_form_unit = |number: Decimal| {
        let kept = number.checked_mul(factor)?;
        kept.checked_div(indicator.factor()).map(|it| it.normalize())
    };
    match (in_form_unit(larger), in_form_unit(smaller)) {
        (Some(larger), Some(smaller)) => Rejection::Ambiguous { larger, smaller },
        _ => Rejection::TooPrecise,
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
        Suffix::Dong => (indicator.kind == Kind::Money).then_some(Decimal::ONE),
        Suffix::Words(words) if indicator.kind == Kind::Money => {
            MoneyUnit::from_label(words).map(MoneyUnit::factor)
        }
        Suffix::Words(words) => {
            let found = fold::fold(words);
            let same = |unit: &str| !found.is_empty() && fold::fold(unit) == found;
            let people = |unit: &str| PEOPLE.contains(&fold::fold(unit).as_str());
            let is_unit = same(&indicator.unit)
                || same(unit_text)
                || (people(words) && people(&indicator.unit))
                || counts(indicator, words);
            is_unit.then_some(Decimal::ONE)
        }
    }
}

/// Whether the words name what the indicator counts: `132 CĐCS` in the row "CĐCS thành lập mới".
fn counts(indicator: &Indicator, words: &str) -> bool {
    let typed = folded_words(words);
    let long_enough = typed.concat().len() > 1;
    let begins = |label: &String| {
        let label = folded_words(label);
        let head = label.iter().take_while(|it| BEFORE_THE_NOUN.contains(&it.as_str())).count();
        label[head..].starts_with(&typed)
    };
    let is_money = MoneyUnit::from_label(words).is_some();
    indicator.kind == Kind::Count
        && long_enough
        && !is_money
        && std::iter::once(&indicator.name).chain(&indicator.aliases).any(begins)
}

fn folded_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(fold::fold);
    words.filter(|it| !it.is_empty()).collect()
}
