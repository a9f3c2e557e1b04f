//! `same-as-other-unit`: many rows of two units are the same to the digit (K21). Each unit is told
//! of the one other with which it shares most.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::history;
use crate::check::numbers;
use crate::check::operand;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::place::Place;

/// Rows from which on it is told.
const ROWS: usize = 5;

/// Rows from which on it is told among many units, where five are shared by chance.
const ROWS_OF_MANY: usize = 8;

/// The most units that are few: every province that there ever was.
const FEW: usize = 63;

/// A figure that more units share says nothing of two of them; it also bounds the work.
const SHARED: usize = 20;

pub(super) struct SameAsOtherUnit;

/// A figure that units may share.
type Figure = (IndicatorId, Decimal);

impl Check for SameAsOtherUnit {
    fn code(&self) -> &'static str {
        "same-as-other-unit"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        let needed = if context.submissions.len() <= FEW { ROWS } else { ROWS_OF_MANY };
        let pairs = shared(context);
        let mut nearest: BTreeMap<usize, (usize, &[Figure])> = BTreeMap::new();
        for ((one, other), rows) in pairs.iter().filter(|(_, rows)| rows.len() >= needed) {
            for (unit, with) in [(*one, *other), (*other, *one)] {
                let best = nearest.entry(unit).or_insert((with, rows));
                if rows.len() > best.1.len() {
                    *best = (with, rows);
                }
            }
        }
        for (unit, (with, rows)) in nearest {
            let (it, other) = (&context.submissions[unit], &context.submissions[with]);
            let name = other.unit.map(|id| context.campaign[id].name.clone());
            let rows = rows.iter();
            let fact = ComparisonFact::SameAsOtherUnit {
                other: name.unwrap_or_else(|| other.file.clone()),
                file: other.file.clone(),
                rows: rows
                    .map(|(id, value)| operand(context.catalogue, *id, Measure::Actual, *value))
                    .collect(),
            };
            findings.push(Finding::new(fact, Place::sheet(&it.file, it.sheet()), it.unit));
        }
    }
}

/// What each two units share, by their positions. Two files of one unit have a finding of their own.
fn shared(context: Context<'_>) -> BTreeMap<(usize, usize), Vec<Figure>> {
    let mut holders: BTreeMap<Figure, Vec<usize>> = BTreeMap::new();
    for (index, it) in context.submissions.iter().enumerate() {
        for (id, measure, value, _) in numbers(it) {
            if measure != Measure::Actual || !history::is_telling(context.catalogue, id, value) {
                continue;
            }
            let units = holders.entry((id, value)).or_default();
            if units.last() != Some(&index) {
                units.push(index);
            }
        }
    }
    let unit = |index: usize| context.submissions[index].unit;
    let mut pairs: BTreeMap<(usize, usize), Vec<Figure>> = BTreeMap::new();
    for (figure, units) in holders.into_iter().filter(|(_, units)| units.len() <= SHARED) {
        for (at, one) in units.iter().enumerate() {
            for other in &units[at + 1..] {
                if unit(*one).is_none() || unit(*one) != unit(*other) {
                    pairs.entry((*one, *other)).or_default().push(figure);
                }
            }
        }
    }
    pairs
}
