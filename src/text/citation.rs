//! Regulations that a text cites: by number and symbol, or a law by name and date.

use std::ops::Range;

use crate::text::fold;

/// A regulation as a text names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// As written: `1689/QĐ-TLĐ`, `Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003`.
    pub text: String,
    /// What it is matched by.
    pub key: Key,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
}

/// What two citations of one regulation have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Number and symbol, folded: `1689qdtld`, `982023ndcp`.
    Symbol(String),
    /// A law: its name, folded, and the year in which it was adopted.
    Law(String, i16),
}

/// Words that end the name of a law.
const ENDS: [&str; 3] = [" ngày ", " năm ", " số "];

/// The most characters between a law's name and its year.
const LONGEST: usize = 160;

/// Every regulation that a text cites, in order.
#[must_use]
pub fn citations(text: &str) -> Vec<Citation> {
    let mut found: Vec<Citation> = symbols(text).chain(laws(text)).collect();
    found.sort_by_key(|it| it.at.start);
    found
}

/// `1689/QĐ-TLĐ`, `98/2023/NĐ-CP`, `06/2022/QH15`: digits, a stroke, perhaps a year, capitals.
fn symbols(text: &str) -> impl Iterator<Item = Citation> + '_ {
    text.match_indices('/').filter_map(|(stroke, _)| {
        let digits = text[..stroke].chars().rev().take_while(char::is_ascii_digit).count();
        let start = stroke - digits;
        let before = text[..start].chars().next_back();
        let is_number = (1..=5).contains(&digits)
            && !before.is_some_and(|it| it.is_alphanumeric() || matches!(it, '/' | '.' | ','));
        let behind = &text[stroke + 1..];
        let year = behind.get(..5).filter(|it| it.as_bytes()[..4].iter().all(u8::is_ascii_digit));
        let year = year.filter(|it| it.ends_with('/')).map_or(0, str::len);
        let capitals = behind.get(year..)?;
        let in_symbol = |it: char| it.is_uppercase() || it == '-' || it.is_ascii_digit();
        let length = capitals.find(|it| !in_symbol(it)).unwrap_or(capitals.len());
        let symbol = capitals[..length].trim_end_matches('-');
        let has_letters = symbol.chars().next().is_some_and(char::is_alphabetic);
        if !is_number || !has_letters {
            return None;
        }
        let at = start..stroke + 1 + year + symbol.len();
        let text = text[at.clone()].to_owned();
        Some(Citation { key: Key::Symbol(fold::fold(&text)), text, at })
    })
}

/// `Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003`, `Luật Công đoàn năm 2012`.
fn laws(text: &str) -> impl Iterator<Item = Citation> + '_ {
    text.match_indices("Luật ").filter_map(|(start, _)| {
        let rest = &text[start..];
        let named = ENDS.iter().filter_map(|it| rest.find(it)).min()?;
        let name = &rest[..named];
        if name.contains(['.', ';', '“', '”', '(']) || name.chars().count() > LONGEST {
            return None;
        }
        let (year, end) = year_behind(rest, named)?;
        let at = start..start + end;
        let key = Key::Law(fold::fold(name), year);
        Some(Citation { text: text[at.clone()].to_owned(), key, at })
    })
}

/// The first `năm 2003` behind `from`, if only a date stands between.
fn year_behind(text: &str, from: usize) -> Option<(i16, usize)> {
    let found = text[from..].find("năm ")? + from;
    let between = &text[from..found];
    let is_date = |it: &str| {
        let is_word = |word: &str| {
            matches!(word, "ngày" | "tháng") || word.bytes().all(|b| b.is_ascii_digit())
        };
        it.split_whitespace().all(is_word)
    };
    let start = found + "năm ".len();
    let year = text.get(start..start + 4).filter(|_| is_date(between))?;
    Some((year.parse().ok()?, start + 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = citations(text).into_iter().map(|it| it.text).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn citations_of_regulations() {
        check("Quyết định số 1689/QĐ-TLĐ ngày 12 tháng 11 năm 2019", &["1689/QĐ-TLĐ"]);
        check(
            "Nghị định số 98/2023/NĐ-CP; Luật số 06/2022/QH15.",
            &["98/2023/NĐ-CP", "06/2022/QH15"],
        );
        let law = "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003";
        check(&format!("Căn cứ {law};"), &[law]);
        check("theo Luật Công đoàn năm 2012 và Kế hoạch", &["Luật Công đoàn năm 2012"]);
        check(
            "(28/7/1929 - 28/7/2024), đạt 6/6 đơn vị, Luật Công đoàn. Ngày 2 tháng 3 năm 2024",
            &[],
        );
        check("Số: 05/BC-LĐLĐ", &["05/BC-LĐLĐ"]);
        check("trao 5/É", &["5/É"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_to_its_end(text in "([0-9/ÉQĐ. ]{0,8}|Luật |năm |số ){0,12}") {
            let _ = citations(&text);
        }
    }

    #[test]
    fn two_writings_of_one_law_have_one_key() {
        let key = |text: &str| citations(text).remove(0).key;
        assert_eq!(
            key("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003"),
            key("Luật Thi đua Khen thưởng năm 2003")
        );
        assert_eq!(key("1689/QĐ-TLĐ"), key("số 1689/QĐ–TLĐ".replace('–', "-").as_str()));
    }
}
