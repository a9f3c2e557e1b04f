//! Spellings that are both right, and wrong beside each other: tỷ and tỉ, hòa and hoà.

use std::collections::BTreeMap;

use crate::text::fold;
use crate::text::provinces;

/// A word in two spellings of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mixed {
    /// Spelling of the house, or the one that stands more often.
    pub keep: String,
    /// The other one.
    pub other: String,
}

/// Tones on the first vowel, as the house writes open syllables: hòa, khỏe, ủy.
const FIRST: [&str; 15] =
    ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"];

/// The same tones on the second vowel.
const SECOND: [&str; 15] =
    ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"];

/// Words that are written with y by the house and with i by others.
const WITH_Y: [(&str, &str); 6] =
    [("tỷ", "tỉ"), ("kỷ", "kỉ"), ("quý", "quí"), ("ký", "kí"), ("lý", "lí"), ("sỹ", "sĩ")];

/// Words in two spellings, one of each kind, in the order of first sight.
#[must_use]
pub fn mixed<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Vec<Mixed> {
    let mut found = Vec::new();
    found.extend(tones(texts.clone()));
    found.extend(letters(texts.clone()));
    found.extend(names(texts));
    found
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty())
}

/// One word with each place of the tone, if a text has both.
fn tones<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Mixed> {
    let (mut keep, mut other): (Option<&str>, Option<&str>) = (None, None);
    for word in texts.flat_map(words) {
        let small = word.to_lowercase();
        let ends = |with: &[&str]| with.iter().any(|it| small.ends_with(it));
        // In `quý` the u belongs to the consonant.
        if small.starts_with("qu") {
            continue;
        }
        if ends(&FIRST) {
            keep.get_or_insert(word);
        } else if ends(&SECOND) {
            other.get_or_insert(word);
        }
    }
    Some(Mixed { keep: keep?.to_owned(), other: other?.to_owned() })
}

/// The same word with y and with i; only in small letters, since names are written as they are.
fn letters<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Vec<Mixed> {
    let stands = |wanted: &str| texts.clone().flat_map(words).any(|it| it == wanted);
    let both = WITH_Y.iter().filter(|(y, i)| stands(y) && stands(i));
    both.map(|(y, i)| Mixed { keep: (*y).to_owned(), other: (*i).to_owned() }).collect()
}

/// A province in two writings: Đắk Lắk and Đăk Lăk, Bắc Kạn and Bắc Cạn.
fn names<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Vec<Mixed> {
    let writings = |name: &str, others: &[&str]| -> Vec<String> {
        std::iter::once(name).chain(others.iter().copied()).map(fold::fold).collect()
    };
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for (name, others) in provinces::PROVINCES {
        // Short forms such as `SG` are no spellings.
        let spelt = others.iter().filter(|it| it.contains(' ')).copied();
        let spelt: Vec<&str> = spelt.filter(|it| fold::fold(it).len() > 5).collect();
        known.extend(writings(name, &spelt).into_iter().map(|key| (key, *name)));
    }
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    let mut found: Vec<Mixed> = Vec::new();
    for text in texts {
        let words: Vec<&str> = words(text).collect();
        for pair in words.windows(2).filter(|it| it.iter().all(|word| is_name(word))) {
            let Some(name) = known.get(&fold::fold(&pair.concat())) else { continue };
            let written = pair.join(" ");
            let first = seen.entry(name).or_insert_with(|| written.clone());
            let differs = first.to_lowercase() != written.to_lowercase();
            // The place of a tone is told once for all words.
            let is_told = found.iter().any(|it| it.keep == **name || it.other == written);
            if differs && !is_told {
                let (keep, other) = if written == **name {
                    (written, first.clone())
                } else {
                    (first.clone(), written)
                };
                found.push(Mixed { keep, other });
            }
        }
    }
    found
}

/// Whether a word begins with a capital.
fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = mixed([text].into_iter());
        let found: Vec<(&str, &str)> =
            found.iter().map(|it| (it.keep.as_str(), it.other.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn two_spellings_in_one_text() {
        check("tỷ lệ 85%, trị giá 40 tỉ đồng", &[("tỷ", "tỉ")]);
        check("thỏa ước, Uỷ ban Kiểm tra", &[("thỏa", "Uỷ")]);
        check("quý I, quí II", &[("quý", "quí")]);
        check("LĐLĐ tỉnh Đắk Lắk và Đăk Lăk", &[("Đắk Lắk", "Đăk Lăk")]);
        check("Bắc Cạn, rồi Bắc Kạn", &[("Bắc Kạn", "Bắc Cạn")]);
    }

    #[test]
    fn one_spelling_alone_is_nobodys_fault() {
        for text in [
            "tỷ lệ, thỏa ước, ủy ban, quý I",
            "tỉ lệ, thoả ước, uỷ ban, quí I",
            "chiến sĩ thi đua, bác sĩ",
            "Hòa Bình; nền hòa bình",
            "BẮC KẠN và Bắc Kạn",
            "loại, toàn, hoài, khoáng",
        ] {
            check(text, &[]);
        }
    }
}
