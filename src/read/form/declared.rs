//! Units of money that a header, a section or the line above a table declares.

use crate::text::fold;
use crate::text::money::MoneyUnit;

/// A declared unit of money, and the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declared {
    pub(super) unit: MoneyUnit,
    /// What else stands in the text.
    pub(super) rest: String,
}

/// The unit in a text about a whole table: `ĐVT: triệu đồng`, `(Đơn vị tính: triệu đồng)`.
pub(super) fn in_line(text: &str) -> Option<MoneyUnit> {
    let (_, behind) = split_at_sign(text)?;
    MoneyUnit::from_label(behind)
}

/// The unit in the header of a column: `Thực hiện (triệu đồng)`, `Thực hiện - ĐVT: đồng`.
pub(super) fn in_header(text: &str) -> Option<Declared> {
    in_parentheses(text).or_else(|| {
        let (before, behind) = split_at_sign(text)?;
        let unit = MoneyUnit::from_label(behind)?;
        Some(Declared { unit, rest: before })
    })
}

fn in_parentheses(text: &str) -> Option<Declared> {
    let (before, rest) = text.rsplit_once('(')?;
    let (inside, behind) = rest.split_once(')')?;
    let inside = split_at_sign(inside).map_or(inside, |(_, behind)| behind);
    // “(đ)” is a mark as often as it is a unit.
    let unit = MoneyUnit::from_label(inside).filter(|_| inside.trim().chars().count() > 1)?;
    Some(Declared { unit, rest: format!("{before} {behind}") })
}

/// The text before and behind the words “đơn vị tính” and their likes.
fn split_at_sign(text: &str) -> Option<(String, &str)> {
    let (before, behind) = match text.split_once([':', '：']) {
        Some(parts) => parts,
        // “ĐVT triệu đồng”.
        None => {
            let (word, rest) = text.trim_start_matches('(').split_once(char::is_whitespace)?;
            (fold::fold(word) == "dvt").then_some((word, rest))?
        }
    };
    let key = fold::fold(before);
    let is_sign = ["dvt", "donvitinh", "donvitien", "donvi"].iter().any(|it| key.ends_with(it));
    let mut words: Vec<&str> = before.split_whitespace().collect();
    while words.last().is_some_and(|it| is_of_sign(it)) {
        words.pop();
    }
    is_sign.then(|| (words.join(" "), behind.trim_end_matches([')', '.', ' '])))
}

fn is_of_sign(word: &str) -> bool {
    matches!(fold::fold(word).as_str(), "" | "dvt" | "don" | "vi" | "tinh" | "tien")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_above_a_table() {
        for (text, unit) in [
            ("ĐVT: triệu đồng", Some(MoneyUnit::Million)),
            ("(Đơn vị tính: Triệu đồng)", Some(MoneyUnit::Million)),
            ("Đơn vị: 1.000 đồng", Some(MoneyUnit::Thousand)),
            ("II. Chăm lo - ĐVT: tỷ đồng", Some(MoneyUnit::Billion)),
            ("ĐVT đồng", Some(MoneyUnit::Dong)),
            ("ĐVT: người", None),
            ("Đơn vị: Liên đoàn Lao động tỉnh Cao Bằng", None),
            ("Tổng số: triệu đồng", None),
            ("triệu đồng", None),
            ("", None),
        ] {
            assert_eq!(in_line(text), unit, "{text}");
        }
    }

    #[test]
    fn units_in_headers_leave_the_name() {
        for (text, rest) in [
            ("Thực hiện (triệu đồng)", "Thực hiện"),
            ("Thực hiện (ĐVT: triệu đồng)", "Thực hiện"),
            ("Thực hiện - ĐVT: triệu đồng", "Thực hiện"),
        ] {
            let found = in_header(text).unwrap();
            assert_eq!((found.unit, found.rest.trim()), (MoneyUnit::Million, rest), "{text}");
        }
        for text in ["Thực hiện", "Thực hiện (2)", "Thực hiện (người)", "Đơn vị tính"]
        {
            assert_eq!(in_header(text), None, "{text}");
        }
    }
}
