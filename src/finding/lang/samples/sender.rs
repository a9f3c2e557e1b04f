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
        unknown("Bắc Cạn", Some("Bắc Kạn"), &[]),
        unknown("Hà Nội", None, &[]),
        unknown("", None, &[]),
        unknown("Ha Nam", None, &["Hà Nam", "Hà Năm"]),
        SenderFact::WrongPeriod { found: "năm 2023".into(), expected: "năm 2024".into() },
        SenderFact::WrongPeriod { found: String::new(), expected: "năm 2024".into() },
    ]
}

fn unknown(typed: &str, nearest: Option<&str>, candidates: &[&str]) -> SenderFact {
    SenderFact::UnknownUnit {
        typed: typed.into(),
        nearest: nearest.map(str::to_owned),
        candidates: candidates.iter().map(|it| (*it).to_owned()).collect(),
    }
}
