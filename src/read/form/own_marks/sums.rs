//! Sums that a unit typed, held against the points of its criteria.

use rust_decimal::Decimal;

use crate::finding::fact::marks::MarkFact;
use crate::model::criteria::CriterionKind;
use crate::model::id::CriterionId;
use crate::model::place::Address;
use crate::read::form::own_marks::Reader;

/// A row that adds others up.
pub(super) struct Sum {
    pub(super) label: String,
    /// The group above it, or that it heads.
    pub(super) group: Option<usize>,
    /// Whether it is the sum of everything.
    pub(super) is_total: bool,
    pub(super) typed: Decimal,
    pub(super) at: Address,
}

/// Reports sums that their criteria do not make. Offices add up with and without bonus and penalty: a
/// sum that is right in one of these ways is right.
pub(super) fn report(sums: &[Sum], reader: &mut Reader<'_>) {
    let totals = totals(reader);
    for sum in sums {
        let own = sum.group.and_then(|group| of_group(reader, group));
        let known: Vec<Decimal> = totals.iter().flatten().copied().chain(own).collect();
        let expected = if sum.is_total { totals.last().copied().flatten() } else { own };
        let Some(expected) = expected else { continue };
        if !known.contains(&sum.typed) {
            let label = sum.label.clone();
            let fact = MarkFact::SumDiffers { label, typed: sum.typed, sum: expected };
            reader.found(fact, sum.at);
        }
    }
}

/// The sum of a group; `None` while points that it needs are not there.
fn of_group(reader: &Reader<'_>, group: usize) -> Option<Decimal> {
    sum(reader, &reader.criteria.of_group(group).collect::<Vec<_>>())
}

fn sum(reader: &Reader<'_>, ids: &[CriterionId]) -> Option<Decimal> {
    let own = &reader.own;
    // What could not be read is not blank.
    if ids.iter().any(|id| own.unmarked.contains_key(id)) {
        return None;
    }
    reader.criteria.sum(ids.iter().copied(), |id| own.marks.get(&id).map(|it| it.points))
}

/// Everything that may be meant by a total; the last is what the campaign counts.
fn totals(reader: &Reader<'_>) -> Vec<Option<Decimal>> {
    let criteria = reader.criteria;
    let of = |kind: CriterionKind| {
        let ids = criteria.ids().filter(|id| criteria[*id].kind == kind);
        sum(reader, &ids.collect::<Vec<_>>())
    };
    let kinds = [CriterionKind::Merit, CriterionKind::Bonus, CriterionKind::Penalty];
    let [merit, bonus, penalty] = kinds.map(of);
    let capped = |sum: Option<Decimal>, cap: Option<Decimal>| {
        sum.map(|sum| cap.map_or(sum, |cap| sum.min(cap)))
    };
    let (most, least) = (capped(bonus, criteria.bonus_cap), capped(penalty, criteria.penalty_cap));
    let with = |bonus: Option<Decimal>| Some(merit? + bonus?);
    let all = |bonus: Option<Decimal>, penalty: Option<Decimal>| Some(with(bonus)? - penalty?);
    vec![bonus, penalty, merit, with(bonus), with(most), all(bonus, penalty), all(most, least)]
}
