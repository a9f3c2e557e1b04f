//! Figures of the year before, and which figures are telling when they are compared.

use rust_decimal::Decimal;

use crate::check::Context;
use crate::check::in_form_unit;
use crate::finding::fact::Operand;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Kind;
use crate::model::catalogue::Time;
use crate::model::dataset::Origin;
use crate::model::dataset::Parted;
use crate::model::dataset::PastHow;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::past::Past;
use crate::model::past::Taken;
use crate::model::submission::Submission;

/// The digits, zeros at the end left out, from which on two equal figures are hardly chance.
const TELLING: usize = 3;

/// A unit in an earlier campaign, with those that went into it since.
#[derive(Clone, Copy)]
pub(super) struct Then<'a> {
    pub(super) past: &'a Past<'a>,
    catalogue: &'a Catalogue,
    unit: UnitId,
}

impl<'a> Then<'a> {
    fn of(context: Context<'a>, past: Option<&'a Past<'a>>, it: &Submission) -> Option<Self> {
        Some(Self { past: past?, catalogue: context.catalogue, unit: it.unit? })
    }

    /// What the unit had then, and what it was made from.
    pub(super) fn taken(&self, id: IndicatorId, measure: Measure) -> Option<Taken> {
        self.past.taken(self.unit, &self.catalogue[id], measure)
    }
}

impl Then<'_> {
    /// Each body that went into the unit with what it had; empty if the unit was the same body, or
    /// if the figure is no sum.
    pub(super) fn bodies(&self, context: Context<'_>, taken: &Taken) -> Vec<Operand> {
        if taken.how != PastHow::Sum {
            return Vec::new();
        }
        let body = |part: &FigureId| {
            let code = self.past.campaign[part.owner.unit()?].name.clone();
            let value = self.past.dataset.figure(*part).value?;
            let id = context.catalogue.find(&self.past.catalogue[part.indicator].code)?;
            Some(Operand { code, value: in_form_unit(context.catalogue, id, value) })
        };
        taken.parts.iter().filter_map(body).collect()
    }
}

/// The unit in the campaign of the same span a year ago.
pub(super) fn same_span<'a>(context: Context<'a>, it: &Submission) -> Option<Then<'a>> {
    Then::of(context, context.earlier.year_ago, it)
}

/// The unit in the campaign that closed the year before.
pub(super) fn whole_year<'a>(context: Context<'a>, it: &Submission) -> Option<Then<'a>> {
    Then::of(context, context.earlier.last_year, it)
}

/// The unit in the campaign of the first half of the year that this one closes.
pub(super) fn first_half<'a>(context: Context<'a>, it: &Submission) -> Option<Then<'a>> {
    Then::of(context, context.earlier.half_year, it)
}

/// The figure of last year that counts in place of what is typed.
pub(super) fn settled(context: Context<'_>, it: &Submission, id: IndicatorId) -> Option<Decimal> {
    let id = FigureId { indicator: id, measure: Measure::Previous, owner: Owner::Unit(it.unit?) };
    let figure = context.dataset.figure(id);
    figure.value.filter(|_| matches!(figure.origin, Origin::Past(_)))
}

/// Whether an indicator can be held against its figure of the year before: what is counted is the
/// same.
pub(super) fn continues(context: Context<'_>, id: IndicatorId) -> bool {
    !matches!(context.dataset.years().parted.get(&id), Some(Parted::ByScope(_)))
}

/// What a unit had in the same period of last year, where what is counted is still the same.
pub(super) struct Before<'a> {
    context: Context<'a>,
    typed: &'a Submission,
}

impl<'a> Before<'a> {
    /// What counts as last year's of the unit that typed this.
    pub(super) fn of(context: Context<'a>, typed: &'a Submission) -> Self {
        Self { context, typed }
    }

    /// The figure as it was settled then, unless a person accepted the typed one; else as typed.
    pub(super) fn number(&self, id: IndicatorId) -> Option<Decimal> {
        if !continues(self.context, id) {
            return None;
        }
        settled(self.context, self.typed, id).or_else(|| self.typed.number(id, Measure::Previous))
    }
}

/// Half a unit of the last digit typed, or of the sixth decimal where a formula gave more.
pub(super) fn half_digit(typed: Decimal) -> Decimal {
    Decimal::new(5, typed.scale().min(6) + 1)
}

/// Whether two figures, one of them as typed, are the same as far as it was typed.
pub(super) fn is_same(typed: Decimal, other: Decimal) -> bool {
    (typed - other).abs() <= half_digit(typed)
}

/// Whether a figure is counted or paid, and adds up.
pub(super) fn is_amount(catalogue: &Catalogue, id: IndicatorId) -> bool {
    let it = &catalogue[id];
    matches!(it.kind, Kind::Count | Kind::Money) && it.aggregation == Aggregation::Sum
}

/// Whether a figure is an amount within the period that cannot be less than nothing.
pub(super) fn is_flow(catalogue: &Catalogue, id: IndicatorId) -> bool {
    let it = &catalogue[id];
    let is_net = it.min.is_some_and(|min| min < Decimal::ZERO);
    it.time == Time::Flow && !is_net && is_amount(catalogue, id)
}

/// Whether a figure is so particular that its like is hardly chance: 1.397, but neither 9 nor 1.500.
pub(super) fn is_telling(catalogue: &Catalogue, id: IndicatorId, value: Decimal) -> bool {
    let digits = in_form_unit(catalogue, id, value).mantissa().unsigned_abs().to_string();
    is_amount(catalogue, id) && digits.trim_end_matches('0').len() >= TELLING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_the_same_as_far_as_they_were_typed() {
        let computed = Decimal::new(901_236, 4);
        for (typed, same) in [("90.12", true), ("90.1", true), ("90", true), ("90.13", false)] {
            assert_eq!(is_same(typed.parse().unwrap(), computed), same, "{typed}");
        }
        assert!(!is_same(Decimal::from(3), Decimal::from(4)));
    }
}
