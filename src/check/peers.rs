//! Figures of all units for each thousand of their size, so that unlike units can be compared.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::check::Context;
use crate::check::history;
use crate::model::catalogue::Indicator;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::submission::Submission;

/// Other units from which on their median says something.
const OTHERS: usize = 3;

/// How many times a figure may be the others' median, or such a part of it, and be like them.
const ALIKE: i64 = 20;

/// What all units achieved for each thousand of their size.
pub(super) struct Peers {
    /// What tells the size: `người (TC10)`.
    pub(super) size: String,
    id: Option<IndicatorId>,
    /// For each indicator the units' figures; zeros left out.
    figures: BTreeMap<IndicatorId, Figures>,
}

/// Figures of several units in order: sorted once, so that each can be held against the others of a
/// thousand.
#[derive(Debug, Clone, Default)]
pub(super) struct Figures(Vec<Decimal>);

impl Figures {
    pub(super) fn of(figures: impl Iterator<Item = Decimal>) -> Self {
        let mut figures: Vec<Decimal> = figures.collect();
        figures.sort_unstable();
        Self(figures)
    }

    /// How many there are besides one of them.
    pub(super) fn others(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    /// The middle of the others' figures, if there are enough of them.
    pub(super) fn median_without(&self, own: Decimal) -> Option<Decimal> {
        let at = self.0.binary_search(&own).ok()?;
        let others = self.others();
        // The others are all without the one at `at`.
        let nth = |index: usize| self.0[if index < at { index } else { index + 1 }];
        let middle = others / 2;
        (others >= OTHERS).then(|| {
            if others % 2 == 1 {
                nth(middle)
            } else {
                (nth(middle - 1) + nth(middle)) / Decimal::TWO
            }
        })
    }
}

/// A unit's figure beside the others'.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    /// The unit's for each thousand.
    pub(super) own: Decimal,
    /// The median of the others.
    pub(super) median: Decimal,
}

impl Beside {
    /// Whether the unit is like the others.
    pub(super) fn is_alike(self) -> bool {
        let times = self.own.max(self.median).checked_div(self.own.min(self.median));
        times.is_some_and(|it| it <= Decimal::from(ALIKE))
    }
}

impl Peers {
    /// Gathers the figures once for all units.
    pub(super) fn of(context: Context<'_>) -> Self {
        let id = context.catalogue.size;
        let size = id.map(|it| size_of(&context.catalogue[it])).unwrap_or_default();
        let mut it = Self { size, id, figures: BTreeMap::new() };
        for id in context.catalogue.ids().filter(|id| history::is_amount(context.catalogue, *id)) {
            let each = context.submissions.iter().filter_map(|unit| it.per_thousand(unit, id));
            let figures = Figures::of(each);
            it.figures.insert(id, figures);
        }
        it
    }

    /// A unit's figure beside the median of the others, if enough of them have one.
    pub(super) fn of_unit(&self, unit: &Submission, id: IndicatorId) -> Option<Beside> {
        let own = self.per_thousand(unit, id)?;
        let median = self.figures.get(&id)?.median_without(own)?;
        Some(Beside { own, median })
    }

    fn per_thousand(&self, unit: &Submission, id: IndicatorId) -> Option<Decimal> {
        let size = self.id.filter(|size| *size != id)?;
        let size = unit.number(size, Measure::Actual).filter(|it| *it > Decimal::ZERO)?;
        let value = unit.number(id, Measure::Actual).filter(|it| *it > Decimal::ZERO)?;
        value.checked_mul(Decimal::ONE_THOUSAND)?.checked_div(size)
    }
}

/// `người (TC10)`.
fn size_of(indicator: &Indicator) -> String {
    format!("{} ({})", indicator.unit, indicator.code)
}
