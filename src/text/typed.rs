//! Numbers that a person typed as text (domain 7.3). What has two readings is given as two;
//! what is not plainly a number is refused. Nothing is guessed.

use rust_decimal::Decimal;

use crate::text::normal::clean;

/// The longest text that is read, in characters.
const LONGEST: usize = 64;

/// What Excel keeps of a number; more digits than these were never a count or an amount.
const MOST_DIGITS: usize = 15;

/// What a typed text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// One number, and what stood behind it.
    One(Decimal, Suffix),
    /// Two readings of `25.493`: the whole number, then the one with decimals.
    Two(Decimal, Decimal),
    /// Not a number, or not plainly one.
    None,
}

/// What stands behind a typed number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suffix {
    /// Nothing.
    Nothing,
    /// A percent sign; the number is as typed, so `85%` is 85.
    Percent,
    /// Words without digits, such as a unit (`CĐCS`, `tỷ`) or a remark (`trở lên`). Whoever asks
    /// must know them before using the number.
    Words(String),
}

/// The readings of a number without its sign.
enum Size {
    One(Decimal),
    Two(Decimal, Decimal),
}

/// Reads a typed number in Vietnamese (`1.234,5`) or English (`1,234.5`) writing, with spaces
/// between thousands, a sign, or the parentheses of accounting for a negative number.
///
/// `25.493` alone can be read in two ways. Where decimals are not allowed (a count) only the
/// whole number is left. Where they are, a `%` or words behind such a number make it `None`,
/// since a pair of readings cannot carry them.
pub fn read(text: &str, decimals_allowed: bool) -> Typed {
    let text = plain_ascii(&clean(text));
    if text.chars().count() > LONGEST {
        return Typed::None;
    }
    readings(&text, decimals_allowed).unwrap_or(Typed::None)
}

/// The body of [`read`], with `None` for what is not a number.
fn readings(text: &str, decimals_allowed: bool) -> Option<Typed> {
    let (negative, body) = sign(text)?;
    let end = body.find(|c: char| !is_of_number(c)).unwrap_or(body.len());
    let (number, rest) = body.split_at(end);
    let suffix = suffix(number, rest)?;
    let in_parentheses = text.starts_with('(');
    if in_parentheses && matches!(suffix, Suffix::Words(_)) {
        return None;
    }
    let signed = |size: Decimal| if negative && !size.is_zero() { -size } else { size };
    match (size(number.trim_end())?, suffix) {
        (Size::One(value), suffix) => Some(Typed::One(signed(value), suffix)),
        (Size::Two(whole, _), suffix) if !decimals_allowed => {
            Some(Typed::One(signed(whole), suffix))
        }
        (Size::Two(whole, broken), Suffix::Nothing) => {
            Some(Typed::Two(signed(whole), signed(broken)))
        }
        (Size::Two(..), _) => None,
    }
}

/// Full-width signs as ASCII, every kind of minus as a hyphen, without the apostrophe by which
/// Excel marks text.
fn plain_ascii(text: &str) -> String {
    let ascii = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => {
            u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c)
        }
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        other => other,
    };
    let text: String = text.chars().map(ascii).collect();
    text.strip_prefix(['\'', '’']).unwrap_or(&text).to_owned()
}

/// Whether the number is negative, and what is left without its sign. A sign and parentheses
/// exclude each other, and a sign stands right before its number: `- 5` is an item of a list.
fn sign(text: &str) -> Option<(bool, &str)> {
    let (negative, body) = match text.chars().next()? {
        '(' => (true, text.strip_prefix('(')?.strip_suffix(')')?.trim()),
        '-' => (true, &text[1..]),
        '+' => (false, &text[1..]),
        _ => (false, text),
    };
    body.starts_with(|c: char| c.is_ascii_digit()).then_some((negative, body))
}

/// What stands behind the number: nothing, one `%`, or words. A lone letter glued to a number
/// (`1a`, `5x`) is a code, except the sign of đồng.
fn suffix(number: &str, rest: &str) -> Option<Suffix> {
    match rest {
        "" => return Some(Suffix::Nothing),
        "%" => return Some(Suffix::Percent),
        _ => {}
    }
    let letters = rest.chars().take_while(|c| c.is_alphabetic()).count();
    let least = if number.ends_with(' ') { 1 } else { 2 };
    let begins_well = rest.starts_with(['(', '₫', 'đ']) || letters >= least;
    let has_digit = rest.chars().any(char::is_numeric);
    (begins_well && !has_digit).then(|| Suffix::Words(rest.to_owned()))
}

/// The readings of digits and separators.
fn size(number: &str) -> Option<Size> {
    let marks: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    match marks.as_slice() {
        [] => value(number, "").map(Size::One),
        [mark @ ('.' | ',')] => {
            let (whole, fraction) = number.split_once(*mark)?;
            one_mark(whole, fraction)
        }
        [first, middle @ .., last] if first != last && middle.iter().all(|mark| mark == first) => {
            let (whole, fraction) = number.rsplit_once(['.', ','])?;
            // With a space last, the cut falls on the first mark and the fraction is refused.
            value(&grouped(whole, *first)?, fraction).map(Size::One)
        }
        [first, rest @ ..] if rest.iter().all(|mark| mark == first) => {
            value(&grouped(number, *first)?, "").map(Size::One)
        }
        _ => None,
    }
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
fn value(whole: &str, fraction: &str) -> Option<Decimal> {
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
fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | ' ')
}

#[cfg(test)]
mod tests;
