//! One or more of every fact, failure and fault, for tables of tests.

use std::io::Error;
use std::io::ErrorKind;

use rust_decimal::Decimal;

use crate::finding::fact::Fact;
use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::failure::Failure;
use crate::finding::failure::Needs;
use crate::finding::failure::TemplateFault;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::finding::refusal::Content;
use crate::finding::refusal::Damage;
use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::model::catalogue::Severity;
use crate::model::measure::Measure;
use crate::model::value::Rejection;

pub(in crate::finding) fn named(code: &str, name: &str) -> Named {
    Named { code: code.into(), name: name.into() }
}

pub(in crate::finding) fn operand(code: &str, value: i64) -> Operand {
    Operand { code: code.into(), value: Decimal::from(value) }
}

fn members() -> Named {
    named("TC12", "Đoàn viên kết nạp mới")
}

/// Every fact, those with several wordings more than once.
pub(in crate::finding) fn facts() -> Vec<Fact> {
    let mut facts = vec![
        Fact::SheetMissing { sheet: "Số liệu".into() },
        Fact::SheetRenamed { expected: "Số liệu".into(), found: "Sheet1".into() },
        Fact::ColumnMoved {
            header: "Thực hiện".into(), expected: "F".into(), found: "G".into()
        },
        Fact::ColumnMissing { header: "Năm trước".into(), measure: Measure::Previous },
        Fact::ColumnTwice {
            header: "Thực hiện".into(),
            first: "F".into(),
            measure: Some(Measure::Actual),
        },
        Fact::MatchedByLabel { label: "Đoàn viên mới".into(), indicator: members() },
        Fact::NumberAsText { text: "1.234 người".into(), value: Decimal::from(1234) },
        Fact::Required { indicator: members(), measure: Measure::Actual },
        Fact::DuplicateRow { indicator: members(), first: "A17".into() },
        Fact::LabelContradictsCode {
            indicator: members(),
            label: "Đoàn viên giảm".into(),
            other: "TC13".into(),
        },
        Fact::ContradictingUnit { name: "Lạng Sơn".into(), code: "cao-bang".into() },
        Fact::DuplicateUnit {
            unit: "Cao Bằng".into(),
            others: vec!["submissions/a.xlsx".into(), "submissions/b.xlsx".into()],
        },
        Fact::MissingUnit { unit: "Hà Giang".into(), code: "ha-giang".into() },
        Fact::PartsAndTotal {
            total: named("TC01", "Tổng số công đoàn cơ sở"),
            measure: Measure::Actual,
            value: Decimal::from(6400),
            sum: Decimal::from(6428),
            parts: vec![operand("TC02", 937), operand("TC03", 5491)],
        },
        Fact::Subset {
            part: named("TC11", "Đoàn viên là nữ"),
            measure: Measure::Actual,
            value: Decimal::from(5200),
            whole: named("TC10", "Tổng số đoàn viên"),
            limit: Decimal::from(4900),
        },
        Fact::PercentRecomputed {
            indicator: named("TC15", "Tỷ lệ đoàn viên"),
            measure: Measure::Actual,
            typed: Decimal::from(92),
            computed: Decimal::new(900_049, 4),
            numerator: "TC10".into(),
            denominator: "TC14".into(),
        },
    ];
    facts.extend(refusals().into_iter().map(Fact::UnreadableFile));
    facts.extend(figures());
    facts.extend(typed());
    facts
}

fn refusals() -> Vec<Refusal> {
    vec![
        Refusal::TooLarge { limit: 20 },
        Refusal::Empty,
        Refusal::NotAWorkbook { seems: Content::Pdf },
        Refusal::Encrypted,
        Refusal::Damaged(Damage::Parser("invalid Zip archive.".into())),
        Refusal::Limit { what: Quantity::Cells, allowed: 1_000_000 },
        Refusal::NotOpened { detail: "Access is denied.".into() },
    ]
}

fn rejections() -> Vec<Rejection> {
    vec![
        Rejection::Words,
        Rejection::Ambiguous { thousands: Decimal::from(25_493), decimal: Decimal::new(25_493, 3) },
        Rejection::ErrorCell("#REF!".into()),
        Rejection::NoResult,
        Rejection::OtherKind,
        Rejection::TooPrecise,
        Rejection::ReservedCharacter,
    ]
}

fn figures() -> Vec<Fact> {
    let (indicator, measure) = (members(), Measure::Actual);
    let not_a_number =
        |why| Fact::NotANumber { indicator: members(), measure, text: "25.493".into(), why };
    let out_of_range = |min: Option<i64>, max: Option<i64>| Fact::OutOfRange {
        indicator: members(),
        measure,
        value: Decimal::from(-12),
        min: min.map(Decimal::from),
        max: max.map(Decimal::from),
    };
    let mut facts = vec![
        out_of_range(Some(0), Some(100)),
        out_of_range(Some(0), None),
        out_of_range(None, Some(-20)),
        out_of_range(None, None),
    ];
    facts.extend(rejections().into_iter().map(not_a_number));
    facts.extend(
        [Decimal::new(25_493, 3), Decimal::new(12_345, 4), Decimal::MAX]
            .map(|value| Fact::DecimalInCount { indicator: indicator.clone(), measure, value }),
    );
    facts.extend([true, false].map(|plausible| Fact::PercentAsFraction {
        indicator: indicator.clone(),
        measure,
        value: Decimal::new(85, 2),
        plausible,
    }));
    facts.extend([vec![], vec![operand("CL11a", 50), operand("CL11b", 0)]].map(|operands| {
        Fact::RuleBroken {
            rule: "K22-hoc-bong".into(),
            message: "Có suất học bổng (CL11a) thì phải có trị giá (CL11b).".into(),
            severity: Severity::Error,
            operands,
            measure: Some(measure),
        }
    }));
    facts
}

/// Facts whose wording depends on what was typed.
fn typed() -> Vec<Fact> {
    let near = || Some("TC12".to_owned());
    let money = || named("CL09", "Trị giá quà Tết");
    vec![
        Fact::WrongUnitOfMeasure {
            indicator: money(),
            found: "tỷ đồng".into(),
            expected: "triệu đồng".into(),
            converted: true,
        },
        Fact::WrongUnitOfMeasure {
            indicator: money(),
            found: "suất".into(),
            expected: "triệu đồng".into(),
            converted: false,
        },
        Fact::UnknownCode {
            code: "TC1Z".into(), label: "Đoàn viên mới".into(), nearest: near()
        },
        Fact::UnknownCode { code: "X9".into(), label: String::new(), nearest: None },
        Fact::UnknownUnit { typed: "Bắc Cạn".into(), nearest: Some("Bắc Kạn".into()) },
        Fact::UnknownUnit { typed: "Hà Nội".into(), nearest: None },
        Fact::UnknownUnit { typed: String::new(), nearest: None },
        Fact::WrongPeriod { found: "năm 2023".into(), expected: "năm 2024".into() },
        Fact::WrongPeriod { found: String::new(), expected: "năm 2024".into() },
    ]
}

/// Every failure.
pub(in crate::finding) fn failures() -> Vec<Failure> {
    let mut failures = vec![
        Failure::NoCampaign { folder: "inputs".into() },
        Failure::Busy { path: "outputs/a.pdf".into() },
        Failure::Locked { folder: "outputs".into() },
        Failure::Signed { path: "outputs/a.pdf".into() },
        Failure::Toml(vec![toml_error("campaign.toml")]),
        Failure::Toml(vec![toml_error("b.toml"), toml_error("a.toml"), toml_error("b.toml")]),
        Failure::NoTemplate { path: "documents/x/body.md.hbs".into() },
        Failure::Layout { document: "giao-uoc".into(), detail: "unknown variable: x.".into() },
        Failure::NoGlyph {
            character: '☃', context: "Tết ☃".into(), document: "giao-uoc".into()
        },
        Failure::Workbook { document: "bang".into(), detail: "a name is too long".into() },
        Failure::NoLegalBasis { family: "thi-dua".into(), date: "21/12/2024".into() },
    ];
    let kinds = [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::StorageFull,
        ErrorKind::InvalidData,
        ErrorKind::BrokenPipe,
    ];
    failures.extend(kinds.map(|kind| Failure::io("outputs", Error::from(kind))));
    let faults = [
        TemplateFault::Syntax("expected }}".into()),
        TemplateFault::UnknownName { name: "th.TC99".into(), nearest: Some("th.TC12".into()) },
        TemplateFault::BadArgument { helper: "so".into(), needs: "số".into() },
        TemplateFault::UnknownBlock { name: "bieu".into() },
        TemplateFault::Other("recursion".into()),
    ];
    failures.extend(faults.map(|fault| Failure::Template {
        path: "documents/x/body.md.hbs".into(),
        line: Some(7),
        fault,
    }));
    failures
}

fn toml_error(file: &str) -> TomlError {
    let fault = TomlFault::MissingKey { key: "units".into() };
    TomlError { file: file.into(), text: String::new(), span: 0..0, fault }
}

/// Every fault of a TOML file.
pub(in crate::finding) fn toml_faults() -> Vec<TomlFault> {
    let mut faults = vec![
        TomlFault::Syntax("expected `=`.".into()),
        TomlFault::UnknownKey { key: "unit".into(), nearest: Some("units".into()) },
        TomlFault::UnknownKey { key: "x".into(), nearest: None },
        TomlFault::MissingKey { key: "units".into() },
        TomlFault::NotOneOf {
            value: "ban-hang".into(),
            allowed: vec!["lay-y-kien".into(), "ban-hanh".into()],
            nearest: Some("ban-hanh".into()),
        },
        TomlFault::Duplicate { code: "cao-bang".into() },
        TomlFault::Dangling { name: "TC99".into(), nearest: None },
        TomlFault::Malformed { text: "2024".into(), needs: Needs::Date },
        TomlFault::Circle { code: "TC13b".into() },
        TomlFault::Other("oneOf failed.".into()),
    ];
    let types = ["string", "integer", "number", "boolean", "array", "object", "null/string"];
    faults.extend(types.map(|needs| TomlFault::WrongType { needs: needs.into() }));
    faults
}
