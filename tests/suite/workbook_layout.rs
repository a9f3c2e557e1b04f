//! A workbook that was rearranged: figures are found by what the sheet says, not by where it lies.

use rust_decimal::Decimal;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::committed;
use crate::case::findings;
use crate::case::refused;
use crate::case::sent;
use crate::form::ACTUAL;
use crate::form::Book;
use crate::form::Content;
use crate::form::FIGURES;
use crate::form::PLEDGED;
use crate::form::name;
use crate::workbook_numbers::total;

const UNIT: &str = "lang-son";

const EVERY_PAPER: [&str; 5] = [
    "giao-uoc",
    "bao-cao-tong-ket",
    "tin-hoi-nghi",
    "bang-tong-hop-so-lieu",
    "bang-dang-ky-thi-dua",
];

/// Codes of all kinds: counts, money, percentages, averages, yes or no.
const CODES: [&str; 8] = ["TC01", "TC10", "TC12", "TC17", "CL09", "CL18", "VL01", "XD03"];

fn at(severity_and_code: &str, place: &str) -> String {
    format!("{severity_and_code} {UNIT} {}{place}", sent(UNIT))
}

fn totals(case: &Case) -> Vec<Option<Decimal>> {
    let gathered = case.gather();
    CODES.map(|code| total(&gathered, code)).to_vec()
}

/// The figures are those of the committed workbooks.
#[track_caller]
fn same_figures(case: &Case) {
    let before = committed(CUM_5);
    assert_eq!(totals(case), CODES.map(|code| total(&before, code)));
}

/// After the change exactly this is found, no paper is refused and no figure differs.
#[track_caller]
fn harmless(change: impl FnOnce(&mut Book), found: &[String]) {
    let case = Case::with(CUM_5, UNIT, change);
    let gathered = case.gather();
    assert_eq!(findings(&gathered), found);
    assert_eq!(refused(&gathered), [""; 0]);
    same_figures(&case);
}

#[test]
fn exchanged_columns_are_read_by_their_headers() {
    let found =
        [at("notice column-moved", "/Số liệu/F4"), at("notice column-moved", "/Số liệu/G4")];
    harmless(|book| book.figures().exchange(ACTUAL, "Năm trước"), &found);
}

#[test]
fn an_inserted_column_moves_those_behind_it() {
    let found: Vec<String> = ["D4", "E4", "F4", "G4", "H4", "I4", "J4"]
        .map(|cell| at("notice column-moved", &format!("/Số liệu/{cell}")))
        .to_vec();
    harmless(
        |book| {
            let label = book.figures().find("Nội dung").1;
            let moved = |column| if column >= label { column + 1 } else { column };
            book.figures().rearrange(|(row, column)| Some((row, moved(column))));
        },
        &found,
    );
}

#[test]
fn inserted_rows_move_nothing() {
    harmless(
        |book| {
            let middle = book.figures().find("XD01").0;
            let moved = |row| if row >= middle { row + 7 } else { row + 3 };
            book.figures().rearrange(|(row, column)| Some((moved(row), column)));
        },
        &[],
    );
}

#[test]
fn rows_in_another_order_are_the_same_rows() {
    harmless(
        |book| {
            let header = book.figures().find("Mã").0;
            book.figures().rearrange(|(row, column)| {
                Some((if row > header { 1000 - row } else { row }, column))
            });
        },
        &[],
    );
}

#[test]
fn a_renamed_sheet_is_found_by_its_table() {
    let found = [at("notice sheet-renamed", "/Biểu 1 (sửa)")];
    harmless(|book| book.figures().name = "Biểu 1 (sửa)".to_owned(), &found);
    // Another writing of the same name is the same name.
    harmless(|book| book.figures().name = "SO LIEU".to_owned(), &[]);
}

#[test]
fn other_headers_of_the_form_are_known() {
    harmless(
        |book| {
            for (header, alias) in
                [("Mã", "Mã số"), ("Kế hoạch", "KH"), (ACTUAL, "KẾT QUẢ  THỰC HIỆN")]
            {
                let cell = book.figures().find(header);
                book.figures().cells.insert(cell, alias.into());
            }
        },
        &[],
    );
}

#[test]
fn a_row_without_its_code_is_matched_by_its_label() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.figures();
        cell = name(sheet.at("TC12", "Nội dung"));
        let code = sheet.at("TC12", "Mã");
        sheet.cells.remove(&code);
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("notice matched-by-label", &format!("/Số liệu/{cell}"))]);
    same_figures(&case);
}

#[test]
fn without_the_column_of_codes_labels_are_enough() {
    let case = Case::with(CUM_5, UNIT, |book| book.figures().take_out("Mã"));
    let gathered = case.gather();
    // One finding with every match, so that a person can confirm them in one reading.
    assert_eq!(findings(&gathered), [at("notice matched-by-label", "/Số liệu")]);
    let message = thidua::finding::lang::Lang::Vi.fact(&gathered.findings[0].fact).message;
    let codes = gathered.declared.catalogue.indicators.iter().map(|it| format!(" → {}", it.code));
    assert!(codes.into_iter().all(|it| message.contains(&it)), "{message}");
    same_figures(&case);
}

#[test]
fn a_missing_column_refuses_only_the_papers_that_print_it() {
    for (column, refuses) in [
        (PLEDGED, &["giao-uoc", "bang-dang-ky-thi-dua"][..]),
        (ACTUAL, &["bao-cao-tong-ket", "tin-hoi-nghi", "bang-tong-hop-so-lieu"]),
        ("Năm trước", &["bao-cao-tong-ket", "bang-tong-hop-so-lieu"]),
    ] {
        let case = Case::with(CUM_5, UNIT, |book| book.figures().take_out(column));
        let gathered = case.gather();
        assert_eq!(findings(&gathered), [at("error column-missing", "/Số liệu")], "{column}");
        assert_eq!(refused(&gathered), refuses, "{column}");
    }
}

#[test]
fn of_two_columns_under_one_header_neither_is_taken() {
    let case = Case::with(CUM_5, UNIT, |book| {
        let note = book.figures().find("Ghi chú");
        book.figures().cells.insert(note, ACTUAL.into());
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("error column-twice", "/Số liệu/I4")]);
    let indicator = gathered.declared.catalogue.find("TC12").unwrap();
    let column = gathered.dataset.column(thidua::model::measure::Measure::Actual, indicator);
    assert_eq!(column.cluster.reported, 5);
}

#[test]
fn a_workbook_without_the_table_is_nobodys() {
    let case = Case::with(CUM_5, UNIT, |book| book.sheets.retain(|it| it.name != FIGURES));
    let gathered = case.gather();
    let missing = format!("error missing-unit {UNIT} ");
    assert_eq!(findings(&gathered), [format!("error sheet-missing - {}", sent(UNIT)), missing]);
    assert_eq!(refused(&gathered), EVERY_PAPER);
}

#[test]
fn an_unknown_code_is_told_with_the_nearest_one() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        let code = book.figures().at("NC03a", "Mã");
        cell = name(code);
        book.figures().cells.insert(code, "NC03aa".into());
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("error unknown-code", &format!("/Số liệu/{cell}"))]);
    let hint = thidua::finding::lang::Lang::Vi.fact(&gathered.findings[0].fact).hint;
    assert!(hint.contains("NC03a"), "{hint}");
    assert_eq!(refused(&gathered), EVERY_PAPER);
}

#[test]
fn a_row_that_stands_twice_counts_once_or_is_found_at_the_second() {
    let mut row = 0;
    let case = Case::with(CUM_5, UNIT, |book| row = book.figures().repeat("NC03a"));
    let place = format!("/Số liệu/{}", name((row, 0)));
    assert_eq!(findings(&case.gather()), [at("notice same-row", &place)]);
    same_figures(&case);
    case.change(UNIT, |book| {
        let column = book.figures().find(ACTUAL).1;
        book.figures().cells.insert((row, column), 987.0.into());
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("error duplicate-row", &place)]);
    assert_eq!(refused(&gathered), EVERY_PAPER);
}

#[test]
fn a_code_with_the_label_of_another_row_is_a_mix_up() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.figures();
        let other = sheet.cells[&sheet.at("NC03b", "Nội dung")].clone();
        cell = name(sheet.at("NC03a", "Mã"));
        let label = sheet.at("NC03a", "Nội dung");
        sheet.cells.insert(label, other);
    });
    let gathered = case.gather();
    let place = format!("/Số liệu/{cell}");
    assert_eq!(findings(&gathered), [at("error label-contradicts-code", &place)]);
    assert_eq!(refused(&gathered), EVERY_PAPER);
}

/// Writes a row's money in another unit.
fn in_unit(book: &mut Book, code: &str, unit: &str, factor: f64) -> String {
    let sheet = book.figures();
    let row = sheet.find(code).0;
    for ((at, _), content) in &mut sheet.cells {
        if let (true, Content::Number(number)) = (*at == row, &mut *content) {
            // The order number of the row is no money.
            let is_money = number.fract() != 0.0 || *number > 100.0;
            *number = if is_money { *number * factor } else { *number };
        }
    }
    sheet.set(code, "Đơn vị tính", unit)
}

#[test]
fn money_in_another_unit_is_the_same_money() {
    for (unit, factor) in [("đồng", 1e6), ("nghìn đồng", 1e3), ("ĐVT: tỷ đồng", 1e-3)]
    {
        let mut cell = String::new();
        let case = Case::with(CUM_5, UNIT, |book| cell = in_unit(book, "CL09", unit, factor));
        let gathered = case.gather();
        let place = format!("/Số liệu/{cell}");
        assert_eq!(findings(&gathered), [at("warning wrong-unit-of-measure", &place)], "{unit}");
        assert_eq!(refused(&gathered), [""; 0]);
        same_figures(&case);
    }
}

#[test]
fn a_unit_that_cannot_be_converted_refuses_every_paper() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| cell = in_unit(book, "TC12", "đoàn", 1.0));
    let gathered = case.gather();
    let place = format!("/Số liệu/{cell}");
    assert_eq!(findings(&gathered), [at("error wrong-unit-of-measure", &place)]);
    assert_eq!(refused(&gathered), EVERY_PAPER);
}
