//! How a printed figure says its value: found by wording the value again, never by reading words back.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::text::money::MoneyUnit;
use crate::text::number;
use crate::text::words;

/// Most digits after the comma with which figures are printed.
const MOST_DECIMALS: u32 = 6;

/// How words on paper say a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Wording {
    /// The exact number.
    Exact {
        /// The unit of money in which it is told, if not in đồng.
        unit: Option<MoneyUnit>,
    },
    /// Rounded to so many digits after the comma.
    Rounded {
        /// The digits.
        decimals: u32,
        /// The unit of money in which it is told, if not in đồng.
        unit: Option<MoneyUnit>,
    },
    /// Said to be about right: `gần 60.000`.
    Hedged,
    /// In words: `mười sáu tỷ đồng`, `không thay đổi`.
    Words,
    /// Said to be missing.
    Missing,
    /// None of these: the words and the value do not belong together.
    Unlike,
}

/// How `text` says `value`. A table prints a value divided by the `factor` of its row.
#[must_use]
pub fn of(text: &str, value: Option<Decimal>, factor: Decimal) -> Wording {
    let Some(value) = value else { return Wording::Missing };
    let Some(shown) = digits(text) else { return Wording::Words };
    let is_hedged = !text.starts_with(shown)
        && ["gần ", "trên ", "hơn ", "dưới "].iter().any(|it| text.starts_with(it));
    if is_hedged {
        return Wording::Hedged;
    }
    let value = if shown.starts_with('-') { value } else { value.abs() };
    let units =
        MoneyUnit::ALL.into_iter().filter(|unit| names(text, *unit) || unit.factor() == factor);
    let units = units.filter(|unit| *unit != MoneyUnit::Dong).map(Some);
    let mut readings = std::iter::once(None).chain(units);
    readings.find_map(|unit| reading(shown, value, unit)).unwrap_or_else(|| {
        let spelt = words::words(value).is_some_and(|it| text.contains(&it));
        if spelt { Wording::Words } else { Wording::Unlike }
    })
}

/// Whether the words name a unit of money.
fn names(text: &str, unit: MoneyUnit) -> bool {
    text.ends_with(unit.label())
}

fn reading(shown: &str, value: Decimal, unit: Option<MoneyUnit>) -> Option<Wording> {
    let scaled = value.checked_div(unit.map_or(Decimal::ONE, MoneyUnit::factor))?;
    if is(shown, &number::plain(scaled)) {
        return Some(Wording::Exact { unit });
    }
    let decimals = (0..=MOST_DECIMALS).find(|it| is(shown, &number::at_most(scaled, *it)))?;
    Some(Wording::Rounded { decimals, unit })
}

/// Small counts are printed with a zero in front: `02`; points with all their digits: `98,20`.
fn is(shown: &str, written: &str) -> bool {
    let shown = without_zeros(shown);
    shown == written || shown.strip_prefix('0').is_some_and(|it| it == written)
}

/// A printed number without zeros at the end of its decimals.
#[must_use]
pub fn without_zeros(shown: &str) -> &str {
    match shown.contains(',') {
        true => shown.trim_end_matches('0').trim_end_matches(','),
        false => shown,
    }
}

/// The first number in some words, with its sign and its separators.
#[must_use]
pub fn digits(text: &str) -> Option<&str> {
    let first = text.find(|it: char| it.is_ascii_digit())?;
    let from = if text[..first].ends_with('-') { first - 1 } else { first };
    let rest = &text[first..];
    let end = rest.find(|it: char| !(it.is_ascii_digit() || matches!(it, '.' | ',')));
    let end = first + end.unwrap_or(rest.len());
    Some(text[from..end].trim_end_matches(['.', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: &str, factor: i64, expected: Wording) {
        let value = Some(value.parse().unwrap());
        assert_eq!(of(text, value, Decimal::from(factor)), expected, "{text}");
    }

    #[test]
    fn words_are_known_by_the_value_behind_them() {
        let exact = |unit| Wording::Exact { unit };
        let rounded = |decimals, unit| Wording::Rounded { decimals, unit };
        check("25.493", "25493", 1, exact(None));
        check("02", "2", 1, exact(None));
        check("98,20", "98.2", 1, exact(None));
        check("0,00", "0", 1, exact(None));
        check("98,20", "98.3", 1, Wording::Unlike);
        check("92,35%", "92.345678", 1, rounded(2, None));
        check("đạt 104,3% chỉ tiêu", "104.26", 1, rounded(1, None));
        check("giảm 4,5%", "-4.5", 1, exact(None));
        check("-12", "-12", 1, exact(None));
        check("39,764 tỷ đồng", "39764000000", 1_000_000, exact(Some(MoneyUnit::Billion)));
        check("39.764", "39764000000", 1_000_000, exact(Some(MoneyUnit::Million)));
        check("39.764,1", "39764123000", 1_000_000, rounded(1, Some(MoneyUnit::Million)));
        check("gần 60.000", "59812", 1, Wording::Hedged);
        check("không thay đổi", "0", 1, Wording::Words);
        check("25.494", "25493", 1, Wording::Unlike);
        assert_eq!(of("(chưa có số liệu)", None, Decimal::ONE), Wording::Missing);
    }
}
