//! `hedge-lies`: "gần" before what is not less, "hơn" before what is not more (domain 0.10). A figure
//! that is printed to the last digit needs no hedge at all: "gần 9.692" is nonsense.

use rust_decimal::Decimal;

use crate::finding::fact::paper::Slip;
use crate::proof::Look;
use crate::proof::paper::At;
use crate::proof::paper::Passage;
use crate::text::claims;
use crate::text::claims::Hedge;
use crate::text::claims::Mention;
use crate::text::fold;
use crate::text::money;
use crate::text::number;

/// Words before `hơn` with which it compares two things: `cao hơn 5 điểm`.
const COMPARES: [&str; 12] =
    ["cao", "thap", "nhieu", "it", "lon", "nho", "tot", "manh", "som", "nhanh", "tang", "giam"];

/// A number from here on that is written to the last digit is exact whatever it is of.
const EXACT: i64 = 1_000;

pub(super) fn find(look: &Look<'_>, slips: &mut Vec<(Slip, At)>) {
    for (index, passage) in look.paper.numbered() {
        for mention in claims::mentions(&passage.text) {
            let before = &passage.text[..mention.at.start];
            let is_hedged = mention.claim.hedge != Hedge::Exact && !compares(before);
            if !is_hedged || passage.is_quoted(&mention.at) {
                continue;
            }
            let slip = match printed(look, passage, &mention) {
                Some(value) => lie(&mention, value),
                None => (passage.is_typed(&mention.at) && is_exact(look, &mention))
                    .then(|| slip(&mention, mention.claim.text.clone())),
            };
            let at = At { passage: index, range: with_hedge(before, &mention) };
            slips.extend(slip.map(|it| (it, at)));
        }
    }
}

/// The value of the figure that is printed at this place.
fn printed(look: &Look<'_>, passage: &Passage, mention: &Mention) -> Option<Decimal> {
    let touches = |range: &std::ops::Range<usize>| {
        range.start <= mention.at.start && mention.at.start < range.end
    };
    let (_, figure) = passage.figures.iter().find(|(range, _)| touches(range))?;
    look.context.results.value(*figure).map(|it| it.abs())
}

/// A hedge before a printed figure that is not what its words say.
fn lie(mention: &Mention, value: Decimal) -> Option<Slip> {
    let shown = mention.claim.value;
    let is_true = match mention.claim.hedge {
        Hedge::Exact => true,
        Hedge::Below => value < shown,
        Hedge::Above => value > shown,
        Hedge::Around => value != shown,
    };
    // A derived figure may be printed as its absolute value in other words.
    let is_same = (value - shown).abs() * Decimal::TEN <= shown;
    let words = || if mention.claim.is_money { money::money(value) } else { number::plain(value) };
    (!is_true && is_same).then(|| slip(mention, words()))
}

/// Whether a typed number is exact: written to a last digit that is no nought, and large, or just
/// the value of a figure.
fn is_exact(look: &Look<'_>, mention: &Mention) -> bool {
    let value = mention.claim.value;
    let is_round = (value % Decimal::TEN).is_zero();
    let is_large = value >= Decimal::from(EXACT);
    let is_figure = value >= Decimal::ONE_HUNDRED && look.known.hold_exactly(value);
    mention.is_precise && !mention.is_percent && !is_round && (is_large || is_figure)
}

fn slip(mention: &Mention, value: String) -> Slip {
    Slip::HedgeLies { hedge: mention.claim.hedge, number: mention.claim.text.clone(), value }
}

/// Whether the hedge before a number compares two things.
fn compares(before: &str) -> bool {
    let words: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    let [hedge, word] = words.as_slice() else { return false };
    fold::fold(hedge) == "hon" && COMPARES.contains(&fold::fold(word).as_str())
}

/// The place with the word before it.
fn with_hedge(before: &str, mention: &Mention) -> std::ops::Range<usize> {
    let start = before
        .trim_end()
        .rfind(char::is_whitespace)
        .map_or(0, |it| it + before[it..].chars().next().map_or(1, char::len_utf8));
    start..mention.at.end
}
