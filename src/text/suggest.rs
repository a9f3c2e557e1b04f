//! "Ý bạn là …?": the known name nearest to what was typed. Only ever a suggestion.

use strsim::jaro_winkler;
use strsim::osa_distance;

use crate::text::fold::fold;

/// The least likeness, from 0 to 1, at which a name is worth suggesting.
const FLOOR: f64 = 0.84;

/// One edit is forgiven for every so many letters.
const LETTERS_PER_EDIT: usize = 3;

/// The candidate most like `typed`, compared without case and diacritics; `None` if none is
/// near. Of equally near ones the first given wins.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(typed);
    let mut best: Option<(Nearness, &str)> = None;
    for candidate in candidates {
        let Some(nearness) = nearness(&typed, &fold(candidate)) else { continue };
        if best.is_none_or(|(nearest, _)| nearness.beats(nearest)) {
            best = Some((nearness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How near two texts are: fewer slips of the hand first (a swap of neighbours is one), likeness
/// between equals.
#[derive(Debug, Clone, Copy)]
struct Nearness {
    slips: usize,
    likeness: f64,
}

impl Nearness {
    fn beats(self, other: Self) -> bool {
        self.slips < other.slips || (self.slips == other.slips && self.likeness > other.likeness)
    }
}

/// How near two folded texts are; `None` if too unlike. Jaro-Winkler alone is generous to long
/// texts that share a beginning ("Quảng Nam", "Quảng Ninh"), hence the count of slips.
fn nearness(typed: &str, known: &str) -> Option<Nearness> {
    let (longer, shorter) = (typed.len().max(known.len()), typed.len().min(known.len()));
    let allowed = longer / LETTERS_PER_EDIT;
    if shorter == 0 || longer - shorter > allowed {
        return None;
    }
    let nearness =
        Nearness { slips: osa_distance(typed, known), likeness: jaro_winkler(typed, known) };
    (nearness.slips <= allowed && nearness.likeness >= FLOOR).then_some(nearness)
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
    fn codes_differ_by_one_slip() {
        let codes = ["TC01", "TC10", "TC17", "XD01"];
        for (typed, expected) in [("TC71", "TC17"), ("TC1O", "TC10"), ("XD1", "XD01")] {
            assert_eq!(nearest(typed, codes), Some(expected), "{typed}");
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
