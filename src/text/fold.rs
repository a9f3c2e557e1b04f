//! Keys for matching: two writings of one name fold to the same ASCII text.

use std::ops::Range;
use std::sync::LazyLock;

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::text::lookalike;
use crate::text::normal::clean;

/// The longest slug, in characters.
const LONGEST_SLUG: usize = 40;

/// The slug of a text without a single letter or digit of the Latin alphabet.
const NAMELESS: &str = "khong-ten";

/// The key under which `text` is matched: lower case, no diacritics, đ as d, ASCII letters and
/// digits only. `Liên đoàn  Lao động` gives `liendoanlaodong`; hoà and hòa are equal.
///
/// A text without any such character gives the empty key, which must match nothing.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        match LETTERS.alone(c) {
            Alone::Key(ascii) => key.push(char::from(ascii)),
            Alone::Nothing => {}
            // A mark of its own, or a letter of another script: what it becomes depends on its neighbours.
            Alone::Unknown => return whole(text),
        }
    }
    key
}

/// The key of a text as a whole.
fn whole(text: &str) -> String {
    decomposed(text).chars().filter_map(ascii).collect()
}

/// What becomes of characters that stand for themselves, whatever stands beside them: letters of Vietnamese with
/// their marks, digits, signs. Nearly every text holds nothing else, and workbooks are folded cell by cell.
static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let key = |c: u32| char::from_u32(c).map_or(Alone::Unknown, Alone::of);
    Letters { latin: LATIN.map(key).collect(), additional: ADDITIONAL.map(key).collect() }
});

/// Latin with its supplements, without the marks that combine.
const LATIN: Range<u32> = 0..0x300;

/// Latin Extended Additional, in which most letters with a tone lie.
const ADDITIONAL: Range<u32> = 0x1E00..0x1F00;

struct Letters {
    latin: Vec<Alone>,
    additional: Vec<Alone>,
}

/// What becomes of a character by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alone {
    /// One letter or digit of the key.
    Key(u8),
    /// Nothing.
    Nothing,
    /// It must be seen with its neighbours.
    Unknown,
}

impl Alone {
    fn of(c: char) -> Self {
        match whole(&c.to_string()).as_bytes() {
            [] => Self::Nothing,
            [only] => Self::Key(*only),
            _ => Self::Unknown,
        }
    }
}

impl Letters {
    fn alone(&self, c: char) -> Alone {
        let c = u32::from(c);
        let found = if LATIN.contains(&c) {
            self.latin.get(c as usize)
        } else {
            c.checked_sub(ADDITIONAL.start).and_then(|it| self.additional.get(it as usize))
        };
        found.copied().unwrap_or(Alone::Unknown)
    }
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
    let latin: String = clean(text).chars().map(lookalike::latin).collect();
    DecomposingNormalizerBorrowed::new_nfkd().normalize(&latin).into_owned()
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
    use proptest::prelude::*;

    use super::*;

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
            ("Саo Вằng", "caobang"),
            ("ТС12", "tc12"),
            ("Ɖộc lập", "doclap"),
        ] {
            assert_eq!(fold(text), key, "{text:?}");
        }
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
        fn what_stands_for_itself_folds_as_in_the_whole(
            text in "([a-zA-Z0-9 .,;:!?%()\\-]|[À-ỹ]|[\u{0}-\u{500}]|[ạ-ỹ]|[\u{300}-\u{323}]){0,40}"
        ) {
            prop_assert_eq!(fold(&text), whole(&text));
        }

        #[test]
        fn folding_is_stable_and_slugs_are_slugs(text in any::<String>()) {
            let key = fold(&text);
            prop_assert_eq!(fold(&key), key);
            prop_assert!(is_slug(&slug(&text)));
            prop_assert_eq!(slug(&slug(&text)), slug(&text));
        }
    }
}
