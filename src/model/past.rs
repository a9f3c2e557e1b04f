//! The figures of earlier campaigns, as the present one asks for them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::campaign::Campaign;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::dataset::Dataset;
use crate::model::dataset::PastHow;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::lineage::Lineage;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::period::Period;
use crate::model::period::Span;

/// An earlier campaign. Units are the same body if their identities are, or those that went into
/// it; indicators are the same if their codes are.
#[derive(Debug, Clone)]
pub struct Past<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its catalogue.
    pub catalogue: &'a Catalogue,
    /// Its figures.
    pub dataset: &'a Dataset,
    /// What was sent then: the file with each digest.
    pub files: &'a BTreeMap<String, String>,
    /// Which of its units went into which of the present campaign.
    pub lineage: Lineage,
}

/// The earlier campaigns that one is held against.
#[derive(Debug, Clone, Default)]
pub struct Earlier<'a> {
    /// The one that it names as its predecessor, of whatever period.
    pub predecessor: Option<&'a Past<'a>>,
    /// The one of the same part of the year before: "năm trước (cùng kỳ)".
    pub year_ago: Option<&'a Past<'a>>,
    /// The one that closed the year before, where this year's targets were pledged.
    pub last_year: Option<&'a Past<'a>>,
    /// The one of the first half of the year that this one closes.
    pub half_year: Option<&'a Past<'a>>,
}

/// What a unit had in an earlier campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The figure.
    pub value: Decimal,
    /// How it comes of those that went into the unit.
    pub how: PastHow,
    /// The figures of those, in that campaign.
    pub parts: Vec<FigureId>,
}

impl<'a> Earlier<'a> {
    /// Sorts the campaigns that one names by what they are to it: `predecessor` first.
    #[must_use]
    pub fn of(now: Period, predecessor: Option<&'a Past<'a>>, others: &[&'a Past<'a>]) -> Self {
        let all = || predecessor.into_iter().chain(others.iter().copied());
        let period = |year, span| {
            let wanted = Period { year, span };
            all().find(|it| it.campaign.period == wanted)
        };
        let half = period(now.year, Span::FirstHalf);
        Self {
            predecessor,
            year_ago: period(now.year - 1, now.span),
            last_year: period(now.year - 1, Span::Full),
            half_year: half.filter(|_| now.span == Span::Full),
        }
    }

    /// The campaign in which a measure of the present one was settled, and the measure that it was
    /// there: last year's results, and the targets signed for this year.
    #[must_use]
    pub fn source(&self, now: Period, measure: Measure) -> Option<(&'a Past<'a>, Measure)> {
        match measure {
            Measure::Previous => self.year_ago.map(|it| (it, Measure::Actual)),
            Measure::Target => {
                let signed = self.last_year.filter(|it| it.campaign.pledge.year == now.year);
                signed.map(|it| (it, Measure::Pledged))
            }
            Measure::Assigned | Measure::Actual | Measure::Estimate | Measure::Pledged => None,
        }
    }
}

impl Past<'_> {
    /// The number of a unit then, if it can be told.
    #[must_use]
    pub fn number(&self, unit: UnitId, it: &Indicator, measure: Measure) -> Option<Decimal> {
        self.taken(unit, it, measure).map(|it| it.value)
    }

    /// What a unit of the present campaign had then; `None` where the indicator or a part of the
    /// unit was not there, or where figures of several bodies make none of the whole.
    #[must_use]
    pub fn taken(&self, unit: UnitId, it: &Indicator, measure: Measure) -> Option<Taken> {
        let id = self.catalogue.find(&it.code)?;
        let ancestry = self.lineage.of_unit(unit);
        if !ancestry.is_whole() {
            return None;
        }
        match ancestry.parts.as_slice() {
            [same] => {
                let figure = FigureId { indicator: id, measure, owner: Owner::Unit(*same) };
                let value = self.dataset.figure(figure).value?;
                Some(Taken { value, how: PastHow::Same, parts: vec![figure] })
            }
            parts if it.comparable => self.joined(parts, id, measure),
            _ => None,
        }
    }

    /// The figure of several bodies together.
    fn joined(&self, units: &[UnitId], id: IndicatorId, measure: Measure) -> Option<Taken> {
        let indicator = &self.catalogue[id];
        match indicator.aggregation {
            Aggregation::Sum if indicator.kind != Kind::YesNo => {
                let (parts, values) = self.each(units, id, measure)?;
                let value = values.iter().try_fold(Decimal::ZERO, |a, b| a.checked_add(*b))?;
                Some(Taken { value, how: PastHow::Sum, parts })
            }
            // One yes and one no is neither.
            Aggregation::Sum | Aggregation::None => None,
            Aggregation::Ratio { numerator, denominator } => {
                let of = self.joined(units, numerator, measure)?;
                let by = self.joined(units, denominator, measure)?;
                let scale = indicator.kind.ratio_scale();
                let value = of.value.checked_mul(scale)?.checked_div(by.value)?;
                let parts = of.parts.into_iter().chain(by.parts).collect();
                Some(Taken { value, how: PastHow::Ratio, parts })
            }
            Aggregation::WeightedMean { weight } => {
                let (mut parts, values) = self.each(units, id, measure)?;
                let (weighing, weights) = self.each(units, weight, measure)?;
                let mut sums = (Decimal::ZERO, Decimal::ZERO);
                for (value, weight) in values.iter().zip(&weights) {
                    let weighted = value.checked_mul(*weight)?;
                    sums = (sums.0.checked_add(weighted)?, sums.1.checked_add(*weight)?);
                }
                parts.extend(weighing);
                let value = sums.0.checked_div(sums.1)?;
                Some(Taken { value, how: PastHow::Mean, parts })
            }
        }
    }

    /// The figure of each of these bodies, if all of them have one.
    fn each(
        &self,
        units: &[UnitId],
        indicator: IndicatorId,
        measure: Measure,
    ) -> Option<(Vec<FigureId>, Vec<Decimal>)> {
        let figure = |unit: &UnitId| FigureId { indicator, measure, owner: Owner::Unit(*unit) };
        let figures: Vec<FigureId> = units.iter().map(figure).collect();
        let values: Option<Vec<Decimal>> =
            figures.iter().map(|it| self.dataset.figure(*it).value).collect();
        Some((figures, values?))
    }
}
