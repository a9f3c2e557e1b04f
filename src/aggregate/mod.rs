//! Submissions to [`Dataset`]: exact sums, ratios recomputed from their parts, means by weight.
//!
//! Missing is never a number: an aggregate says how many units reported of how many, and a ratio
//! without its parts stays blank. A unit that sent two workbooks has none here, until a person
//! says which is the valid one.

mod levels;
mod past;

use rust_decimal::Decimal;

use crate::model::campaign::Campaign;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Catalogue;
use crate::model::dataset::CellIndex;
use crate::model::dataset::Column;
use crate::model::dataset::Dataset;
use crate::model::dataset::Figure;
use crate::model::dataset::Origin;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::past::Earlier;
use crate::model::place::CellRef;
use crate::model::submissions::Submissions;

/// Adds up what the units sent, with what earlier campaigns settled.
#[must_use]
pub fn aggregate(
    campaign: &Campaign,
    catalogue: &Catalogue,
    submissions: &Submissions,
    earlier: &Earlier<'_>,
) -> Dataset {
    let mut cells = Vec::new();
    let mut columns = observed(campaign, catalogue, submissions, &mut cells);
    let settled = (columns.as_mut_slice(), &mut cells);
    let past = past::settle(campaign, catalogue, earlier, submissions, settled);
    let indicators = catalogue.indicators.len();
    let members: Vec<Vec<UnitId>> =
        campaign.group_ids().map(|it| campaign.of_group(it).collect()).collect();
    // Sums first: ratios and means rest on them.
    for measure in Measure::ALL {
        for id in catalogue.ids() {
            let column = &mut columns[Dataset::position(indicators, measure, id)];
            if catalogue[id].aggregation == Aggregation::Sum {
                column.cluster = sum(column.units.iter());
                column.groups = over_groups(&members, |of| sum(of.map(|it| &column.units[it])));
            }
        }
    }
    let order = foundations_first(catalogue);
    for measure in Measure::ALL {
        for id in &order {
            combine(catalogue, measure, *id, &members, &mut columns);
        }
    }
    let mut years = past::years(campaign, catalogue, earlier);
    let dataset = Dataset::new(indicators, columns, cells, past).with_groups(members);
    years.levels = levels::reached(campaign, catalogue, earlier, &dataset);
    dataset.with_years(years)
}

/// Every indicator after those that it rests on; the catalogue's reader has refused circles.
fn foundations_first(catalogue: &Catalogue) -> Vec<IndicatorId> {
    let mut order: Vec<IndicatorId> = Vec::new();
    let mut waiting: Vec<IndicatorId> = catalogue.ids().collect();
    waiting.reverse();
    while let Some(id) = waiting.pop() {
        let missing: Vec<IndicatorId> = match catalogue[id].aggregation {
            Aggregation::Ratio { numerator, denominator } => vec![numerator, denominator],
            Aggregation::WeightedMean { weight } => vec![weight],
            Aggregation::Sum | Aggregation::None => Vec::new(),
        };
        let missing: Vec<IndicatorId> =
            missing.into_iter().filter(|it| !order.contains(it)).collect();
        if !missing.is_empty() {
            waiting.push(id);
            waiting.extend(missing);
        } else if !order.contains(&id) {
            order.push(id);
        }
    }
    order
}

/// The numbers as reported, one column per measure and indicator.
fn observed(
    campaign: &Campaign,
    catalogue: &Catalogue,
    submissions: &Submissions,
    cells: &mut Vec<CellRef>,
) -> Vec<Column> {
    let units = campaign.units.len();
    let empty = Column {
        units: vec![Figure::default(); units],
        groups: vec![Figure::default(); campaign.groups.len()],
        cluster: Figure::default(),
    };
    let indicators = catalogue.indicators.len();
    let mut columns = vec![empty; indicators * Measure::ALL.len()];
    for unit in campaign.unit_ids() {
        let Some(submission) = submissions.only(unit) else { continue };
        for id in catalogue.ids() {
            for measure in Measure::ALL {
                let Some((_, reading)) = submission.reading(id, measure) else { continue };
                let Some(value) = reading.value.number() else { continue };
                let index = u32::try_from(cells.len()).expect("cells are limited per workbook");
                cells.push(submission.source(reading));
                let column = &mut columns[Dataset::position(indicators, measure, id)];
                column.units[unit.index()] = Figure {
                    value: Some(value),
                    origin: Origin::Cell(CellIndex(index)),
                    reported: 1,
                    expected: 1,
                };
            }
        }
    }
    columns
}

/// One figure per block, each from the positions of its members.
fn over_groups(
    members: &[Vec<UnitId>],
    figure: impl Fn(&mut dyn ExactSizeIterator<Item = usize>) -> Figure,
) -> Vec<Figure> {
    members.iter().map(|of| figure(&mut of.iter().map(|it| it.index()))).collect()
}

/// The exact sum of those that have a number.
fn sum<'a>(units: impl ExactSizeIterator<Item = &'a Figure>) -> Figure {
    let expected = count(units.len());
    let values: Vec<Decimal> = units.filter_map(|it| it.value).collect();
    let total = values.iter().try_fold(Decimal::ZERO, |sum, it| sum.checked_add(*it));
    Figure {
        value: total.filter(|_| !values.is_empty()),
        origin: Origin::Sum,
        reported: count(values.len()),
        expected,
    }
}

/// Fills ratios (of units, of blocks and of the cluster) and weighted means of one column.
fn combine(
    catalogue: &Catalogue,
    measure: Measure,
    id: IndicatorId,
    members: &[Vec<UnitId>],
    columns: &mut [Column],
) {
    let at = |it| Dataset::position(catalogue.indicators.len(), measure, it);
    match catalogue[id].aggregation {
        Aggregation::Ratio { numerator, denominator } => {
            let scale = catalogue[id].kind.ratio_scale();
            let (of, by) = (columns[at(numerator)].clone(), columns[at(denominator)].clone());
            let ratio =
                |of: &Figure, by: &Figure| of.value?.checked_mul(scale)?.checked_div(by.value?);
            let origin = Origin::Ratio { numerator, denominator };
            let column = &mut columns[at(id)];
            for (index, unit) in column.units.iter_mut().enumerate() {
                // Parts win over what was typed; without parts the unit's own word stands.
                if let Some(value) = ratio(&of.units[index], &by.units[index]) {
                    let origin = origin.clone();
                    *unit = Figure { value: Some(value), origin, reported: 1, expected: 1 };
                }
            }
            let over = |units: &mut dyn ExactSizeIterator<Item = usize>, value: Option<Decimal>| {
                let expected = count(units.len());
                let both: Vec<[bool; 2]> = units
                    .map(|it| [&of.units[it], &by.units[it]].map(|it| it.value.is_some()))
                    .collect();
                // A sum over some units is no denominator for a sum over others.
                let same_units = both.iter().all(|[of, by]| of == by);
                let reported = count(both.iter().filter(|it| **it == [true, true]).count());
                let value = value.filter(|_| same_units);
                Figure { value, origin: origin.clone(), reported, expected }
            };
            column.cluster = over(&mut (0..of.units.len()), ratio(&of.cluster, &by.cluster));
            let groups = members.iter().zip(of.groups.iter().zip(&by.groups));
            column.groups = groups
                .map(|(units, (of, by))| {
                    over(&mut units.iter().map(|it| it.index()), ratio(of, by))
                })
                .collect();
        }
        Aggregation::WeightedMean { weight } => {
            let weights = columns[at(weight)].clone();
            let column = &mut columns[at(id)];
            let units = &column.units;
            let pairs = |at: usize| (&units[at], &weights.units[at]);
            let groups = over_groups(members, |of| mean(of.map(pairs), weight));
            column.cluster = mean((0..units.len()).map(pairs), weight);
            column.groups = groups;
        }
        Aggregation::Sum | Aggregation::None => {}
    }
}

/// Mean of the units that reported both the value and its weight.
fn mean<'a>(
    units: impl ExactSizeIterator<Item = (&'a Figure, &'a Figure)>,
    weight: IndicatorId,
) -> Figure {
    let expected = count(units.len());
    let pairs: Vec<(Decimal, Decimal)> =
        units.filter_map(|(value, weight)| Some((value.value?, weight.value?))).collect();
    let weighted = pairs.iter().try_fold((Decimal::ZERO, Decimal::ZERO), |(sum, all), (v, w)| {
        Some((sum.checked_add(v.checked_mul(*w)?)?, all.checked_add(*w)?))
    });
    Figure {
        value: weighted.and_then(|(sum, all)| sum.checked_div(all)),
        origin: Origin::WeightedMean { weight },
        reported: count(pairs.len()),
        expected,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("clusters are far below 2^32")
}

#[cfg(test)]
mod tests;
