//! One or more of every fact about a file, its sheets, columns and rows.

use crate::finding::fact::workbook::OtherFormat;
use crate::finding::fact::workbook::WorkbookFact;
use crate::finding::lang::samples::members;
use crate::finding::refusal::Content;
use crate::finding::refusal::Damage;
use crate::finding::refusal::End;
use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::model::measure::Measure;
use crate::text::legacy::Encoding;

pub(super) fn facts() -> Vec<WorkbookFact> {
    let mut facts = vec![
        WorkbookFact::FolderNotRead,
        WorkbookFact::SheetMissing { sheet: "Số liệu".into() },
        WorkbookFact::SheetRenamed { expected: "Số liệu".into(), found: "Sheet1".into() },
        WorkbookFact::ColumnMoved {
            header: "Thực hiện".into(),
            expected: "F".into(),
            found: "G".into(),
        },
        WorkbookFact::ColumnMissing { header: "Năm trước".into(), measure: Measure::Previous },
        WorkbookFact::ColumnTwice {
            header: "Thực hiện".into(),
            first: "F".into(),
            measure: Some(Measure::Actual),
        },
        WorkbookFact::OldEncoding {
            encoding: Encoding::Tcvn3,
            cells: 120,
            before: "Liªn ®oµn".into(),
            after: "Liên đoàn".into(),
        },
        WorkbookFact::MatchedByLabel { label: "Đoàn viên mới".into(), indicator: members() },
        WorkbookFact::ManyMatchedByLabel { matches: vec![("C7".into(), "TC01".into())] },
        WorkbookFact::DuplicateRow { indicator: members(), first: "A17".into() },
        WorkbookFact::LabelContradictsCode {
            indicator: members(),
            label: "Đoàn viên giảm".into(),
            other: "TC13".into(),
        },
        WorkbookFact::UnknownCode {
            code: "TC1Z".into(),
            label: "Đoàn viên mới".into(),
            nearest: Some("TC12".into()),
        },
        WorkbookFact::UnknownCode { code: "X9".into(), label: String::new(), nearest: None },
        WorkbookFact::UnknownCode { code: String::new(), label: String::new(), nearest: None },
        WorkbookFact::HiddenSheet { sheet: "Số liệu 2023".into() },
        WorkbookFact::Macros,
        WorkbookFact::ExternalLinks,
        WorkbookFact::DatesFrom1904,
    ];
    let formats = [OtherFormat::Xls, OtherFormat::Xlsb, OtherFormat::Ods, OtherFormat::Csv];
    facts.extend(formats.map(|format| WorkbookFact::OldFormat { format }));
    facts.extend(refusals().into_iter().map(WorkbookFact::UnreadableFile));
    facts
}

fn refusals() -> Vec<Refusal> {
    let ends = [End::Memory, End::Time, End::Crash, End::Nonsense];
    let mut refusals = vec![
        Refusal::TooLarge { limit: 20 },
        Refusal::Empty,
        Refusal::NotAWorkbook { seems: Content::Pdf },
        Refusal::NotAWorkbook { seems: Content::Word },
        Refusal::NotAWorkbook { seems: Content::Archive },
        Refusal::NotAWorkbook { seems: Content::LockFile },
        Refusal::NotAWorkbook { seems: Content::OldOffice },
        Refusal::Damaged(Damage::TwoSheets("Số liệu".into())),
        Refusal::Damaged(Damage::NotWhole("Số liệu".into())),
        Refusal::Damaged(Damage::CutShort),
        Refusal::Encrypted,
        Refusal::Damaged(Damage::Parser("invalid Zip archive.".into())),
        Refusal::Limit { what: Quantity::Cells, allowed: 1_000_000 },
        Refusal::Limit { what: Quantity::Areas, allowed: 50_000 },
        Refusal::Damaged(Damage::NotUtf8("xl/workbook.xml".into())),
        Refusal::Damaged(Damage::Overlap),
        Refusal::Damaged(Damage::EntryTwice),
        Refusal::NotOpened { detail: "Access is denied.".into() },
    ];
    refusals.extend(ends.map(Refusal::ReaderEnded));
    refusals
}
