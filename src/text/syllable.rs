//! Whether a word can be a Vietnamese syllable: by its letters alone, not by a dictionary.

use crate::text::normal;

/// Consonants that a syllable may begin with, longer before shorter.
const ONSETS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
];

/// What may stand behind the onset, without its tone. `ăk`, `ak`, `on` and the like stand in the
/// names of Tây Nguyên.
const RIMES: &[&str] = &[
    "a", "ac", "ach", "ai", "ak", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc",
    "ăk", "ăm", "ăn", "ăng", "ăp", "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e",
    "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu",
    "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im", "in", "inh", "ip",
    "it", "iu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat",
    "oay", "oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on",
    "ong", "ooc", "oong", "op", "ot", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi",
    "ơm", "ơn", "ơp", "ơt", "u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uênh",
    "ui", "um", "un", "ung", "uơ", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "up", "ut", "uy",
    "uya", "uych", "uyên", "uyêt", "uynh", "uyt", "uyu", "ư", "ưa", "ưc", "ưi", "ưng", "ươc",
    "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "ưt", "ưu", "y", "yêm", "yên", "yêng", "yêt",
    "yêu",
];

/// Rimes that stand behind `qu` only.
const AFTER_QU: &[&str] = &["ynh", "ych", "yt", "yn"];

/// Whether `word` (in composed or decomposed letters, of any case) can be one.
pub(super) fn is_syllable(word: &str) -> bool {
    let Some((plain, tone)) = without_tone(&word.to_lowercase()) else { return false };
    ONSETS.iter().any(|onset| {
        let Some(rime) = plain.strip_prefix(onset) else { return false };
        is_rime(onset, rime) && follows(onset, rime) && may_bear(rime, tone)
    })
}

fn is_rime(onset: &str, rime: &str) -> bool {
    RIMES.contains(&rime) || (*onset == *"qu" && AFTER_QU.contains(&rime))
}

/// Whether the spelling of the onset fits the vowel behind it.
fn follows(onset: &str, rime: &str) -> bool {
    let front = rime.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        "c" | "ng" => !front,
        // gì, gìn; giếng is read through `gi`.
        "g" => !rime.starts_with(['e', 'ê', 'y']),
        "gh" | "ngh" => front,
        _ => true,
    }
}

/// Whether a rime may bear a tone: one that ends in a stop has sắc or nặng, but `ăk` and `ak` of
/// other tongues, which may have none.
fn may_bear(rime: &str, tone: Option<char>) -> bool {
    let stops = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
    let rising = matches!(tone, Some('\u{301}' | '\u{323}'));
    !stops || rising
}

/// A word without its tone, composed again, and the tone; `None` if it has two.
fn without_tone(word: &str) -> Option<(String, Option<char>)> {
    let mut tone = None;
    let mut plain = String::new();
    for c in normal::apart(word).chars() {
        if !normal::TONES.contains(&c) {
            plain.push(c);
        } else if tone.replace(c).is_some() {
            return None;
        }
    }
    Some((normal::clean(&plain), tone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for word in [
            "Liên",
            "đoàn",
            "Lao",
            "động",
            "TỈNH",
            "Thừa",
            "Thiên",
            "Huế",
            "quyết",
            "Quỳnh",
            "quý",
            "gì",
            "giếng",
            "giữ",
            "nghiệp",
            "Kạn",
            "Đắk",
            "Lăk",
            "Kon",
            "Tum",
            "khuỷu",
            "hòa",
            "hoà",
            "nguyễn",
            "ưỡn",
            "ý",
            "Y",
            "uống",
            "xoong",
            "Rịa",
            "Vũng",
            "tỷ",
            "tỉ",
            "ủy",
            "thưởng",
            "Nghị",
            "quốc",
            "người",
        ] {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn no_syllables() {
        for word in [
            "",
            "®",
            "ngưèi",
            "céng",
            "Bỡnh",
            "liªn",
            "ñoaøn",
            "tổc",
            "Cafộ",
            "Renộ",
            "đ",
            "ă",
            "ngi",
            "ghan",
            "Müller",
            "kiểmm",
            "çà",
            "gê",
            "tât",
            "bìính",
            "Sociộtộ",
            "frộ",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
