//! Text typed in an encoding from before Unicode, which old documents and fonts still carry
//! (domain 7.1). The letters lie in the cell as other letters; only the font made them Vietnamese.
//!
//! Text is decoded when its font says so, else only when what it says now cannot be Vietnamese and
//! every word of what it would say then can. What is plain Unicode is never touched.

mod mojibake;
mod tcvn3;
mod vni;

use crate::text::case;
use crate::text::syllable::is_syllable;

/// An encoding that is not Unicode, or Unicode misread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// TCVN 5712-3 ("ABC"): fonts .VnTime, .VnArial.
    Tcvn3,
    /// VNI for Windows: fonts VNI-Times, VNI-Helve.
    Vni,
    /// UTF-8 read as Windows-1252: `LiÃªn Ä‘oÃ n`.
    Mojibake,
}

/// Different words without a font to speak for them that must become Vietnamese.
const WORDS_WITHOUT_FONT: usize = 2;

/// Letters that the longest of these words must have: `µm` and `µg` are no Vietnamese.
const LONGEST_WORD: usize = 3;

impl Encoding {
    /// Its name, as offices know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Mojibake => "UTF-8",
        }
    }

    /// The encoding that fonts of this name were made for.
    #[must_use]
    pub fn of_font(font: &str) -> Option<Self> {
        let font = font.trim().to_ascii_lowercase();
        if font.starts_with(".vn") {
            Some(Self::Tcvn3)
        } else if font.starts_with("vni-") || font.starts_with("vni ") {
            Some(Self::Vni)
        } else {
            None
        }
    }

    fn word(self, word: &str) -> Option<String> {
        match self {
            Self::Tcvn3 => tcvn3::decode(word),
            Self::Vni => vni::decode(word),
            Self::Mojibake => None,
        }
    }
}

/// Whether marks stand behind their letters: Unicode alone has such, and no old encoding.
fn is_decomposed(text: &str) -> bool {
    text.chars().any(|it| ('\u{300}'..='\u{36F}').contains(&it))
}

/// The text in Unicode and what it was in; `None` if it is to stay as it is.
#[must_use]
pub fn decode(text: &str, font: Option<&str>) -> Option<(String, Encoding)> {
    if text.is_ascii() || is_decomposed(text) {
        return None;
    }
    if let Some(decoded) = mojibake::decode(text) {
        return Some((decoded, Encoding::Mojibake));
    }
    if let Some(decoded) = font.and_then(|font| decode_by_font(text, font)) {
        return Some(decoded);
    }
    let [tcvn3, vni] = [Encoding::Tcvn3, Encoding::Vni].map(|encoding| {
        let trial = Trial::of(text, encoding).filter(Trial::convinces)?;
        Some((in_one_case(text, trial.text), encoding))
    });
    match (tcvn3, vni) {
        (Some(_), Some(_)) => None,
        (tcvn3, vni) => tcvn3.or(vni),
    }
}

/// The text in Unicode if its font is of an old encoding, the text cannot be Vietnamese as it
/// stands, and is no worse afterwards.
#[must_use]
pub fn decode_by_font(text: &str, font: &str) -> Option<(String, Encoding)> {
    Trial::of(text, Encoding::of_font(font)?).filter(|it| it.wrong_before > 0)?;
    decode_like_others(text, font)
}

/// The text in Unicode if its font is of an old encoding, also where it could be Vietnamese as it
/// stands (`Bé` is Bộ in TCVN3): for text among other text of that font that was decoded.
#[must_use]
pub fn decode_like_others(text: &str, font: &str) -> Option<(String, Encoding)> {
    let encoding = Encoding::of_font(font)?;
    let trial = Trial::of(text, encoding).filter(|it| it.wrong_after <= it.wrong_before)?;
    // Capitals with a tone have no codes of their own in TCVN3: fonts of capitals show them.
    let of_capitals = encoding == Encoding::Tcvn3 && font.trim().ends_with(['H', 'h']);
    let text = if of_capitals { case::upper(&trial.text) } else { in_one_case(text, trial.text) };
    Some((text, encoding))
}

/// What decoding a text would make of it.
struct Trial {
    text: String,
    /// Words with foreign letters that cannot be Vietnamese as they stand.
    wrong_before: usize,
    /// Of these words, those that cannot be Vietnamese afterwards.
    wrong_after: usize,
    /// The words that were changed, before.
    changed: Vec<String>,
}

impl Trial {
    /// Decodes word by word; `None` if a letter is not of the encoding or nothing changes.
    fn of(text: &str, encoding: Encoding) -> Option<Self> {
        let mut trial =
            Self { text: String::new(), wrong_before: 0, wrong_after: 0, changed: Vec::new() };
        for piece in text.split_inclusive(parts_words) {
            let (word, end) = match piece.char_indices().next_back() {
                Some((at, c)) if parts_words(c) => piece.split_at(at),
                _ => (piece, ""),
            };
            trial.add(word, &encoding.word(word)?);
            trial.text.push_str(end);
        }
        (!trial.changed.is_empty()).then_some(trial)
    }

    fn add(&mut self, word: &str, decoded: &str) {
        self.text.push_str(decoded);
        if word != decoded {
            self.wrong_before += usize::from(!is_plausible(word));
            self.wrong_after += usize::from(!is_syllable(decoded.trim_matches(is_quote)));
            self.changed.push(word.to_lowercase());
        }
    }

    /// Whether the text speaks for itself, without a font.
    fn convinces(&self) -> bool {
        let mut words = self.changed.clone();
        words.sort();
        words.dedup();
        let has_letter = |word: &String| word.contains(|c: char| c.is_ascii_alphabetic());
        let is_long = |word: &String| word.chars().count() >= LONGEST_WORD;
        self.wrong_before > 0
            && self.wrong_after == 0
            && words.len() >= WORDS_WITHOUT_FONT
            && words.iter().all(has_letter)
            && words.iter().any(is_long)
    }
}

/// Whether a word can be Vietnamese as it stands: a syllable in one of the three usual cases.
fn is_plausible(word: &str) -> bool {
    let rest = word.chars().skip(1);
    let usual = !rest.clone().any(char::is_uppercase) || !word.chars().any(char::is_lowercase);
    usual && is_syllable(word)
}

/// Whether `c` stands between words.
fn parts_words(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation() || c.is_ascii_digit()
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '•')
}

/// Capitals throughout where all plain letters are: a letter with a tone was small for want of a
/// code of its own.
fn in_one_case(before: &str, after: String) -> String {
    let mut plain = before.chars().filter(char::is_ascii_alphabetic);
    let count = before.chars().filter(char::is_ascii_alphabetic).count();
    if count > 1 && plain.all(|c| c.is_ascii_uppercase()) { case::upper(&after) } else { after }
}

#[cfg(test)]
mod tests;
