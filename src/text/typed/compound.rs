//! Money in several units: `15 tỷ 600 triệu`, `2 triệu 500 nghìn đồng`.

use rust_decimal::Decimal;

use crate::text::fold::fold;
use crate::text::money::MoneyUnit;
use crate::text::typed::Suffix;
use crate::text::typed::Typed;
use crate::text::typed::digits;
use crate::text::typed::digits::Size;

/// A number and the words behind it.
type Part<'a> = (&'a str, &'a str);

/// Reads an amount whose units follow each other downward; `None` if it is none.
pub(super) fn read(text: &str) -> Option<Typed> {
    let parts = parts(text)?;
    let (last, first) = parts.split_last()?;
    let mut sum = Decimal::ZERO;
    let mut above: Option<MoneyUnit> = None;
    for (number, words) in first {
        let unit = unit(words)?;
        let amount = whole(number)?;
        sum += in_dong(amount, unit, above)?;
        above = Some(unit);
    }
    let above = above?;
    if last.1.is_empty() {
        return tail(sum, last.0, above);
    }
    let unit = MoneyUnit::from_label(last.1)?;
    let total = |amount| Some(sum + in_dong(amount, unit, Some(above))?);
    Some(match digits::size(last.0)? {
        Size::One(amount) => Typed::One(total(amount)?, Suffix::Dong),
        Size::Two(larger, smaller) => Typed::Two(total(larger)?, total(smaller)?, Suffix::Dong),
    })
}

/// `1 tỷ 2` in speech is 1,2 tỷ and by the letter 1 tỷ and 2 đồng; `1 tỷ 200` likewise.
fn tail(sum: Decimal, number: &str, above: MoneyUnit) -> Option<Typed> {
    let amount = whole(number)?;
    let tens = match number.len() {
        1 => Decimal::TEN,
        3 => Decimal::ONE_THOUSAND,
        _ => return None,
    };
    let spoken = amount.checked_mul(above.factor().checked_div(tens)?)?;
    let plain = in_dong(amount, MoneyUnit::Dong, Some(above))?;
    (spoken != plain).then(|| Typed::Two(sum + spoken, sum + plain, Suffix::Dong))
}

/// Numbers with the words behind them, at least two; the first text must begin with a number.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let end = rest.find(|c: char| !of_number(c)).unwrap_or(rest.len());
        let (number, behind) = rest.split_at(end);
        let end = behind.find(|c: char| c.is_ascii_digit()).unwrap_or(behind.len());
        let (words, next) = behind.split_at(end);
        if !number.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        parts.push((number, words.trim()));
        rest = next;
    }
    (parts.len() > 1).then_some(parts)
}

/// The unit of a part that others follow: `tỷ`, and not `tỷ đồng`, behind which a new amount begins.
fn unit(words: &str) -> Option<MoneyUnit> {
    let plain = words.chars().all(char::is_alphabetic) && fold(words) != "d";
    MoneyUnit::from_label(words).filter(|it| plain && *it != MoneyUnit::Dong)
}

/// A whole number; before a smaller unit a point can only part thousands.
fn whole(number: &str) -> Option<Decimal> {
    match digits::size(number)? {
        Size::One(amount) | Size::Two(amount, _) => Some(amount).filter(Decimal::is_integer),
    }
}

/// An amount in đồng, if it is less than one of the unit above it.
fn in_dong(amount: Decimal, unit: MoneyUnit, above: Option<MoneyUnit>) -> Option<Decimal> {
    let dong = amount.checked_mul(unit.factor())?.normalize();
    above.is_none_or(|above| dong < above.factor()).then_some(dong)
}
