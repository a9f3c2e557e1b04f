//! A cluster of fourteen units: above twelve, units stand as rows, and tables come in parts.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use thidua::model::document::Block;
use thidua::model::document::Document;
use thidua::model::figure::FigureRef;
use thidua::model::table::Cell;
use thidua::model::table::How;
use thidua::model::table::Number;
use thidua::model::table::RowKind;
use thidua::model::table::Table;
use thidua::pipeline::gather::Gathered;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::sent;
use crate::plain;
use crate::workbook_numbers::total;

/// Units besides the six of the committed campaign.
const MORE: usize = 8;

/// A campaign of fourteen units: the workbooks of the six, and eight more like that of Lạng Sơn.
fn fourteen() -> Case {
    let case = Case::of(CUM_5).unscored();
    let text = std::fs::read_to_string(case.root.join("campaign.toml")).unwrap();
    let unit = |number: usize| {
        format!(
            "[[units]]\ncode = \"tinh-{number}\"\nname = \"Tỉnh {number}\"\n\
             full_name = \"Liên đoàn Lao động tỉnh Tỉnh {number}\"\n\
             heading = [\"LIÊN ĐOÀN LAO ĐỘNG\", \"TỈNH SỐ {number}\"]\n\n"
        )
    };
    let units: String = (1..=MORE).map(unit).collect();
    case.write("campaign.toml", text.replacen("[report]", &format!("{units}[report]"), 1));
    for number in 1..=MORE {
        let mut book = case.book("lang-son");
        let name = format!("Liên đoàn Lao động tỉnh Tỉnh {number}");
        book.answer("Đơn vị", &name);
        let title = book.figures().find("Liên đoàn Lao động tỉnh Lạng Sơn");
        book.figures().cells.insert(title, name.as_str().into());
        book.answer("Mã đơn vị", &format!("tinh-{number}"));
        case.write(&sent(&format!("tinh-{number}")), book.bytes());
    }
    case
}

fn tables(document: &Document) -> Vec<&Table> {
    let in_text = document.blocks.iter().filter_map(|it| match it {
        Block::Table { table } => Some(table),
        _ => None,
    });
    in_text.chain(document.annexes.iter().flat_map(|it| &it.tables)).collect()
}

fn number(cell: &Cell) -> Option<&Number> {
    if let Cell::Number(number) = cell { Some(number) } else { None }
}

/// Every indicator's code that stands above a column of these tables.
fn codes<'a>(tables: &[&'a Table]) -> BTreeSet<&'a str> {
    let columns = tables.iter().flat_map(|it| &it.columns);
    columns.filter_map(|it| it.band.as_deref()).collect()
}

#[test]
fn fourteen_units_add_up() {
    let gathered = fourteen().gather();
    // Eight of them are copies of a ninth, and nothing else is found.
    let found = findings(&gathered);
    let copies = found.iter().filter(|it| it.starts_with("warning same-as-other-unit "));
    assert_eq!(copies.count(), MORE + 1, "{found:?}");
    assert_eq!(found.len(), MORE + 1, "{found:?}");
    let indicator = gathered.declared.catalogue.find("TC10").unwrap();
    let actual = thidua::model::measure::Measure::Actual;
    let column = gathered.dataset.column(actual, indicator);
    let lang_son = gathered.declared.campaign.find("lang-son").unwrap();
    let more = column.units[lang_son.index()].value.unwrap() * Decimal::from(MORE);
    assert_eq!(total(&gathered, "TC10"), Some(Decimal::from(339_739) + more));
    assert_eq!((column.cluster.reported, column.cluster.expected), (14, 14));
}

#[test]
fn units_are_rows_and_the_cluster_is_the_last() {
    let gathered = fourteen().gather();
    let report = plain::document(&gathered, "bao-cao-tong-ket", false);
    let parts: Vec<&Table> =
        tables(&report).into_iter().filter(|it| it.name == "so-lieu").collect();
    assert!(parts.len() > 1, "a catalogue does not fit beside itself");
    for part in &parts {
        assert_eq!(part.rows.len(), 15);
        assert!(part.rows.iter().all(|it| it.cells.len() == part.columns.len()));
        let kinds: Vec<RowKind> = part.rows.iter().map(|it| it.kind).collect();
        assert_eq!(kinds[..14], [RowKind::Item; 14]);
        assert_eq!(kinds[14], RowKind::Total);
        for (row, unit) in part.rows.iter().zip(&gathered.declared.campaign.units) {
            assert!(matches!(&row.cells[1], Cell::Text { text } if *text == unit.name));
        }
        assert!(part.columns.len() <= 12, "{} columns fit no page", part.columns.len());
    }
    let all: BTreeSet<&str> =
        gathered.declared.catalogue.indicators.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes(&parts), all, "no indicator is left out");
}

/// Sums of the cells above make the total, as the workbook computes it.
#[track_caller]
fn totals_are_right(gathered: &Gathered, table: &Table) -> usize {
    let mut sums = 0;
    for (column, cell) in table.rows.last().unwrap().cells.iter().enumerate() {
        let Some(total) = number(cell) else { continue };
        assert_eq!(
            total.value,
            gathered.results().value(total.figure).map(|it| {
                let factor = match total.figure {
                    FigureRef::Base(id) => gathered.declared.catalogue[id.indicator].factor(),
                    FigureRef::Derived(_) | FigureRef::Score(_) => Decimal::ONE,
                };
                it / factor
            })
        );
        if let How::Total { over: [first, last] } = total.how {
            assert_eq!((first, last), ((0, column), (13, column)));
            let rows = table.rows[..14].iter();
            let sum: Decimal = rows.filter_map(|row| number(&row.cells[column])?.value).sum();
            assert_eq!(Some(sum), total.value, "{} {column}", table.sheet);
            sums += 1;
        }
    }
    sums
}

#[test]
fn totals_of_columns_are_sums_of_their_rows() {
    let gathered = fourteen().gather();
    let workbook = plain::document(&gathered, "bang-tong-hop-so-lieu", false);
    let with_units = tables(&workbook).into_iter().filter(|it| it.rows.len() == 15);
    let sums: usize = with_units.map(|table| totals_are_right(&gathered, table)).sum();
    assert!(sums > 100, "{sums} sums");
}

#[test]
fn sheets_of_parts_have_names_of_their_own() {
    let gathered = fourteen().gather();
    let workbook = plain::document(&gathered, "bang-tong-hop-so-lieu", false);
    let names: Vec<&str> = tables(&workbook).iter().map(|it| it.sheet.as_str()).collect();
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(unique.len(), names.len(), "{names:?}");
    assert!(names.iter().all(|it| it.chars().count() <= 31), "{names:?}");
}

/// A part that does not say whether it holds plans or results would be read as either.
#[test]
fn titles_of_parts_name_the_measure() {
    let gathered = fourteen().gather();
    let workbook = plain::document(&gathered, "bang-tong-hop-so-lieu", false);
    let titles: Vec<&str> = tables(&workbook)
        .into_iter()
        .filter(|it| it.name == "chi-tieu-don-vi")
        .filter_map(|it| it.title.rsplit_once('(').map(|(_, told)| told))
        .collect();
    let expected =
        ["KẾ HOẠCH, phần 1)", "KẾ HOẠCH, phần 2)", "THỰC HIỆN, phần 1)", "THỰC HIỆN, phần 2)"];
    assert_eq!(titles, expected);
}

#[test]
fn the_whole_set_is_drawn() {
    let case = fourteen().common();
    let whole = case.build();
    assert_eq!(whole.built.refused.len(), 0);
    assert_eq!(case.outputs().len(), 13);
    let slips = case.files().into_iter().filter(|it| it.starts_with("phieu-xac-nhan-so-lieu/"));
    assert_eq!(slips.count(), 28, "fourteen, and their copies");
    let document = plain::document(&whole.gathered, "giao-uoc", false);
    let Some(Block::SignatureGrid { parties, .. }) = document.blocks.last() else { panic!() };
    assert_eq!(parties.len(), 14);
    for (file, landscape) in [("giao-uoc-2025.pdf", true), ("bao-cao-tong-ket-2024.pdf", true)] {
        let pdf = lopdf::Document::load_mem(&case.output(file)).unwrap();
        assert_eq!(pages_across(&pdf) > 0, landscape, "{file}");
    }
}

/// Pages that lie across.
fn pages_across(pdf: &lopdf::Document) -> usize {
    let is_across = |page: &lopdf::ObjectId| {
        let page = pdf.get_dictionary(*page).unwrap();
        let media = page.get(b"MediaBox").unwrap().as_array().unwrap();
        let number = |index: usize| media[index].as_float().unwrap();
        number(2) - number(0) > number(3) - number(1)
    };
    pdf.get_pages().values().filter(|it| is_across(it)).count()
}
