//! What "đạt" means: one rule for points, papers and common levels.

use rust_decimal::Decimal;

use crate::model::catalogue::Direction;

/// What was reached of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// On which side of the target.
    pub side: Side,
    /// Percent of the target, by the direction: what was done of what was aimed at where more is
    /// better, the reverse where less is. 100 at the target, more above it. `None` where a share
    /// says nothing: a target of zero or below, or nothing done where less is better.
    pub percent: Option<Decimal>,
}

/// On which side of a target, by the direction: `Above` is better, whichever way that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Chưa đạt.
    Below,
    /// Đạt.
    At,
    /// Vượt.
    Above,
}

impl Reached {
    /// Whether the target is met: đạt.
    #[must_use]
    pub fn is_met(self) -> bool {
        self.side != Side::Below
    }
}

/// What `actual` reached of `target`.
///
/// A target of zero is met by anything where more is better, and only by nothing where less is
/// (`không để xảy ra`): there is no percentage of zero.
#[must_use]
pub fn reached(direction: Direction, target: Decimal, actual: Decimal) -> Reached {
    let (more, of, by) = match direction {
        Direction::Up => (actual.cmp(&target), actual, target),
        Direction::Down => (target.cmp(&actual), target, actual),
    };
    let side = match more {
        std::cmp::Ordering::Less => Side::Below,
        std::cmp::Ordering::Equal => Side::At,
        std::cmp::Ordering::Greater => Side::Above,
    };
    let says = target > Decimal::ZERO && by > Decimal::ZERO;
    let percent = says.then(|| of.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(by)).flatten();
    Reached { side, percent }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_table_of_targets() {
        use Direction::Down;
        use Direction::Up;
        let cases = [
            // More is better.
            (Up, "200", "150", Side::Below, Some("75")),
            (Up, "200", "200", Side::At, Some("100")),
            (Up, "200", "300", Side::Above, Some("150")),
            (Up, "85", "0", Side::Below, Some("0")),
            // Nothing was asked: whatever was done meets it, and is no share of nothing.
            (Up, "0", "0", Side::At, None),
            (Up, "0", "5", Side::Above, None),
            (Up, "0", "-5", Side::Below, None),
            // A fall was planned: -80 is better than -100, and 80% of it would say the reverse.
            (Up, "-100", "-80", Side::Above, None),
            (Up, "-100", "-120", Side::Below, None),
            // A fall where growth was planned.
            (Up, "100", "-50", Side::Below, Some("-50")),
            // Less is better.
            (Down, "2", "4", Side::Below, Some("50")),
            (Down, "2", "2", Side::At, Some("100")),
            (Down, "2", "1.6", Side::Above, Some("125")),
            (Down, "2", "0", Side::Above, None),
            (Down, "0", "0", Side::At, None),
            (Down, "0", "1", Side::Below, None),
        ];
        for (direction, target, actual, side, percent) in cases {
            let found = reached(direction, dec(target), dec(actual));
            let expected = Reached { side, percent: percent.map(dec) };
            assert_eq!(found, expected, "{direction:?} {target} {actual}");
            assert_eq!(found.is_met(), side != Side::Below);
        }
    }

    proptest! {
        #[test]
        fn a_percentage_agrees_with_the_side(
            target in 0_i64..1_000_000,
            actual in 0_i64..1_000_000,
            up: bool,
        ) {
            let direction = if up { Direction::Up } else { Direction::Down };
            let found = reached(direction, Decimal::from(target), Decimal::from(actual));
            if let Some(percent) = found.percent {
                let by_percent = match percent.cmp(&Decimal::ONE_HUNDRED) {
                    std::cmp::Ordering::Less => Side::Below,
                    std::cmp::Ordering::Equal => Side::At,
                    std::cmp::Ordering::Greater => Side::Above,
                };
                prop_assert_eq!(found.side, by_percent);
            }
        }
    }

    #[test]
    fn numbers_beyond_counting_have_no_percentage() {
        assert_eq!(reached(Direction::Up, Decimal::ONE, Decimal::MAX).percent, None);
    }
}
