//! The figures of every unit, worked out from the sample's rows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;

use crate::catalogue::Catalogue;
use crate::catalogue::Indicator;
use crate::catalogue::Kind;
use crate::earlier::Earlier;
use crate::plan;
use crate::pot::Pot;
use crate::sample::ByUnit;
use crate::sample::Row;
use crate::sample::Sample;
use crate::sum::Year;
use crate::sum::terms;
use crate::vary::vary;

/// One number for each unit, in the units' order.
type Numbers = Vec<Decimal>;

/// The figures of a campaign.
pub(crate) struct Figures<'a> {
    sample: &'a Sample,
    catalogue: &'a Catalogue,
    units: Vec<&'a str>,
    numbers: BTreeMap<(&'a str, Year), Numbers>,
    earlier: Option<Earlier<'a>>,
}

/// One row of a unit's form, in the order of its columns.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// Kế hoạch.
    pub(crate) target: Option<Decimal>,
    /// Thực hiện.
    pub(crate) actual: Option<Decimal>,
    /// Năm trước.
    pub(crate) previous: Option<Decimal>,
    /// Đăng ký năm sau.
    pub(crate) pledged: Option<Decimal>,
}

impl<'a> Figures<'a> {
    /// Works out every row for both years. Rows may rest on each other in any order.
    pub(crate) fn of(
        sample: &'a Sample,
        catalogue: &'a Catalogue,
        units: Vec<&'a str>,
        earlier: Option<Earlier<'a>>,
    ) -> Result<Self, String> {
        let mut figures = Self { sample, catalogue, units, numbers: BTreeMap::new(), earlier };
        let rows = sample.rows.iter().filter(|(_, row)| row.level.is_none());
        let mut waiting: Vec<(&str, Year)> =
            rows.flat_map(|(code, _)| [(code.as_str(), Year::This), (code, Year::Last)]).collect();
        while !waiting.is_empty() {
            let before = waiting.len();
            let mut still = Vec::new();
            for key in waiting {
                match figures.row(key)? {
                    Some(numbers) => drop(figures.numbers.insert(key, numbers)),
                    None => still.push(key),
                }
            }
            if still.len() == before {
                return Err(format!("these rows wait for each other or for no row: {still:?}"));
            }
            waiting = still;
        }
        Ok(figures)
    }

    /// What a unit writes in the row of an indicator.
    pub(crate) fn line(&self, indicator: &Indicator, index: usize) -> Line {
        let actual = self.figure(indicator, Year::This, index);
        let previous = self.figure(indicator, Year::Last, index);
        let Some(row) = self.sample.rows.get(&indicator.code) else {
            return Line { actual, previous, ..Line::default() };
        };
        let words = [self.units[index], indicator.code.as_str()];
        let signed = self.earlier.as_ref().filter(|_| row.level.is_none());
        let target = match signed {
            Some(earlier) => earlier.pledged(indicator, index),
            None => plan::target(row, actual, words),
        };
        let pledged = plan::pledge(row, actual, words);
        Line { target, actual, previous, pledged }
    }

    /// Position of a unit.
    pub(crate) fn position(&self, unit: &str) -> Option<usize> {
        self.units.iter().position(|it| *it == unit)
    }

    /// The number of a unit, unless it leaves the row blank.
    pub(crate) fn number(&self, code: &str, year: Year, index: usize) -> Option<Decimal> {
        let row = self.sample.rows.get(code)?;
        if row.blank.iter().any(|unit| unit == self.units[index]) {
            return None;
        }
        self.numbers.get(&(code, year)).map(|numbers| numbers[index])
    }

    /// The figure of a unit; a ratio as the form's formula gives it.
    fn figure(&self, indicator: &Indicator, year: Year, index: usize) -> Option<Decimal> {
        let Some(ratio) = &indicator.ratio else {
            return self.number(&indicator.code, year, index);
        };
        let numerator = self.number(&ratio.numerator, year, index)?;
        let denominator = self.number(&ratio.denominator, year, index)?;
        let scale = match indicator.kind {
            Kind::Percent => Decimal::ONE_HUNDRED,
            Kind::Count | Kind::Money | Kind::Average | Kind::YesNo => Decimal::ONE,
        };
        let value = (numerator * scale).checked_div(denominator)?;
        let half_up = RoundingStrategy::MidpointAwayFromZero;
        Some(value.round_dp_with_strategy(indicator.decimals(), half_up))
    }

    /// The numbers of a row, or `None` while a row that it rests on is still open.
    fn row(&self, (code, year): (&'a str, Year)) -> Result<Option<Numbers>, String> {
        let sample = self.sample;
        let row = &sample.rows[code];
        if let Some(earlier) = self.earlier.as_ref().filter(|_| year == Year::Last) {
            let indicator = self.catalogue.find(code)?;
            return earlier.actual(indicator, self.units.len()).map(Some);
        }
        match (&row.last, &row.is, &row.each) {
            (Some(last), _, _) if year == Year::Last => Ok(self.sum(last, Year::This)),
            (_, Some(is), _) => Ok(self.sum(is, year)),
            (_, _, Some(each)) => self.own(code, row, each, year).map(Some),
            (_, _, None) => self.split_row(code, row, year),
        }
    }

    /// A sum of rows.
    fn sum(&self, sum: &str, year: Year) -> Option<Numbers> {
        let mut total = vec![Decimal::ZERO; self.units.len()];
        for term in terms(sum, year) {
            let numbers = self.numbers.get(&(term.code, term.year))?;
            for (total, number) in total.iter_mut().zip(numbers) {
                *total += if term.negative { -number } else { *number };
            }
        }
        Some(total)
    }

    /// Each unit's own figure; last year's is smaller by about `change` percent.
    fn own(&self, code: &str, row: &Row, each: &ByUnit, year: Year) -> Result<Numbers, String> {
        let decimals = self.catalogue.find(code)?.decimals();
        let one = |unit: &&str| {
            let number = each.get(*unit).ok_or_else(|| format!("`{code}` lacks `{unit}`"))?;
            if year == Year::This || row.change == 0 {
                return Ok(*number);
            }
            let growth = 1000 + 10 * i64::from(row.change) + vary(&[unit, code, "own"], 15);
            let last = number * Decimal::ONE_THOUSAND / Decimal::from(growth);
            Ok(last.round_dp(decimals))
        };
        self.units.iter().map(one).collect()
    }

    /// A total split over the units.
    fn split_row(
        &self,
        code: &'a str,
        row: &'a Row,
        year: Year,
    ) -> Result<Option<Numbers>, String> {
        let total = row.total.ok_or_else(|| format!("`{code}` says nothing of its figures"))?;
        let decimals = self.catalogue.find(code)?.decimals();
        let of = |code: &'a str| self.numbers.get(&(code, year)).map(Vec::as_slice);
        let bounds = [row.within.as_deref(), row.above.as_deref()];
        let waits = bounds.into_iter().flatten().any(|code| of(code).is_none());
        let Some(by) = self.by(row, year)?.filter(|_| !waits) else {
            return Ok(None);
        };
        let [cap, floor] = bounds.map(|code| of(code?));
        let pot =
            Pot { code, units: &self.units, by: &by, cap, floor, spread: row.spread, decimals };
        match (year, self.numbers.get(&(code, Year::This))) {
            (Year::This, _) => pot.share(total).map(Some),
            (Year::Last, Some(this)) => pot.share_last(total, row.change, this).map(Some),
            (Year::Last, None) => Ok(None),
        }
    }

    /// The sizes by which a row is split, or `None` while they are still open.
    fn by(&self, row: &'a Row, year: Year) -> Result<Option<Cow<'_, [Decimal]>>, String> {
        let Some(weights) = self.sample.weights.get(&row.by) else {
            let (code, year) = match row.by.strip_suffix("_nt") {
                Some(code) => (code, Year::Last),
                None => (row.by.as_str(), year),
            };
            return Ok(self.numbers.get(&(code, year)).map(Cow::from));
        };
        let one = |unit: &&str| weights.get(*unit).copied();
        let weights: Option<Numbers> = self.units.iter().map(one).collect();
        let weights = weights.ok_or_else(|| format!("weight `{}` lacks a unit", row.by))?;
        Ok(Some(Cow::from(weights)))
    }
}
