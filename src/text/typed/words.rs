//! Words and marks that stand in place of a number, or in front of one.

use crate::text::fold::fold;

/// Words that say that there is none, folded.
const NONE: &[&str] = &[
    "khong",
    "khongco",
    "khongphatsinh",
    "khongcophatsinh",
    "kophatsinh",
    "0khong",
    "0khongco",
    "khong0",
];

/// Words that may mean none, or that nobody knows yet, folded. A lone letter stands for `không`,
/// for a cross, or for a zero typed as a letter.
const UNCLEAR: &[&str] = &[
    "x",
    "xx",
    "xxx",
    "k",
    "ko",
    "kc",
    "kco",
    "o",
    "na",
    "chua",
    "chuaco",
    "chuacosolieu",
    "chuathongke",
    "chuathongkeduoc",
    "chuatonghop",
    "chuabaocao",
    "chuaro",
    "chuaphatsinh",
    "khongcosolieu",
    "khongcobaocao",
    "khongro",
    "khongthongke",
    "khongthongkeduoc",
    "dangcapnhat",
    "dangtonghop",
    "dangrasoat",
    "capnhatsau",
    "baocaosau",
    "bosungsau",
];

/// Words in front of a figure that is not exact, the longer before the shorter. As they are typed,
/// with their marks or with none: `gan` is `gần`, `hon` is `hơn`.
const BEFORE: &[&str] = &[
    "khoảng",
    "ước",
    "xấp xỉ",
    "trên",
    "hơn",
    "gần",
    "ngót",
    "chừng",
    "tầm",
    "cỡ",
    "độ",
    "dưới",
    "ít nhất",
    "tối thiểu",
    "tối đa",
    "nhiều nhất",
    "không dưới",
    "không quá",
    "không ít hơn",
    "nhiều hơn",
    "ít hơn",
    "vượt",
    "about",
    "around",
    "approx",
    "over",
    "nearly",
    "almost",
    "at least",
    "more than",
    "less than",
];

/// Words behind a figure that is not exact.
const BEHIND: &[&str] =
    &["trở lên", "trở xuống", "trở đi", "hơn", "có lẻ", "lẻ", "gì đó", "đổ lại", "plus"];

/// Whether the text says that there is none: `không có`, `0 (không)`.
pub(super) fn say_none(text: &str) -> bool {
    NONE.contains(&fold(text).as_str())
}

/// Whether the text stands for nothing or for something not known: `-`, `...`, `x`, `chưa có`.
pub(super) fn are_unclear(text: &str) -> bool {
    let is_mark = |c: char| {
        matches!(c, '-' | '—' | '―' | '_' | '.' | '…' | '?' | '*' | '/' | '\\' | '~' | '=' | ' ')
    };
    let marks_only = !text.is_empty() && text.chars().all(is_mark);
    marks_only || UNCLEAR.contains(&fold(text).as_str())
}

/// Whether the text is a figure that is said to be about right: `gần 9.692`, `~60.000`, `24.000+`.
pub(super) fn hedge(text: &str) -> bool {
    let text = text.to_lowercase();
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let by_mark = text.starts_with(['~', '≈', '≃', '±', '>', '<', '≥', '≤'])
        || text
            .strip_suffix('+')
            .is_some_and(|it| it.trim_end().ends_with(|c: char| c.is_ascii_digit()))
        || text.contains('±');
    let before = BEFORE.iter().any(|it| has_in_front(&text, it));
    let behind = BEHIND.iter().any(|it| has_behind(&text, it));
    has_digit && (by_mark || before || behind)
}

/// Whether `text` begins with a word, whole, with its marks or with none.
fn has_in_front(text: &str, word: &str) -> bool {
    let bare = without_marks(word);
    [word, bare.as_str()].into_iter().any(|word| {
        text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// Whether `text` ends with a word, whole, with its marks or with none.
fn has_behind(text: &str, word: &str) -> bool {
    let bare = without_marks(word);
    [word, bare.as_str()].into_iter().any(|word| {
        text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
    })
}

/// A word as it is typed without Vietnamese keys, its spaces kept.
fn without_marks(word: &str) -> String {
    word.split(' ').map(fold).collect::<Vec<_>>().join(" ")
}
