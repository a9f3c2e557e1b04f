//! One or more of every fact about whose workbook it is, and for which period.

use crate::finding::fact::sender::Again;
use crate::finding::fact::sender::Apart;
use crate::finding::fact::sender::CellPair;
use crate::finding::fact::sender::Given;
use crate::finding::fact::sender::Rival;
use crate::finding::fact::sender::SenderFact;
use crate::finding::fact::sender::Target;
use crate::model::standing::Arrival;
use crate::model::standing::Told;
use crate::text::date::Date;

pub(super) fn facts() -> Vec<SenderFact> {
    vec![
        SenderFact::ContradictingUnit { name: "Lạng Sơn".into(), code: "cao-bang".into() },
        duplicate(vec![Apart::Nothing], false),
        duplicate(vec![Apart::NoFigure, Apart::Nothing], true),
        duplicate(vec![Apart::Cells { first: pairs(), more: 3 }], false),
        SenderFact::SameFile { others: vec!["submissions/a.xlsx".into()], named: None },
        SenderFact::SameFile {
            others: vec!["submissions/a.xlsx".into()],
            named: Some("Lạng Sơn".into()),
        },
        SenderFact::LastYearsFile {
            period: "năm 2023".into(),
            again: Again::Bytes { file: "submissions/cao-bang.xlsx".into() },
        },
        SenderFact::LastYearsFile {
            period: "năm 2023".into(),
            again: Again::Figures { count: 60 },
        },
        late(Told::Campaign),
        late(Told::Form),
        SenderFact::WaiverUnused {
            number: 2,
            unit: "Cao Bằng".into(),
            about: target(None),
            candidates: vec![target(Some("F45"))],
        },
        SenderFact::WaiverUnused {
            number: 1,
            unit: "Cao Bằng".into(),
            about: target(Some("F45")),
            candidates: Vec::new(),
        },
        SenderFact::WaiverNotAllowed {
            number: 1,
            unit: "Cao Bằng".into(),
            about: target(Some("F45")),
        },
        SenderFact::MissingUnit { unit: "Hà Giang".into(), code: "ha-giang".into() },
        unknown("Bắc Cạn", Some("Bắc Kạn"), &[]),
        unknown("Hà Nội", None, &[]),
        unknown("", None, &[]),
        unknown("Ha Nam", None, &["Hà Nam", "Hà Năm"]),
        SenderFact::WrongPeriod { found: "năm 2023".into(), expected: "năm 2024".into() },
        SenderFact::TitleContradicts {
            title: "BIỂU SỐ LIỆU NĂM 2023".into(),
            expected: "năm 2024".into(),
        },
        SenderFact::WrongCampaign {
            cluster: "Cụm thi đua số 4".into(),
            period: "2023".into(),
            expected_cluster: "Cụm thi đua số 5".into(),
            expected_period: "2024".into(),
        },
        SenderFact::WrongFormVersion { found: "2023.2".into(), expected: "2024.1".into() },
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

fn duplicate(apart: Vec<Apart>, described: bool) -> SenderFact {
    let rival = |apart| Rival { file: "submissions/b.xlsx".into(), apart };
    SenderFact::DuplicateUnit {
        unit: "Cao Bằng".into(),
        file: "submissions/a.xlsx".into(),
        others: apart.into_iter().map(rival).collect(),
        described,
    }
}

fn pairs() -> Vec<CellPair> {
    let pair = |here, there| CellPair { code: "TC12".into(), cell: "F16".into(), here, there };
    let number = || Given::Number(2241.into());
    vec![pair(Given::Words("hai nghìn".into()), number()), pair(number(), Given::Nothing)]
}

fn late(by: Told) -> SenderFact {
    let day = |day| Date::new(2024, 12, day).expect("a day of December");
    SenderFact::Late { deadline: day(5), arrival: Arrival { day: day(9), by } }
}

fn target(cell: Option<&str>) -> Target {
    Target {
        finding: "rule-broken".into(),
        rule: cell.map(|_| "K5-qua-tet".into()),
        cell: cell.map(str::to_owned),
    }
}
