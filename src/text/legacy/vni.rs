//! VNI for Windows: a plain letter, and behind it a character of Latin-1 that stands for its marks.
//! A few letters are one character: ơ and ư, which take tones like plain ones, đ, and i with tones.

use icu_normalizer::ComposingNormalizerBorrowed;

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const TILDE: char = '\u{303}';
const HOOK: char = '\u{309}';
const DOT: char = '\u{323}';
const HAT: char = '\u{302}';
const BREVE: char = '\u{306}';

/// Letters that are one character.
pub(super) const WHOLE: &[(char, char)] = &[
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];

/// What a character behind a letter stands for: the letters that may bear it, and the marks.
pub(super) const MARKS: &[(char, &str, &[char])] = &[
    ('ù', "aeouyôö", &[ACUTE]),
    ('ø', "aeouyôö", &[GRAVE]),
    ('û', "aeouyôö", &[HOOK]),
    ('õ', "aeouyôö", &[TILDE]),
    ('ï', "aeouyôö", &[DOT]),
    ('â', "aeo", &[HAT]),
    ('á', "aeo", &[HAT, ACUTE]),
    ('à', "aeo", &[HAT, GRAVE]),
    ('å', "aeo", &[HAT, HOOK]),
    ('ã', "aeo", &[HAT, TILDE]),
    ('ä', "aeo", &[HAT, DOT]),
    ('ê', "a", &[BREVE]),
    ('é', "a", &[BREVE, ACUTE]),
    ('è', "a", &[BREVE, GRAVE]),
    ('ú', "a", &[BREVE, HOOK]),
    ('ü', "a", &[BREVE, TILDE]),
    ('ë', "a", &[BREVE, DOT]),
];

/// A word in Unicode; `None` if it holds a letter that the encoding has not.
pub(super) fn decode(word: &str) -> Option<String> {
    let mut decoded = String::new();
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let small = small(letter);
        let whole = WHOLE.iter().find(|(code, _)| *code == small).map(|(_, letter)| *letter);
        match whole {
            Some(whole) if letter == small => decoded.push(whole),
            Some(whole) => decoded.extend(whole.to_uppercase()),
            None if letter.is_ascii() || !letter.is_alphabetic() => decoded.push(letter),
            None => return None,
        }
        let marks = letters.peek().and_then(|next| marks(small, *next));
        if let Some(marks) = marks {
            decoded.extend(marks);
            letters.next();
        }
    }
    Some(ComposingNormalizerBorrowed::new_nfc().normalize(&decoded).into_owned())
}

/// The marks for which `behind` stands behind a small letter.
fn marks(letter: char, behind: char) -> Option<&'static [char]> {
    let behind = small(behind);
    let (_, _, marks) =
        MARKS.iter().find(|(code, bearers, _)| *code == behind && bearers.contains(letter))?;
    Some(marks)
}

fn small(letter: char) -> char {
    let mut small = letter.to_lowercase();
    small.next().filter(|_| small.next().is_none()).unwrap_or(letter)
}
