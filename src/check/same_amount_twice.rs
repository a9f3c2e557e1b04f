//! `same-amount-twice`: one amount of money stands in two rows (K19). A total, its parts and what
//! is "trong đó" of it, and what a ratio compares, may be equal.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_figure;
use crate::check::in_form_unit;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Kind;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::submission::Submission;

/// Amounts below this, in đồng, may be equal by chance.
const LARGE: i64 = 100_000_000;

/// Digits, zeros at the end left out, of an amount that is not round: 500 million are given often.
const DIGITS: usize = 4;

pub(super) struct SameAmountTwice;

impl Check for SameAmountTwice {
    fn code(&self) -> &'static str {
        "same-amount-twice"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let catalogue = context.catalogue;
        let mut rows: BTreeMap<Decimal, Vec<IndicatorId>> = BTreeMap::new();
        for id in catalogue.ids().filter(|id| catalogue[*id].kind == Kind::Money) {
            if let Some(value) = it.number(id, Measure::Actual).filter(|it| is_particular(*it)) {
                rows.entry(value).or_default().push(id);
            }
        }
        for (value, ids) in rows {
            let first = ids[0];
            for other in ids[1..].iter().filter(|other| !are_related(catalogue, first, **other)) {
                let fact = ComparisonFact::SameAmountTwice {
                    one: named(catalogue, first),
                    other: named(catalogue, *other),
                    value: in_form_unit(catalogue, first, value),
                    unit: catalogue[first].unit.clone(),
                };
                findings.push(at_figure(it, *other, Measure::Actual, fact));
            }
        }
    }
}

fn is_particular(dong: Decimal) -> bool {
    let digits = dong.normalize().mantissa().unsigned_abs().to_string();
    dong >= Decimal::from(LARGE) && digits.trim_end_matches('0').len() >= DIGITS
}

/// Whether two figures belong to one whole.
fn are_related(catalogue: &Catalogue, one: IndicatorId, other: IndicatorId) -> bool {
    !wholes(catalogue, one).is_disjoint(&wholes(catalogue, other))
}

/// An indicator and everything that it is a part of.
fn wholes(catalogue: &Catalogue, start: IndicatorId) -> BTreeSet<IndicatorId> {
    let mut found = BTreeSet::from([start]);
    let mut next = vec![start];
    while let Some(id) = next.pop() {
        let above = catalogue.ids().filter(|it| {
            let holds = &catalogue[*it];
            let compares = match holds.aggregation {
                Aggregation::Ratio { numerator, denominator } => {
                    [numerator, denominator].contains(&id)
                }
                _ => false,
            };
            holds.parts.contains(&id) || compares || catalogue[id].subset_of == Some(*it)
        });
        next.extend(above.filter(|it| found.insert(*it)));
    }
    found
}
