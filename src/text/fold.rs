//! Keys for matching: two writings of one name fold to the same ASCII text.

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::text::normal::clean;

/// The longest slug, in characters.
const LONGEST_SLUG: usize = 40;

/// The slug of a text without a single letter or digit of the Latin alphabet.
const NAMELESS: &str = "khong-ten";

/// What may stand before the name of a province, longest first.
const UNIT_PREFIXES: &[&[&str]] = &[
    &["liên", "đoàn", "lao", "động"],
    &["thành", "phố"],
    &["t", "p"],
    &["lđlđ"],
    &["tỉnh"],
    &["tp"],
];

/// The key under which `text` is matched: lower case, no diacritics, đ as d, ASCII letters and
/// digits only. `Liên đoàn  Lao động` gives `liendoanlaodong`; hoà and hòa are equal.
///
/// A text without any such character gives the empty key, which must match nothing.
pub fn fold(text: &str) -> String {
    decomposed(text).chars().filter_map(ascii).collect()
}

/// The key of a unit's name without the words that may stand before it: `LĐLĐ tỉnh Cao Bằng`,
/// `TP. Hải Phòng` and `Hải Phòng` (rule of domain 7.2). A name made of nothing else keeps them.
pub fn fold_unit_name(name: &str) -> String {
    let name = clean(name);
    let words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut rest = words.as_slice();
    while let Some(prefix) = UNIT_PREFIXES.iter().find(|prefix| starts_with(rest, prefix)) {
        rest = &rest[prefix.len()..];
    }
    let key = fold(&rest.concat());
    if key.is_empty() { fold(&name) } else { key }
}

/// Whether `text` can name a file or a folder on every system: `[a-z0-9]+(-[a-z0-9]+)*`, at
/// most 40 characters, not a device name of Windows.
pub fn is_slug(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.len() <= LONGEST_SLUG && text.split('-').all(is_word) && !is_device(text)
}

/// A slug for `text`; the result always passes [`is_slug`]. Words that no longer fit are left
/// out, a text without letters becomes `khong-ten`.
pub fn slug(text: &str) -> String {
    // A mark vanishes inside its word; every other foreign character parts two words.
    let spaced: String = decomposed(text)
        .chars()
        .filter(|c| !is_mark(*c))
        .map(|c| ascii(c).unwrap_or(' '))
        .collect();
    let mut slug = String::new();
    for word in spaced.split_ascii_whitespace() {
        if slug.is_empty() {
            slug.extend(word.chars().take(LONGEST_SLUG));
        } else if slug.len() + 1 + word.len() <= LONGEST_SLUG {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    match slug {
        empty if empty.is_empty() => NAMELESS.to_owned(),
        device if is_device(&device) => format!("{device}-x"),
        slug => slug,
    }
}

/// Whether `words` begins with `prefix`, typed with all its diacritics or with none. `Tịnh` is
/// therefore not taken for `tỉnh`.
fn starts_with(words: &[String], prefix: &[&str]) -> bool {
    words.len() >= prefix.len()
        && words.iter().zip(prefix).all(|(word, part)| word == part || *word == fold(part))
}

/// Whether Windows keeps `name` for a device (Microsoft, "Naming Files, Paths, and Namespaces").
fn is_device(name: &str) -> bool {
    matches!(name, "con" | "nul" | "prn" | "aux")
        || ["com", "lpt"].iter().any(|port| {
            let number = name.strip_prefix(port).map(str::as_bytes);
            matches!(number, Some([b'0'..=b'9']))
        })
}

/// `text` cleaned, with every letter and its marks apart.
fn decomposed(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfkd().normalize(&clean(text)).into_owned()
}

/// The lower-case ASCII letter or digit for a decomposed character.
fn ascii(c: char) -> Option<char> {
    match c {
        // The stroke of đ is no combining mark: decomposition leaves it.
        'đ' | 'Đ' => Some('d'),
        c if c.is_ascii_alphanumeric() => Some(c.to_ascii_lowercase()),
        _ => None,
    }
}

/// Whether `c` is one of the combining marks that Vietnamese letters decompose into.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    /// The 34 provinces of 2025 and the 29 names that went with the mergers (domain 6.1).
    const PROVINCES: &str = "Hà Nội, Huế, Cao Bằng, Điện Biên, Hà Tĩnh, Lai Châu, Lạng Sơn, \
        Nghệ An, Quảng Ninh, Thanh Hóa, Sơn La, Tuyên Quang, Lào Cai, Thái Nguyên, Phú Thọ, \
        Bắc Ninh, Hưng Yên, Hải Phòng, Ninh Bình, Quảng Trị, Đà Nẵng, Quảng Ngãi, Gia Lai, \
        Khánh Hòa, Lâm Đồng, Đắk Lắk, Hồ Chí Minh, Đồng Nai, Tây Ninh, Cần Thơ, Vĩnh Long, \
        Đồng Tháp, Cà Mau, An Giang, Hà Giang, Yên Bái, Bắc Kạn, Vĩnh Phúc, Hòa Bình, \
        Bắc Giang, Thái Bình, Hải Dương, Hà Nam, Nam Định, Quảng Bình, Quảng Nam, Kon Tum, \
        Bình Định, Ninh Thuận, Đắk Nông, Bình Thuận, Phú Yên, Bình Dương, Bà Rịa - Vũng Tàu, \
        Bình Phước, Long An, Sóc Trăng, Hậu Giang, Bến Tre, Trà Vinh, Tiền Giang, Bạc Liêu, \
        Kiên Giang";

    #[test]
    fn keys() {
        for (text, key) in [
            ("", ""),
            ("— …", ""),
            ("Liên đoàn  Lao động", "liendoanlaodong"),
            ("hoà", "hoa"),
            ("hòa", "hoa"),
            ("thuý Ủy UỶ", "thuyuyuy"),
            ("Ðà Nẵng", "danang"),
            ("Đà Na\u{306}\u{303}ng", "danang"),
            ("ＴＰ．１", "tp1"),
            ("ĐVT: 1.000 đồng", "dvt1000dong"),
        ] {
            assert_eq!(fold(text), key, "{text:?}");
        }
    }

    #[test]
    fn unit_names_lose_the_words_before_them() {
        for (name, key) in [
            ("Cao Bằng", "caobang"),
            ("LĐLĐ tỉnh Cao Bằng", "caobang"),
            ("Liên đoàn Lao động tỉnh Cao Bằng", "caobang"),
            ("LIÊN ĐOÀN LAO ĐỘNG TỈNH CAO BẰNG", "caobang"),
            ("LIEN DOAN LAO DONG TINH CAO BANG", "caobang"),
            ("Tỉnh Cao Bằng", "caobang"),
            ("LĐLĐ thành phố Đà Nẵng", "danang"),
            ("LĐLĐ TP. Đà Nẵng", "danang"),
            ("TP.Đà Nẵng", "danang"),
            ("T.P Đà Nẵng", "danang"),
            ("Thành phố Hồ Chí Minh", "hochiminh"),
            ("TP.HCM", "hcm"),
            ("Hà Tĩnh", "hatinh"),
            ("Tịnh Biên", "tinhbien"),
            ("BÀ RỊA – VŨNG TÀU", "bariavungtau"),
            ("LĐLĐ tỉnh", "ldldtinh"),
            ("", ""),
        ] {
            assert_eq!(fold_unit_name(name), key, "{name:?}");
        }
    }

    #[test]
    fn no_two_provinces_share_a_key() {
        let keys: BTreeSet<String> = PROVINCES.split(", ").map(fold_unit_name).collect();
        assert_eq!(keys.len(), 63);
    }

    #[test]
    fn slugs() {
        for (text, expected) in [
            ("Cao Bằng", "cao-bang"),
            ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
            ("  TP.HCM (2025) ", "tp-hcm-2025"),
            ("", "khong-ten"),
            ("***", "khong-ten"),
            ("Con", "con-x"),
            ("LPT1", "lpt1-x"),
            (
                "Cụm thi đua LĐLĐ các tỉnh miền Trung và Tây Nguyên",
                "cum-thi-dua-ldld-cac-tinh-mien-trung-va",
            ),
        ] {
            assert_eq!(slug(text), expected, "{text:?}");
        }
        for refused in ["", "-", "a-", "-a", "a--b", "A", "é", "con", "com1", "a_b", "a b"] {
            assert!(!is_slug(refused), "{refused:?}");
        }
        assert!(is_slug(&"a".repeat(40)) && !is_slug(&"a".repeat(41)));
        assert!(is_slug("con-1") && is_slug("com10") && is_slug("000"));
    }

    proptest! {
        #[test]
        fn folding_is_stable_and_slugs_are_slugs(text in any::<String>()) {
            let key = fold(&text);
            prop_assert_eq!(fold(&key), key);
            prop_assert!(is_slug(&slug(&text)));
            prop_assert_eq!(slug(&slug(&text)), slug(&text));
            let _ = fold_unit_name(&text);
        }
    }
}
