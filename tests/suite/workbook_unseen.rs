//! What a workbook carries that nobody sees on its sheet: read into the raw workbook, and told.

use std::io::Cursor;
use std::io::Read;
use std::io::Write;

use rust_xlsxwriter::FilterCondition;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::Workbook;
use thidua::finding::refusal::Damage;
use thidua::finding::refusal::Refusal;
use thidua::read::workbook;
use thidua::read::workbook::raw::Area;
use thidua::read::workbook::raw::RawBook;
use thidua::read::workbook::raw::RawValue;
use thidua::read::workbook::raw::Run;
use thidua::read::workbook::raw::Span;
use thidua::read::workbook::raw::Visibility;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::sent;
use crate::form::patched;

const UNIT: &str = "lang-son";

/// The same workbook with one more part inside.
fn with_part(bytes: &[u8], part: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        written.start_file(name, SimpleFileOptions::default()).unwrap();
        written.write_all(&content).unwrap();
    }
    written.start_file(part, SimpleFileOptions::default()).unwrap();
    written.write_all(b"x").unwrap();
    written.finish().unwrap().into_inner()
}

fn opened(book: &mut Workbook) -> RawBook {
    workbook::open(&book.save_to_buffer().unwrap()).unwrap()
}

#[test]
fn hidden_rows_and_columns_filters_and_merged_areas_are_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..8 {
        sheet.write_string(row, 0, if row == 1 { "giữ" } else { "bỏ" }).unwrap();
    }
    sheet.set_row_hidden(2).unwrap().set_row_hidden(3).unwrap().set_row_hidden(6).unwrap();
    sheet.set_row_height(5, 0).unwrap();
    sheet.set_column_hidden(4).unwrap();
    sheet.set_column_range_width(6, 7, 0).unwrap();
    sheet.merge_range(1, 1, 4, 2, "gộp", &Format::new()).unwrap();
    sheet.autofilter(0, 0, 7, 0).unwrap();
    let condition = FilterCondition::new().add_list_filter("giữ");
    sheet.filter_column(0, &condition).unwrap();
    book.add_worksheet().write_number(0, 0, 1).unwrap();
    book.worksheet_from_index(1).unwrap().autofilter(0, 0, 2, 0).unwrap();
    let raw = opened(&mut book);
    let sheet = &raw.sheets[0];
    // The filter hides the rest: rows 3 to 8.
    assert_eq!(sheet.hidden_rows, [Span { first: 2, last: 7 }]);
    let columns = [Span { first: 4, last: 4 }, Span { first: 6, last: 7 }];
    assert_eq!(sheet.hidden_columns, columns);
    let area = Area { rows: Span { first: 1, last: 4 }, columns: Span { first: 1, last: 2 } };
    assert_eq!(sheet.merges, [area]);
    assert!(sheet.filtered);
    assert!(!raw.sheets[1].filtered, "arrows alone hide nothing");
    assert!(!raw.date1904 && !raw.macros && !raw.external_links);
}

#[test]
fn fonts_of_stretches_of_text_are_read() {
    let (old, plain) = (Format::new().set_font_name(".VnTime"), Format::new());
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Số").unwrap();
    sheet.write_rich_string(1, 1, &[(&plain, "Số "), (&old, "®oµn viªn")]).unwrap();
    let raw = opened(&mut book);
    let [first, second] = raw.sheets[0].cells.as_slice() else { panic!() };
    assert!(first.runs.is_empty());
    assert_eq!(second.value, RawValue::Text("Số ®oµn viªn".to_owned()));
    let texts: Vec<&str> = second.runs.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts.concat(), "Số ®oµn viªn");
    let last = Run { font: Some(".VnTime".to_owned()), text: "®oµn viªn".to_owned() };
    assert_eq!(second.runs.last(), Some(&last));
}

#[test]
fn a_very_hidden_sheet_is_known_as_one() {
    let mut book = Workbook::new();
    book.add_worksheet();
    book.add_worksheet().set_very_hidden(true);
    let raw = opened(&mut book);
    assert_eq!(raw.sheets[1].visibility, Visibility::VeryHidden);
}

/// The campaign with a unit's workbook changed inside.
#[track_caller]
fn told(change: impl FnOnce(&[u8]) -> Vec<u8>) -> Vec<String> {
    let case = Case::of(CUM_5);
    let bytes = case.book(UNIT).bytes();
    case.write(&sent(UNIT), change(&bytes));
    findings(&case.gather())
}

fn at_file(severity: &str, code: &str) -> Vec<String> {
    vec![format!("{severity} {code} {UNIT} {}", sent(UNIT))]
}

#[test]
fn macros_and_links_are_told() {
    assert_eq!(told(<[u8]>::to_vec), [""; 0]);
    let macros = told(|it| with_part(it, "xl/vbaProject.bin"));
    assert_eq!(macros, at_file("notice", "macros"));
    for part in ["xl/externalLinks/externalLink1.xml", "xl/connections.xml"] {
        assert_eq!(told(|it| with_part(it, part)), at_file("warning", "external-links"));
    }
}

fn from_1904(bytes: &[u8]) -> Vec<u8> {
    patched(bytes, "xl/workbook.xml", |xml| {
        xml.replacen("<workbookPr ", "<workbookPr date1904=\"1\" ", 1)
    })
}

#[test]
fn dates_from_1904_are_told_where_there_is_a_date() {
    assert_eq!(told(from_1904), [""; 0]);
    let with_date = |bytes: &[u8]| {
        let styled = patched(&from_1904(bytes), "xl/styles.xml", |xml| {
            xml.replacen(
                "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"",
                "numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"",
                1,
            )
            .replace(
                "<cellXfs count=\"1\"><xf numFmtId=\"0\"",
                "<cellXfs count=\"1\"><xf numFmtId=\"14\"",
            )
        });
        patched(&styled, "xl/worksheets/sheet2.xml", |xml| {
            xml.replacen(
                "</sheetData>",
                "<row r=\"99\"><c r=\"A99\" s=\"0\"><v>44168</v></c></row></sheetData>",
                1,
            )
        })
    };
    let raw = workbook::open(&with_date(&Case::of(CUM_5).book(UNIT).bytes())).unwrap();
    assert!(raw.date1904);
    assert!(told(with_date).contains(&at_file("notice", "dates-from-1904")[0]));
}

/// The campaign with one more sheet in a unit's workbook: a copy of its figures, or a list.
fn with_hidden(name: &str, state: &str, copy: bool) -> Vec<String> {
    let case = Case::of(CUM_5);
    let mut book = case.book(UNIT);
    let mut extra = book.sheet(crate::form::FIGURES).clone();
    extra.name = name.to_owned();
    if !copy {
        extra.cells.retain(|(row, column), _| *row > 5 && *column > 1 && *column < 4);
    }
    book.sheets.push(extra);
    let bytes = patched(&book.bytes(), "xl/workbook.xml", |xml| {
        let start = format!("<sheet name=\"{name}\"");
        xml.replacen(&start, &format!("{start} state=\"{state}\""), 1)
    });
    case.write(&sent(UNIT), bytes);
    findings(&case.gather())
}

#[test]
fn hidden_sheets_with_figures_are_told_and_not_read() {
    let expected = |name| [format!("warning hidden-sheet {UNIT} {}/{name}", sent(UNIT))];
    assert_eq!(with_hidden("Số liệu 2023", "hidden", true), expected("Số liệu 2023"));
    assert_eq!(with_hidden("Cũ", "veryHidden", true), expected("Cũ"));
    assert_eq!(with_hidden("Danh sách", "hidden", false), [""; 0]);
    assert_eq!(with_hidden("thidua", "veryHidden", true), [""; 0], "the form's own stamp");
    assert_eq!(with_hidden("thidua", "hidden", true), expected("thidua"));
}

#[test]
fn parts_that_would_be_read_as_empty_are_refused() {
    let bytes = Case::of(CUM_5).book(UNIT).bytes();
    let sheet = "xl/worksheets/sheet1.xml";
    let mut archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if name == sheet {
            let text = String::from_utf8(content).unwrap().replace("UTF-8", "UTF-16");
            content = "\u{FEFF}"
                .encode_utf16()
                .chain(text.encode_utf16())
                .flat_map(u16::to_le_bytes)
                .collect();
        }
        written.start_file(name, SimpleFileOptions::default()).unwrap();
        written.write_all(&content).unwrap();
    }
    let refused = workbook::open(&written.finish().unwrap().into_inner());
    assert_eq!(refused, Err(Refusal::Damaged(Damage::NotUtf8(sheet.to_owned()))));
    let same = patched(&bytes, "xl/workbook.xml", |xml| xml.replacen("Đánh giá", "Số liệu", 1));
    let refused = workbook::open(&same);
    assert_eq!(refused, Err(Refusal::Damaged(Damage::TwoSheets("Số liệu".to_owned()))));
}

#[test]
fn strict_names_prefixes_and_absolute_targets_are_followed() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_number(0, 0, 1).unwrap();
    sheet.write_number(1, 0, 2).unwrap();
    sheet.set_row_hidden(1).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let bytes = patched(&bytes, "xl/_rels/workbook.xml.rels", |xml| {
        xml.replace("Target=\"worksheets/", "Target=\"/xl/worksheets/").replace(
            "schemas.openxmlformats.org/officeDocument/2006",
            "purl.oclc.org/ooxml/officeDocument",
        )
    });
    let bytes = patched(&bytes, "xl/worksheets/sheet1.xml", |xml| {
        let names = ["worksheet", "sheetData", "row", "c", "v"];
        let mut xml = xml.replace(
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"",
            "xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"",
        );
        for name in names {
            for end in [" ", ">", "/>"] {
                xml = xml.replace(&format!("<{name}{end}"), &format!("<x:{name}{end}"));
            }
            xml = xml.replace(&format!("</{name}>"), &format!("</x:{name}>"));
        }
        xml
    });
    let raw = workbook::open(&bytes).unwrap();
    assert_eq!(raw.sheets[0].cells.len(), 2);
    assert_eq!(raw.sheets[0].hidden_rows, [Span { first: 1, last: 1 }]);
}

/// What stands in a cell, as the file writes it, and what is read of it.
#[test]
fn numbers_that_no_office_can_hold_are_known_as_such() {
    let read = |written: &str| {
        let mut book = Workbook::new();
        book.add_worksheet().write_number(0, 0, 1).unwrap();
        let bytes = patched(&book.save_to_buffer().unwrap(), "xl/worksheets/sheet1.xml", |xml| {
            xml.replacen("<v>1</v>", written, 1)
        });
        workbook::open(&bytes).unwrap().sheets[0].cells.first().map(|it| it.value.clone())
    };
    for written in ["1e400", "-1e400", "NaN", "INF", "-Infinity"] {
        assert_eq!(read(&format!("<v>{written}</v>")), Some(RawValue::NotFinite), "{written}");
    }
    assert_eq!(read("<f>A2</f>"), Some(RawValue::NoResult));
    assert_eq!(read("<f>A2</f><v></v>"), Some(RawValue::NoResult));
    assert_eq!(read("<v></v>"), None);
    assert_eq!(read("<v>0.30000000000000004</v>"), Some(RawValue::Number(0.1 + 0.2)));
}

#[test]
fn more_digits_than_excel_keeps_are_no_number() {
    let case = Case::of(CUM_5);
    let mut book = case.book(UNIT);
    let cell = book.figures().set("TC12", crate::form::ACTUAL, 123_456_789.0);
    for written in ["9007199254740993", "1234567890123456"] {
        let bytes = patched(&book.bytes(), "xl/worksheets/sheet1.xml", |xml| {
            xml.replacen("<v>123456789</v>", &format!("<v>{written}</v>"), 1)
        });
        case.write(&sent(UNIT), bytes);
        let expected = format!("error not-a-number {UNIT} {}/Số liệu/{cell}", sent(UNIT));
        assert!(findings(&case.gather()).contains(&expected), "{written}");
    }
}
