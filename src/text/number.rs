//! Figures as they are printed: `.` between thousands, `,` before decimals.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;

/// The most decimals a [`Decimal`] can hold; asking for more gives this many.
const MOST_DECIMALS: u32 = 28;

/// The most leading zeros that [`padded`] writes.
const MOST_DIGITS: usize = 28;

/// The exact value: `1234567.50` gives `1.234.567,5`, `-1234` gives `-1.234`.
pub fn plain(value: Decimal) -> String {
    vietnamese(&machine(value))
}

/// `value` rounded half away from zero, with exactly `decimals` decimals (at most 28).
pub fn fixed(value: Decimal, decimals: u32) -> String {
    let decimals = decimals.min(MOST_DECIMALS);
    let mut text = machine(rounded(value, decimals));
    if decimals > 0 {
        let written = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        if written == 0 {
            text.push('.');
        }
        text.extend((written..decimals as usize).map(|_| '0'));
    }
    vietnamese(&text)
}

/// `value` rounded half away from zero, without needless decimals: 12,50 gives `12,5`.
pub fn at_most(value: Decimal, decimals: u32) -> String {
    plain(rounded(value, decimals))
}

/// `value` rounded to `decimals`, a half away from zero, as offices round.
///
/// The rounding of [`Decimal`] itself is the banker's: 2,5 would become 2.
pub fn rounded(value: Decimal, decimals: u32) -> Decimal {
    let decimals = decimals.min(MOST_DECIMALS);
    exact(value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
}

/// `value` with zeros in front up to `digits` whole digits: 2 gives `02`, as small counts and
/// numbers of documents are written (Nghị định 30/2020, phụ lục I, mục II.3).
pub fn padded(value: impl Into<Decimal>, digits: usize) -> String {
    let text = plain(value.into());
    let (sign, size) = text.strip_prefix('-').map_or(("", text.as_str()), |size| ("-", size));
    let whole = size.chars().take_while(|c| *c != ',').filter(char::is_ascii_digit).count();
    let zeros = "0".repeat(digits.min(MOST_DIGITS).saturating_sub(whole));
    format!("{sign}{zeros}{size}")
}

/// The exact value for machines: `25493`, `-0.5`.
pub fn machine(value: Decimal) -> String {
    exact(value).to_string()
}

/// `value` without trailing zeros and without the sign of a negative zero.
fn exact(value: Decimal) -> Decimal {
    if value.is_zero() { Decimal::ZERO } else { value.normalize() }
}

/// A machine's writing with Vietnamese separators.
fn vietnamese(text: &str) -> String {
    let (sign, size) = text.strip_prefix('-').map_or(("", text), |size| ("-", size));
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let mut out = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

/// A percentage of a target with one decimal; with more where one would turn a target missed or
/// passed into one just reached (99,96 is not 100).
#[must_use]
pub fn percent_of_target(percent: Decimal) -> String {
    let is_just = |decimals| rounded(percent, decimals) == Decimal::ONE_HUNDRED;
    let decimals = (1..6).find(|it| !is_just(*it) || percent == Decimal::ONE_HUNDRED);
    at_most(percent, decimals.unwrap_or(6))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn exact_figures() {
        for (value, shown, machine_text) in [
            ("0", "0", "0"),
            ("-0", "0", "0"),
            ("0.00", "0", "0"),
            ("999", "999", "999"),
            ("1000", "1.000", "1000"),
            ("25493", "25.493", "25493"),
            ("-1234", "-1.234", "-1234"),
            ("-0.50", "-0,5", "-0.5"),
            ("1234567.50", "1.234.567,5", "1234567.5"),
            ("-999", "-999", "-999"),
            ("100.00", "100", "100"),
            (
                "79228162514264337593543950335",
                "79.228.162.514.264.337.593.543.950.335",
                "79228162514264337593543950335",
            ),
        ] {
            assert_eq!(plain(dec(value)), shown);
            assert_eq!(machine(dec(value)), machine_text);
        }
    }

    #[test]
    fn rounded_figures() {
        for (value, decimals, with_zeros, without) in [
            ("2.5", 0, "3", "3"),
            ("-2.5", 0, "-3", "-3"),
            ("2.345", 2, "2,35", "2,35"),
            ("12.5", 2, "12,50", "12,5"),
            ("12", 1, "12,0", "12"),
            ("-0.04", 1, "0,0", "0"),
            ("1234.996", 2, "1.235,00", "1.235"),
            ("99.95", 1, "100,0", "100"),
        ] {
            assert_eq!(fixed(dec(value), decimals), with_zeros);
            assert_eq!(at_most(dec(value), decimals), without);
        }
        assert_eq!(rounded(dec("0.125"), 2), dec("0.13"));
        assert_eq!(fixed(Decimal::MAX, u32::MAX).len(), 38 + 1 + 28);
    }

    #[test]
    fn zeros_in_front() {
        assert_eq!(padded(2_u64, 2), "02");
        assert_eq!(padded(0_u64, 2), "00");
        assert_eq!(padded(12_u64, 2), "12");
        assert_eq!(padded(5_u64, 4), "0005");
        assert_eq!(padded(1234_u64, 2), "1.234");
        assert_eq!(padded(dec("-2"), 2), "-02");
        assert_eq!(padded(dec("1.5"), 2), "01,5");
        assert_eq!(padded(1_u64, usize::MAX).len(), 28);
    }

    proptest! {
        #[test]
        fn every_decimal_can_be_written(
            [a, b, c] in any::<[u32; 3]>(), minus in any::<bool>(), scale in 0_u32..=28,
            decimals in 0_u32..=30,
        ) {
            let value = Decimal::from_parts(a, b, c, minus, scale);
            prop_assert_eq!(dec(&machine(value)), value);
            let plain = plain(value);
            prop_assert_eq!(dec(&plain.replace('.', "").replace(',', ".")), value);
            let fixed = fixed(value, decimals);
            let written = fixed.split_once(',').map_or(0, |(_, fraction)| fraction.len());
            prop_assert_eq!(written, decimals.min(28) as usize);
        }
    }
}
