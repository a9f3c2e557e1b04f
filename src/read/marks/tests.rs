//! What a cell is as points, and what a header and a row are.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::assets::form_marks::MarkColumn;
use crate::assets::form_marks::MarkRole;
use crate::assets::form_marks::MarksSheet;
use crate::finding::fact::Named;
use crate::finding::fact::marks::Giver;
use crate::finding::fact::marks::MarkAt;
use crate::model::criteria::Criteria;
use crate::model::criteria::Criterion;
use crate::model::criteria::CriterionGroup;
use crate::model::criteria::CriterionKind;
use crate::model::criteria::Way;
use crate::read::form::grid::Grid;
use crate::read::marks::points;
use crate::read::marks::row::Row;
use crate::read::marks::row::Rows;
use crate::read::marks::table;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Style;

fn form() -> MarksSheet {
    let column = |role, header: &str, alias: &str| MarkColumn {
        role,
        header: header.to_owned(),
        aliases: vec![alias.to_owned()],
    };
    let words = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect();
    MarksSheet {
        sheet: "Tự chấm điểm".to_owned(),
        title: String::new(),
        lines: Vec::new(),
        columns: vec![
            column(MarkRole::Code, "Mã", "Mã số"),
            column(MarkRole::Criterion, "Nội dung, tiêu chí", "Nội dung"),
            column(MarkRole::Max, "Điểm tối đa", "Điểm chuẩn"),
            column(MarkRole::Own, "Tự chấm", "Điểm tự chấm"),
        ],
        done: words(&["Đạt", "x"]),
        not_done: words(&["Không đạt", "Không"]),
        units: words(&["điểm", "đ"]),
        sums: words(&["Cộng", "Tổng"]),
        total: "Tổng điểm".to_owned(),
    }
}

fn criterion(code: &str, name: &str, kind: CriterionKind, max: i64, way: Way) -> Criterion {
    Criterion {
        code: code.to_owned(),
        name: name.to_owned(),
        group: 0,
        kind,
        max: Decimal::from(max),
        way,
        evidence: String::new(),
    }
}

fn criteria() -> Criteria {
    let group = CriterionGroup {
        code: "I".to_owned(),
        title: "Chăm lo".to_owned(),
        kind: CriterionKind::Merit,
        max: Decimal::TEN,
    };
    Criteria {
        decimals: 2,
        groups: vec![group],
        criteria: vec![
            criterion("I.1", "Thăm hỏi", CriterionKind::Merit, 10, Way::Judged),
            criterion("I.2", "Báo cáo", CriterionKind::Merit, 2, Way::Done { indicator: None }),
            criterion("TR.1", "Chậm", CriterionKind::Penalty, 2, Way::Judged),
        ],
        ..Criteria::default()
    }
}

fn cell(value: RawValue, format: Option<&str>) -> RawCell {
    let style = Style { format: format.map(str::to_owned), font: None };
    let style = Arc::new(style);
    RawCell { row: 0, column: 0, value, style, formula: false, runs: Box::default() }
}

/// Points and codes of findings of a cell.
fn read(code: &str, value: RawValue, format: Option<&str>) -> (Option<String>, Vec<&'static str>) {
    let criteria = criteria();
    let criterion = &criteria[criteria.find(code).unwrap()];
    let named = Named { code: code.to_owned(), name: String::new() };
    let at = MarkAt { unit: None, criterion: named, giver: Giver::Unit };
    let (points, facts) = points::read(&cell(value, format), criterion, 2, &form(), &at);
    (points.map(|it| it.to_string()), facts.iter().map(|it| it.code()).collect())
}

#[test]
fn texts_are_points_or_a_finding() {
    for (code, text, points, found) in [
        ("I.1", "9,5", Some("9.5"), &["number-as-text"][..]),
        ("I.1", "9.5", Some("9.5"), &["number-as-text"]),
        ("I.1", "9,5 điểm", Some("9.5"), &["number-as-text"]),
        ("I.1", "9 đ", Some("9"), &["number-as-text"]),
        ("I.1", "9.125", Some("9.125"), &["number-as-text", "points-too-fine"]),
        ("I.1", "0", Some("0"), &["number-as-text"]),
        ("I.1", "không", Some("0"), &["number-as-text"]),
        ("I.1", "", None, &[]),
        ("I.1", "  ", None, &[]),
        ("I.1", "x", None, &["points-not-a-number"]),
        ("I.1", "đạt", None, &["points-not-a-number"]),
        ("I.1", "-", None, &["points-not-a-number"]),
        ("I.1", "7-8", None, &["points-not-a-number"]),
        ("I.1", "9/10", None, &["points-not-a-number"]),
        ("I.1", "khoảng 9", None, &["points-not-a-number"]),
        ("I.1", "95%", None, &["points-not-a-number"]),
        ("I.1", "9 triệu", None, &["points-not-a-number"]),
        ("I.1", "chín", None, &["points-not-a-number"]),
        ("I.1", "9\u{E000}", None, &["points-not-a-number"]),
        ("I.1", "10,5", None, &["points-out-of-scale"]),
        ("I.1", "-1", None, &["points-out-of-scale"]),
        ("I.2", "đạt", Some("2"), &["points-in-words"]),
        ("I.2", "X", Some("2"), &["points-in-words"]),
        ("I.2", "Không đạt", Some("0"), &["points-in-words"]),
        ("I.2", "không", Some("0"), &["points-in-words"]),
        ("I.2", "1,5", Some("1.5"), &["number-as-text"]),
        ("TR.1", "-0,5", Some("0.5"), &["number-as-text", "penalty-with-sign"]),
        ("TR.1", "-3", None, &["points-out-of-scale"]),
    ] {
        let expected = (points.map(str::to_owned), found.to_vec());
        assert_eq!(read(code, RawValue::Text(text.to_owned()), None), expected, "{code} {text:?}");
    }
}

#[test]
fn numbers_are_points_inside_the_scale() {
    for (code, number, format, points, found) in [
        ("I.1", 9.5, None, Some("9.5"), &[][..]),
        ("I.1", 10.0, None, Some("10"), &[]),
        ("I.1", 0.1 + 0.2, None, Some("0.3"), &[]),
        ("I.1", 10.01, None, None, &["points-out-of-scale"]),
        ("I.1", -0.5, None, None, &["points-out-of-scale"]),
        ("I.1", 9.125, None, Some("9.125"), &["points-too-fine"]),
        ("I.1", 0.95, Some("0%"), None, &["points-not-a-number"]),
        ("I.1", 1e15, None, None, &["points-not-a-number"]),
        ("TR.1", -0.5, None, Some("0.5"), &["penalty-with-sign"]),
    ] {
        let expected = (points.map(str::to_owned), found.to_vec());
        assert_eq!(read(code, RawValue::Number(number), format), expected, "{code} {number}");
    }
    for value in [
        RawValue::Error("#REF!".to_owned()),
        RawValue::NoResult,
        RawValue::NotFinite,
        RawValue::Date(45_000.0),
        RawValue::Bool(true),
    ] {
        assert_eq!(read("I.1", value.clone(), None), (None, vec!["points-not-a-number"]));
    }
    let yes = (Some("2".to_owned()), vec!["points-in-words"]);
    assert_eq!(read("I.2", RawValue::Bool(true), None), yes);
}

/// A sheet from lines of cells between `|`.
fn sheet(lines: &[&str]) -> RawSheet {
    crate::read::form::tests::sheet("Trang", lines)
}

#[test]
fn a_header_is_found_by_its_words() {
    let needs: [&[MarkRole]; 2] = [&[MarkRole::Code, MarkRole::Criterion], &[MarkRole::Own]];
    for (lines, expected) in [
        (&["Mã|Nội dung|Điểm chuẩn|Tự chấm"][..], Some((0, 0, 3))),
        (&["BẢNG TỰ CHẤM ĐIỂM", "", "Tự chấm (điểm)|Nội dung, tiêu chí|MÃ"], Some((2, 2, 0))),
        (&["Mã|Nội dung|Điểm", "||Điểm tối đa|Tự chấm", "I.1|Thăm hỏi|10|9"], Some((0, 1, 3))),
        // Neither of two columns with one header is taken.
        (&["Mã|Nội dung|Tự chấm|Điểm tự chấm"], None),
        (&["Mã|Nội dung|Thực hiện"], None),
        (&[], None),
    ] {
        let sheet = sheet(lines);
        let found = table::find(&Grid::new(&sheet), &form(), &needs);
        let found = found.map(|it| (it.top, it.bottom, it.columns[&MarkRole::Own]));
        assert_eq!(found, expected, "{lines:?}");
    }
}

#[test]
fn a_row_is_a_criterion_a_group_a_sum_or_unknown() {
    let (form, criteria) = (form(), criteria());
    let unknown = |typed: &str| Row::Unknown(typed.to_owned());
    let id = |code: &str| Row::Criterion(criteria.find(code).unwrap());
    for (line, expected) in [
        ("I.1|Thăm hỏi|10|9", id("I.1")),
        ("i.1.|khác hẳn|10|9", id("I.1")),
        ("|Thăm  HỎI|10|9", id("I.1")),
        ("I|Chăm lo|12|11", Row::Group(0)),
        ("|Chăm lo|12|11", Row::Group(0)),
        ("|Cộng I||11", Row::Sum("Cộng I".to_owned())),
        ("Tổng điểm|||11", Row::Sum("Tổng điểm".to_owned())),
        ("(1)|(2)|(3)|(4)", Row::Nothing),
        ("A|B|1|2", Row::Nothing),
        ("||10|9", Row::Nothing),
        ("I.11|Thăm hỏi|10|9", unknown("I.11")),
        ("IX.9|Việc khác|10|9", unknown("IX.9")),
        ("|Việc khác|10|9", unknown("Việc khác")),
    ] {
        let sheet = sheet(&["Mã|Nội dung|Điểm tối đa|Tự chấm", line]);
        let grid = Grid::new(&sheet);
        let needs: [&[MarkRole]; 1] = [&[MarkRole::Own]];
        let table = table::find(&grid, &form, &needs).unwrap();
        let rows = Rows::new(&form, &criteria);
        assert_eq!(rows.row(grid.row(1), &table), expected, "{line}");
        let nearest = rows.nearest("I.22", grid.row(1), &table);
        assert!(nearest.is_some(), "{line}");
    }
}
