//! Letters of other scripts that look like Latin ones, as they come with text from web pages, or
//! from a keyboard left in another language (hazards O8).
//!
//! A small table instead of the "confusables" of Unicode, whose skeleton also makes one letter of
//! `l`, `1` and `I`, of `0` and `O`, of `rn` and `m`: two codes must never become one.

/// Letters of Cyrillic and Greek, then the Latin ones that they look like.
const PAIRS: [(&str, &str); 2] = [
    ("АВЕЅІЈКМНОРСТУХаеѕіјкорсухһԁԛԝѵ", "ABESIJKMHOPCTYXaesijkopcyxhdqwv"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορικυ", "ABEZHIKMNOPTYXavopiku"),
];

/// The letters of Greek and Cyrillic, among which the pairs are looked for.
const FOREIGN: std::ops::RangeInclusive<char> = '\u{370}'..='\u{52F}';

/// The Latin letter that a letter of another script looks like; others as they are.
pub(super) fn latin(c: char) -> char {
    if !FOREIGN.contains(&c) {
        return c;
    }
    let found = PAIRS.iter().find_map(|(foreign, latin)| {
        foreign.chars().zip(latin.chars()).find(|(foreign, _)| *foreign == c)
    });
    found.map_or(c, |(_, latin)| latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_whole() {
        for (foreign, latin) in PAIRS {
            assert_eq!(foreign.chars().count(), latin.chars().count());
            assert!(latin.is_ascii() && foreign.chars().all(|c| FOREIGN.contains(&c)));
        }
    }

    #[test]
    fn looks_are_latin() {
        let text: String = "Саo Вằng, ΤC12, ơ".chars().map(latin).collect();
        assert_eq!(text, "Cao Bằng, TC12, ơ");
    }
}
