//! Charts: every value is a figure, drawn as long as it is, and the same in PDF, Word and Excel.

use std::io::Cursor;
use std::io::Read;

use thidua::model::chart::Chart;
use thidua::model::chart::ChartKind;
use thidua::model::document::Block;
use thidua::model::document::Document;
use zip::ZipArchive;

use crate::case::AN_GIANG;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::committed;
use crate::plain;

const REPORT: &str = "bao-cao-tong-ket";
const TABLES: &str = "bang-tong-hop-so-lieu";

fn chart(block: &Block) -> Option<&Chart> {
    match block {
        Block::Chart { chart } => Some(chart),
        _ => None,
    }
}

fn charts(document: &Document) -> Vec<&Chart> {
    document.blocks.iter().filter_map(chart).collect()
}

/// `Cao Bằng 0.19 2.214`: what is drawn, where, and in which words.
fn points(chart: &Chart) -> Vec<String> {
    let told = chart.points.iter().map(|it| {
        let words = it.number.as_ref().map_or("-", |it| it.text.as_str());
        format!("{} {:.2} {words}", it.category, it.place)
    });
    told.collect()
}

/// A part of a file that is a zip.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn bars_are_as_long_as_their_figures() {
    let gathered = committed(CUM_5);
    let report = plain::document(&gathered, REPORT, false);
    let [units, reached, years] = charts(&report)[..] else { panic!("three charts") };
    assert_eq!(
        points(units),
        [
            "Cao Bằng 0.19 2.214",
            "Bắc Kạn 0.12 1.397",
            "Lạng Sơn 0.27 3.230",
            "Thái Nguyên 1.00 11.845",
            "Tuyên Quang 0.33 3.914",
            "Hà Giang 0.24 2.893",
        ]
    );
    assert_eq!((units.kind, units.zero), (ChartKind::Bars, 0.0));
    let at_hundred = reached.reference.as_ref().unwrap();
    // Ha Giang reached the most of its target: the line of 100 % stands where 100 lies below its share.
    let most = reached.points.iter().filter_map(|it| it.number.as_ref()?.value).max().unwrap();
    let expected = 100.0 / most.to_string().parse::<f64>().unwrap();
    assert!((at_hundred.place - expected).abs() < 1e-9, "{}", at_hundred.place);
    assert_eq!(
        points(years),
        ["Năm 2023 0.92 24.279", "Năm 2024 0.96 25.493", "Đăng ký 2025 1.00 26.500"]
    );
    assert_eq!(units.title, "Biểu đồ 1. Đoàn viên kết nạp mới năm 2024");
    assert!(years.alternative.contains("Năm 2023: 24.279; Năm 2024: 25.493"));
}

#[test]
fn every_value_of_a_chart_is_a_printed_figure() {
    let gathered = committed(CUM_5);
    for name in [REPORT, TABLES] {
        let document = plain::document(&gathered, name, false);
        let mut values = 0;
        for number in
            charts(&document).iter().flat_map(|it| &it.points).filter_map(|it| it.number.as_ref())
        {
            let printed = &document.printed[number.n];
            assert_eq!((&printed.text, printed.figure), (&number.text, number.figure), "{name}");
            values += 1;
        }
        assert_eq!(values, 15, "{name}");
    }
}

#[test]
fn what_nobody_reported_is_said_and_has_no_bar() {
    let case = Case::with(CUM_5, "cao-bang", |book| {
        book.figures().clear("TC12", "Thực hiện");
    });
    let report = plain::document(&case.gather(), REPORT, true);
    let units = charts(&report)[0];
    assert_eq!(points(units)[0], "Cao Bằng 0.00 -");
    assert!(units.alternative.contains("Cao Bằng: chưa có số liệu;"), "{}", units.alternative);
}

#[test]
fn bars_go_left_of_zero_for_what_shrank() {
    let case = Case::of(CUM_5);
    case.write(
        "templates/charts/doan-vien-moi.toml",
        "title = \"Tăng, giảm\"\nindicator = \"TC06b\"\nshows = \"units\"\n",
    );
    let report = plain::document(&case.gather(), REPORT, false);
    let chart = charts(&report)[0];
    assert!(chart.zero > 0.0 && chart.zero < 1.0, "{}", chart.zero);
    for point in &chart.points {
        let value = point.number.as_ref().and_then(|it| it.value).unwrap();
        assert_eq!(value.is_sign_negative() && !value.is_zero(), point.place < chart.zero);
    }
}

#[test]
fn more_units_than_a_page_shows_have_no_bars() {
    let chart = "title = \"Đoàn viên\"\nindicator = \"TC12\"\nshows = \"units\"\nmost = 5\n";
    let case = Case::of(CUM_5);
    case.write("templates/charts/doan-vien-moi.toml", chart);
    let report = plain::document(&case.gather(), REPORT, false);
    let titles: Vec<&str> = charts(&report).iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
    assert!(titles[0].starts_with("Biểu đồ 1. Tỷ lệ hoàn thành"), "{titles:?}");
    // A province with 40 unions in ten blocks has no report with charts at all.
    assert!(committed(AN_GIANG).declared.campaign.units.len() > 20);
}

#[test]
fn a_chart_of_an_unknown_indicator_is_told_with_its_line() {
    let case = Case::of(CUM_5);
    case.write(
        "templates/charts/ba-nam.toml",
        "title = \"Ba năm\"\nindicator = \"TC12x\"\nshows = \"years\"\n",
    );
    let failure = case.try_build(false, &[REPORT]).err().unwrap();
    let told = format!("{failure:?}");
    assert!(told.contains("ba-nam.toml") && told.contains("TC12x"), "{told}");
}

#[test]
fn word_has_the_picture_with_its_words_and_excel_a_chart_of_its_own() {
    let case = Case::of(CUM_5);
    case.try_build(false, &[REPORT, TABLES]).unwrap();
    let word = case.output("bao-cao-tong-ket-2024.docx");
    let text = part(&word, "word/document.xml");
    assert!(text.contains("descr=\"Đoàn viên kết nạp mới năm 2024 (người): Cao Bằng: 2.214;"));
    let mut archive = ZipArchive::new(Cursor::new(&word[..])).unwrap();
    let mut picture = Vec::new();
    archive.by_name("word/media/hinh-1.png").unwrap().read_to_end(&mut picture).unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    let excel = case.output("bang-tong-hop-so-lieu-2024.xlsx");
    let bars = part(&excel, "xl/charts/chart1.xml");
    assert!(bars.contains("<c:barChart>") && bars.contains("<c:v>11845</c:v>"), "{bars}");
    assert!(bars.contains("'Biểu đồ'!$B$4:$B$9"), "{bars}");
    assert!(part(&excel, "xl/charts/chart3.xml").contains("<c:lineChart>"));
}
