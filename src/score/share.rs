//! Parts of a whole held against a percentage that people wrote.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::text::number;

/// How `part` of `whole` compares with `percent` of it; `None` without a whole.
///
/// Who writes 66,67 means two thirds: four of six members are two thirds, though less than 66,67%.
pub(super) fn compare(part: u32, whole: u32, percent: Decimal) -> Option<Ordering> {
    let (part, whole) = (Decimal::from(part), Decimal::from(whole));
    if whole.is_zero() {
        return None;
    }
    if let Some(thirds) = thirds(percent) {
        return Some((part * Decimal::from(3)).cmp(&(whole * thirds)));
    }
    Some((part * Decimal::ONE_HUNDRED).cmp(&percent.checked_mul(whole)?))
}

/// How many thirds a percentage stands for: one or two, rounded or cut off at its last digit.
fn thirds(percent: Decimal) -> Option<Decimal> {
    let decimals = percent.normalize().scale();
    [Decimal::ONE, Decimal::TWO].into_iter().find(|it| {
        let exact = *it * Decimal::ONE_HUNDRED / Decimal::from(3);
        let written = percent.normalize();
        decimals > 0
            && (written == number::rounded(exact, decimals)
                || written == exact.trunc_with_scale(decimals))
    })
}

/// Percent, as it is told; `None` without a whole.
pub(super) fn percent(part: u32, whole: u32) -> Option<Decimal> {
    (Decimal::from(part) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact_and_thirds_are_thirds() {
        use Ordering::Equal;
        use Ordering::Greater;
        use Ordering::Less;
        let cases = [
            (4, 6, "66.67", Equal),
            (4, 6, "66.7", Equal),
            (4, 6, "66.66", Equal),
            (3, 6, "66.67", Less),
            (5, 6, "66.67", Greater),
            (2, 6, "33.33", Equal),
            (2, 6, "33.3", Equal),
            // Without decimals it is what it says.
            (4, 6, "66", Greater),
            (4, 6, "67", Less),
            (3, 6, "50", Equal),
            (3, 6, "50.00", Equal),
            (6, 6, "100", Equal),
            (1, 200, "0.5", Equal),
            (0, 6, "0", Equal),
        ];
        for (part, whole, percent, expected) in cases {
            let found = compare(part, whole, percent.parse().unwrap());
            assert_eq!(found, Some(expected), "{part}/{whole} {percent}");
        }
        assert_eq!(compare(0, 0, Decimal::ZERO), None);
        assert_eq!(percent(1, 4), Some(Decimal::from(25)));
        assert_eq!(percent(1, 0), None);
    }
}
