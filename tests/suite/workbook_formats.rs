//! The same figures in other formats: LibreOffice's .xls and .ods of a committed workbook, and the
//! text of its first sheet, read as the .xlsx is. The files are made by `soffice --convert-to`.

use std::collections::BTreeMap;
use std::fs;

use thidua::model::value::Value;
use thidua::pipeline::gather::Gathered;
use thidua::read::workbook;
use thidua::read::workbook::raw::Kind;
use thidua::read::workbook::raw::RawBook;
use thidua::read::workbook::raw::RawSheet;
use thidua::read::workbook::raw::RawValue;
use thidua::read::workbook::raw::Span;
use thidua::read::workbook::raw::Visibility;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::committed;
use crate::case::findings;
use crate::case::sent;
use crate::source::root;

const UNIT: &str = "cao-bang";

fn file(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/suite/files").join(name)).unwrap()
}

/// The campaign with another file in place of the unit's .xlsx.
fn sent_as(name: &str, bytes: &[u8]) -> Gathered {
    let case = Case::of(CUM_5).unscored();
    case.remove(&sent(UNIT));
    case.write(&format!("submissions/{name}"), bytes);
    case.gather()
}

/// Every figure of the file that begins so: by cell, the indicator's code, and the value.
fn figures(gathered: &Gathered, file: &str) -> BTreeMap<String, (String, Value)> {
    let found = gathered.submissions.iter().find(|it| it.file.contains(file)).unwrap();
    let mut figures = BTreeMap::new();
    for row in &found.rows {
        for reading in &row.readings {
            figures.insert(reading.cell.to_string(), (row.code.clone(), reading.value.clone()));
        }
    }
    figures
}

#[test]
fn other_formats_give_the_same_figures() {
    let expected = figures(&committed(CUM_5), UNIT);
    assert!(expected.len() > 400, "{}", expected.len());
    for name in ["cao-bang.xls", "cao-bang.ods"] {
        let gathered = sent_as(name, &file(name));
        assert_eq!(figures(&gathered, name), expected, "{name}");
        assert_eq!(findings(&gathered), [format!("notice old-format {UNIT} submissions/{name}")]);
    }
}

#[test]
fn a_csv_has_the_figures_but_does_not_say_whose_they_are() {
    let gathered = sent_as("cao-bang.csv", &file("cao-bang.csv"));
    assert_eq!(figures(&gathered, "cao-bang.csv"), figures(&committed(CUM_5), UNIT));
    let of_numbers = |it: &String| it.contains("number-as-text");
    let (numbers, others): (Vec<_>, Vec<_>) = findings(&gathered).into_iter().partition(of_numbers);
    let expected = [
        "error unknown-unit - submissions/cao-bang.csv",
        "error wrong-period - submissions/cao-bang.csv",
        "error missing-unit cao-bang ",
        "notice old-format - submissions/cao-bang.csv",
        "notice report-not-named - submissions/cao-bang.csv",
    ];
    assert_eq!(others, expected);
    // Only of those that are written with a decimal point.
    assert!(numbers.contains(&"notice number-as-text - submissions/cao-bang.csv/CSV/F22".into()));
    assert!(!numbers.contains(&"notice number-as-text - submissions/cao-bang.csv/CSV/F7".into()));
}

fn book(name: &str) -> RawBook {
    workbook::open(&file(name)).unwrap()
}

fn cells(sheet: &RawSheet) -> Vec<(u32, u32, RawValue, bool)> {
    sheet.cells.iter().map(|it| (it.row, it.column, it.value.clone(), it.formula)).collect()
}

#[test]
fn each_cell_of_a_committed_workbook_is_the_same_in_every_format() {
    let committed = fs::read(root().join("inputs").join(CUM_5).join(sent(UNIT))).unwrap();
    let expected = workbook::open(&committed).unwrap();
    for (name, kind) in [("cao-bang.xls", Kind::Xls), ("cao-bang.ods", Kind::Ods)] {
        let found = book(name);
        assert_eq!((found.kind, found.sheets.len()), (kind, 4));
        for (found, expected) in found.sheets.iter().zip(&expected.sheets) {
            assert_eq!(found.name, expected.name);
            assert_eq!(cells(found), cells(expected), "{name}, {}", found.name);
            assert_eq!(found.merges, expected.merges, "{name}, {}", found.name);
        }
    }
}

/// `le.*` holds one cell of each kind: number, percentage, formula, error, date, yes or no; two
/// hidden rows, a hidden column, a merged area, an old font, and a hidden sheet.
#[test]
fn formats_errors_and_what_is_hidden_are_seen_in_every_format() {
    for (name, kind) in [("le.xlsx", Kind::Xlsx), ("le.xls", Kind::Xls), ("le.ods", Kind::Ods)] {
        let book = book(name);
        assert_eq!((book.kind, book.sheets.len()), (kind, 2), "{name}");
        let sheet = &book.sheets[0];
        let at = |row, column| {
            sheet.cells.iter().find(|it| (it.row, it.column) == (row, column)).unwrap()
        };
        assert_eq!(at(1, 2).value, RawValue::Number(1078.0), "{name}");
        let percent = at(2, 2);
        assert_eq!(percent.value, RawValue::Number(0.25), "{name}");
        assert!(percent.style.format.as_deref().unwrap().ends_with('%'), "{name}");
        assert!(at(10, 2).style.format.as_deref().unwrap().ends_with('%'), "{name}");
        assert!(at(1, 2).style.format.as_deref().is_none_or(|it| !it.contains('%')), "{name}");
        let (twice, wrong) = match kind {
            // Written by a program that computes nothing.
            Kind::Xlsx => (RawValue::NoResult, RawValue::NoResult),
            _ => (RawValue::Number(2156.0), RawValue::Error("#DIV/0!".to_owned())),
        };
        assert_eq!((&at(3, 2).value, at(3, 2).formula), (&twice, true), "{name}");
        assert_eq!((&at(4, 2).value, at(4, 2).formula), (&wrong, true), "{name}");
        assert_eq!(at(5, 2).value, RawValue::Date(45_630.0), "{name}");
        assert_eq!(at(6, 2).value, RawValue::Bool(true), "{name}");
        assert_eq!(at(9, 1).style.font.as_deref(), Some(".VnTime"), "{name}");
        assert_eq!(sheet.hidden_rows, [Span { first: 7, last: 8 }], "{name}");
        assert_eq!(sheet.hidden_columns, [Span { first: 3, last: 3 }], "{name}");
        assert_eq!(sheet.merges.len(), 1, "{name}");
        assert_eq!(sheet.merges[0].rows, Span { first: 12, last: 13 }, "{name}");
        assert_eq!(sheet.merges[0].columns, Span { first: 0, last: 2 }, "{name}");
        assert!(!sheet.filtered && !book.macros && !book.external_links, "{name}");
        assert_eq!(book.sheets[1].visibility, Visibility::Hidden, "{name}");
    }
}

#[test]
fn every_cut_of_every_format_is_refused_or_read_but_never_a_panic() {
    for name in ["le.xlsx", "le.xls", "le.ods", "cao-bang.csv"] {
        let whole = file(name);
        for part in 0..64 {
            let cut = &whole[..whole.len() * part / 64];
            let opened = workbook::open(cut);
            assert!(opened.is_err() || !name.ends_with("xlsx"), "{name}, {part}/64");
        }
    }
}
