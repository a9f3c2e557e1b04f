//! The order of the Vietnamese alphabet.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu_collator::CollatorBorrowed;
use icu_collator::CollatorPreferences;
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_locale_core::locale;

static COLLATOR: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    let mut preferences = CollatorPreferences::from(locale!("vi"));
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    CollatorBorrowed::try_new(preferences, CollatorOptions::default())
        .expect("the collation data is compiled into the program")
});

/// Compares two texts in Vietnamese order (CLDR `vi`): ă, â, đ, ê, ô, ơ, ư are letters of their
/// own, tones only break ties, and digits compare as numbers (`CĐCS 9` before `CĐCS 10`). Texts
/// that the alphabet cannot tell apart follow their code points, so the order is total.
pub fn compare(a: &str, b: &str) -> Ordering {
    COLLATOR.compare(a, b).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Domain 6.1: the 34 provinces.
    const PROVINCES: &str = "An Giang, Bắc Ninh, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, \
        Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Nội, Hà Tĩnh, Hải Phòng, Hồ Chí Minh, Huế, \
        Hưng Yên, Khánh Hòa, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Nghệ An, Ninh Bình, \
        Phú Thọ, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên, Thanh Hóa, \
        Tuyên Quang, Vĩnh Long";

    /// Crates 8, domain 7.6: letters, tones, numbers.
    const LETTERS: &str =
        "An, Anh, ánh, Ăn, Ân, Ấn, CĐCS 9, CĐCS 10, Dương, Đà Nẵng, Ung, Ưng, Ứng";

    /// CLDR `vi`: ngang, huyền, hỏi, ngã, sắc, nặng.
    const TONES: &str = "a, à, ả, ã, á, ạ, ă, ằ, ẳ, ẵ, ắ, ặ, â, ầ, ẩ, ẫ, ấ, ậ, d, đ, o, ò, ô, ơ";

    #[test]
    fn golden_orders() {
        for golden in [PROVINCES, LETTERS, TONES] {
            let expected: Vec<&str> = golden.split(", ").collect();
            let mut sorted: Vec<&str> = expected.iter().rev().copied().collect();
            sorted.sort_by(|a, b| compare(a, b));
            assert_eq!(sorted, expected);
        }
    }

    #[test]
    fn ties_follow_code_points() {
        assert_eq!(compare("CĐCS 9", "CĐCS 09"), "CĐCS 9".cmp("CĐCS 09"));
        assert_eq!(compare("a", "a"), Ordering::Equal);
    }

    proptest! {
        #[test]
        fn both_directions_agree(a in any::<String>(), b in any::<String>()) {
            prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
            prop_assert_eq!(compare(&a, &b).is_eq(), a == b);
        }
    }
}
