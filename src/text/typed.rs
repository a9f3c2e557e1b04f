//! Numbers that a person typed as text (domain 7.3). What has two readings is given as two;
//! what is not plainly a number is refused, with the reason where it is plain. Nothing is guessed.

mod compound;
mod digits;
mod words;

use rust_decimal::Decimal;

use crate::text::normal::clean;
use crate::text::typed::digits::Size;

/// The longest text that is read, in characters.
const LONGEST: usize = 64;

/// What a typed text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// One number, and what stood behind it.
    One(Decimal, Suffix),
    /// Two readings, the one of the larger size first: `25.493` is a whole number or one with
    /// decimals; `1 tỷ 2` is 1,2 tỷ or 1 tỷ and 2 đồng.
    Two(Decimal, Decimal, Suffix),
    /// A figure that is said to be about right (`gần 9.692`, `240 trở lên`): not the figure.
    Hedged,
    /// A mark that stands for nothing or for "not known" (`-`, `x`, `chưa có`): zero or blank?
    Unclear,
    /// Several numbers (`10-12`, `5+3`, `1/2`, a date).
    Several,
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
    /// Units of money one behind another, such as `15 tỷ 600 triệu`; the number is in đồng.
    Dong,
    /// Words without digits, such as a unit (`CĐCS`, `tỷ`). Whoever asks must know them before
    /// using the number.
    Words(String),
}

impl Typed {
    /// The same text where only whole numbers can be meant: of `25.493` the whole one is left.
    #[must_use]
    pub fn whole(self) -> Self {
        match self {
            Self::Two(larger, smaller, suffix) if is_group(larger, smaller, &suffix) => {
                Self::One(larger, suffix)
            }
            other => other,
        }
    }
}

/// Whether the two readings differ by what a point or comma means.
fn is_group(larger: Decimal, smaller: Decimal, suffix: &Suffix) -> bool {
    *suffix != Suffix::Dong && smaller.checked_mul(Decimal::ONE_THOUSAND) == Some(larger)
}

/// Reads a typed number in Vietnamese (`1.234,5`) or English (`1,234.5`) writing, with spaces
/// between thousands, a sign, the parentheses of accounting for a negative number, a power of ten
/// as Excel shows it (`1,5E+6`), or words of money (`15 tỷ 600 triệu`).
pub fn read(text: &str) -> Typed {
    let text = plain_ascii(&clean(text));
    if text.chars().count() > LONGEST {
        return Typed::None;
    }
    if words::say_none(&text) {
        return Typed::One(Decimal::ZERO, Suffix::Nothing);
    }
    if words::are_unclear(&text) {
        return Typed::Unclear;
    }
    if words::hedge(&text) {
        return Typed::Hedged;
    }
    readings(&text).or_else(|| compound::read(&text)).unwrap_or_else(|| refusal(&text))
}

/// The readings of one number and what stands behind it; `None` for anything else.
fn readings(text: &str) -> Option<Typed> {
    let (negative, body) = sign(text)?;
    let signed = |size: Decimal| if negative && !size.is_zero() { -size } else { size };
    if let Some(value) = digits::scientific(body) {
        return Some(Typed::One(signed(value), Suffix::Nothing));
    }
    let end = body.find(|c: char| !digits::is_of_number(c)).unwrap_or(body.len());
    let (number, rest) = body.split_at(end);
    let suffix = suffix(number, rest)?;
    if text.starts_with('(') && matches!(suffix, Suffix::Words(_)) {
        return None;
    }
    Some(match digits::size(number.trim_end())? {
        Size::One(value) => Typed::One(signed(value), suffix),
        Size::Two(whole, broken) => Typed::Two(signed(whole), signed(broken), suffix),
    })
}

/// Why a text that is no number is none.
fn refusal(text: &str) -> Typed {
    let numbers = text
        .split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .filter(|it| it.contains(|c: char| c.is_ascii_digit()));
    if numbers.count() > 1 { Typed::Several } else { Typed::None }
}

/// Full-width signs as ASCII, every kind of minus as a hyphen, without the apostrophe by which
/// Excel marks text. Digits of other scripts stay what they are and are refused: no keyboard of an
/// office here writes them, and some are written from right to left.
fn plain_ascii(text: &str) -> String {
    let ascii = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => {
            u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c)
        }
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        other => other,
    };
    let text: String = text.chars().map(ascii).collect();
    text.strip_prefix(['\'', '’']).unwrap_or(&text).trim_start().to_owned()
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
    let begins_well = rest.starts_with(['(', '₫', 'đ', 'Đ']) || letters >= least;
    let has_digit = rest.chars().any(char::is_numeric);
    (begins_well && !has_digit).then(|| Suffix::Words(rest.to_owned()))
}

#[cfg(test)]
mod table;
#[cfg(test)]
mod tests;
