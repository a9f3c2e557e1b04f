//! Words for findings on a paper that goes to the unit that sent the figures.
//!
//! On the screen some hints speak to the clerk who collects; on paper all speak to the sender, and no
//! other unit is named.

use crate::finding::fact::Fact;
use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::sender::SenderFact;
use crate::finding::lang::Words;
use crate::finding::phrase::quoted;
use crate::finding::phrase::some_figures;
use crate::finding::vietnamese;
use crate::model::place::Place;

/// Words for a finding, to its sender.
pub(in crate::finding) fn on_paper(fact: &Fact) -> Words {
    match fact {
        Fact::Sender(SenderFact::DuplicateUnit { others, .. }) => Words::new(
            format!("đơn vị gửi {} tệp số liệu cho cùng một kỳ", others.len() + 1),
            "cho biết tệp nào là bản chính thức",
        ),
        Fact::Sender(SenderFact::MissingUnit { .. }) => Words::new(
            "chưa nhận được tệp số liệu đọc được của đơn vị",
            "gửi tệp số liệu theo biểu mẫu của kỳ này",
        ),
        Fact::Sender(SenderFact::SameFile { .. }) => Words::new(
            "tệp giống hệt một tệp khác đã nhận được trong kỳ này",
            "gửi lại đúng tệp số liệu của đơn vị",
        ),
        Fact::Sender(SenderFact::Late { .. }) => Words::new(
            vietnamese::fact(fact).message,
            "không phải sửa số liệu; nếu ngày đã nêu chưa đúng thì báo lại",
        ),
        Fact::Comparison(ComparisonFact::SameAsOtherUnit { rows, .. }) => Words::new(
            format!("{} dòng giống hệt số của một đơn vị khác: {}", rows.len(), some_figures(rows)),
            "xem có chép nhầm số của đơn vị khác không; nhập đúng số của đơn vị mình",
        ),
        other => vietnamese::fact(other),
    }
}

/// `ô F16, trang “Số liệu”`; the letter names the file once.
pub(in crate::finding) fn place_on_paper(place: &Place) -> String {
    match (&place.sheet, place.cell) {
        (Some(sheet), Some(cell)) => format!("ô {cell}, trang {}", quoted(sheet)),
        (Some(sheet), None) => format!("trang {}", quoted(sheet)),
        (None, _) => "toàn tệp".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::fact::sender::Apart;
    use crate::finding::fact::sender::Rival;
    use crate::finding::lang::samples;
    use crate::model::place::Address;

    #[test]
    fn hints_on_paper_speak_to_the_sender() {
        let twice = SenderFact::DuplicateUnit {
            unit: "Cao Bằng".to_owned(),
            file: "submissions/bac-kan.xlsx".to_owned(),
            others: vec![Rival {
                file: "submissions/bac-kan (2).xlsx".to_owned(),
                apart: Apart::Nothing,
            }],
            described: false,
        };
        let words = on_paper(&twice.into());
        assert_eq!(words.message, "đơn vị gửi 2 tệp số liệu cho cùng một kỳ");
        assert_eq!(words.hint, "cho biết tệp nào là bản chính thức");
        let missing =
            SenderFact::MissingUnit { unit: "Cao Bằng".to_owned(), code: "cao-bang".to_owned() };
        let words = on_paper(&missing.into());
        assert!(!format!("{}{}", words.message, words.hint).contains("submissions"));
    }

    #[test]
    fn no_other_unit_is_named_on_paper() {
        let rows = vec![samples::operand("TC12", 1334)];
        let (other, file) = ("Lạng Sơn".to_owned(), "submissions/lang-son.xlsx".to_owned());
        let same = ComparisonFact::SameAsOtherUnit { other, file: file.clone(), rows };
        let copy =
            SenderFact::SameFile { others: vec![file], named: Some("Lạng Sơn".to_owned()) };
        for fact in [Fact::from(same), Fact::from(copy)] {
            let words = format!("{:?}", on_paper(&fact));
            assert!(!words.contains("Lạng Sơn") && !words.contains("lang-son"), "{words}");
        }
    }

    #[test]
    fn a_place_is_told_without_its_file() {
        let cell = Address { row: 15, column: 5 };
        let place = Place::cell("submissions/a.xlsx", "Số\u{202E} liệu", cell);
        assert_eq!(place_on_paper(&place), "ô F16, trang “Số liệu”");
        assert_eq!(place_on_paper(&Place::sheet("a.xlsx", "Bìa")), "trang “Bìa”");
        assert_eq!(place_on_paper(&Place::file("a.xlsx")), "toàn tệp");
    }
}
