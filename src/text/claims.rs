//! Figures that a sentence claims: `kết nạp mới 1.397 đoàn viên`, `gần 40 tỷ đồng`, and rises and
//! falls told with both ends. Years, dates, ordinals, terms, symbols of papers and percentages are
//! no figures (domain 4.3). Careful by intent: what is not plainly a figure is passed over.

mod mention;
mod number;

use rust_decimal::Decimal;

use crate::text::claims::number::Number;
use crate::text::claims::number::last_words;
use crate::text::claims::number::numbers;
use crate::text::fold;

pub use mention::Mention;
pub use mention::mentions;
pub use mention::years;

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

/// How far a hedged figure may lie from what is meant, in parts of a hundred.
const HEDGED: i64 = 10;

/// How many characters before and behind a figure say what it is of.
const AROUND: usize = 80;

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
    // `12.297.344, giảm 3.665.175, còn 8.642.169`: the end stands right behind.
    let left = |it: &Number<'_>| {
        let folded = fold::fold(it.between);
        ["con", "xuongcon", "lenthanh", "conlai"].iter().any(|it| *it == folded)
    };
    let (difference, from, to) = if moved(one) && ends(two, three) {
        (one, two, three)
    } else if ends(one, two) && moved(three) {
        (three, one, two)
    } else if moved(two) && left(three) && [one, two, three].iter().all(|it| it.is_grouped) {
        (two, one, three)
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

#[cfg(test)]
mod tests;
