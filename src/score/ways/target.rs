//! By what was reached of a target (domain.md 3.2).

use rust_decimal::Decimal;

use crate::model::catalogue::Direction;
use crate::model::criteria::Curve;
use crate::model::criteria::TargetStep;
use crate::model::criteria::TargetWay;
use crate::model::criteria::Way;
use crate::model::figure::FigureId;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::reached;
use crate::model::reached::Reached;
use crate::model::scoreboard::HowCounted;
use crate::score::Context;
use crate::score::ways::figure;

/// The best figure of the cluster, for a criterion whose curve looks at it; of several units that
/// have it, the first.
pub(super) fn leader(context: Context<'_>, id: CriterionId) -> Option<FigureId> {
    let Way::Target(way) = &context.criteria[id].way else { return None };
    if way.curve != Curve::Leader {
        return None;
    }
    let direction = context.catalogue[way.indicator].direction;
    let mut best: Option<(FigureId, Decimal)> = None;
    for unit in context.campaign.unit_ids() {
        let id = figure(unit, way.indicator, Measure::Actual);
        let Some(value) = context.dataset.figure(id).value else { continue };
        if best.is_none_or(|(_, known)| is_better(direction, value, known)) {
            best = Some((id, value));
        }
    }
    best.map(|(id, _)| id)
}

fn is_better(direction: Direction, one: Decimal, other: Decimal) -> bool {
    match direction {
        Direction::Up => one > other,
        Direction::Down => one < other,
    }
}

pub(super) fn count(
    context: Context<'_>,
    unit: UnitId,
    way: &TargetWay,
    max: Decimal,
    leader: Option<FigureId>,
) -> Option<(Decimal, HowCounted)> {
    let value = |id: FigureId| context.dataset.figure(id).value;
    let (actual, target) =
        (figure(unit, way.indicator, Measure::Actual), figure(unit, way.indicator, way.against));
    let (done, aimed) = (value(actual)?, value(target)?);
    let reached = reached::reached(context.catalogue[way.indicator].direction, aimed, done);
    let share = match &way.curve {
        Curve::Proportional => proportional(reached),
        Curve::Steps(steps) => stepped(reached, steps),
        Curve::Leader => of_leader(reached, done, aimed, value(leader?)?)?,
    };
    let how = HowCounted::Target { actual, target, reached: reached.percent, leader };
    Some((max.checked_mul(share)?, how))
}

/// `min(1, reached)`; a target without a percentage is met or not.
fn proportional(reached: Reached) -> Decimal {
    match (reached.is_met(), reached.percent) {
        // A fall where growth was planned earns nothing, and takes nothing.
        (false, Some(percent)) => (percent / Decimal::ONE_HUNDRED).max(Decimal::ZERO),
        (false, None) => Decimal::ZERO,
        (true, _) => Decimal::ONE,
    }
}

/// The share of the highest step that was reached. Where there is no percentage a target that is met
/// counts as 100%, and one that is not as nothing.
fn stepped(reached: Reached, steps: &[TargetStep]) -> Decimal {
    let met = if reached.is_met() { Decimal::ONE_HUNDRED } else { Decimal::ZERO };
    let percent = reached.percent.unwrap_or(met);
    let highest = steps.iter().rev().find(|it| it.from <= percent);
    highest.map_or(Decimal::ZERO, |it| it.share / Decimal::ONE_HUNDRED)
}

/// `½·reached` below the target, `½` at it, `½ + ½·(actual − target)/(leader − target)` above, which
/// is everything for the leader. `None` for numbers beyond counting.
fn of_leader(
    reached: Reached,
    actual: Decimal,
    target: Decimal,
    leader: Decimal,
) -> Option<Decimal> {
    let half = Decimal::ONE / Decimal::TWO;
    if !reached.is_met() || actual == target {
        return Some(proportional(reached) * half);
    }
    let distance = leader.checked_sub(target)?;
    let beyond = actual.checked_sub(target)?.checked_div(distance)?;
    Some(half + beyond.min(Decimal::ONE) * half)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn at(direction: Direction, target: &str, actual: &str) -> Reached {
        reached::reached(direction, dec(target), dec(actual))
    }

    #[test]
    fn in_proportion_up_to_all() {
        let cases = [
            (Direction::Up, "200", "150", "0.75"),
            (Direction::Up, "200", "200", "1"),
            (Direction::Up, "200", "900", "1"),
            (Direction::Up, "200", "-10", "0"),
            (Direction::Up, "0", "0", "1"),
            (Direction::Up, "0", "-1", "0"),
            (Direction::Down, "2", "4", "0.5"),
            (Direction::Down, "2", "0", "1"),
            (Direction::Down, "0", "0", "1"),
            (Direction::Down, "0", "3", "0"),
        ];
        for (direction, target, actual, share) in cases {
            let found = proportional(at(direction, target, actual));
            assert_eq!(found, dec(share), "{direction:?} {target} {actual}");
        }
    }

    #[test]
    fn by_the_highest_step_that_was_reached() {
        let steps = [("70", "40"), ("80", "60"), ("100", "100")]
            .map(|(from, share)| TargetStep { from: dec(from), share: dec(share) });
        let cases = [
            ("69.99", "0"),
            ("70", "0.4"),
            ("79.99", "0.4"),
            ("80", "0.6"),
            ("99.99", "0.6"),
            ("100", "1"),
            ("250", "1"),
            ("0", "0"),
        ];
        for (actual, share) in cases {
            assert_eq!(stepped(at(Direction::Up, "100", actual), &steps), dec(share), "{actual}");
        }
        assert_eq!(stepped(at(Direction::Down, "0", "0"), &steps), Decimal::ONE);
        assert_eq!(stepped(at(Direction::Down, "0", "1"), &steps), Decimal::ZERO);
        let low = [TargetStep { from: Decimal::ZERO, share: dec("10") }];
        assert_eq!(stepped(at(Direction::Up, "100", "0"), &low), dec("0.1"));
    }

    #[test]
    fn half_at_the_target_and_the_rest_by_the_distance_to_the_leader() {
        let cases = [
            // Below the target: half of what was reached.
            (Direction::Up, "100", "80", "200", "0.4"),
            (Direction::Up, "100", "0", "200", "0"),
            // At the target: half.
            (Direction::Up, "100", "100", "200", "0.5"),
            // Above it, and not the leader: (150 - 100) / (200 - 100) of the other half.
            (Direction::Up, "100", "150", "200", "0.75"),
            (Direction::Up, "100", "110", "200", "0.55"),
            // The leader: everything.
            (Direction::Up, "100", "200", "200", "1"),
            (Direction::Up, "100", "101", "101", "1"),
            // The leader of the cluster below a target of its own.
            (Direction::Up, "100", "90", "90", "0.45"),
            // Less is better: a target of 4, the best unit at 0.
            (Direction::Down, "4", "8", "0", "0.25"),
            (Direction::Down, "4", "4", "0", "0.5"),
            (Direction::Down, "4", "1", "0", "0.875"),
            (Direction::Down, "4", "0", "0", "1"),
            (Direction::Down, "0", "0", "0", "0.5"),
        ];
        for (direction, target, actual, leader, share) in cases {
            let reached = at(direction, target, actual);
            let found = of_leader(reached, dec(actual), dec(target), dec(leader));
            assert_eq!(found, Some(dec(share)), "{direction:?} {target} {actual} {leader}");
        }
    }
}
