//! Tests of layouts as offices send them, on workbooks made by hand.

use std::path::Path;
use std::sync::Arc;

use super::*;
use crate::assets;
use crate::assets::Declared;
use crate::model::measure::Measure;
use crate::model::value::Value;
use crate::read::form::header::Headers;
use crate::read::form::header::Meaning;
use crate::read::workbook::raw::Area;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Span;

const FILE: &str = "submissions/a.xlsx";

/// The campaign of 2024.
pub(super) fn declared() -> Declared {
    assets::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/cum-so-5-2024")).unwrap()
}

/// A sheet from lines of cells between `|`; what is a number is stored as one.
pub(in crate::read) fn sheet(name: &str, lines: &[&str]) -> RawSheet {
    let cells = (0_u32..).zip(lines).flat_map(|(row, line)| {
        (0_u32..).zip(line.split('|')).filter_map(move |(column, text)| {
            let text = text.trim();
            let value = match text.parse() {
                Ok(number) => RawValue::Number(number),
                Err(_) => RawValue::Text(text.to_owned()),
            };
            let cell = RawCell {
                row,
                column,
                value,
                style: Arc::default(),
                formula: false,
                runs: Box::default(),
            };
            (!text.is_empty()).then_some(cell)
        })
    });
    RawSheet { name: name.to_owned(), cells: cells.collect(), ..RawSheet::default() }
}

pub(super) fn area(rows: (u32, u32), columns: (u32, u32)) -> Area {
    Area {
        rows: Span { first: rows.0, last: rows.1 },
        columns: Span { first: columns.0, last: columns.1 },
    }
}

/// What a workbook was read as: the figures as `TC12.actual=5`, and the findings as
/// `same-row Số liệu!A7`.
pub(super) struct Read {
    pub(super) figures: Vec<String>,
    pub(super) found: Vec<String>,
}

pub(super) fn read_sheets(sheets: Vec<RawSheet>) -> Read {
    let declared = declared();
    let context = Context {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        form: &declared.form,
        // These workbooks hold no points.
        criteria: None,
    };
    let book = RawBook { sheets, ..RawBook::default() };
    let (submission, findings) = submission(FILE, &book, context);
    let mut found: Vec<String> = findings
        .iter()
        // These forms hold a few rows on purpose.
        .filter(|it| it.fact.code() != "row-missing")
        .map(|it| {
            let cell = it.place.cell.map_or(String::new(), |it| format!("!{it}"));
            let place = it.place.sheet.clone().unwrap_or_default();
            format!("{} {place}{cell}", it.fact.code())
        })
        .collect();
    found.sort();
    let rows = submission.iter().flat_map(|it| &it.rows);
    let figures = rows.flat_map(|row| {
        let code = row.indicator.map_or("?", |id| &declared.catalogue[id].code);
        row.readings.iter().filter_map(move |it| match &it.value {
            Value::Missing if it.text.is_empty() || row.indicator.is_some() => None,
            Value::Number(number) => Some(format!("{code}.{}={number}", it.measure.name())),
            Value::Missing => Some(format!("{code}.{}:{}", it.measure.name(), it.text)),
            Value::Rejected(why) => Some(format!("{code}.{}!{why:?}", it.measure.name())),
        })
    });
    Read { figures: figures.collect(), found }
}

#[track_caller]
pub(super) fn check_sheets(sheets: Vec<RawSheet>, figures: &[&str], found: &[&str]) {
    let read = read_sheets(sheets);
    assert_eq!(read.figures, figures);
    assert_eq!(read.found, found);
}

/// A single sheet of the right name gives these figures and findings; columns that moved or are
/// not there are left out.
#[track_caller]
pub(super) fn check(lines: &[&str], figures: &[&str], found: &[&str]) {
    check_merged(lines, &[], figures, found);
}

#[track_caller]
pub(super) fn check_merged(lines: &[&str], merges: &[Area], figures: &[&str], found: &[&str]) {
    let sheet = RawSheet { merges: merges.to_vec(), ..sheet("Số liệu", lines) };
    let read = read_sheets(vec![sheet]);
    let of_columns = ["column-moved", "column-missing"];
    let rest = read.found.iter().filter(|it| !of_columns.iter().any(|code| it.starts_with(code)));
    assert_eq!(read.figures, figures);
    assert_eq!(rest.collect::<Vec<_>>(), found);
}

#[test]
fn titles_and_signatures_are_no_figures() {
    check(
        &[
            "LIÊN ĐOÀN LAO ĐỘNG||||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "TỈNH CAO BẰNG||||Độc lập - Tự do - Hạnh phúc",
            "",
            "BIỂU TỔNG HỢP SỐ LIỆU NĂM 2024",
            "Mã|TT|Nội dung|Đơn vị tính|Kế hoạch|Thực hiện|Năm trước|Đăng ký năm sau",
            "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8=6/5)",
            "|I|Tổ chức công đoàn và đoàn viên",
            "TC12|1|Đoàn viên kết nạp mới|người|5|6|7|8",
            "",
            "NGƯỜI LẬP BIỂU||||Cao Bằng, ngày 05 tháng 12 năm 2024|TM. BAN THƯỜNG VỤ",
            "(Ký, ghi rõ họ tên)|||||CHỦ TỊCH",
        ],
        &["TC12.target=5", "TC12.actual=6", "TC12.previous=7", "TC12.pledged=8"],
        &[],
    );
}

#[test]
fn headers_in_tiers_are_joined() {
    // “Năm 2024” over two columns, merged; names merged over both rows.
    check_merged(
        &[
            "Mã|Nội dung|ĐVT|Năm 2024||Năm 2023",
            "|||Kế hoạch|Thực hiện|Thực hiện",
            "A|B|C|1|2|3",
            "TC12|Đoàn viên kết nạp mới|người|5|6|7",
        ],
        &[area((0, 1), (0, 0)), area((0, 1), (1, 1)), area((0, 1), (2, 2)), area((0, 0), (3, 4))],
        &["TC12.target=5", "TC12.actual=6", "TC12.previous=7"],
        &[],
    );
    // The same without merged cells.
    check(
        &[
            "|||Năm 2024||Năm 2023",
            "Mã|Nội dung|ĐVT|Kế hoạch|Thực hiện|Thực hiện",
            "TC12|Đoàn viên kết nạp mới|người|5|6|7",
        ],
        &["TC12.target=5", "TC12.actual=6", "TC12.previous=7"],
        &[],
    );
    // Three tiers, and a computed column that nobody reads.
    check(
        &[
            "Mã|Nội dung|ĐVT|Số liệu",
            "|||Năm 2024",
            "|||Kế hoạch|Thực hiện|Tỷ lệ (%)",
            "TC12|Đoàn viên kết nạp mới|người|5|6|120",
        ],
        &["TC12.target=5", "TC12.actual=6"],
        &[],
    );
}

#[test]
fn a_band_that_says_something_else_is_not_read_over() {
    for band in ["Kỳ này sang năm", "So sánh", "Năm 2019", "Kế hoạch 2023"] {
        let lines = [
            format!("Mã|Nội dung|Kế hoạch|{band}|"),
            "||| Thực hiện|Năm trước".to_owned(),
            "TC12|Đoàn viên kết nạp mới|5|6|7".to_owned(),
        ];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let merges = vec![area((0, 0), (3, 4))];
        let read = read_sheets(vec![RawSheet { merges, ..sheet("Số liệu", &lines) }]);
        assert_eq!(read.figures, ["TC12.target=5"], "{band}");
        let told = ["column-missing", "column-year"];
        assert!(read.found.iter().any(|it| told.iter().any(|code| it.starts_with(code))), "{band}");
    }
}

#[test]
fn a_half_is_never_a_year_nor_a_year_a_half() {
    let folder = tempfile::tempdir().unwrap();
    let text = include_str!("../../../inputs/cum-so-5-2024/campaign.toml");
    let text = text.replacen("span = \"full\"", "span = \"first-half\"", 1);
    std::fs::write(folder.path().join("campaign.toml"), text).unwrap();
    let (half, year) = (assets::open(folder.path()).unwrap(), declared());
    // What a column is read as in a half, and in a year.
    for (header, of_half, of_year) in [
        ("Thực hiện 6 tháng đầu năm (đến 31/5)", Some(Measure::Actual), None),
        ("Thực hiện 6 tháng đầu năm (đến 31/5/2024)", Some(Measure::Actual), None),
        ("6 tháng đầu năm 2024", Some(Measure::Actual), None),
        ("Thực hiện 6 tháng đầu năm 2023", Some(Measure::Previous), None),
        ("6 tháng đầu năm 2023", Some(Measure::Previous), None),
        ("Cùng kỳ năm trước", Some(Measure::Previous), Some(Measure::Previous)),
        ("Cùng kỳ năm 2023", Some(Measure::Previous), Some(Measure::Previous)),
        ("Kế hoạch cả năm", Some(Measure::Target), None),
        ("Kế hoạch năm 2024", Some(Measure::Target), Some(Measure::Target)),
        ("Thực hiện", Some(Measure::Actual), Some(Measure::Actual)),
        ("Năm trước", None, Some(Measure::Previous)),
        ("Thực hiện năm 2023", None, Some(Measure::Previous)),
        ("Năm 2023", None, Some(Measure::Previous)),
        ("Đăng ký năm sau", None, Some(Measure::Pledged)),
    ] {
        for (declared, expected) in [(&half, of_half), (&year, of_year)] {
            let headers = Headers::new(&declared.form.figures, &declared.campaign);
            let found = match headers.meaning(&[header.to_owned()]) {
                Meaning::Column(index) => declared.form.figures.columns[index].measure,
                _ => None,
            };
            assert_eq!(found, expected, "{header}: {:?}", declared.campaign.period.span);
        }
    }
}

#[test]
fn years_in_headers_decide() {
    for (header, found) in [
        ("Thực hiện", Ok(Measure::Actual)),
        ("Thực hiện năm 2024", Ok(Measure::Actual)),
        ("Thực hiện 2024 (2)", Ok(Measure::Actual)),
        ("Thực hiện đến 30/11/2024", Ok(Measure::Actual)),
        ("Thực hiện từ 01/12/2023 đến 30/11/2024", Ok(Measure::Actual)),
        ("Năm 2024", Ok(Measure::Actual)),
        ("Thực hiện năm 2023", Ok(Measure::Previous)),
        ("Năm 2023", Ok(Measure::Previous)),
        ("Năm trước (2023)", Ok(Measure::Previous)),
        ("Cùng kỳ 2023", Ok(Measure::Previous)),
        ("Kế hoạch năm 2024", Ok(Measure::Target)),
        ("Kế hoạch năm 2025", Ok(Measure::Pledged)),
        ("Đăng ký năm 2025", Ok(Measure::Pledged)),
        ("Chỉ tiêu đăng ký năm 2025", Ok(Measure::Pledged)),
        ("Thực hiện (triệu đồng)", Ok(Measure::Actual)),
        ("Kế hoạch năm 2023", Err(true)),
        ("Thực hiện năm 2025", Err(true)),
        ("Thực hiện 2023-2024", Err(true)),
        ("Năm trước (2024)", Err(true)),
        ("Đăng ký năm 2024", Err(true)),
        ("Thực hiện (%)", Err(false)),
        ("% thực hiện", Err(false)),
        ("So sánh 2024/2023", Err(false)),
        ("Luỹ kế", Err(false)),
        ("Năm 2019", Err(false)),
    ] {
        // Beside a column that makes the table one.
        let other = if found == Ok(Measure::Target) { "Năm trước" } else { "Kế hoạch" };
        let lines = [format!("Mã|Nội dung|{other}|{header}"), "TC12|x|5|6".to_owned()];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let read = read_sheets(vec![sheet("Số liệu", &lines)]);
        let is_read = |it: &&String| it.ends_with("=6");
        match found {
            Ok(measure) => {
                let expected = format!("TC12.{}=6", measure.name());
                assert_eq!(read.figures.iter().find(is_read), Some(&expected), "{header}");
            }
            Err(year) => {
                assert_eq!(read.figures.iter().find(is_read), None, "{header}");
                let told = read.found.iter().any(|it| it.starts_with("column-year"));
                assert_eq!(told, year, "{header}: {:?}", read.found);
            }
        }
    }
}
