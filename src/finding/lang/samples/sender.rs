//! One or more of every fact about whose workbook it is, and for which period.

use crate::finding::fact::sender::SenderFact;

pub(super) fn facts() -> Vec<SenderFact> {
    vec![
        SenderFact::ContradictingUnit { name: "Lạng Sơn".into(), code: "cao-bang".into() },
        SenderFact::DuplicateUnit {
            unit: "Cao Bằng".into(),
            others: vec!["submissions/a.xlsx".into(), "submissions/b.xlsx".into()],
        },
        SenderFact::MissingUnit { unit: "Hà Giang".into(), code: "ha-giang".into() },
        SenderFact::UnknownUnit {
            typed: "Bắc Cạn".into(), nearest: Some("Bắc Kạn".into())
        },
        SenderFact::UnknownUnit { typed: "Hà Nội".into(), nearest: None },
        SenderFact::UnknownUnit { typed: String::new(), nearest: None },
        SenderFact::WrongPeriod { found: "năm 2023".into(), expected: "năm 2024".into() },
        SenderFact::WrongPeriod { found: String::new(), expected: "năm 2024".into() },
    ]
}
