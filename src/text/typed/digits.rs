//! Digits and the marks between them.

use rust_decimal::Decimal;

/// What Excel keeps of a number; more digits than these were never a count or an amount.
const MOST_DIGITS: usize = 15;

/// The readings of a number without its sign.
pub(super) enum Size {
    /// One.
    One(Decimal),
    /// The whole number, then the one with decimals.
    Two(Decimal, Decimal),
}

/// The readings of digits and separators.
pub(super) fn size(number: &str) -> Option<Size> {
    let marks: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    match marks.as_slice() {
        [] => value(number, "").map(Size::One),
        [mark @ ('.' | ',')] => {
            let (whole, fraction) = number.split_once(*mark)?;
            one_mark(whole, fraction)
        }
        [first, middle @ .., last] if first != last && middle.iter().all(|mark| mark == first) => {
            let (whole, fraction) = number.rsplit_once(['.', ','])?;
            if fraction.is_empty() {
                return None;
            }
            // With a space last, the cut falls on the first mark and the fraction is refused.
            value(&grouped(whole, *first)?, fraction).map(Size::One)
        }
        [first, rest @ ..] if rest.iter().all(|mark| mark == first) => {
            value(&grouped(number, *first)?, "").map(Size::One)
        }
        _ => None,
    }
}

/// A power of ten as Excel shows it: one digit before the mark, so that the mark has one meaning,
/// and a sign behind the E, without which it may be a code (`1E5`).
pub(super) fn scientific(text: &str) -> Option<Decimal> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let power = exponent.strip_prefix(['+', '-'])?;
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let begins_well = whole.len() == 1 && whole != "0" && plain(whole);
    let has_fraction = mantissa.len() == 1 || !fraction.is_empty();
    if !begins_well || !has_fraction || !plain(power) || !(1..=2).contains(&power.len()) {
        return None;
    }
    let size = value(whole, fraction)?;
    let power: usize = power.parse().ok().filter(|it| *it < MOST_DIGITS)?;
    let factor = Decimal::from(10_u64.pow(u32::try_from(power).ok()?));
    let scaled =
        if exponent.starts_with('-') { size.checked_div(factor) } else { size.checked_mul(factor) };
    scaled.map(|it| it.normalize())
}

/// The readings of a number with one point or comma. Three digits behind it may be a group.
fn one_mark(whole: &str, fraction: &str) -> Option<Size> {
    if whole.is_empty() || fraction.is_empty() {
        return None;
    }
    let broken = value(whole, fraction)?;
    match (whole.len(), fraction.len()) {
        _ if whole == "0" => Some(Size::One(broken)),
        // No one groups behind a leading zero, and no one writes one before decimals.
        (_, 3) if whole.starts_with('0') => None,
        (1..=3, 3) => Some(Size::Two(value(&format!("{whole}{fraction}"), "")?, broken)),
        _ => Some(Size::One(broken)),
    }
}

/// The digits of `number` without `mark`, if it parts groups of three.
fn grouped(number: &str, mark: char) -> Option<String> {
    let mut groups = number.split(mark);
    let first = groups.next()?;
    let begins = (1..=3).contains(&first.len()) && !first.starts_with('0');
    (begins && groups.all(|group| group.len() == 3)).then(|| number.replace(mark, ""))
}

/// The number with these digits; `None` for other characters or too many significant digits.
pub(super) fn value(whole: &str, fraction: &str) -> Option<Decimal> {
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_start_matches('0').len();
    if !digits.bytes().all(|b| b.is_ascii_digit()) || significant > MOST_DIGITS {
        return None;
    }
    let scale = u32::try_from(fraction.len()).ok()?;
    let mantissa: i128 = digits.parse().ok()?;
    Decimal::try_from_i128_with_scale(mantissa, scale).ok().map(|value| value.normalize())
}

/// Whether `c` may stand inside the digits of a number.
pub(super) fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')
}
