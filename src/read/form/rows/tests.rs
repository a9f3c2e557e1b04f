//! Tests of rows, sheets, units and what people do not see.

use rust_decimal::Decimal;

use crate::read::form::tests::area;
use crate::read::form::tests::check;
use crate::read::form::tests::check_merged;
use crate::read::form::tests::check_sheets;
use crate::read::form::tests::declared;
use crate::read::form::tests::read_sheets;
use crate::read::form::tests::sheet;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::Span;

#[test]
fn subtotals_are_left_out_and_told() {
    check(
        &[
            "Mã|TT|Nội dung|Đơn vị tính|Kế hoạch|Thực hiện",
            "TC12|1|Đoàn viên kết nạp mới|người|5|6",
            "||Cộng mục I||5|6",
            "|Tổng cộng|||5|6",
            "|I|Tổ chức công đoàn và đoàn viên||5|6",
            "|||Cộng||6",
            "TC01||Tổng số CĐCS||1|2",
            "||Công đoàn nào đó||5|6",
        ],
        &[
            "TC12.target=5",
            "TC12.actual=6",
            "TC01.target=1",
            "TC01.actual=2",
            "?.target:5",
            "?.actual:6",
        ],
        &[
            "subtotal-row Số liệu!C3",
            "subtotal-row Số liệu!C4",
            "subtotal-row Số liệu!C5",
            "subtotal-row Số liệu!C6",
        ],
    );
}

#[test]
fn labels_and_order_together() {
    let lines = [
        "TT|Nội dung||Thực hiện",
        "1|1. Tổng số CĐCS||10",
        "2|Tổng số đoàn viên||20",
        "||Trong đó:|",
        "||- nữ|12",
        "3|Đoàn viên kết nạp mới||5",
        "||a) Trong đó: nữ|3",
        "4|Suất học bổng trao cho con đoàn viên, người lao động||7",
        "|- Trị giá học bổng||9",
    ];
    let declared = declared();
    let read = read_sheets(vec![sheet("Số liệu", &lines)]);
    let scholarship = declared.catalogue.find("CL11a").unwrap();
    let label = &declared.catalogue[scholarship].name;
    assert!(label.starts_with("Suất học bổng"), "{label}");
    assert_eq!(
        read.figures[..4],
        ["TC01.actual=10", "TC10.actual=20", "TC11.actual=12", "TC12.actual=5"]
    );
    // Women among the newly admitted are no indicator: nobody's, and not TC11 again.
    assert_eq!(read.figures[4], "?.actual:3");
    assert!(read.found.iter().any(|it| it.starts_with("matched-by-label")), "{:?}", read.found);
}

#[test]
fn a_label_that_leans_on_a_missing_row_is_nobodys() {
    check(
        &["TT|Nội dung|Thực hiện", "1|Tổng số công nhân, viên chức, lao động|9", "|Trong đó: nữ|5"],
        &["TC14.actual=9", "?.actual:5"],
        &["matched-by-label Số liệu!B2"],
    );
}

#[test]
fn many_matches_by_label_are_one_finding() {
    let declared = declared();
    let mut lines = vec!["Nội dung|Thực hiện".to_owned()];
    lines.extend(declared.catalogue.indicators.iter().map(|it| format!("{}|1", it.name)));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let read = read_sheets(vec![sheet("Số liệu", &lines)]);
    assert_eq!(read.figures.len(), declared.catalogue.indicators.len());
    let by_label: Vec<&String> =
        read.found.iter().filter(|it| it.starts_with("matched-by-label")).collect();
    assert_eq!(by_label, ["matched-by-label Số liệu"]);
}

#[test]
fn several_sheets_are_one_form() {
    let header = "Mã|TT|Nội dung|Đơn vị tính|Kế hoạch|Thực hiện|Năm trước|Đăng ký năm sau";
    let one = sheet("Ban Tổ chức", &[header, "TC12|1||người|5|6|7|8", "TC01|2||đơn vị||||"]);
    let two = sheet("Ban Chính sách", &[header, "TC12|1||người||||", "TC01|2||đơn vị||1|1|"]);
    check_sheets(
        vec![one.clone(), two],
        &[
            "TC12.target=5",
            "TC12.actual=6",
            "TC12.previous=7",
            "TC12.pledged=8",
            "TC01.actual=1",
            "TC01.previous=1",
        ],
        &["sheet-also-read Ban Chính sách", "sheet-renamed Ban Tổ chức"],
    );
    // A copy says nothing new; last year's sheet is no part of it.
    let copy = RawSheet { name: "Số liệu".to_owned(), ..one.clone() };
    let old = sheet("Số liệu 2023", &[header, "TC12|1||người|1|1|1|1"]);
    check_sheets(
        vec![one, copy, old],
        &["TC12.target=5", "TC12.actual=6", "TC12.previous=7", "TC12.pledged=8"],
        &["same-row Ban Tổ chức!A2", "sheet-of-another-year Số liệu 2023"],
    );
}

#[test]
fn sheets_that_contradict_each_other_are_told_once() {
    let header = "Mã|Nội dung|Thực hiện";
    let codes = ["TC01", "TC02", "TC03", "TC04", "TC05", "TC06", "TC12"];
    let lines = |number: u32| -> Vec<String> {
        std::iter::once(header.to_owned())
            .chain(codes.iter().map(|it| format!("{it}||{number}")))
            .collect()
    };
    let of = |name: &str, number: u32| {
        let lines = lines(number);
        sheet(name, &lines.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let read = read_sheets(vec![of("Số liệu", 1), of("Số liệu (2)", 2)]);
    assert_eq!(read.figures, codes.map(|it| format!("{it}.actual=1")));
    assert!(read.found.contains(&"sheets-differ Số liệu (2)".to_owned()), "{:?}", read.found);
    assert!(!read.found.iter().any(|it| it.starts_with("same-row")), "{:?}", read.found);
}

#[test]
fn other_tables_of_a_workbook_are_let_alone() {
    let header = "Mã|Nội dung|Thực hiện";
    let form = sheet("Số liệu", &[header, "TC12||6"]);
    let other = sheet("Phụ lục", &["Nội dung|Thực hiện", "Chi cho hội nghị|12", "In ấn|3"]);
    let read = read_sheets(vec![form, other]);
    assert_eq!(read.figures, ["TC12.actual=6"]);
    assert!(read.found.iter().all(|it| !it.contains("Phụ lục")), "{:?}", read.found);
}

#[test]
fn a_second_table_and_a_repeated_header_go_on() {
    check(
        &[
            "Mã|Nội dung|Thực hiện|Năm trước",
            "TC12||6|7",
            "",
            "Mã|Nội dung|Thực hiện|Năm trước",
            "TC01||1|2",
            "",
            "Mã|Nội dung|Năm trước|Thực hiện",
            "TC02||3|4",
        ],
        &[
            "TC12.actual=6",
            "TC12.previous=7",
            "TC01.actual=1",
            "TC01.previous=2",
            "TC02.actual=4",
            "TC02.previous=3",
        ],
        &[],
    );
}

#[test]
fn declared_units_of_money() {
    let million = Decimal::from(1_000_000);
    for (lines, expected, found) in [
        (["ĐVT: tỷ đồng", "Thực hiện", "", "2"], 2000, Some("unit-from-header Số liệu!A1")),
        (["ĐVT: triệu đồng", "Thực hiện", "", "2"], 2, None),
        (["", "Thực hiện (tỷ đồng)", "", "2"], 2000, Some("unit-from-header Số liệu!D2")),
        (["", "Thực hiện", "tỷ đồng", "2"], 2000, None),
        (["ĐVT: đồng", "Thực hiện (tỷ đồng)", "triệu đồng", "2"], 2, Some("declared-units-differ")),
        (["ĐVT: tỷ đồng", "Thực hiện", "triệu đồng", "2"], 2, Some("declared-units-differ")),
        (["ĐVT: tỷ đồng", "Thực hiện", "triệu đồng", "2 tỷ"], 2000, Some("declared-units-differ")),
        (["ĐVT: người", "Thực hiện", "", "2"], 2, None),
    ] {
        let [caption, header, unit, typed] = lines;
        let lines = [
            caption.to_owned(),
            format!("Mã|Nội dung|Đơn vị tính|{header}"),
            format!("CL09|Trị giá quà Tết|{unit}|{typed}"),
            "TC12|Đoàn viên kết nạp mới|người|5".to_owned(),
        ];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let read = read_sheets(vec![sheet("Số liệu", &lines)]);
        let money = Decimal::from(expected) * million;
        assert_eq!(read.figures, [format!("CL09.actual={money}"), "TC12.actual=5".to_owned()]);
        let told = |code: &str| read.found.iter().any(|it| it.starts_with(code));
        assert!(found.is_none_or(told), "{lines:?}: {:?}", read.found);
        let any = told("unit-from-header") || told("declared-units-differ");
        assert_eq!(any, found.is_some(), "{lines:?}: {:?}", read.found);
    }
}

#[test]
fn a_section_declares_the_unit_of_its_rows() {
    check(
        &[
            "Mã|Nội dung|Thực hiện",
            "|VI. Chăm lo (ĐVT: tỷ đồng)|",
            "CL09|Trị giá quà Tết|2",
            "|VII. Phong trào thi đua|",
            "TD02||3",
        ],
        &["CL09.actual=2000000000", "TD02.actual=3000000000"],
        &["unit-from-header Số liệu!B2"],
    );
}

#[test]
fn hidden_rows_and_columns_with_figures_are_told() {
    let lines =
        ["Mã|Nội dung|Thực hiện|Năm trước", "TC12||6|7", "TC01||1|2", "TC02||3|4", "TC03||"];
    let hidden = |rows: Vec<Span>, columns: Vec<Span>| RawSheet {
        hidden_rows: rows,
        hidden_columns: columns,
        ..sheet("Số liệu", &lines)
    };
    let found = |sheet: RawSheet| {
        let found = read_sheets(vec![sheet]).found;
        found.into_iter().filter(|it| it.starts_with("hidden")).collect::<Vec<_>>()
    };
    let one = |first, last| vec![Span { first, last }];
    assert_eq!(found(hidden(one(1, 2), vec![])), ["hidden-row Số liệu"]);
    // Empty rows, and the column of codes, may be hidden.
    assert_eq!(found(hidden(one(4, 9), one(0, 0))), [""; 0]);
    assert_eq!(
        found(hidden(vec![], one(2, 3))),
        ["hidden-column Số liệu!C1", "hidden-column Số liệu!D1"]
    );
}

#[test]
fn what_lies_under_a_merged_area_is_not_read() {
    let lines = ["Mã|Nội dung|Thực hiện|Năm trước", "TC12||6|7", "TC01||1|2", "TC02|||4"];
    // C2:C4 is one cell: its value is TC12's or all rows', and 1 lies unseen.
    check_merged(
        &lines,
        &[area((1, 3), (2, 2))],
        &[
            "TC12.actual=6",
            "TC12.previous=7",
            "TC01.actual!Merged",
            "TC01.previous=2",
            "TC02.actual!Merged",
            "TC02.previous=4",
        ],
        &["merged-figure Số liệu!C2", "value-under-merge Số liệu!C3"],
    );
}

#[test]
fn numbers_beside_the_form_are_told() {
    check(
        &[
            "Mã|Nội dung|Kế hoạch|Thực hiện|Lũy kế|Tỷ lệ %|Ghi chú",
            "TC12||5|6|60|120|xem|9",
            "TC01||1|2|20|200|",
        ],
        &["TC12.target=5", "TC12.actual=6", "TC01.target=1", "TC01.actual=2"],
        &["column-unknown Số liệu!E1", "column-unknown Số liệu!H2"],
    );
}

#[test]
fn a_figure_that_slipped_into_the_notes_is_told() {
    check(
        &[
            "Mã|Nội dung|Thực hiện|Năm trước|Ghi chú",
            "TC12|||6|7",
            "TC01||1|2|số của năm 2024",
            "TC02||3|4|2024",
        ],
        &[
            "TC12.previous=6",
            "TC01.actual=1",
            "TC01.previous=2",
            "TC02.actual=3",
            "TC02.previous=4",
        ],
        &["column-unknown Số liệu!E2"],
    );
}
