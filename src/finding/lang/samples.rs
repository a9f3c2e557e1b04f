//! One or more of every fact, failure and fault, for tables of tests.

mod comparison;
pub(in crate::finding) mod figure;
mod layout;
mod marks;
mod paper;
mod score;
mod sender;
mod signer;
mod workbook;

use std::io::Error;
use std::io::ErrorKind;

use rust_decimal::Decimal;

use crate::finding::fact::Fact;
use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::failure::CallNeeds;
use crate::finding::failure::Closed;
use crate::finding::failure::CriteriaFault;
use crate::finding::failure::Failure;
use crate::finding::failure::Markup;
use crate::finding::failure::Needs;
use crate::finding::failure::PdfFault;
use crate::finding::failure::PlanDifference;
use crate::finding::failure::SuccessionFault;
use crate::finding::failure::TemplateFault;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::period::Period;
use crate::model::period::Span;
use crate::text::date::Date;

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
    let workbook = workbook::facts().into_iter().map(Fact::from);
    let layout = layout::facts().into_iter().map(Fact::from);
    let sender = sender::facts().into_iter().map(Fact::from);
    let figure = figure::facts().into_iter().map(Fact::from);
    let comparison = comparison::facts().into_iter().map(Fact::from);
    let marks = marks::facts().into_iter().map(Fact::from);
    let score = score::facts().into_iter().map(Fact::from);
    let signer = signer::facts().into_iter().map(Fact::from);
    let paper = paper::facts().into_iter().map(Fact::from);
    let of_units = workbook.chain(layout).chain(sender).chain(figure).chain(comparison);
    of_units.chain(marks).chain(score).chain(signer).chain(paper).collect()
}

/// Every failure.
pub(in crate::finding) fn failures() -> Vec<Failure> {
    let mut failures = vec![
        Failure::NoCampaign { folder: "inputs".into() },
        Failure::Busy { path: "outputs/a.pdf".into() },
        Failure::Locked { folder: "outputs".into() },
        Failure::PiecesMissing { shards: vec![(3, 120), (7, 1)] },
        Failure::PlanDiffers(PlanDifference::Input("submissions/a.xlsx".into())),
        Failure::PlanDiffers(PlanDifference::NewInput("submissions/b.xlsx".into())),
        Failure::PlanDiffers(PlanDifference::Tools),
        Failure::NoShard { shard: 9, shards: 8 },
        Failure::NotEmpty { folder: "inputs/cum-so-5-2025".into() },
        Failure::NoPages { document: "bang-tong-hop-so-lieu".into() },
        Failure::NoPage { document: "giao-uoc".into(), page: 9, pages: 5 },
        Failure::HalfAfterHalf { campaign: "cum-so-5-2025-6-thang".into() },
        Failure::Toml(vec![toml_error("campaign.toml")]),
        Failure::Toml(vec![toml_error("b.toml"), toml_error("a.toml"), toml_error("b.toml")]),
        Failure::NoTemplate { path: "documents/x/body.md.hbs".into() },
        Failure::Layout { document: "giao-uoc".into(), detail: "unknown variable: x.".into() },
        Failure::NoGlyph {
            character: '☃', context: "Tết ☃".into(), document: "giao-uoc".into()
        },
        Failure::Workbook { document: "bang".into(), detail: "a name is too long".into() },
        Failure::NoReader { program: "thidua".into(), detail: "No such file.".into() },
        Failure::NoFigures { path: "bao-cao.pdf".into() },
        Failure::NoLegalBasis { family: "thi-dua".into(), date: "21/12/2024".into() },
    ];
    let pdf = [PdfFault::NotPdf, PdfFault::Damaged, PdfFault::Encrypted, PdfFault::TooMuch];
    failures.extend(pdf.map(|why| Failure::UnreadablePdf { path: "bao-cao.pdf".into(), why }));
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
        TemplateFault::UnknownPartial { name: "kq".into(), nearest: Some("ket-qua".into()) },
        TemplateFault::PartialCircle(vec!["a".into(), "b".into(), "a".into()]),
        TemplateFault::Call { helper: "so".into(), needs: CallNeeds::Value(Some("TC12".into())) },
        TemplateFault::Call { helper: "cau".into(), needs: CallNeeds::Actual },
        TemplateFault::Closed(Closed::Triple),
        TemplateFault::NotOnPaper(Markup::Html),
        TemplateFault::Other("recursion".into()),
    ];
    let text = "Cụm có {{so th.TC99}} đoàn viên";
    failures.extend(faults.map(|fault| {
        let failure = Failure::template_at("documents/x/body.md.hbs", text, 11..22, fault);
        failure.in_paper_of(Some("Liên đoàn Lao động tỉnh Cao Bằng"))
    }));
    failures.push(Failure::template("tables/x.toml", TemplateFault::TooManyPartials));
    failures
}

fn toml_error(file: &str) -> TomlError {
    let fault = TomlFault::MissingKey { key: "units".into() };
    TomlError { file: file.into(), text: String::new(), span: 0..0, fault }
}

/// Every way in which bodies cannot have become others.
fn succession_faults() -> [SuccessionFault; 8] {
    let body = || "thai-nguyen@2025-07".to_owned();
    let on = Date::new(2025, 7, 1).expect("a day of the calendar");
    [
        SuccessionFault::Circle { body: body() },
        SuccessionFault::EndsTwice { body: body(), on },
        SuccessionFault::BeginsTwice { body: body(), on },
        SuccessionFault::EndsBeforeItBegins { body: body(), begins: on, ends: on },
        SuccessionFault::OtherMonth { body: body(), on },
        SuccessionFault::NotEnough,
        SuccessionFault::Ended { body: "bac-kan".into(), on, into: vec![body()] },
        SuccessionFault::NotYet { body: body(), on },
    ]
}

/// Every fault of a TOML file.
pub(in crate::finding) fn toml_faults() -> Vec<TomlFault> {
    let mut faults = vec![
        TomlFault::Syntax("expected `=`.".into()),
        TomlFault::UnknownKey { key: "unit".into(), nearest: Some("units".into()) },
        TomlFault::UnknownKey { key: "x".into(), nearest: None },
        TomlFault::MissingKey { key: "units".into() },
        TomlFault::ElsewhereFile { file: "../bieu-trung.png".into() },
        TomlFault::NoPicture { file: "bieu-trung.png".into() },
        TomlFault::PictureTooLarge { file: "bieu-trung.png".into() },
        TomlFault::NotOneOf {
            value: "ban-hang".into(),
            allowed: vec!["lay-y-kien".into(), "ban-hanh".into()],
            nearest: Some("ban-hanh".into()),
        },
        TomlFault::Duplicate { code: "cao-bang".into() },
        TomlFault::Dangling { name: "TC99".into(), nearest: None },
        TomlFault::Malformed { text: "2024".into(), needs: Needs::Date },
        TomlFault::Circle { code: "TC13b".into() },
        TomlFault::NoSuchFile { name: "a.xlsx".into(), nearest: None },
        TomlFault::NoSuchFile { name: "a.xlsx".into(), nearest: Some("b.xlsx".into()) },
        TomlFault::ReplacesItself { file: "a.xlsx".into() },
        TomlFault::NoSuchCampaign { folder: "../a".into(), nearest: None },
        TomlFault::Malformed { text: "17F".into(), needs: Needs::Cell },
        TomlFault::ProfilesInCircle(vec!["rieng".into(), "hai".into(), "rieng".into()]),
        TomlFault::NoRoom { left: "85".into(), least: "100".into() },
        TomlFault::OwnCampaign { folder: ".".into() },
        TomlFault::Expression("Unexpected 'let'.".into()),
        TomlFault::Other("oneOf failed.".into()),
    ];
    let is = Period { year: 2022, span: Span::Full };
    let half = Period { year: 2024, span: Span::FirstHalf };
    faults.extend([None, Some(half)].map(|needs| TomlFault::OtherPeriod {
        folder: "../a".into(),
        is,
        needs,
    }));
    let limit = || Some("4".to_owned());
    faults.extend(
        [[limit(), None], [None, limit()], [None, None]]
            .map(|within| TomlFault::OutOfRange { value: "99".into(), within }),
    );
    faults.extend(criteria_faults().map(TomlFault::Criteria));
    let types = ["string", "integer", "number", "boolean", "array", "object", "null/string"];
    faults.extend(types.map(|needs| TomlFault::WrongType { needs: needs.into() }));
    faults.extend(succession_faults().map(TomlFault::Succession));
    faults
}

fn criteria_faults() -> [CriteriaFault; 8] {
    let (max, sum) = (Decimal::from(30), Decimal::from(31));
    [
        CriteriaFault::SeveralWays,
        CriteriaFault::GroupSum { group: "I".into(), max, sum },
        CriteriaFault::ScaleSum { scale: max, sum },
        CriteriaFault::Steps,
        CriteriaFault::StepsFall,
        CriteriaFault::ShareAboveAll,
        CriteriaFault::NotYesNo { code: "TC12".into() },
        CriteriaFault::PenaltyByTarget,
    ]
}
