//! Numbers as a text writes them: digits, words of scale and money, and what makes one no figure.

use rust_decimal::Decimal;

use crate::text::fold;

/// A number in a text, before anybody judged what it is.
pub(super) struct Number<'a> {
    /// From the first digit past the words of scale.
    pub(super) text: &'a str,
    /// The text between the number before and this one.
    pub(super) between: &'a str,
    pub(super) value: Decimal,
    pub(super) half: Decimal,
    /// What its words of scale multiply it by; `None` without such words.
    pub(super) scale: Option<Decimal>,
    pub(super) is_grouped: bool,
    pub(super) is_money: bool,
    /// Whether it is a percentage, a part of a symbol or a date, or counts time.
    pub(super) is_other: bool,
}

/// The most characters of a number; a longer one is no figure, and a [`Decimal`] has its bounds.
const LONGEST: usize = 16;

/// The largest factor of words of scale, nghìn tỷ.
const LARGEST: i64 = 1_000_000_000_000;

/// Papers whose number is no figure.
const PAPERS: [&str; 11] = [
    "quyetdinh",
    "nghidinh",
    "nghiquyet",
    "kehoach",
    "huongdan",
    "congvan",
    "thongtu",
    "chithi",
    "ketluan",
    "baocao",
    "luat",
];

/// Words behind a number that counts time or points, no figure of an indicator.
const TIMES: [&str; 7] = ["nam", "thang", "ngay", "gio", "phut", "tuoi", "diem"];

/// The last words of a text, folded.
pub(super) fn last_words(text: &str, count: usize) -> Vec<String> {
    let words: Vec<&str> = text.split(|it: char| !it.is_alphanumeric()).collect();
    let mut last: Vec<String> = words
        .iter()
        .rev()
        .filter(|it| !it.is_empty())
        .take(count)
        .map(|it| fold::fold(it))
        .collect();
    last.reverse();
    last
}

/// Every number of a text, in order.
pub(super) fn numbers(text: &str) -> Vec<Number<'_>> {
    let mut found = Vec::new();
    let (mut at, mut after) = (0, 0);
    while let Some(start) = text[at..].find(|it: char| it.is_ascii_digit()).map(|it| at + it) {
        let end = end_of_digits(text, start);
        at = end;
        let Some(plain) = plain(&text[start..end]) else { continue };
        let number = with_words(text, start, end, plain, &text[after..start]);
        at = start + number.text.len();
        after = at;
        found.push(number);
    }
    found
}

/// Where a run of digits ends; points and commas belong to it between digits only.
fn end_of_digits(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while is_digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1)) {
        end += 1;
    }
    end
}

/// Digits as they were written: the number, its decimals, and whether points stand between
/// thousands.
struct Plain {
    value: Decimal,
    decimals: u32,
    is_grouped: bool,
}

/// The number that digits write in the Vietnamese way, if they do.
fn plain(digits: &str) -> Option<Plain> {
    let (whole, fraction) = digits.split_once(',').unwrap_or((digits, ""));
    let mut groups = whole.split('.');
    let first = groups.next()?.len();
    let is_grouped = whole.contains('.');
    let well_grouped = !is_grouped || (first <= 3 && groups.all(|it| it.len() == 3));
    if !well_grouped || fraction.contains(['.', ',']) || digits.len() > LONGEST {
        return None;
    }
    let machine = format!("{}.{fraction}", whole.replace('.', ""));
    let value = machine.trim_end_matches('.').parse().ok()?;
    Some(Plain { value, decimals: u32::try_from(fraction.len()).ok()?, is_grouped })
}

/// A number with the words of scale and money behind it: `15 tỷ 600 triệu đồng`.
fn with_words<'a>(
    text: &'a str,
    start: usize,
    end: usize,
    plain: Plain,
    between: &'a str,
) -> Number<'a> {
    let mut end = end;
    let mut scale = Decimal::ONE;
    while let Some((power, next)) = scale_word(text, end) {
        if scale * power > Decimal::from(LARGEST) {
            break;
        }
        scale *= power;
        end = next;
    }
    let half = Decimal::new(5, plain.decimals + 1) * scale;
    let (mut value, mut half) = (plain.value * scale, half);
    let is_scaled = scale > Decimal::ONE;
    if let Some((more, finer, next)) = is_scaled.then(|| remainder(text, end, scale)).flatten() {
        (value, half, end) = (value + more, finer, next);
    }
    let currency = next_word(text, end).filter(|(word, _)| fold::fold(word) == "dong");
    // `850 đồng chí` are comrades.
    let currency = currency
        .filter(|(_, next)| next_word(text, *next).is_none_or(|it| fold::fold(it.0) != "chi"));
    if let Some((_, next)) = currency {
        end = next;
    }
    let is_other =
        is_part_of_symbol(text, start, end) || is_of_paper(between) || counts_time(text, end);
    Number {
        text: &text[start..end],
        between,
        value,
        half,
        scale: is_scaled.then_some(scale),
        is_grouped: plain.is_grouped,
        is_money: currency.is_some(),
        // `25,493` may be English for 25.493.
        is_other: is_other || (plain.decimals == 3 && !plain.is_grouped && !is_scaled),
    }
}

/// The rest of a number in two scales: ` 600 triệu` behind `15 tỷ`, with half its last digit.
fn remainder(text: &str, end: usize, scale: Decimal) -> Option<(Decimal, Decimal, usize)> {
    let rest = text[end..].strip_prefix(' ')?;
    let start = end + 1;
    if !rest.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let digits = end_of_digits(text, start);
    let plain = plain(&text[start..digits])?;
    let (power, next) = scale_word(text, digits)?;
    let half = Decimal::new(5, plain.decimals + 1) * power;
    (power < scale).then_some((plain.value * power, half, next))
}

/// A word of scale behind `end`: its factor, and where it ends.
fn scale_word(text: &str, end: usize) -> Option<(Decimal, usize)> {
    let (word, next) = next_word(text, end)?;
    let power = match fold::fold(word).as_str() {
        "nghin" | "ngan" => 1_000,
        "trieu" => 1_000_000,
        // `85 tỷ lệ` is no amount.
        "ty" | "ti" if next_word(text, next).is_none_or(|it| fold::fold(it.0) != "le") => {
            1_000_000_000_i64
        }
        _ => return None,
    };
    Some((Decimal::from(power), next))
}

/// The word behind `end`, with at most one space between, and where it ends.
pub(super) fn next_word(text: &str, end: usize) -> Option<(&str, usize)> {
    let rest = &text[end..];
    let body = rest.strip_prefix(' ').unwrap_or(rest);
    let length = body.find(|it: char| !it.is_alphabetic()).unwrap_or(body.len());
    let from = end + (rest.len() - body.len());
    (length > 0).then(|| (&body[..length], from + length))
}

/// Whether a number is a percentage, or stands in a symbol, a date or a range: `02-NQ/TW`.
fn is_part_of_symbol(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let joined = |it: char| it.is_alphanumeric() || matches!(it, '/' | '-' | '–' | '.' | ',');
    let behind = text[end..].trim_start_matches(' ').chars().next();
    let right_behind = text[end..].chars().next();
    before.is_some_and(joined)
        || behind == Some('%')
        || right_behind.is_some_and(|it| it.is_alphabetic() || matches!(it, '/' | '-' | '–'))
}

/// Whether a number is that of a paper, or an ordinal: `Quyết định số 1.454`, `lần thứ`, `khóa`.
fn is_of_paper(between: &str) -> bool {
    match last_words(between, 3).as_slice() {
        [.., last] if ["thu", "khoa", "dieu", "nam", "ngay", "thang"].contains(&last.as_str()) => {
            true
        }
        [one, two, last] => last == "so" && PAPERS.contains(&format!("{one}{two}").as_str()),
        _ => false,
    }
}

fn counts_time(text: &str, end: usize) -> bool {
    next_word(text, end).is_some_and(|(word, _)| TIMES.contains(&fold::fold(word).as_str()))
}
