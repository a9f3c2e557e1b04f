//! The printed figures that a person means by a number copied from a paper.

use rust_decimal::Decimal;

use crate::inspect::story::Teller;
use crate::inspect::wording;
use crate::model::ledger::Ledger;
use crate::model::ledger::PrintedAt;
use crate::model::ledger::Spot;
use crate::text::normal;
use crate::text::number;
use crate::text::typed;
use crate::text::typed::Suffix;
use crate::text::typed::Typed;

/// Printed figures that bear a number, those printed in just these words if there are any; else those
/// that print the same number (`25493`, `25,493`), else those whose value it is (behind `gần 60.000`
/// stands 59.812).
#[must_use]
pub fn find<'a>(ledger: &'a Ledger, teller: &Teller<'_>, wanted: &str) -> Vec<&'a PrintedAt> {
    let wanted = normal::clean(wanted);
    let all = || ledger.printed.iter();
    let same_words: Vec<&PrintedAt> = all().filter(|it| says(&it.text, &wanted)).collect();
    if !same_words.is_empty() {
        return same_words;
    }
    let readings = readings(&wanted);
    let written: Vec<String> = readings.iter().map(|it| number::plain(*it)).collect();
    let prints = |it: &&PrintedAt| {
        wording::digits(&it.text).is_some_and(|it| written.iter().any(|one| one == it))
    };
    let same_number: Vec<&PrintedAt> = all().filter(prints).collect();
    if !same_number.is_empty() {
        return same_number;
    }
    let is_value =
        |it: &&PrintedAt| teller.value(&it.figure).is_some_and(|it| readings.contains(&it));
    all().filter(is_value).collect()
}

/// Whether printed words are these, or begin or end with the number that was copied alone.
fn says(printed: &str, wanted: &str) -> bool {
    let printed = normal::clean(printed);
    printed == wanted || wording::digits(&printed) == Some(wanted)
}

/// What a typed number may mean: `25.493` is a whole number or one with decimals.
fn readings(typed: &str) -> Vec<Decimal> {
    let plain = |it: &Suffix| matches!(it, Suffix::Nothing | Suffix::Percent | Suffix::Dong);
    match typed::read(typed) {
        Typed::One(value, suffix) if plain(&suffix) => vec![value],
        Typed::Two(larger, smaller, suffix) if plain(&suffix) => vec![larger, smaller],
        Typed::One(value, Suffix::Words(_)) => vec![value],
        Typed::Two(larger, smaller, Suffix::Words(_)) => vec![larger, smaller],
        _ => Vec::new(),
    }
}

/// The figures of one file and, if one is named, of one page, in reading order.
#[must_use]
pub fn of_document(mut ledger: Ledger, document: &str, page: Option<usize>) -> Ledger {
    let on_page = |it: &PrintedAt| match (page, &it.spot) {
        (None, _) => true,
        (Some(page), Some(Spot::Page { page: it })) => *it == page,
        (Some(_), _) => false,
    };
    ledger.printed.retain(|it| it.document == document && on_page(it));
    ledger
}
