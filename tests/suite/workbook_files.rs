//! Files that are no workbook, or one that would do harm: refused by content, each with its reason.

use std::io::Cursor;
use std::io::Write;

use thidua::finding::fact::Fact;
use thidua::finding::fact::workbook::WorkbookFact;
use thidua::finding::lang::Lang;
use thidua::finding::refusal::Content;
use thidua::finding::refusal::Damage;
use thidua::finding::refusal::Quantity;
use thidua::finding::refusal::Refusal;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::refused;
use crate::case::sent;
use crate::form::patched;

const UNIT: &str = "lang-son";

/// With these bytes in place of the workbook, the file and the unit are named; returns why.
#[track_caller]
fn refusal(bytes: &[u8]) -> Refusal {
    let case = Case::of(CUM_5);
    case.write(&sent(UNIT), bytes);
    let gathered = case.gather();
    let missing = "error missing-unit lang-son ".to_owned();
    assert_eq!(findings(&gathered), [format!("error unreadable-file - {}", sent(UNIT)), missing]);
    assert_eq!(refused(&gathered).len(), 5);
    let words = Lang::Vi.fact(&gathered.findings[0].fact);
    assert!(!words.message.is_empty() && !words.hint.is_empty());
    match &gathered.findings[0].fact {
        Fact::Workbook(WorkbookFact::UnreadableFile(refusal)) => refusal.clone(),
        other => panic!("{other:?}"),
    }
}

fn workbook() -> Vec<u8> {
    Case::of(CUM_5).book(UNIT).bytes()
}

fn zipped(entries: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn other_kinds_of_files_are_told_by_content() {
    let ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0];
    for (bytes, expected) in [
        ("TT,Nội dung,Số liệu\n1,Đoàn viên,25493\n".as_bytes(), Content::Text),
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".as_slice(), Content::Pdf),
        (b"<html><table><tr><td>1</td></tr></table></html>", Content::WebPage),
        (b"<?xml version=\"1.0\"?><Workbook/>", Content::Xml),
        (b"\x89PNG\r\n\x1a\n", Content::Picture),
        (&ole, Content::OldOffice),
        (&[0, 1, 2, 3], Content::Unknown),
    ] {
        assert_eq!(refusal(bytes), Refusal::NotAWorkbook { seems: expected });
    }
    assert_eq!(refusal(b""), Refusal::Empty);
}

#[test]
fn a_password_is_told_from_an_old_workbook() {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.extend([0; 1024]);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refusal(&bytes), Refusal::Encrypted);
}

#[test]
fn a_broken_workbook_is_damaged_wherever_it_was_cut() {
    let whole = workbook();
    for length in [8, 100, whole.len() / 2, whole.len() - 30] {
        assert_eq!(refusal(&whole[..length]), Refusal::Damaged(Damage::CutShort), "{length} bytes");
    }
}

#[test]
fn a_zip_of_something_else_is_no_workbook() {
    let of = |part: &str, content: &str| {
        zipped([
            ("[Content_Types].xml".to_owned(), b"<Types/>".to_vec()),
            (part.to_owned(), content.as_bytes().to_vec()),
        ])
    };
    let odt = "application/vnd.oasis.opendocument.text";
    for (bytes, seems) in [
        (of("word/document.xml", "<w:document/>"), Content::Word),
        (of("mimetype", odt), Content::Word),
        (of("so lieu.xlsx", "PK"), Content::Archive),
        (zipped([]), Content::Unknown),
    ] {
        assert_eq!(refusal(&bytes), Refusal::NotAWorkbook { seems });
    }
}

#[test]
fn a_zip_with_too_many_entries_is_refused() {
    let many = zipped((0..1001).map(|it| (format!("{it}.xml"), Vec::new())));
    assert_eq!(refusal(&many), Refusal::Limit { what: Quantity::Entries, allowed: 1000 });
}

#[test]
fn a_zip_that_swells_is_refused() {
    let bomb = zipped([("xl/worksheets/sheet1.xml".to_owned(), vec![b' '; 8 << 20])]);
    assert!(bomb.len() < 100_000);
    assert_eq!(refusal(&bomb), Refusal::Limit { what: Quantity::Ratio, allowed: 100 });
}

#[test]
fn declarations_that_no_office_writes_are_refused() {
    let dtd = |xml: &str| xml.replacen("<workbook", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook", 1);
    let refused = refusal(&patched(&workbook(), "xl/workbook.xml", dtd));
    assert!(matches!(refused, Refusal::Damaged(Damage::Dtd(_))));
    let lie = |xml: &str| xml.replacen("uniqueCount=\"", "uniqueCount=\"4000000", 1);
    let refused = refusal(&patched(&workbook(), "xl/sharedStrings.xml", lie));
    assert!(matches!(refused, Refusal::Damaged(Damage::LyingCount(_))));
}

#[test]
fn a_cell_far_outside_is_no_reason_to_run_out_of_memory() {
    let far = |xml: &str| {
        xml.replacen(
            "</sheetData>",
            "<row r=\"1048577\"><c r=\"XFE1048577\"><v>1</v></c></row></sheetData>",
            1,
        )
    };
    let refused = refusal(&patched(&workbook(), "xl/worksheets/sheet1.xml", far));
    assert!(matches!(refused, Refusal::Damaged(_)), "{refused:?}");
}

#[test]
fn a_cell_written_twice_has_no_value() {
    let twice = |xml: &str| {
        let at = xml.find("<c r=\"C6\"").unwrap();
        let end = at + xml[at..].find("</c>").unwrap() + "</c>".len();
        format!("{}{}", &xml[..end], &xml[at..])
    };
    let refused = refusal(&patched(&workbook(), "xl/worksheets/sheet1.xml", twice));
    assert!(matches!(refused, Refusal::Damaged(Damage::CellTwice { cell, .. }) if cell == "C6"));
}

#[test]
fn too_many_sheets_are_refused() {
    let mut book = Case::of(CUM_5).book(UNIT);
    let extra = book.sheet("Đánh giá").clone();
    for number in 0..64 {
        let name = format!("Trang {number}");
        book.sheets.push(crate::form::Sheet { name, ..extra.clone() });
    }
    assert_eq!(refusal(&book.bytes()), Refusal::Limit { what: Quantity::Sheets, allowed: 64 });
}

#[test]
fn a_file_too_large_is_not_read() {
    assert_eq!(refusal(&vec![b'P'; (20 << 20) + 1]), Refusal::TooLarge { limit: 20 });
}

#[test]
fn the_extension_does_not_matter() {
    let case = Case::of(CUM_5);
    let bytes = std::fs::read(case.root.join(sent(UNIT))).unwrap();
    case.remove(&sent(UNIT));
    case.write("submissions/Lạng Sơn (bản chính thức).xls", bytes);
    assert_eq!(findings(&case.gather()), [""; 0]);
}

#[test]
fn files_that_programs_leave_behind_are_no_submissions() {
    let case = Case::of(CUM_5);
    for name in ["~$lang-son.xlsx", ".~lock.lang-son.xlsx#", ".DS_Store"] {
        case.write(&format!("submissions/{name}"), b"x");
    }
    case.write("submissions/bản cũ/lang-son.xlsx", b"x");
    assert_eq!(findings(&case.gather()), ["warning folder-not-read - submissions/bản cũ"]);
}

#[test]
fn a_folder_among_the_files_is_told() {
    let case = Case::of(CUM_5);
    case.write("submissions/Lạng Sơn/lang-son.xlsx", b"not looked into");
    assert_eq!(findings(&case.gather()), ["warning folder-not-read - submissions/Lạng Sơn"]);
}
