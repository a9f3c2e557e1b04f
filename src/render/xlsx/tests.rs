//! Workbooks, read back with another library.

use std::io::Cursor;

use calamine::Data;
use calamine::Reader;
use calamine::Xlsx;

use super::Sources;
use crate::finding::failure::Failure;
use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::document::Letterhead;
use crate::model::document::PlaceDate;
use crate::model::document::Signer;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::look::Sheet;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Number;
use crate::model::table::Row;
use crate::model::table::RowKind;
use crate::model::table::Table;
use crate::text::date::Date;

/// The bytes of a workbook without a sheet of sources.
fn render(document: &Document) -> Result<Vec<u8>, Failure> {
    super::render(document, Sources::Untold).map(|it| it.bytes)
}

/// A number with the digits after the comma that `value` has.
pub(super) fn number(value: &str) -> Cell {
    let Cell::Number(it) = unknown(value) else { unreachable!("`unknown` gives a number") };
    let decimals = value.split_once('.').map_or(0, |(_, digits)| digits.len());
    let decimals = u32::try_from(decimals).unwrap();
    Cell::Number(Number { value: Some(value.parse().unwrap()), decimals, ..it })
}

/// A number that the paper does not have.
pub(super) fn unknown(text: &str) -> Cell {
    let figure =
        FigureId { indicator: IndicatorId(0), measure: Measure::Actual, owner: Owner::Cluster };
    let (text, value, how) = (text.to_owned(), None, How::Value);
    Cell::Number(Number { figure: figure.into(), n: 0, text, value, decimals: 0, least: 0, how })
}

/// Words.
fn words(text: &str) -> Cell {
    Cell::Text { text: text.to_owned() }
}

/// A table of these rows with as many columns of numbers as the first row has cells.
pub(super) fn table(rows: &[Vec<Cell>]) -> Table {
    let columns = rows.first().map_or(0, Vec::len);
    let row = |cells: &Vec<Cell>| Row { kind: RowKind::Item, cells: cells.clone() };
    Table {
        name: "so-lieu".to_owned(),
        sheet: "Số liệu".to_owned(),
        symbol: "Biểu số 01/CTĐ".to_owned(),
        title: "KẾT QUẢ THI ĐUA".to_owned(),
        period: "(Số liệu từ 01/12/2023 đến 30/11/2024)".to_owned(),
        unit_note: "Đơn vị tính: Người".to_owned(),
        columns: (1..=columns).map(|index| column(None, &index.to_string())).collect(),
        rows: rows.iter().map(row).collect(),
        notes: vec!["Ghi chú.".to_owned()],
    }
}

/// A column of numbers.
fn column(band: Option<&str>, index: &str) -> Column {
    let (band, index) = (band.map(str::to_owned), index.to_owned());
    Column { band, header: "Thực hiện".to_owned(), index, kind: ColumnKind::Number }
}

/// A paper with these tables and a signature.
fn document(tables: Vec<Table>) -> Document {
    let signer = Signer {
        role: Some("CỤM TRƯỞNG".to_owned()),
        other_title: Some("Chủ tịch LĐLĐ tỉnh Cao Bằng".to_owned()),
        name: Some("Nguyễn Văn A".to_owned()),
        ..Signer::default()
    };
    let mut blocks: Vec<Block> = tables.into_iter().map(|table| Block::Table { table }).collect();
    blocks.push(Block::Signature { signer, recipients: Vec::new() });
    Document {
        name: "bieu".to_owned(),
        layout: "bieu".to_owned(),
        sheet: Sheet::A4,
        cover: None,
        title: "Biểu số liệu".to_owned(),
        dated: Date::new(2024, 12, 21).unwrap(),
        letterhead: Letterhead {
            upper: vec!["TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM".to_owned()],
            issuer: vec!["CỤM THI ĐUA".to_owned()],
            number: None,
            place_date: Some(PlaceDate {
                place: "Cao Bằng".to_owned(),
                date: "ngày 21 tháng 12 năm 2024".to_owned(),
                is_given: true,
            }),
        },
        kind: String::new(),
        subject: Vec::new(),
        addressees: Vec::new(),
        blocks,
        annexes: Vec::new(),
        draft: None,
        printed: Vec::new(),
    }
}

/// The cells of the only sheet that hold something, as `A1 value` or `A1 =formula value`.
#[expect(clippy::disallowed_methods, reason = "the workbook is our own, made a line above")]
fn read(table: Table) -> Vec<String> {
    let bytes = render(&document(vec![table])).unwrap();
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let values = workbook.worksheet_range_at(0).unwrap().unwrap();
    let name = workbook.sheet_names()[0].clone();
    let formulas = workbook.worksheet_formula(&name).unwrap();
    let mut cells = Vec::new();
    for (row, column, value) in values.cells() {
        let at = rust_xlsxwriter::utility::row_col_to_cell(row as u32, column as u16);
        let formula = formulas.get_value((row as u32, column as u32)).filter(|it| !it.is_empty());
        match (formula, value) {
            (None, Data::Empty) => {}
            (None, value) => cells.push(format!("{at} {value}")),
            (Some(formula), value) => cells.push(format!("{at} ={formula} {value}")),
        }
    }
    cells
}

/// A number that is computed.
fn computed(value: &str, how: How) -> Cell {
    let Cell::Number(it) = number(value) else { unreachable!("`number` gives a number") };
    Cell::Number(Number { how, ..it })
}

#[test]
fn a_sheet_is_head_table_and_signature() {
    let total = computed("5.5", How::Total { over: [(0, 0), (0, 1)] });
    let cells = read(table(&[vec![number("2"), number("3.5"), total]]));
    let expected = [
        "A1 TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
        "C1 Biểu số 01/CTĐ",
        "A2 CỤM THI ĐUA",
        "A4 KẾT QUẢ THI ĐUA",
        "A5 (Số liệu từ 01/12/2023 đến 30/11/2024)",
        "A6 Đơn vị tính: Người",
        "A7 Thực hiện",
        "B7 Thực hiện",
        "C7 Thực hiện",
        "A8 1",
        "B8 2",
        "C8 3",
        "A9 2",
        "B9 3.5",
        "C9 =SUM(A9:B9) 5.5",
        "A10 Ghi chú.",
        "C12 Cao Bằng, ngày 21 tháng 12 năm 2024",
        "A13 NGƯỜI LẬP BIỂU",
        "C13 CỤM TRƯỞNG",
        "A14 (Ký, họ tên)",
        "C14 (Chủ tịch LĐLĐ tỉnh Cao Bằng)",
        "C20 Nguyễn Văn A",
    ];
    assert_eq!(cells, expected);
}

#[test]
fn bands_join_their_columns() {
    let mut table = table(&[]);
    let bands = [None, Some("Năm 2024"), Some("Năm 2024"), Some("Năm 2025")];
    table.columns = bands.map(|band| column(band, "")).into();
    let expected = ["A7 Thực hiện", "B7 Năm 2024", "D7 Năm 2025", "B8 Thực hiện", "C8 Thực hiện"];
    assert_eq!(read(table)[6..11], expected);
}

#[test]
fn words_never_become_formulas() {
    let evil = "=HYPERLINK(\"http://x\")";
    let mut table = table(&[vec![words(evil), words("+cmd|x"), words("@A1"), unknown("=1")]]);
    for text in [&mut table.title, &mut table.symbol, &mut table.period, &mut table.unit_note] {
        *text = evil.to_owned();
    }
    table.columns[0].header = evil.to_owned();
    table.columns[0].index = evil.to_owned();
    table.notes = vec![evil.to_owned()];
    let cells = read(table);
    assert_eq!(cells.iter().filter(|cell| cell.ends_with(evil)).count(), 8);
    assert!(cells.contains(&"D9 =1".to_owned()), "{cells:?}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let numbers = || table(&[vec![number("1"), number("2.5"), unknown("(chưa có số liệu)")]]);
    let document = document(vec![numbers(), numbers()]);
    assert_eq!(render(&document).unwrap(), render(&document).unwrap());
}

#[test]
fn every_table_is_a_sheet_in_order() {
    let named = |name: &str| Table { sheet: name.to_owned(), ..table(&[vec![number("1")]]) };
    let document = document(vec![named("Biểu 2"), named("Biểu 1"), named("biểu 2")]);
    let workbook = Xlsx::new(Cursor::new(render(&document).unwrap())).unwrap();
    assert_eq!(workbook.sheet_names(), ["Biểu 2", "Biểu 1", "biểu 2 (2)"]);
}

#[test]
fn odd_tables_are_drawn() {
    let ragged = Table { rows: table(&[vec![], vec![number("1"); 9]]).rows, ..table(&[]) };
    let mut narrow = table(&[vec![number("1")], vec![], vec![Cell::Blank, number("2")]]);
    narrow.columns[0].kind = ColumnKind::Mark;
    let wide = table(&[vec![number("-79228162514264337593543950335"); 40]]);
    render(&document(vec![ragged, table(&[]), narrow, wide])).unwrap();
    render(&document(Vec::new())).unwrap();
}

#[test]
fn what_a_sheet_cannot_hold_is_an_error() {
    assert!(render(&document(vec![table(&[vec![Cell::Blank; 16_385]])])).is_err());
    assert!(render(&document(vec![table(&[vec![words(&"ư".repeat(32_768))]])])).is_err());
}
