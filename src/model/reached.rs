//! How far a target was reached, by the way in which an indicator gets better.

use rust_decimal::Decimal;

use crate::model::catalogue::Direction;

/// What was reached of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Whether the target was reached.
    pub is_met: bool,
    /// How much of it was reached, in percent: what was done by the target, or the target by what
    /// was done where less is better. `None` where no percentage says it: one of them is nothing or
    /// less, such as a target of no accidents.
    pub percent: Option<Decimal>,
}

/// What was reached of a target, for what should be high or low.
///
/// A target of nothing is reached by any amount where more is better, and by nothing alone where
/// less is; neither is a percentage.
#[must_use]
pub fn reached(direction: Direction, target: Decimal, actual: Decimal) -> Reached {
    let (is_met, of, by) = match direction {
        Direction::Up => (actual >= target, actual, target),
        Direction::Down => (actual <= target, target, actual),
    };
    let is_amount = by > Decimal::ZERO && of >= Decimal::ZERO;
    let percent = of.checked_mul(Decimal::ONE_HUNDRED).and_then(|it| it.checked_div(by));
    Reached { is_met, percent: percent.filter(|_| is_amount) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_and_nothing() {
        for (direction, target, actual, is_met, percent) in [
            (Direction::Up, 200, 250, true, Some(125)),
            (Direction::Up, 200, 200, true, Some(100)),
            (Direction::Up, 200, 50, false, Some(25)),
            (Direction::Up, 200, 0, false, Some(0)),
            (Direction::Up, 0, 7, true, None),
            (Direction::Up, 0, 0, true, None),
            (Direction::Up, -5, -3, true, None),
            (Direction::Up, 5, -3, false, None),
            (Direction::Down, 10, 8, true, Some(125)),
            (Direction::Down, 10, 10, true, Some(100)),
            (Direction::Down, 10, 40, false, Some(25)),
            (Direction::Down, 10, 0, true, None),
            (Direction::Down, 0, 0, true, None),
            (Direction::Down, 0, 4, false, Some(0)),
        ] {
            let reached = reached(direction, Decimal::from(target), Decimal::from(actual));
            let expected = Reached { is_met, percent: percent.map(Decimal::from) };
            assert_eq!(reached, expected, "{direction:?} {target} {actual}");
        }
    }
}
