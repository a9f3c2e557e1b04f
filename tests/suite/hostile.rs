//! Workbooks made to harm, or spoilt as offices spoil them: each goes through a worker and comes
//! back as its right cells or as a named refusal, in time.

use std::sync::LazyLock;
use std::time::Duration;

use thidua::finding::refusal::Content;
use thidua::finding::refusal::Damage;
use thidua::finding::refusal::End;
use thidua::finding::refusal::Quantity;
use thidua::finding::refusal::Refusal;
use thidua::read::workbook::Opener;
use thidua::read::workbook::raw::RawBook;
use thidua::read::workbook::raw::RawValue;
use thidua::read::workbook::worker::Workers;
use thidua::text::order;

use crate::parts::Parts;
use crate::parts::filled;
use crate::parts::number;
use crate::parts::row;

/// Time for one file: more than the program gives it, since the largest files that are allowed
/// take long where many tests share a processor.
const TIME: Duration = Duration::from_secs(60);

/// Workers that are the real program.
pub(crate) static WORKERS: LazyLock<Workers> =
    LazyLock::new(|| Workers::new(env!("CARGO_BIN_EXE_thidua")).within(TIME));

/// What a worker makes of a file; that it takes too long is no answer that a test accepts.
#[track_caller]
pub(crate) fn open(bytes: &[u8]) -> Result<RawBook, Refusal> {
    let read = WORKERS.open(bytes, None).unwrap();
    assert_ne!(read, Err(Refusal::ReaderEnded(End::Time)));
    read
}

/// The cells of all sheets with their addresses.
#[track_caller]
fn cells(parts: &Parts) -> Vec<(String, RawValue)> {
    let book = open(&parts.bytes()).unwrap();
    let cells = book.sheets.into_iter().flat_map(|it| it.cells);
    cells.map(|it| (order::cell_address(it.row, it.column), it.value)).collect()
}

fn numbers(expected: &[(&str, f64)]) -> Vec<(String, RawValue)> {
    expected.iter().map(|(at, it)| ((*at).to_owned(), RawValue::Number(*it))).collect()
}

#[track_caller]
fn refused(parts: &Parts, expected: &Refusal) {
    assert_eq!(open(&parts.bytes()).as_ref(), Err(expected));
}

#[track_caller]
fn damaged(parts: &Parts) -> Damage {
    match open(&parts.bytes()) {
        Err(Refusal::Damaged(damage)) => damage,
        other => panic!("{other:?}"),
    }
}

fn limit(what: Quantity, allowed: u64) -> Refusal {
    Refusal::Limit { what, allowed }
}

fn one() -> Parts {
    Parts::of(&row(1, &number("A1", "1")))
}

#[test]
fn two_far_cells_are_two_cells() {
    let far = [row(1, &number("A1", "1")), row(1_048_576, &number("XFD1048576", "2"))].concat();
    assert_eq!(cells(&Parts::of(&far)), numbers(&[("A1", 1.0), ("XFD1048576", 2.0)]));
}

#[test]
fn references_beyond_the_sheet_do_not_wrap_round() {
    for (at, address) in [
        (1_048_577, "A1048577"),
        (1, "XFE1"),
        (1, "ZZZZZZZZZZZZ1"),
        (1, "A4294967297"),
        (1, "A99999999999999999999"),
    ] {
        let parts = Parts::of(&row(at, &number(address, "1")));
        assert!(open(&parts.bytes()).is_err(), "{address}");
    }
}

#[test]
fn what_a_sheet_declares_of_itself_is_not_believed() {
    let rows = row(1, &number("A1", "1"));
    let sheet = "xl/worksheets/sheet1.xml";
    for dimension in ["A1:XFD1048576", "XFD1048576:A1", "A1:ZZZ99999999", "B2"] {
        let declared = format!("<dimension ref=\"{dimension}\"/><sheetData>");
        let parts = Parts::of(&rows).change(sheet, "<sheetData>", &declared);
        match open(&parts.bytes()) {
            Ok(book) => assert_eq!(book.sheets[0].cells.len(), 1, "{dimension}"),
            Err(refusal) => assert!(matches!(refusal, Refusal::Damaged(_)), "{refusal:?}"),
        }
    }
    let merges: String =
        (0..60_000).map(|it| format!("<mergeCell ref=\"A{}:XFD9\"/>", it + 1)).collect();
    for merges in ["<mergeCell ref=\"A1:XFD1048576\"/>", "<mergeCell ref=\"B9:A1\"/>", &merges] {
        let merged = format!("</sheetData><mergeCells>{merges}</mergeCells>");
        match open(&Parts::of(&rows).change(sheet, "</sheetData>", &merged).bytes()) {
            Ok(book) => assert_eq!(book.sheets[0].cells.len(), 1),
            Err(refusal) => assert!(
                matches!(
                    refusal,
                    Refusal::Damaged(_) | Refusal::Limit { what: Quantity::Areas, .. }
                ),
                "{refusal:?}"
            ),
        }
    }
}

#[test]
fn the_number_of_a_shared_formula_is_no_size() {
    let formula = "<c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"4000000000\">1+1</f><v>2</v></c>";
    assert_eq!(cells(&Parts::of(&row(1, formula))), numbers(&[("A1", 2.0)]));
}

#[test]
fn a_false_number_of_strings_is_refused() {
    let lie = one().strings(&["a"]).change(
        "xl/sharedStrings.xml",
        "<sst ",
        "<sst uniqueCount='4000000000' ",
    );
    let name = "xl/sharedstrings.xml".to_owned();
    refused(&lie, &Refusal::Damaged(Damage::LyingCount(name)));
}

#[test]
fn one_long_string_in_many_cells_is_counted_each_time() {
    let same = |address: &str| format!("<c r=\"{address}\" t=\"s\"><v>0</v></c>");
    let long = "x".repeat(32_000);
    let parts = Parts::of(&filled(100, 30, same)).strings(&[&long]);
    refused(&parts, &limit(Quantity::TextBytes, 64 << 20));
    let longer = "ă".repeat(32_768);
    let parts = Parts::of(&filled(1, 1, same)).strings(&[&longer]);
    refused(&parts, &limit(Quantity::CellCharacters, 32_767));
    let whole = Parts::of(&filled(1, 1, same)).strings(&[&longer[2..]]);
    assert_eq!(cells(&whole)[0].1, RawValue::Text(longer[2..].to_owned()));
}

#[test]
fn a_cell_that_refers_to_no_string_is_no_empty_cell() {
    let parts = Parts::of(&row(1, "<c r=\"A1\" t=\"s\"><v>7</v></c>")).strings(&["a"]);
    assert!(matches!(open(&parts.bytes()), Err(Refusal::Damaged(_))));
}

#[test]
fn parts_that_swell_are_refused() {
    let spaces = Parts::of(&" ".repeat(8 << 20));
    refused(&spaces, &limit(Quantity::Ratio, 100));
    // Compresses well enough for a small file, badly enough for the ratio.
    let mixed = |it: u32| format!("{:019}", it.wrapping_mul(2_654_435_761) % 1_000);
    let rows: String = (0..3_700_000).map(mixed).collect();
    let large = Parts::of(&rows);
    refused(&large, &limit(Quantity::InflatedBytes, 64 << 20));
    let half = &rows.as_bytes()[..52 << 20];
    let many = (1..=5).fold(one(), |parts, it| parts.and(&format!("xl/media/{it}.bin"), half));
    refused(&many, &limit(Quantity::InflatedBytes, 256 << 20));
}

#[test]
fn many_entries_are_refused() {
    let many = (0..1_000).fold(one(), |parts, it| parts.and(&format!("xl/{it}.bin"), ""));
    refused(&many, &limit(Quantity::Entries, 1_000));
}

#[test]
fn a_workbook_inside_a_zip_is_not_looked_for() {
    let inner = Parts(vec![("so-lieu.xlsx".to_owned(), one().bytes())]);
    refused(&inner, &Refusal::NotAWorkbook { seems: Content::Archive });
}

#[test]
fn document_types_are_refused_in_every_part() {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    let outside = "<!doctype x SYSTEM \"file:///etc/passwd\">";
    for name in one().strings(&["a"]).0.iter().map(|(name, _)| name.clone()) {
        for declaration in [laughs, outside] {
            let parts = one().strings(&["a"]).change(&name, "?>", &format!("?>{declaration}"));
            assert_eq!(damaged(&parts), Damage::Dtd(name.to_lowercase()));
        }
    }
}

#[test]
fn parts_in_utf16_are_refused_and_not_read_as_empty() {
    for name in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"] {
        let parts = one().strings(&["a"]);
        let (_, content) = parts.0.iter().find(|(it, _)| it == name).unwrap().clone();
        let text = String::from_utf8(content).unwrap().replace("UTF-8", "UTF-16");
        let wide: Vec<u8> =
            format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let refused = damaged(&parts.and(name, wide));
        assert_eq!(refused, Damage::NotUtf8(name.to_lowercase()));
    }
    let declared = one().change("xl/worksheets/sheet1.xml", "UTF-8", "windows-1258");
    assert_eq!(damaged(&declared), Damage::NotUtf8("xl/worksheets/sheet1.xml".into()));
}

#[test]
fn sheets_and_cells_are_counted() {
    let empty = [""; 65];
    assert_eq!(cells(&Parts::with_sheets(&empty[..64])), []);
    refused(&Parts::with_sheets(&empty), &limit(Quantity::Sheets, 64));
    let some = filled(1_000, 500, |at| number(at, "1"));
    assert_eq!(cells(&Parts::with_sheets(&[&some, &some])).len(), 1_000_000);
    let more = Parts::with_sheets(&[&some, &some, &row(1, &number("A1", "1"))]);
    refused(&more, &limit(Quantity::Cells, 1_000_000));
}

#[test]
fn formulas_without_results_and_error_cells_are_no_numbers() {
    let cell = |at: &str, kind: &str, inner: &str| format!("<c r=\"{at}\"{kind}>{inner}</c>");
    let rows = row(
        1,
        &[
            cell("A1", "", "<f>1+1</f>"),
            cell("B1", " t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>"),
            cell("C1", " t=\"e\"", "<v>#REF!</v>"),
            cell("D1", "", "<f>DDE(\"cmd\",\"/c calc\",\"x\")</f>"),
        ]
        .concat(),
    );
    let expected = [
        ("A1", RawValue::NoResult),
        ("B1", RawValue::Error("#DIV/0!".into())),
        ("C1", RawValue::Error("#REF!".into())),
        ("D1", RawValue::NoResult),
    ];
    assert_eq!(cells(&Parts::of(&rows)), expected.map(|(at, it)| (at.to_owned(), it)));
}

#[test]
fn numbers_that_are_none_are_told() {
    let rows: String = ["1e400", "-1e400", "INF", "NaN", "inf"]
        .iter()
        .zip(1..)
        .map(|(it, at)| row(at, &number(&format!("A{at}"), it)))
        .collect();
    let values: Vec<RawValue> = cells(&Parts::of(&rows)).into_iter().map(|it| it.1).collect();
    assert_eq!(values, vec![RawValue::NotFinite; 5]);
    // What is no number in XML is text, and judged as what people type.
    let typed = cells(&Parts::of(&row(1, &number("A1", "1,5"))));
    assert_eq!(typed, [("A1".to_owned(), RawValue::Text("1,5".to_owned()))]);
}

#[test]
fn cells_out_of_order_are_read_and_cells_twice_are_refused() {
    let first = [number("B1", "1"), number("A1", "0")].concat();
    let rows = [row(2, &number("A2", "2")), row(1, &first)].concat();
    assert_eq!(cells(&Parts::of(&rows)), numbers(&[("A1", 0.0), ("B1", 1.0), ("A2", 2.0)]));
    let twice = [rows, row(3, &number("A2", "9"))].concat();
    let damage = Damage::CellTwice { cell: "A2".into(), sheet: "T1".into() };
    assert_eq!(damaged(&Parts::of(&twice)), damage);
}

#[test]
fn dates_from_1904_are_told() {
    let parts = one().change("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"1\"/>");
    assert!(open(&parts.bytes()).unwrap().date1904);
    assert!(!open(&one().bytes()).unwrap().date1904);
}

#[test]
fn macros_and_connections_are_never_run() {
    let parts = one()
        .and("xl/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3])
        .and("xl/connections.xml", "<connections><connection id=\"1\" type=\"5\"/></connections>")
        .and("xl/externalLinks/externalLink1.xml", "<externalLink/>");
    assert_eq!(cells(&parts), numbers(&[("A1", 1.0)]));
}

#[test]
fn old_workbooks_with_chains_that_loop_come_to_an_end() {
    let mut bytes = vec![0_u8; 4096];
    bytes[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    bytes[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    bytes[44] = 1;
    bytes[56..60].copy_from_slice(&4096_u32.to_le_bytes());
    bytes[76..80].copy_from_slice(&0_u32.to_le_bytes());
    // Every sector of the table points at sector 1, and so does the next table.
    bytes[512..1024].copy_from_slice(&[1, 0, 0, 0].repeat(128));
    bytes[48..52].copy_from_slice(&1_u32.to_le_bytes());
    bytes[68..72].copy_from_slice(&1_u32.to_le_bytes());
    assert!(open(&bytes).is_err());
}

/// A file within all limits on files, whose styles take more memory than a worker has.
pub(crate) fn too_much_memory() -> Vec<u8> {
    // In no order that would compress too well.
    let mut state = 1_u32;
    let styles: String = (0..10_000_000)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ["<xf/>", "<xf />", " <xf/>"][(state >> 16) as usize % 3]
        })
        .collect();
    let styles = format!("<styleSheet><cellXfs>{styles}</cellXfs></styleSheet>");
    one().and("xl/styles.xml", styles).bytes()
}

#[test]
fn a_file_that_wants_too_much_memory_costs_itself_only() {
    assert_eq!(open(&too_much_memory()), Err(Refusal::ReaderEnded(End::Memory)));
    assert_eq!(cells(&one()), numbers(&[("A1", 1.0)]));
}
