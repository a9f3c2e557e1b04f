//! One or more of every fact that shows when figures are held against other figures.

use rust_decimal::Decimal;

use super::named;
use super::operand;
use crate::finding::fact::Named;
use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::comparison::OtherUnits;
use crate::finding::fact::comparison::Pledged;
use crate::finding::fact::comparison::ReportPart;
use crate::finding::fact::comparison::SlipEvidence;
use crate::model::measure::Measure;

fn gifts() -> Named {
    named("CL09", "Trị giá quà Tết")
}

pub(super) fn facts() -> Vec<ComparisonFact> {
    let mut facts = over_time();
    facts.extend(of_one_workbook());
    facts.extend(beyond_the_workbook());
    facts
}

fn over_time() -> Vec<ComparisonFact> {
    vec![
        ComparisonFact::StockContinuity {
            indicator: named("TC01", "Tổng số công đoàn cơ sở"),
            value: Decimal::from(590),
            computed: Decimal::from(587),
            plus: vec![operand("TC01_nt", 590), operand("TC05", 9), operand("TC06b", -2)],
            minus: vec![operand("TC06", 10)],
        },
        ComparisonFact::PreviousDiffers {
            indicator: gifts(),
            typed: Decimal::from(3_100),
            accepted: Decimal::new(30_885, 1),
            campaign: "cum-so-5-2023".into(),
            parts: Vec::new(),
        },
        ComparisonFact::PreviousDiffers {
            indicator: named("TC10", "Tổng số đoàn viên"),
            typed: Decimal::from(98_000),
            accepted: Decimal::from(121_000),
            campaign: "cum-so-5-2024".into(),
            parts: vec![operand("Bắc Kạn", 23_000), operand("Thái Nguyên", 98_000)],
        },
        ComparisonFact::TargetDiffers {
            indicator: gifts(),
            typed: Decimal::from(3_000),
            pledged: Decimal::from(3_200),
            campaign: "cum-so-5-2023".into(),
            parts: Vec::new(),
        },
        ComparisonFact::SuddenChange {
            indicator: gifts(),
            value: Decimal::from(500),
            before: Decimal::from(3_000),
            percent: Decimal::new(1_666, 2),
            others: Some(OtherUnits { median: Decimal::new(1_041, 1), units: 5 }),
        },
        ComparisonFact::SuddenChange {
            indicator: gifts(),
            value: Decimal::from(500),
            before: Decimal::from(3_000),
            percent: Decimal::new(1_666, 2),
            others: None,
        },
        ComparisonFact::HalfAboveYear {
            indicator: gifts(),
            half: Decimal::from(900),
            year: Decimal::from(700),
            file: "submissions/cao-bang.xlsx".into(),
        },
        ComparisonFact::LastYearCopied { rows: copied(), whole: false },
        ComparisonFact::LastYearCopied { rows: copied(), whole: true },
        ComparisonFact::CumulativeFlow {
            indicator: gifts(),
            value: Decimal::from(6_400),
            before: Decimal::from(3_000),
        },
    ]
}

fn copied() -> Vec<crate::finding::fact::Operand> {
    (0..7).map(|it| operand(&format!("TC1{it}"), 12_345 + it)).collect()
}

fn of_one_workbook() -> Vec<ComparisonFact> {
    vec![
        ComparisonFact::ActualEqualsTarget { rows: 12 },
        ComparisonFact::PledgeBelowActual {
            rows: vec![Pledged {
                code: "TC12".into(),
                pledged: Decimal::from(1_000),
                actual: Decimal::from(1_397),
            }],
        },
        ComparisonFact::SameAmountTwice {
            one: gifts(),
            other: named("CL11b", "Trị giá học bổng"),
            value: Decimal::new(32_646, 1),
            unit: "triệu đồng".into(),
        },
        ComparisonFact::TargetFarOff {
            indicator: gifts(),
            target: Decimal::from(1_000),
            actual: Decimal::from(5_120),
            percent: Decimal::from(512),
        },
        ComparisonFact::ClaimDiffers {
            text: "3,4 tỷ đồng".into(),
            nearest: Some(operand("CL09", 3_264)),
            unit: "triệu đồng".into(),
            same_subject: true,
        },
        ComparisonFact::ClaimDiffers {
            text: "17.500".into(),
            nearest: None,
            unit: String::new(),
            same_subject: false,
        },
        ComparisonFact::WrongDifference {
            difference: "3.665.175".into(),
            from: "12.297.344".into(),
            to: "8.642.169".into(),
            computed: Decimal::from(3_655_175),
        },
    ]
}

fn beyond_the_workbook() -> Vec<ComparisonFact> {
    let times = Decimal::from(1_057);
    vec![
        ComparisonFact::UnitSlip {
            indicator: gifts(),
            measure: Measure::Actual,
            value: Decimal::from(3_264_600),
            evidence: vec![
                SlipEvidence::OwnHistory {
                    other: Decimal::new(30_885, 1),
                    measure: Measure::Previous,
                    times,
                },
                SlipEvidence::OtherUnits {
                    own: Decimal::from(119_538),
                    median: Decimal::from(117),
                    size: "TC10".into(),
                    times: Decimal::from(1_022),
                },
            ],
            meant: Decimal::new(32_646, 1),
            unit: "triệu đồng".into(),
        },
        ComparisonFact::PublishedTotalDiffers {
            indicator: named("TC12", "Đoàn viên kết nạp mới"),
            measure: Measure::Actual,
            published: Decimal::from(25_394),
            computed: Decimal::from(25_493),
            source: "Thông báo số 12/TB-LĐLĐ".into(),
        },
        ComparisonFact::SameAsOtherUnit {
            other: "Bắc Kạn".into(),
            file: "submissions/bac-kan.xlsx".into(),
            rows: copied(),
        },
        ComparisonFact::ReportNotNamed { missing: vec![ReportPart::Number, ReportPart::Date] },
        ComparisonFact::ReportNotNamed { missing: vec![ReportPart::Date] },
        ComparisonFact::ReportDiffers {
            part: ReportPart::Number,
            stated: "187/BC-LĐLĐ".into(),
            known: "178/BC-LĐLĐ".into(),
        },
        ComparisonFact::ReportDiffers {
            part: ReportPart::Date,
            stated: "03/12/2024".into(),
            known: "05/12/2024".into(),
        },
    ]
}
