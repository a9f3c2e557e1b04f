//! A cluster's total on its way to the units.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::split::split;
use crate::vary::vary;

/// A unit that differs by nothing.
const AS_ITS_SIZE: i64 = 1000;

/// A total to be shared, and what binds the shares.
pub(crate) struct Pot<'a> {
    /// Code of the row; with the unit's it decides how the unit differs.
    pub(crate) code: &'a str,
    /// Codes of the units.
    pub(crate) units: &'a [&'a str],
    /// Sizes of the units.
    pub(crate) by: &'a [Decimal],
    /// Highest shares.
    pub(crate) cap: Option<&'a [Decimal]>,
    /// Lowest shares; only what is above them is split.
    pub(crate) floor: Option<&'a [Decimal]>,
    /// Permille by which units differ from their size.
    pub(crate) spread: u16,
    /// Digits after the decimal point of a share.
    pub(crate) decimals: u32,
}

impl Pot<'_> {
    /// Shares `total`; the shares add up to it exactly.
    pub(crate) fn share(&self, total: Decimal) -> Result<Vec<Decimal>, String> {
        self.split(total, |_| 0)
    }

    /// Shares what the total was last year, `change` percent ago. No unit's share is this year's.
    pub(crate) fn share_last(
        &self,
        total: Decimal,
        change: i16,
        this: &[Decimal],
    ) -> Result<Vec<Decimal>, String> {
        let growth = Decimal::from(100 + change);
        let total = (total * Decimal::ONE_HUNDRED / growth).round_dp(self.decimals);
        let drift = |unit: &str| vary(&[unit, self.code, "last"], self.spread / 3);
        let mut last = self.split(total, drift)?;
        let step = Decimal::new(1, self.decimals);
        for (index, number) in last.iter_mut().enumerate() {
            if !number.is_zero() && *number == this[index] {
                let room = self.cap.is_none_or(|cap| *number + step <= cap[index]);
                *number += if room { step } else { -step };
            }
        }
        Ok(last)
    }

    fn split(&self, total: Decimal, drift: impl Fn(&str) -> i64) -> Result<Vec<Decimal>, String> {
        let floor = |index: usize| self.floor.map_or(Decimal::ZERO, |floor| floor[index]);
        let floors: Decimal = (0..self.units.len()).map(floor).sum();
        let weight = |(unit, size): (&&str, &Decimal)| {
            let permille = AS_ITS_SIZE + vary(&[unit, self.code], self.spread) + drift(unit);
            self.whole(*size * Decimal::from(permille))
        };
        let weights: Option<Vec<i128>> = self.units.iter().zip(self.by).map(weight).collect();
        let cap = |index: usize| match self.cap {
            Some(cap) => self.whole(cap[index] - floor(index)),
            None => Some(i128::MAX),
        };
        let caps: Option<Vec<i128>> = (0..self.units.len()).map(cap).collect();
        let (Some(total), Some(weights), Some(caps)) = (self.whole(total - floors), weights, caps)
        else {
            return Err(format!("`{}` is too large to split", self.code));
        };
        let parts =
            split(total, &weights, &caps).map_err(|error| format!("`{}`: {error}", self.code))?;
        let share =
            |(index, part)| Decimal::from_i128_with_scale(part, self.decimals) + floor(index);
        Ok(parts.into_iter().enumerate().map(share).collect())
    }

    /// How many of the smallest shares a number is.
    fn whole(&self, number: Decimal) -> Option<i128> {
        (number * Decimal::from(10_u64.pow(self.decimals))).trunc().to_i128()
    }
}
