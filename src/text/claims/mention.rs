//! Numbers of a finished paper that somebody may have typed: everything that is plainly an amount.
//!
//! Years, dates, ordinals, terms, symbols and articles of papers, counts of time and small counts are
//! none. Careful by intent: what may be something else is passed over.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::text::claims::Claim;
use crate::text::claims::around;
use crate::text::claims::hedge;
use crate::text::claims::is_year;
use crate::text::claims::number::Number;
use crate::text::claims::number::last_words;
use crate::text::claims::number::next_word;
use crate::text::claims::number::numbers;
use crate::text::fold;

/// An amount with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What is claimed; a percentage in percent.
    pub claim: Claim,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Whether it is a percentage.
    pub is_percent: bool,
    /// Whether it is written to the last digit: neither rounded nor in words of scale.
    pub is_precise: bool,
}

/// A year with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
}

/// Words before a number that is an ordinal, a name or a place: `Cụm thi đua số 5`, `đêm 30 Tết`.
const NAMED: [&str; 44] = [
    "so", "thu", "khoa", "dieu", "khoan", "diem", "chuong", "muc", "phan", "nam", "ngay", "thang",
    "quy", "lan", "cum", "khoi", "bieu", "mau", "luc", "dem", "mong", "mung", "ram", "trang",
    "dong", "bang", "nhom", "tap", "quyen", "ky", "dot", "cap", "hang", "bac", "loai", "phong",
    "tang", "duong", "to", "ap", "thon", "gio", "bai", "the",
];

/// Words behind a number that counts copies or turns, no figure.
const COPIES: [&str; 5] = ["ban", "lan", "trang", "phut", "gio"];

/// Smaller counts are of contents and of people who sign.
const LEAST: i64 = 10;

/// Every amount of a text, in order.
#[must_use]
pub fn mentions(text: &str) -> Vec<Mention> {
    numbers(text).iter().filter_map(|it| mention(text, it)).collect()
}

/// Every year that stands alone: not in a date, a symbol or a range of years.
#[must_use]
pub fn years(text: &str) -> Vec<Year> {
    let alone = |it: &Number<'_>| {
        let at = range(text, it.text);
        let dash = |c: char| matches!(c, '-' | '–' | '/');
        let before = text[..at.start].trim_end().chars().next_back();
        let behind = text[at.end..].trim_start().chars().next();
        is_year(it) && !before.is_some_and(dash) && !behind.is_some_and(dash)
    };
    let years = numbers(text).into_iter().filter(alone);
    years
        .filter_map(|it| Some(Year { year: it.text.parse().ok()?, at: range(text, it.text) }))
        .collect()
}

fn mention(text: &str, it: &Number<'_>) -> Option<Mention> {
    let at = range(text, it.text);
    let behind = text[at.end..].trim_start_matches(' ');
    let is_percent = behind.starts_with('%') && !is_joined(&text[..at.start]);
    let is_plain = !it.is_grouped && it.scale.is_none() && !it.is_money;
    let is_named = is_plain && !is_percent && (is_name(it, text, &at) || is_year(it));
    let is_small = is_plain && !is_percent && it.value < Decimal::from(LEAST);
    if (it.is_other && !is_percent) || is_named || is_small || is_quoted(text, at.start) {
        return None;
    }
    Some(Mention {
        claim: Claim {
            text: if is_percent { format!("{}%", it.text) } else { it.text.to_owned() },
            value: it.value,
            is_money: it.is_money,
            hedge: hedge(it.between),
            around: around(text, it.text),
            half: it.half,
        },
        at,
        is_percent,
        is_precise: it.scale.is_none() && it.half == Decimal::new(5, 1),
    })
}

/// Whether a plain number names a thing: by the word before or behind it, or as the mark of an item.
fn is_name(it: &Number<'_>, text: &str, at: &Range<usize>) -> bool {
    let before = last_words(it.between, 1);
    let copies = next_word(text, at.end).map(|(word, _)| fold::fold(word));
    let in_brackets = text[..at.start].ends_with('(') && text[at.end..].starts_with(')');
    let is_mark = at.start == 0 && text[at.end..].starts_with(['.', ')']);
    before.first().is_some_and(|it| NAMED.contains(&it.as_str()))
        || copies.is_some_and(|it| COPIES.contains(&it.as_str()))
        || in_brackets
        || is_mark
}

/// Whether a number is joined to what stands before it, as in `12/2024` or `TC12`.
fn is_joined(before: &str) -> bool {
    let joined = |it: char| it.is_alphanumeric() || matches!(it, '/' | '-' | '–' | '.' | ',');
    before.chars().next_back().is_some_and(joined)
}

/// Whether a place lies between quotation marks: names of movements are nobody's figures.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let last = |mark: char| before.rfind(mark);
    last('“').is_some_and(|open| last('”').is_none_or(|close| close < open))
}

fn range(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = mentions(text).into_iter().map(|it| it.claim.text).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn amounts() {
        for (text, expected) in [
            ("kết nạp 850 đoàn viên, đạt 105,2% kế hoạch", &["850", "105,2%"][..]),
            ("hỗ trợ 16,2 tỷ đồng cho 1.205 căn", &["16,2 tỷ đồng", "1.205"]),
            ("tổng số 339.739 đoàn viên", &["339.739"]),
            ("gần 40 tỷ đồng", &["40 tỷ đồng"]),
            ("Toàn Cụm có 12 lớp", &["12"]),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn what_is_no_amount() {
        for text in [
            "Năm 2024, kỷ niệm 95 năm Ngày thành lập (28/7/1929 - 28/7/2024)",
            "Nghị quyết số 18 của Ban Chấp hành Trung ương Đảng khóa XII",
            "Lớp kết nạp đoàn viên tháng 5, làm việc đêm 30 Tết",
            "phong trào “75 nghìn sáng kiến”",
            "Nghị quyết 02-NQ/TW; Nghị định số 152/2025/NĐ-CP; Quyết định số 1.454/QĐ-TLĐ",
            "nhiệm kỳ 2023 - 2028, Đại hội lần thứ 14, Điều 25 khoản 12",
            "mỗi đơn vị giữ 01 bản, lập thành 12 bản",
            "15. Nội dung",
            "Cụm thi đua số 5, Khối 12, Phụ lục 11",
            "trước 15 giờ ngày 12 tháng 11 năm 2024",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn years_that_stand_alone() {
        let of = |text: &str| years(text).into_iter().map(|it| it.year).collect::<Vec<_>>();
        assert_eq!(of("Tổng kết năm 2023, giai đoạn 2020 - 2025, ngày 12/5/2022"), [2023]);
        assert_eq!(of("Nghị định số 98/2023/NĐ-CP, 2024 đoàn viên"), [2024]);
    }
}
