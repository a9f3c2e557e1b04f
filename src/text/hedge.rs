//! Honest hedging: "gần 40 tỷ" is said only of less, "trên 24.000" only of more (domain 0.10).

use rust_decimal::Decimal;

/// The word of the house for "more than".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Above {
    /// `trên`
    Tren,
    /// `hơn`
    Hon,
}

impl Above {
    /// The word itself.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tren => "trên",
            Self::Hon => "hơn",
        }
    }
}

/// A figure and the word that makes it true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hedged {
    /// `gần`, `trên` or `hơn`; `None` if the figure is exact.
    pub word: Option<&'static str>,
    /// The figure to print, in the unit of the value.
    pub shown: Decimal,
}

/// `value` as the nearest multiple of `step`, a half upward, with the word that makes it true:
/// `gần` before a larger figure, `above` before a smaller one, none before an exact one.
///
/// A value below one step (a negative one too) or a step that is not positive gives the exact
/// value: there is nothing to round to.
pub fn hedged(value: Decimal, step: Decimal, above: Above) -> Hedged {
    let shown = nearest(value, step).unwrap_or(value).normalize();
    let word = if shown > value {
        Some("gần")
    } else if shown < value {
        Some(above.word())
    } else {
        None
    };
    Hedged { word, shown }
}

/// The multiple of `step` nearest to `value`; `None` if there is none to show or no room for it.
fn nearest(value: Decimal, step: Decimal) -> Option<Decimal> {
    if step <= Decimal::ZERO || value < step {
        return None;
    }
    let over = value.checked_rem(step)?;
    let below = value.checked_sub(over)?;
    let short = step.checked_sub(over)?;
    let shown = if over < short { below } else { below.checked_add(step)? };
    // Sums of numbers of 28 digits may lose the last one; then the exact value is safer.
    (shown.checked_rem(step)?.is_zero()).then_some(shown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn words_follow_the_value() {
        for (value, step, word, shown) in [
            ("39.6", "1", Some("gần"), "40"),
            ("24312", "1000", Some("trên"), "24000"),
            ("24000", "1000", None, "24000"),
            ("24500", "1000", Some("gần"), "25000"),
            ("9692", "1", None, "9692"),
            ("999", "1000", None, "999"),
            ("0", "10", None, "0"),
            ("-24312", "1000", None, "-24312"),
            ("24312", "0", None, "24312"),
            ("24312", "-1000", None, "24312"),
            ("16.248", "0.1", Some("trên"), "16.2"),
            ("1.25", "0.5", Some("gần"), "1.5"),
        ] {
            let expected = Hedged { word, shown: dec(shown) };
            assert_eq!(hedged(dec(value), dec(step), Above::Tren), expected, "{value}");
        }
        assert_eq!(hedged(dec("301"), dec("100"), Above::Hon).word, Some("hơn"));
        assert_eq!(hedged(Decimal::MAX, dec("10"), Above::Hon).word, None);
    }

    /// Any decimal at all, and the everyday ones more often.
    fn decimals() -> impl Strategy<Value = Decimal> {
        prop_oneof![
            (any::<i32>(), 0_u32..6).prop_map(|(size, scale)| Decimal::new(size.into(), scale)),
            (any::<[u32; 3]>(), any::<bool>(), 0_u32..=28)
                .prop_map(|([a, b, c], minus, scale)| Decimal::from_parts(a, b, c, minus, scale)),
        ]
    }

    proptest! {
        #[test]
        fn the_word_is_always_true(value in decimals(), step in decimals()) {
            let Hedged { word, shown } = hedged(value, step, Above::Tren);
            match word {
                Some("gần") => prop_assert!(value < shown),
                Some(_) => prop_assert!(value > shown),
                None => prop_assert_eq!(value, shown),
            }
            if word.is_some() {
                prop_assert!((shown - value).abs() <= step / Decimal::TWO);
                prop_assert!((shown % step).is_zero() && shown > Decimal::ZERO);
            }
        }
    }
}
