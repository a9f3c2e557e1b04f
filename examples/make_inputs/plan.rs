//! What a unit had planned, and what it pledges for the coming year.

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;

use crate::sample::Row;
use crate::vary::vary;

/// How far the percentage of the target reached lies from its mean.
const REACH: u16 = 9;

/// Mean and reach of the growth pledged, in percent.
const GROWTH: (i64, u16) = (5, 7);

/// Reach of typed percentages.
const LEVEL_REACH: u16 = 2;

/// This year's target, if the row has one.
pub(crate) fn target(row: &Row, actual: Option<Decimal>, words: [&str; 2]) -> Option<Decimal> {
    let [unit, code] = words;
    if let Some(level) = row.level {
        return Some(Decimal::from(i64::from(level) + vary(&[unit, code, "level"], LEVEL_REACH)));
    }
    let actual = actual?;
    let reached = i64::from(row.plan?) + vary(&[unit, code, "plan"], REACH);
    Some(rounded(actual * Decimal::ONE_HUNDRED / Decimal::from(reached), actual))
}

/// The pledge for the coming year, if the row has one.
pub(crate) fn pledge(row: &Row, actual: Option<Decimal>, words: [&str; 2]) -> Option<Decimal> {
    let [unit, code] = words;
    if let Some(next) = row.next {
        return Some(Decimal::from(i64::from(next) + vary(&[unit, code, "next"], LEVEL_REACH)));
    }
    let actual = actual.filter(|_| row.plan.is_some())?;
    let growth = 100 + GROWTH.0 + vary(&[unit, code, "pledge"], GROWTH.1);
    Some(rounded(actual * Decimal::from(growth) / Decimal::ONE_HUNDRED, actual))
}

/// The nearest number that a planner would write, never the actual figure itself.
fn rounded(value: Decimal, actual: Decimal) -> Decimal {
    let step = Decimal::from(step(value));
    let near = (value / step).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let near = near * step;
    if near == actual { near + step } else { near }
}

/// The step in which planners count at this size.
fn step(value: Decimal) -> u32 {
    const STEPS: [(u32, u32); 4] = [(30, 1), (200, 5), (2_000, 10), (20_000, 50)];
    let fits = STEPS.iter().find(|(below, _)| value < Decimal::from(*below));
    fits.map_or(100, |(_, step)| *step)
}
