//! Money. Amounts are kept in đồng; units exist only in workbooks and on paper.

use rust_decimal::Decimal;
use serde::Deserialize;
use serde::Serialize;

use crate::text::fold::fold;
use crate::text::number::plain;

/// The most decimals of an amount in a larger unit; beyond it the smaller unit reads better.
const MOST_DECIMALS: u32 = 3;

/// A unit in which offices write money (domain 7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MoneyUnit {
    /// Đồng, the unit in which amounts are kept.
    #[serde(rename = "dong")]
    Dong,
    /// Nghìn (ngàn) đồng, 10^3.
    #[serde(rename = "nghin")]
    Thousand,
    /// Triệu đồng, 10^6.
    #[serde(rename = "trieu")]
    Million,
    /// Tỷ đồng, 10^9.
    #[serde(rename = "ty")]
    Billion,
}

impl MoneyUnit {
    /// Every unit, the largest first.
    pub const ALL: [Self; 4] = [Self::Billion, Self::Million, Self::Thousand, Self::Dong];

    /// How many đồng one unit is.
    pub fn factor(self) -> Decimal {
        Decimal::from(10_u64.pow(self.power()))
    }

    /// The unit as it is printed, in the spelling "tỷ" of the house.
    pub fn label(self) -> &'static str {
        match self {
            Self::Dong => "đồng",
            Self::Thousand => "nghìn đồng",
            Self::Million => "triệu đồng",
            Self::Billion => "tỷ đồng",
        }
    }

    /// The unit that the head of a column names: `ĐVT: triệu đồng`, `1.000 đồng`, `tỉ đồng`,
    /// `tr.đ`. `None` if the label says anything else, such as `đồng/người`.
    pub fn from_label(label: &str) -> Option<Self> {
        let key = fold(label);
        let key =
            ["donvitinh", "dvt"].iter().find_map(|head| key.strip_prefix(head)).unwrap_or(&key);
        let scale = ["dong", "vnd", "d"].iter().find_map(|unit| key.strip_suffix(unit));
        match scale.unwrap_or(key) {
            "" if scale.is_some() => Some(Self::Dong),
            "nghin" | "ngan" | "1000" => Some(Self::Thousand),
            "trieu" | "tr" | "1000000" => Some(Self::Million),
            "ty" | "ti" | "1000000000" => Some(Self::Billion),
            _ => None,
        }
    }

    /// The power of ten of [`Self::factor`].
    fn power(self) -> u32 {
        match self {
            Self::Dong => 0,
            Self::Thousand => 3,
            Self::Million => 6,
            Self::Billion => 9,
        }
    }

    /// `dong` in this unit, exact; `None` if a [`Decimal`] has no room for the decimals.
    fn scaled(self, dong: Decimal) -> Option<Decimal> {
        // Moving the point is exact where a division may round.
        let dong = dong.normalize();
        let moved = Decimal::try_from_i128_with_scale(dong.mantissa(), dong.scale() + self.power());
        moved.ok().map(|scaled| scaled.normalize())
    }
}

/// An amount of đồng as a figure and the unit it is in. The figure is always exact: it is in the
/// largest unit in which it is 1 or more and has at most three decimals, else in đồng.
/// 16.200.000.000 gives `16,2` and tỷ; 16.248.500.000 gives `16.248,5` and triệu.
pub fn in_words_of_scale(dong: Decimal) -> (String, MoneyUnit) {
    let fits = |unit: MoneyUnit| {
        let figure = unit.scaled(dong)?;
        let fits = figure.abs() >= Decimal::ONE && figure.scale() <= MOST_DECIMALS;
        fits.then(|| (plain(figure), unit))
    };
    MoneyUnit::ALL.into_iter().find_map(fits).unwrap_or_else(|| (plain(dong), MoneyUnit::Dong))
}

/// An amount of đồng as it is printed, exact: `16,2 tỷ đồng`, `15 đồng`.
pub fn money(dong: Decimal) -> String {
    let (figure, unit) = in_words_of_scale(dong);
    format!("{figure} {}", unit.label())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts() {
        for (dong, shown) in [
            ("16200000000", "16,2 tỷ đồng"),
            ("16000000000", "16 tỷ đồng"),
            ("16248500000", "16.248,5 triệu đồng"),
            ("16248000000", "16,248 tỷ đồng"),
            ("1500000000000", "1.500 tỷ đồng"),
            ("999000000", "999 triệu đồng"),
            ("500000", "500 nghìn đồng"),
            ("1000000", "1 triệu đồng"),
            ("15", "15 đồng"),
            ("0", "0 đồng"),
            ("-0", "0 đồng"),
            ("-16200000000", "-16,2 tỷ đồng"),
            ("0.5", "0,5 đồng"),
            ("1234.56789", "1.234,56789 đồng"),
            ("0.0000000000000000000000000001", "0,0000000000000000000000000001 đồng"),
        ] {
            assert_eq!(money(dong.parse().unwrap()), shown);
        }
    }

    #[test]
    fn labels() {
        use MoneyUnit::*;
        for (label, unit) in [
            ("đồng", Some(Dong)),
            ("Đồng", Some(Dong)),
            ("VNĐ", Some(Dong)),
            ("(đ)", Some(Dong)),
            ("ĐVT: đồng", Some(Dong)),
            ("nghìn đồng", Some(Thousand)),
            ("ngàn đồng", Some(Thousand)),
            ("1.000 đồng", Some(Thousand)),
            ("1000đ", Some(Thousand)),
            ("triệu đồng", Some(Million)),
            ("Đơn vị tính: Triệu đồng", Some(Million)),
            ("tr.đ", Some(Million)),
            ("trđ", Some(Million)),
            ("triệu", Some(Million)),
            ("1.000.000 đ", Some(Million)),
            ("tỷ đồng", Some(Billion)),
            ("tỉ đồng", Some(Billion)),
            ("", None),
            ("%", None),
            ("người", None),
            ("đồng/người", None),
            ("ĐVT:", None),
        ] {
            assert_eq!(MoneyUnit::from_label(label), unit, "{label:?}");
        }
        for unit in MoneyUnit::ALL {
            assert_eq!(MoneyUnit::from_label(unit.label()), Some(unit));
        }
    }

    #[test]
    fn units_are_kept_by_their_plain_names() {
        let text = serde_json::to_string(&MoneyUnit::ALL).unwrap();
        assert_eq!(text, r#"["ty","trieu","nghin","dong"]"#);
        assert_eq!(serde_json::from_str::<[MoneyUnit; 4]>(&text).unwrap(), MoneyUnit::ALL);
    }

    proptest! {
        #[test]
        fn every_amount_can_be_printed(
            [a, b, c] in any::<[u32; 3]>(), minus in any::<bool>(), scale in 0_u32..=28,
        ) {
            let amount = Decimal::from_parts(a, b, c, minus, scale);
            prop_assert!(money(amount).ends_with("đồng"));
        }
    }
}
