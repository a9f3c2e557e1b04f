//! Last year's figures of units that were made from others.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;

use crate::catalogue::Indicator;
use crate::catalogue::Kind;
use crate::figures::Figures;
use crate::sum::Year;

/// The figures of last year's samples, and of whom each unit of this year is made.
pub(crate) struct Earlier<'a> {
    samples: &'a [Figures<'a>],
    /// For each unit its parts: the sample, and the position there.
    parts: Vec<Vec<(usize, usize)>>,
}

impl<'a> Earlier<'a> {
    /// Finds the parts of each unit.
    pub(crate) fn of(samples: &'a [Figures<'a>], parts: &[&[String]]) -> Result<Self, String> {
        let find = |part: &String| {
            let mut places = samples.iter().enumerate();
            places
                .find_map(|(sample, it)| Some((sample, it.position(part)?)))
                .ok_or_else(|| format!("no sample of last year has `{part}`"))
        };
        let of_unit = |parts: &&[String]| parts.iter().map(find).collect();
        Ok(Self { samples, parts: parts.iter().map(of_unit).collect::<Result<_, _>>()? })
    }

    /// What each unit did last year: its parts added up, averages weighed, yes where all said so.
    pub(crate) fn actual(
        &self,
        indicator: &Indicator,
        units: usize,
    ) -> Result<Vec<Decimal>, String> {
        (0..units).map(|unit| self.of_unit(indicator, unit)).collect()
    }

    fn of_unit(&self, indicator: &Indicator, unit: usize) -> Result<Decimal, String> {
        let code = indicator.code.as_str();
        let number = |code: &str, (sample, index): (usize, usize)| {
            let found = self.samples[sample].number(code, Year::This, index);
            found.ok_or_else(|| format!("last year's `{code}` is blank"))
        };
        let (mut sum, mut weighed, mut weights, mut least) =
            (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO, Decimal::ONE);
        for part in &self.parts[unit] {
            let value = number(code, *part)?;
            let weight = indicator.weight.as_ref().map(|it| number(it, *part)).transpose()?;
            let weight = weight.unwrap_or(Decimal::ONE);
            sum += value;
            weighed += value * weight;
            weights += weight;
            least = least.min(value);
        }
        let half_up = RoundingStrategy::MidpointAwayFromZero;
        Ok(match indicator.kind {
            Kind::YesNo => least,
            Kind::Average => {
                (weighed / weights).round_dp_with_strategy(indicator.decimals(), half_up)
            }
            Kind::Count | Kind::Money | Kind::Percent => sum,
        })
    }

    /// What the parts of a unit pledged last year for this one.
    pub(crate) fn pledged(&self, indicator: &Indicator, unit: usize) -> Option<Decimal> {
        let parts = self.parts[unit].iter();
        parts.map(|(sample, index)| self.samples[*sample].line(indicator, *index).pledged).sum()
    }
}
