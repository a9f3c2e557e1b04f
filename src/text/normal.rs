//! One spelling for text that comes from outside.
//!
//! Workbooks hold composed and decomposed letters, no-break spaces, byte-order marks and the
//! Icelandic eth in place of Đ. All of them look alike on paper and none of them compare equal.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::DecomposingNormalizerBorrowed;

/// The characters that the program reserves to mark printed figures.
const PRIVATE_MARKS: std::ops::RangeInclusive<char> = '\u{E000}'..='\u{E00F}';

/// The tones as combining marks: huyền, sắc, ngã, hỏi, nặng.
pub const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// `text` as the program keeps it: composed letters (NFC), one plain space between words, no
/// invisible characters, Đ/đ where an eth (Ð/ð) was typed.
///
/// TCVN3 writes ư as a soft hyphen and é as an eth, so text in an old encoding must be decoded
/// before it is cleaned.
pub fn clean(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            // A space is written only between words, so the result needs no trimming in front.
            if !kept.is_empty() && !kept.ends_with(' ') {
                kept.push(' ');
            }
        } else if !is_invisible(c) {
            kept.push(without_eth(c));
        }
    }
    kept.truncate(kept.trim_end().len());
    // Last, because an invisible character may stand between a letter and its tone mark.
    ComposingNormalizerBorrowed::new_nfc().normalize(&kept).into_owned()
}

/// Whether `text` is plainly clean already, as nearly every cell is: letters that are composed by themselves, single
/// spaces between words. Of anything else it is not asked.
fn is_clean(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars() {
        let plain = match c {
            ' ' => before != ' ',
            '!'..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{17F}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' => {
                without_eth(c) == c
            }
            'Ạ'..='ỹ' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' => true,
            _ => false,
        };
        if !plain {
            return false;
        }
        before = c;
    }
    before != ' ' || text.is_empty()
}

/// `text` with every letter and its marks apart (NFD).
pub fn apart(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

/// The lines of a cell, each cleaned, without the empty ones.
pub fn clean_lines(text: &str) -> Vec<String> {
    text.split(['\n', '\r', '\u{B}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(clean)
        .filter(|line| !line.is_empty())
        .collect()
}

/// Whether `text` holds one of U+E000 to U+E00F, which the program reserves to mark printed
/// figures. Text from outside that holds them could pass for a figure and must be refused.
pub fn has_private_marks(text: &str) -> bool {
    text.chars().any(|c| PRIVATE_MARKS.contains(&c))
}

/// Control and format characters, which leave no ink: joiners, marks of direction, the soft
/// hyphen, the byte-order mark, variation selectors and language tags.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// The Vietnamese letter where an Icelandic or African one that looks like it was typed.
fn without_eth(c: char) -> char {
    match c {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_spelling_for_every_writing() {
        for (typed, kept) in [
            ("", ""),
            (" \u{A0}\t\n ", ""),
            ("Liên đoàn  Lao động ", "Liên đoàn Lao động"),
            ("Cao\u{A0}Bằng\u{3000}2024", "Cao Bằng 2024"),
            ("Cao\r\nBằng", "Cao Bằng"),
            ("\u{FEFF}Cao\u{200B} Bằng\u{202C}", "Cao Bằng"),
            ("Cao \u{200B} Bằng", "Cao Bằng"),
            ("th\u{AD}ưởng", "thưởng"),
            ("Ðộc lập, ðoàn viên", "Độc lập, đoàn viên"),
            ("Ɖộc lập\u{2800}, ɖoàn\u{3164} viên", "Độc lập, đoàn viên"),
            ("Cao\u{202E} Bằng\u{2066}\u{200F}", "Cao Bằng"),
            ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "Tiếng Việt"),
            ("Ti\u{EA}\u{301}ng", "Tiếng"),
            ("hoa\u{200B}\u{300}", "hoà"),
            ("a\u{7}b", "ab"),
        ] {
            assert_eq!(clean(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn lines_of_a_cell() {
        assert_eq!(clean_lines("- Một \r\n\r\n\u{A0}\n- Hai\u{2028}Ba"), ["- Một", "- Hai", "Ba"]);
        assert!(clean_lines(" \n ").is_empty());
    }

    #[test]
    fn private_marks_are_seen() {
        assert!(has_private_marks("a\u{E000}"));
        assert!(has_private_marks("\u{E00F}"));
        assert!(!has_private_marks("\u{E010} Cao Bằng"));
    }

    proptest! {
        #[test]
        fn what_is_plainly_clean_stays_as_it_is(text in "([ -~]|[\u{A1}-\u{17F}]|[ƠơƯưẠ-ỹ–—‘’“”…]){0,30}") {
            if is_clean(&text) {
                let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&text).into_owned();
                prop_assert_eq!(&composed, &text);
                prop_assert!(text.chars().all(|c| !is_invisible(c) && without_eth(c) == c));
                prop_assert!(!text.contains("  ") && text.trim() == text);
            }
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!once.contains("  ") && once.trim() == once);
        }
    }
}
