//! Each limit, kept and passed by one.

use std::sync::Arc;

use super::*;
use crate::read::workbook::raw::Area;
use crate::read::workbook::raw::Span;

fn cell(row: u32, column: u32, value: RawValue) -> RawCell {
    let (style, runs) = (Arc::default(), Box::default());
    RawCell { row, column, value, style, formula: false, runs }
}

fn number(row: u32, column: u32) -> RawCell {
    cell(row, column, RawValue::Number(1.0))
}

fn text(length: usize) -> RawCell {
    cell(0, 0, RawValue::Text("ă".repeat(length)))
}

fn sheet(cells: Vec<RawCell>) -> RawSheet {
    RawSheet { name: "A".into(), cells, ..RawSheet::default() }
}

fn checked(sheets: Vec<RawSheet>) -> Result<(), Refusal> {
    check(&RawBook { sheets, ..RawBook::default() })
}

#[track_caller]
fn limit(sheets: Vec<RawSheet>, what: Quantity, allowed: u64) {
    assert_eq!(checked(sheets), Err(Refusal::Limit { what, allowed }));
}

#[test]
fn sheets_are_counted() {
    assert_eq!(checked(vec![sheet(Vec::new()); 64]), Ok(()));
    limit(vec![sheet(Vec::new()); 65], Quantity::Sheets, 64);
}

#[test]
fn cells_are_counted_over_all_sheets() {
    let half = |more: u32| sheet((0..500_000 + more).map(|it| number(it, 0)).collect());
    assert_eq!(checked(vec![half(0), half(0)]), Ok(()));
    limit(vec![half(0), half(1)], Quantity::Cells, 1_000_000);
}

#[test]
fn characters_are_counted_not_bytes() {
    assert_eq!(checked(vec![sheet(vec![text(32_767)])]), Ok(()));
    limit(vec![sheet(vec![text(32_768)])], Quantity::CellCharacters, 32_767);
    let name = "x".repeat(32_768);
    limit(vec![RawSheet { name, ..RawSheet::default() }], Quantity::CellCharacters, 32_767);
}

#[test]
fn text_is_counted_with_its_runs() {
    let long = |row| RawCell { row, ..text(32_767) };
    assert_eq!(checked(vec![sheet((0..1_000).map(long).collect())]), Ok(()));
    limit(vec![sheet((0..1_100).map(long).collect())], Quantity::TextBytes, 64 << 20);
    let run = Run { font: None, text: String::new() };
    let runs = vec![run; 1_500_000].into_boxed_slice();
    limit(vec![sheet(vec![RawCell { runs, ..text(1) }])], Quantity::TextBytes, 64 << 20);
}

#[test]
fn merges_and_hidden_stretches_are_counted_together() {
    let span = Span { first: 0, last: 1 };
    let with = |hidden| RawSheet {
        merges: vec![Area { rows: span, columns: span }; 20_000],
        hidden_rows: vec![span; 20_000],
        hidden_columns: vec![span; hidden],
        ..sheet(Vec::new())
    };
    assert_eq!(checked(vec![with(10_000)]), Ok(()));
    limit(vec![with(10_001)], Quantity::Areas, 50_000);
}

#[test]
fn cells_lie_inside_the_sheet() {
    assert_eq!(checked(vec![sheet(vec![number(1_048_575, 16_383)])]), Ok(()));
    let outside = Err(Refusal::Damaged(Damage::OutsideTheSheet("A".into())));
    assert_eq!(checked(vec![sheet(vec![number(1_048_576, 0)])]), outside);
    assert_eq!(checked(vec![sheet(vec![number(0, 16_384)])]), outside);
}

#[test]
fn each_place_comes_once_and_in_order() {
    let twice = |cell: &str| {
        Err(Refusal::Damaged(Damage::CellTwice { cell: cell.into(), sheet: "A".into() }))
    };
    assert_eq!(checked(vec![sheet(vec![number(0, 0), number(0, 1), number(1, 0)])]), Ok(()));
    assert_eq!(checked(vec![sheet(vec![number(0, 1), number(0, 1)])]), twice("B1"));
    assert_eq!(checked(vec![sheet(vec![number(1, 0), number(0, 5)])]), twice("F1"));
}

#[test]
fn numbers_are_finite() {
    for bad in [f64::NAN, f64::INFINITY] {
        for value in [RawValue::Number(bad), RawValue::Date(bad)] {
            let refused = checked(vec![sheet(vec![cell(0, 0, value)])]);
            assert_eq!(refused, Err(Refusal::Damaged(Damage::ParserStopped)));
        }
    }
}
