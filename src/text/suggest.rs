//! "Ý bạn là …?": the known name nearest to what was typed. Only ever a suggestion.

use strsim::jaro_winkler;
use strsim::levenshtein;

use crate::text::fold::fold;

/// The least likeness, from 0 to 1, at which a name is worth suggesting.
const FLOOR: f64 = 0.84;

/// One edit is forgiven for every so many letters.
const LETTERS_PER_EDIT: usize = 3;

/// The candidate most like `typed`, compared without case and diacritics; `None` if none is
/// near. Of equally near ones the first given wins.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(typed);
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let Some(likeness) = likeness(&typed, &fold(candidate)) else { continue };
        if best.is_none_or(|(highest, _)| likeness > highest) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How like two folded texts are; `None` if too unlike. Jaro-Winkler alone is generous to long
/// texts that share a beginning ("Quảng Nam", "Quảng Ninh"), hence the second measure.
fn likeness(typed: &str, known: &str) -> Option<f64> {
    let (longer, shorter) = (typed.len().max(known.len()), typed.len().min(known.len()));
    let allowed = longer / LETTERS_PER_EDIT;
    if shorter == 0 || longer - shorter > allowed || levenshtein(typed, known) > allowed {
        return None;
    }
    Some(jaro_winkler(typed, known)).filter(|likeness| *likeness >= FLOOR)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAMES: [&str; 5] = ["Cao Bằng", "Đắk Lắk", "Quảng Nam", "Quảng Ninh", "Bắc Kạn"];

    #[test]
    fn suggestions() {
        for (typed, expected) in [
            ("Cao Bang", Some("Cao Bằng")),
            ("Cao Bắng", Some("Cao Bằng")),
            ("Cao Bag", Some("Cao Bằng")),
            ("cao  bagn", Some("Cao Bằng")),
            ("Đăk Lăk", Some("Đắk Lắk")),
            ("Dak Lac", Some("Đắk Lắk")),
            ("Quang Nin", Some("Quảng Ninh")),
            ("Bắc Cạn", Some("Bắc Kạn")),
            ("Lạng Sơn", None),
            ("Hà Nội", None),
            ("Quảng", None),
            ("", None),
            ("…", None),
        ] {
            assert_eq!(nearest(typed, NAMES), expected, "{typed:?}");
        }
    }

    #[test]
    fn the_first_of_equals_wins() {
        assert_eq!(nearest("hòa", ["hoà", "hòa"]), Some("hoà"));
        assert_eq!(nearest("abcd", ["abce", "abcf"]), Some("abce"));
        assert_eq!(nearest("abcd", []), None);
    }

    proptest! {
        #[test]
        fn a_suggestion_is_a_candidate(typed in any::<String>(), known in any::<String>()) {
            let found = nearest(&typed, [known.as_str()]);
            prop_assert!(found.is_none_or(|found| found == known));
        }
    }
}
