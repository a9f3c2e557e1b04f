//! Upper case for headings, and the first letter of a sentence.

use icu_casemap::CaseMapperBorrowed;
use icu_locale_core::LanguageIdentifier;
use icu_locale_core::langid;

const VIETNAMESE: LanguageIdentifier = langid!("vi");

/// `text` in capitals, as headings are printed (Nghị định 30/2020, "in hoa").
pub fn upper(text: &str) -> String {
    CaseMapperBorrowed::new().uppercase_to_string(text, &VIETNAMESE).into_owned()
}

/// `text` with its first letter in upper case and the rest as it is. Quotation marks before the
/// letter are passed over; a text that begins with a digit stays as it is.
pub fn capitalise(text: &str) -> String {
    let first = text.char_indices().find(|(_, c)| c.is_alphanumeric());
    let Some((at, letter)) = first else { return text.to_owned() };
    let (before, after) = (&text[..at], &text[at + letter.len_utf8()..]);
    letter.to_uppercase().fold(before.to_owned(), |mut out, c| {
        out.push(c);
        out
    }) + after
}

/// `text` with its first letter in lower case, to stand within a sentence.
pub fn decapitalise(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    first.to_lowercase().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_keep_their_marks() {
        assert_eq!(upper("Liên đoàn Lao động tỉnh"), "LIÊN ĐOÀN LAO ĐỘNG TỈNH");
        assert_eq!(upper("hòa, ủy, thúy, ưỡn 1a"), "HÒA, ỦY, THÚY, ƯỠN 1A");
        assert_eq!(upper(""), "");
    }

    #[test]
    fn only_the_first_letter() {
        for (text, expected) in [
            ("đoàn viên LĐLĐ", "Đoàn viên LĐLĐ"),
            ("“ổn định”", "“Ổn định”"),
            ("16 tỷ", "16 tỷ"),
            ("- ", "- "),
            ("", ""),
        ] {
            assert_eq!(capitalise(text), expected);
        }
    }
}
