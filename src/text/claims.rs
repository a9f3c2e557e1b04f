//! Figures that a sentence claims: `kết nạp mới 1.397 đoàn viên`, `gần 40 tỷ đồng`, and rises and
//! falls told with both ends. Years, dates, ordinals, terms, symbols of papers and percentages are
//! no figures (domain 4.3). Careful by intent: what is not plainly a figure is passed over.

use rust_decimal::Decimal;

use crate::text::fold;

/// A figure as a sentence claims it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// As written, with its words of scale: `16,2 tỷ đồng`.
    pub text: String,
    /// The number; money in đồng.
    pub value: Decimal,
    /// Whether it is an amount of money.
    pub is_money: bool,
    /// How the sentence rounds it.
    pub hedge: Hedge,
    /// The words around it, which say what it is of.
    pub around: String,
    /// Half a unit of the last digit written, at its scale.
    half: Decimal,
}

/// How a sentence rounds a figure (domain 0.10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedge {
    /// Not at all.
    Exact,
    /// `gần`: what is meant is less.
    Below,
    /// `hơn`, `trên`: what is meant is more.
    Above,
    /// `khoảng`: either.
    Around,
}

/// A rise or a fall with both of its ends: `giảm 3.665.175 (từ 12.297.344 xuống còn 8.642.169)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The difference as written.
    pub difference: String,
    /// Where it began.
    pub from: String,
    /// Where it ended.
    pub to: String,
    /// What the two ends give, at the scale of the difference.
    pub computed: Decimal,
    /// Whether the difference is the one that the ends give, as exactly as they are written.
    pub holds: bool,
}

/// A number in a text, before anybody judged what it is.
struct Number<'a> {
    /// From the first digit past the words of scale.
    text: &'a str,
    /// The text between the number before and this one.
    between: &'a str,
    value: Decimal,
    half: Decimal,
    /// What its words of scale multiply it by; `None` without such words.
    scale: Option<Decimal>,
    is_grouped: bool,
    is_money: bool,
    /// Whether it is a percentage, a part of a symbol or a date, or counts time.
    is_other: bool,
}

/// How far a hedged figure may lie from what is meant, in parts of a hundred.
const HEDGED: i64 = 10;

/// The most characters of a number; a longer one is no figure, and a [`Decimal`] has its bounds.
const LONGEST: usize = 16;

/// The largest factor of words of scale, nghìn tỷ.
const LARGEST: i64 = 1_000_000_000_000;

/// How many characters before and behind a figure say what it is of.
const AROUND: usize = 80;

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

impl Claim {
    /// The least and the most that can be meant.
    #[must_use]
    pub fn range(&self) -> [Decimal; 2] {
        let part = self.value * Decimal::new(HEDGED, 2);
        let (below, above) = match self.hedge {
            Hedge::Exact => (Decimal::ZERO, Decimal::ZERO),
            Hedge::Below => (part, Decimal::ZERO),
            Hedge::Above => (Decimal::ZERO, part),
            Hedge::Around => (part, part),
        };
        [self.value - below - self.half, self.value + above + self.half]
    }
}

/// Every figure of at least a hundred that is written as one: with points between thousands, or
/// with words of scale or money behind it.
#[must_use]
pub fn claims(text: &str) -> Vec<Claim> {
    let is_claim = |it: &Number<'_>| {
        let written = it.is_grouped || it.scale.is_some() || it.is_money;
        written && !it.is_other && it.value >= Decimal::ONE_HUNDRED
    };
    numbers(text)
        .into_iter()
        .filter(is_claim)
        .map(|it| Claim {
            text: it.text.to_owned(),
            value: it.value,
            is_money: it.is_money,
            hedge: hedge(it.between),
            around: around(text, it.text),
            half: it.half,
        })
        .collect()
}

/// Every rise or fall that is told with both of its ends, and without a hedge.
#[must_use]
pub fn changes(text: &str) -> Vec<Change> {
    let numbers = numbers(text);
    numbers.windows(3).filter_map(|three| change(&three[0], &three[1], &three[2])).collect()
}

fn change(one: &Number<'_>, two: &Number<'_>, three: &Number<'_>) -> Option<Change> {
    let moved = |it: &Number<'_>| last_words(it.between, 3).iter().any(|it| MOVES.contains(&&**it));
    let ends = |from: &Number<'_>, to: &Number<'_>| {
        let starts = last_words(from.between, 1) == ["tu"];
        starts && last_words(to.between, 3).iter().any(|it| ENDS.contains(&&**it))
    };
    let (difference, from, to) = if moved(one) && ends(two, three) {
        (one, two, three)
    } else if ends(one, two) && moved(three) {
        (three, one, two)
    } else {
        return None;
    };
    let of_change = [difference, from, to];
    let exact = of_change.iter().all(|it| hedge(it.between) == Hedge::Exact && !it.is_other);
    let one_scale = of_change.iter().all(|it| it.scale == difference.scale);
    if !exact || !one_scale || (is_year(from) && is_year(to)) || is_new_sentence(&of_change) {
        return None;
    }
    let computed = (from.value - to.value).abs();
    let scale = difference.scale.unwrap_or(Decimal::ONE);
    let tolerance = match difference.scale {
        None => Decimal::ZERO,
        Some(_) => of_change.iter().map(|it| it.half).sum(),
    };
    Some(Change {
        difference: difference.text.to_owned(),
        from: from.text.to_owned(),
        to: to.text.to_owned(),
        computed: computed.checked_div(scale)?.normalize(),
        holds: (computed - difference.value).abs() <= tolerance,
    })
}

/// Words that say which way a figure moved.
const MOVES: [&str; 2] = ["giam", "tang"];

/// Words before the end of a rise or fall.
const ENDS: [&str; 4] = ["xuong", "con", "len", "den"];

fn is_year(number: &Number<'_>) -> bool {
    let years = Decimal::from(1900)..=Decimal::from(2100);
    !number.is_grouped && number.scale.is_none() && years.contains(&number.value)
}

/// Whether a sentence ends between the first and the last of three numbers in a row.
fn is_new_sentence(numbers: &[&Number<'_>]) -> bool {
    let mut ordered: Vec<&&Number<'_>> = numbers.iter().collect();
    ordered.sort_by_key(|it| it.text.as_ptr() as usize);
    ordered[1..].iter().any(|it| it.between.contains(". ") || it.between.contains(';'))
}

/// The words before and behind a part of `text`.
fn around(text: &str, part: &str) -> String {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    let before: Vec<char> = text[..start].chars().rev().take(AROUND).collect();
    let behind = text[start + part.len()..].chars().take(AROUND);
    before.into_iter().rev().chain(behind).collect()
}

fn hedge(between: &str) -> Hedge {
    match last_words(between, 1).first().map(String::as_str) {
        Some("gan") => Hedge::Below,
        Some("hon" | "tren") => Hedge::Above,
        Some("khoang" | "duoi" | "chung" | "uoc") => Hedge::Around,
        _ => Hedge::Exact,
    }
}

/// The last words of a text, folded.
fn last_words(text: &str, count: usize) -> Vec<String> {
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

fn numbers(text: &str) -> Vec<Number<'_>> {
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
fn next_word(text: &str, end: usize) -> Option<(&str, usize)> {
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

#[cfg(test)]
mod tests;
