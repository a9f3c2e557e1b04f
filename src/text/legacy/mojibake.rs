//! UTF-8 that a program took for Windows-1252: each byte became a letter of its own.

use crate::text::syllable::is_syllable;

/// The characters of Windows-1252 from 0x80 to 0x9F; the five that it leaves out are kept as the
/// control characters of the same number.
pub(super) const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// What the bytes say as UTF-8, if they are UTF-8 and say something Vietnamese.
pub(super) fn decode(text: &str) -> Option<String> {
    // à is C3 A0, and A0 is a no-break space, which many programs turn into a plain one.
    let tries = [text.to_owned(), text.replace("Ã ", "Ã\u{A0}")];
    tries.iter().find_map(|text| {
        let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
        let decoded = String::from_utf8(bytes?).ok()?;
        says_something(&decoded).then_some(decoded)
    })
}

fn byte(c: char) -> Option<u8> {
    let upper = || UPPER.iter().position(|it| *it == c).and_then(|at| u8::try_from(at + 0x80).ok());
    upper().or_else(|| u8::try_from(u32::from(c)).ok())
}

/// Whether a word with a letter beyond ASCII is a syllable.
fn says_something(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| !word.is_ascii()).any(is_syllable)
}
