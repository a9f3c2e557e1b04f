//! Keys of the names of units: what is left of a name without the words that may stand around it,
//! with its marks and without.

use crate::text::fold::fold;
use crate::text::lookalike;
use crate::text::normal;

/// What may stand before the name of a province, longest first, and what it says of the place.
const BEFORE: &[(&[&str], Option<Rank>)] = &[
    (&["liên", "đoàn", "lao", "động"], None),
    (&["ban", "thường", "vụ"], None),
    (&["ban", "chấp", "hành"], None),
    (&["thành", "phố"], Some(Rank::City)),
    (&["công", "đoàn"], None),
    (&["cđ", "tỉnh"], Some(Rank::Province)),
    (&["cđ", "tp"], Some(Rank::City)),
    (&["t", "p"], Some(Rank::City)),
    (&["thủ", "đô"], None),
    (&["lđlđ"], None),
    (&["btv"], None),
    (&["tỉnh"], Some(Rank::Province)),
    (&["tp"], Some(Rank::City)),
    (&["t"], Some(Rank::Province)),
];

/// What may stand behind it, in English.
const BEHIND: &[(&str, Rank)] = &[("province", Rank::Province), ("city", Rank::City)];

/// What a name says of the place: a province, or a city, which may be one inside a province.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Tỉnh.
    Province,
    /// Thành phố.
    City,
}

/// The name of a unit, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitName {
    /// Keys to look it up by, from the strictest to the loosest: the whole name with its marks, the
    /// name proper with its marks, both without marks, and the name proper with y as i.
    pub keys: [String; 5],
    /// What it says of the place.
    pub rank: Option<Rank>,
}

impl UnitName {
    /// Takes a name apart.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let words = words(name);
        let (core, rank) = core(&words);
        let bare = fold(&core.concat());
        Self {
            keys: [
                marked(&words),
                marked(core),
                fold(&words.concat()),
                bare.clone(),
                bare.replace('y', "i"),
            ],
            rank,
        }
    }

    /// The key of the name proper without marks: `LĐLĐ tỉnh Cao Bằng`, `TP. Hải Phòng` and
    /// `Hải Phòng` lose the words before the name (rule of domain 7.2).
    #[must_use]
    pub fn bare(&self) -> &str {
        &self.keys[3]
    }
}

/// The first letters of the words of a name proper: `QN` for Quảng Nam and Quảng Ngãi.
#[must_use]
pub fn initials(name: &str) -> String {
    let words = words(name);
    core(&words).0.iter().filter_map(|word| fold(word).chars().next()).collect()
}

/// Words in small Latin letters.
fn words(name: &str) -> Vec<String> {
    let latin: String = normal::clean(name).chars().map(lookalike::latin).collect();
    latin
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The words of the name proper; all of them if nothing else would be left.
fn core(words: &[String]) -> (&[String], Option<Rank>) {
    let (mut rest, mut rank) = (words, None);
    while let Some((prefix, says)) = BEFORE.iter().find(|(it, _)| starts_with(rest, it)) {
        rest = &rest[prefix.len()..];
        rank = says.or(rank);
    }
    if let [before @ .., last] = rest
        && let Some((_, says)) = BEHIND.iter().find(|(word, _)| word == last)
    {
        rest = before;
        rank = Some(*says);
    }
    if rest.is_empty() { (words, rank) } else { (rest, rank) }
}

/// Whether `words` begins with `prefix`, typed with all its marks, with its tone elsewhere, or with
/// no marks. `Tịnh` is therefore not taken for `tỉnh`.
fn starts_with(words: &[String], prefix: &[&str]) -> bool {
    let same = |word: &String, part: &str| {
        *word == fold(part) || with_tones_last(word) == with_tones_last(part)
    };
    words.len() >= prefix.len() && words.iter().zip(prefix).all(|(word, part)| same(word, part))
}

/// Words as one key that keeps the marks; the tone of a word stands behind it, so that it does not
/// matter on which vowel it was typed (hoà, hòa).
fn marked(words: &[String]) -> String {
    words.iter().map(|word| with_tones_last(word)).collect()
}

fn with_tones_last(word: &str) -> String {
    let (tones, letters): (Vec<char>, Vec<char>) =
        normal::apart(word).chars().partition(|c| normal::TONES.contains(c));
    letters.into_iter().chain(tones).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_lose_the_words_around_them() {
        for (name, key, rank) in [
            ("Cao Bằng", "caobang", None),
            ("LĐLĐ tỉnh Cao Bằng", "caobang", Some(Rank::Province)),
            ("LĐLĐ T.Cao Bằng", "caobang", Some(Rank::Province)),
            ("CĐ tỉnh Cao Bằng", "caobang", Some(Rank::Province)),
            ("Công đoàn tỉnh Cao Bằng", "caobang", Some(Rank::Province)),
            ("BTV LĐLĐ tỉnh Cao Bằng", "caobang", Some(Rank::Province)),
            ("Liên đoàn Lao động tỉnh Cao Bằng", "caobang", Some(Rank::Province)),
            ("LIÊN ĐOÀN LAO ĐỘNG TỈNH CAO BẰNG", "caobang", Some(Rank::Province)),
            ("LIEN DOAN LAO DONG TINH CAO BANG", "caobang", Some(Rank::Province)),
            ("Tỉnh Cao Bằng", "caobang", Some(Rank::Province)),
            ("Cao Bang Province", "caobang", Some(Rank::Province)),
            ("LĐLĐ thành phố Đà Nẵng", "danang", Some(Rank::City)),
            ("LĐLĐ TP. Đà Nẵng", "danang", Some(Rank::City)),
            ("TP.Đà Nẵng", "danang", Some(Rank::City)),
            ("T.P Đà Nẵng", "danang", Some(Rank::City)),
            ("Thủ đô Hà Nội", "hanoi", None),
            ("Thành phố Hồ Chí Minh", "hochiminh", Some(Rank::City)),
            ("TP.HCM", "hcm", Some(Rank::City)),
            ("Hà Tĩnh", "hatinh", None),
            ("Tịnh Biên", "tinhbien", None),
            ("BÀ RỊA – VŨNG TÀU", "bariavungtau", None),
            ("LĐLĐ tỉnh", "ldldtinh", Some(Rank::Province)),
            ("", "", None),
        ] {
            let found = UnitName::of(name);
            assert_eq!((found.bare(), found.rank), (key, rank), "{name:?}");
        }
    }

    #[test]
    fn marks_are_kept_where_they_can_be() {
        let key = |name: &str| UnitName::of(name).keys[1].clone();
        assert_eq!(key("Hoà Bình"), key("LĐLĐ tỉnh Hòa Bình"));
        assert_ne!(key("Hà Nam"), key("Hà Năm"));
        assert_ne!(key("Hà Nam"), key("Ha Nam"));
        assert_eq!(UnitName::of("Lí Sơn").keys[4], UnitName::of("Lý Sơn").keys[4]);
        assert_eq!(initials("LĐLĐ tỉnh Bà Rịa - Vũng Tàu"), "brvt");
    }

    proptest! {
        #[test]
        fn no_name_is_too_odd(text in any::<String>()) {
            let _ = (UnitName::of(&text), initials(&text));
        }
    }
}
