//! What speaks for one of two readings of a cell: other columns of its row, last year, the parts,
//! the total, the whole, the number format. Nothing is picked by it.

use rust_decimal::Decimal;

use crate::check::Context;
use crate::check::in_form_unit;
use crate::check::operand;
use crate::finding::fact::evidence::Evidence;
use crate::finding::fact::evidence::Witness;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::submission::FormRow;
use crate::model::submission::Reading;
use crate::model::submission::Submission;
use crate::text::cell_format::CellFormat;

/// Figures of one kind that differ by less than so many times are of the same size; two readings
/// differ by a thousand.
const SAME_SIZE: u32 = 10;

/// A figure with two readings, both in the form's unit.
pub(super) struct Doubted<'a> {
    /// Whose it is.
    pub(super) submission: &'a Submission,
    /// Its indicator.
    pub(super) indicator: IndicatorId,
    /// Its row.
    pub(super) row: &'a FormRow,
    /// Its cell.
    pub(super) reading: &'a Reading,
    /// The reading of the larger size.
    pub(super) larger: Decimal,
    /// The other.
    pub(super) smaller: Decimal,
}

impl Doubted<'_> {
    /// All that speaks for one reading and not for the other.
    pub(super) fn evidence(&self, context: Context<'_>) -> Vec<Evidence> {
        let mut found = self.columns(context);
        found.extend(self.last_year(context));
        found.extend(self.parts(context));
        found.extend(self.totals(context));
        found.extend(self.whole(context));
        found.extend(self.format());
        found
    }

    /// Other columns of the row: target, last year, pledge.
    fn columns(&self, context: Context<'_>) -> Vec<Evidence> {
        let others = self.row.readings.iter().filter(|it| it.measure != self.reading.measure);
        let numbers = others.filter_map(|it| Some((it.measure, it.value.number()?)));
        let found = numbers.filter_map(|(measure, number)| {
            let value = in_form_unit(context.catalogue, self.indicator, number);
            let witness = Witness::Column { measure, value };
            Some(Evidence { reading: self.of_size(value)?, witness })
        });
        found.collect()
    }

    /// This year's figure and last year's of the same thing.
    fn last_year(&self, context: Context<'_>) -> Option<Evidence> {
        let past = context.earlier.year_ago.or(context.earlier.last_year)?;
        let indicator = &context.catalogue[self.indicator];
        let number = past.number(self.submission.unit?, indicator, Measure::Actual)?;
        let value = in_form_unit(context.catalogue, self.indicator, number);
        Some(Evidence { reading: self.of_size(value)?, witness: Witness::LastYear { value } })
    }

    fn parts(&self, context: Context<'_>) -> Option<Evidence> {
        let parts = &context.catalogue[self.indicator].parts;
        let sum = self.sum(parts).filter(|_| !parts.is_empty())?;
        let sum = in_form_unit(context.catalogue, self.indicator, sum);
        let parts = parts.iter().filter_map(|id| {
            let number = self.number(*id)?;
            Some(operand(context.catalogue, *id, self.reading.measure, number))
        });
        let witness = Witness::Parts { parts: parts.collect() };
        Some(Evidence { reading: self.exactly(sum)?, witness })
    }

    /// Totals that it is a part of, whose other parts are there.
    fn totals(&self, context: Context<'_>) -> Vec<Evidence> {
        let catalogue = context.catalogue;
        let found = catalogue.ids().filter_map(|id| {
            let parts = &catalogue[id].parts;
            let others: Vec<IndicatorId> =
                parts.iter().copied().filter(|it| *it != self.indicator).collect();
            if others.len() == parts.len() {
                return None;
            }
            let total = self.number(id)?;
            let left = total.checked_sub(self.sum(&others)?)?;
            let left = in_form_unit(catalogue, self.indicator, left);
            let total = operand(catalogue, id, self.reading.measure, total);
            Some(Evidence { reading: self.exactly(left)?, witness: Witness::Total { total } })
        });
        found.collect()
    }

    /// The whole that it is a part of, if only one reading fits into it.
    fn whole(&self, context: Context<'_>) -> Option<Evidence> {
        let whole = context.catalogue[self.indicator].subset_of?;
        let number = self.number(whole)?;
        let limit = in_form_unit(context.catalogue, whole, number);
        let fits_one = self.smaller <= limit && limit < self.larger;
        let whole = operand(context.catalogue, whole, self.reading.measure, number);
        fits_one.then_some(Evidence { reading: self.smaller, witness: Witness::Whole { whole } })
    }

    /// A format without decimals was made for whole numbers. One with three looks like a thousand
    /// whichever is meant, and says nothing; any other count of decimals was asked for.
    fn format(&self) -> Option<Evidence> {
        let code = self.reading.format.clone()?;
        let format = CellFormat::of(&code);
        let reading = match format.decimals {
            _ if !format.words.is_empty() || format.thousands > 0 => return None,
            0 => self.larger,
            3 => return None,
            _ => self.smaller,
        };
        Some(Evidence { reading, witness: Witness::Format { code } })
    }

    fn number(&self, id: IndicatorId) -> Option<Decimal> {
        self.submission.number(id, self.reading.measure)
    }

    fn sum(&self, ids: &[IndicatorId]) -> Option<Decimal> {
        ids.iter().try_fold(Decimal::ZERO, |sum, id| sum.checked_add(self.number(*id)?))
    }

    fn exactly(&self, value: Decimal) -> Option<Decimal> {
        [self.larger, self.smaller].into_iter().find(|it| *it == value)
    }

    /// The reading of the same size as `value`, if the other is not.
    fn of_size(&self, value: Decimal) -> Option<Decimal> {
        match [self.larger, self.smaller].map(|it| same_size(it, value)) {
            [true, false] => Some(self.larger),
            [false, true] => Some(self.smaller),
            _ => None,
        }
    }
}

fn same_size(one: Decimal, other: Decimal) -> bool {
    let (one, other) = (one.abs(), other.abs());
    let times = |value: Decimal| value.checked_mul(Decimal::from(SAME_SIZE));
    let is_less = |less: Decimal, more: Decimal| times(less).is_none_or(|it| it >= more);
    !one.is_zero() && !other.is_zero() && is_less(one, other) && is_less(other, one)
}
