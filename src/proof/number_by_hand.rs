//! `number-by-hand` and `two-figures`: an amount that somebody typed, which is no figure of the
//! campaign; the second where the words say of which figure it speaks, and that one is another.

use crate::finding::fact::Named;
use crate::finding::fact::paper::Slip;
use crate::model::catalogue::Indicator;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::proof::Look;
use crate::proof::paper::At;
use crate::proof::paper::Kind;
use crate::proof::paper::Passage;
use crate::text::claims;
use crate::text::claims::Mention;
use crate::text::fold;
use crate::text::money;
use crate::text::money::MoneyUnit;
use crate::text::number;

/// Words of a sentence that speaks of the whole country.
const OTHERS: [&str; 3] = ["canuoc", "toanquoc", "cahethongcongdoan"];

/// Characters before and behind an amount that say what it is of.
const BESIDE: usize = 40;

pub(super) fn find(look: &Look<'_>, slips: &mut Vec<(Slip, At)>) {
    for (index, passage) in look.paper.numbered().filter(|(_, it)| it.kind != Kind::Basis) {
        for mention in claims::mentions(&passage.text) {
            let at = At { passage: index, range: mention.at.clone() };
            let is_typed = passage.is_typed(&at.range);
            let is_others = speaks_of_others(passage, &at);
            if !is_typed || is_others || look.known.hold(&mention.claim) {
                continue;
            }
            // What the program worded itself stands in no file.
            if look.sources.line(passage, &at.range).is_some() {
                slips.push((slip(look, passage, &mention), at));
            }
        }
    }
}

/// Whether a sentence speaks of more than the cluster, whose figures nobody sent.
fn speaks_of_others(passage: &Passage, at: &At) -> bool {
    let sentence = fold::fold(passage.sentence(&at.range));
    OTHERS.iter().any(|it| sentence.contains(it))
}

fn slip(look: &Look<'_>, passage: &Passage, mention: &Mention) -> Slip {
    let number = mention.claim.text.clone();
    match subject(look, passage, mention) {
        Some((figure, printed)) => Slip::TwoFigures { number, figure, printed },
        None => Slip::NumberByHand { number },
    }
}

/// The one figure of the cluster that the words around an amount name, with its value; none where
/// they name several, or another year.
fn subject(look: &Look<'_>, passage: &Passage, mention: &Mention) -> Option<(Named, String)> {
    let year = look.context.campaign.period.year;
    let other_year = claims::years(passage.sentence(&mention.at)).iter().any(|it| it.year != year);
    if other_year || mention.is_percent {
        return None;
    }
    let around = fold::fold(&beside(&passage.text, mention));
    let catalogue = look.context.catalogue;
    let named = |id: &IndicatorId| {
        let indicator = &catalogue[*id];
        is_money(indicator) == mention.claim.is_money && is_named(&around, indicator)
    };
    let mut named = catalogue.ids().filter(named);
    let (id, None) = (named.next()?, named.next()) else { return None };
    let figure = FigureId { indicator: id, measure: Measure::Actual, owner: Owner::Cluster };
    let value = look.context.results.dataset.figure(figure).value?;
    let indicator = &catalogue[id];
    let printed = if is_money(indicator) { money::money(value) } else { number::plain(value) };
    Some((Named { code: indicator.code.clone(), name: indicator.name.clone() }, printed))
}

fn is_money(indicator: &Indicator) -> bool {
    MoneyUnit::from_label(&indicator.unit).is_some()
}

/// Whether folded words hold the whole name of an indicator.
fn is_named(around: &str, indicator: &Indicator) -> bool {
    let mut names =
        std::iter::once(&indicator.name).chain(&indicator.aliases).map(|it| fold::fold(it));
    names.any(|it| it.len() > 8 && around.contains(&it))
}

fn beside(text: &str, mention: &Mention) -> String {
    let before: Vec<char> = text[..mention.at.start].chars().rev().take(BESIDE).collect();
    let behind = text[mention.at.end..].chars().take(BESIDE);
    before.into_iter().rev().chain([' ']).chain(behind).collect()
}
