//! Tests of the helpers over a small dataset.

use serde_json::json;

use super::*;
use crate::assets::templates::Templates;
use crate::finding::failure::CallNeeds;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Direction;
use crate::model::catalogue::Group;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::catalogue::Time;
use crate::model::dataset::Column;
use crate::model::dataset::Dataset;
use crate::model::dataset::Figure;
use crate::model::dataset::Origin;
use crate::model::dataset::Parted;
use crate::model::dataset::Years;
use crate::model::document::Block;
use crate::model::document::Inline;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::results::Results;
use crate::template;
use crate::template::Names;
use crate::template::Source;
use crate::template::library::Library;
use crate::template::mark;
use crate::template::markdown;
use crate::template::written::Written;
use crate::text::money::MoneyUnit;

/// Code, kind, direction, and the cluster's figures: this year, target, last year.
type Row = (&'static str, Kind, Direction, [Option<&'static str>; 3]);

const ROWS: &[Row] = &[
    ("TC04", Kind::Count, Direction::Up, [Some("38"), Some("0"), None]),
    ("TC05", Kind::Count, Direction::Up, [Some("132"), Some("127"), Some("125")]),
    ("TC10", Kind::Count, Direction::Up, [Some("339739"), None, Some("336357")]),
    ("TC11", Kind::Count, Direction::Up, [Some("196824"), None, None]),
    ("TC12", Kind::Count, Direction::Up, [Some("25493"), Some("24340"), Some("24279")]),
    ("TC13", Kind::Count, Direction::Down, [Some("90"), Some("100"), Some("90")]),
    ("TC14", Kind::Count, Direction::Down, [Some("101"), Some("100"), Some("0")]),
    ("TC15", Kind::Percent, Direction::Up, [Some("94.0625"), None, Some("92.5")]),
    ("TC17", Kind::Percent, Direction::Up, [Some("93.08"), Some("90"), Some("91.56")]),
    ("DT02", Kind::Count, Direction::Up, [Some("24186"), Some("24190"), Some("24186.5")]),
    ("CL06", Kind::Money, Direction::Up, [Some("16000000000"), None, None]),
    ("CL08", Kind::Count, Direction::Up, [Some("59812"), None, None]),
    ("CL09", Kind::Money, Direction::Up, [Some("39764000000"), None, None]),
    ("KT02", Kind::Count, Direction::Up, [None, None, None]),
];

fn indicator(row: &Row) -> Indicator {
    Indicator {
        code: row.0.to_owned(),
        name: row.0.to_owned(),
        group: 0,
        unit: "vụ".to_owned(),
        kind: row.1,
        time: Time::Flow,
        aggregation: Aggregation::Sum,
        direction: row.2,
        required: Vec::new(),
        decimals: 0,
        min: None,
        max: None,
        parts: Vec::new(),
        subset_of: None,
        comparable: row.0 != "TC11",
        money_unit: MoneyUnit::Dong,
        office: String::new(),
        aliases: Vec::new(),
        continuity: None,
        note: String::new(),
        phrase: String::new(),
        none: String::new(),
    }
}

fn catalogue() -> Catalogue {
    let groups = vec![Group { title: String::new() }];
    Catalogue::new("thu".to_owned(), groups, ROWS.iter().map(indicator).collect(), Vec::new())
}

/// The figures of the rows; the first unit has 7 of everything, the second nothing.
fn dataset() -> Dataset {
    let figure = |value: Option<&str>| Figure {
        value: value.map(|it| it.parse().unwrap()),
        origin: Origin::Sum,
        reported: 1,
        expected: 2,
    };
    let column = |value| Column {
        units: vec![figure(Some("7")), figure(None)],
        groups: Vec::new(),
        cluster: figure(value),
    };
    let mut columns = vec![column(None); ROWS.len() * Measure::ALL.len()];
    for (index, row) in (0_u32..).zip(ROWS) {
        for (measure, value) in
            [Measure::Actual, Measure::Target, Measure::Previous].into_iter().zip(row.3)
        {
            columns[Dataset::position(ROWS.len(), measure, IndicatorId(index))] = column(value);
        }
    }
    let parted = [(IndicatorId(3), Parted::ByCatalogue)].into_iter().collect();
    let years = Years { parted, ..Years::default() };
    Dataset::new(ROWS.len(), columns, Vec::new(), Vec::new()).with_years(years)
}

fn data() -> Value {
    let figures = |measure: Measure| {
        let reference = |index: u32| {
            mark::reference(FigureId {
                indicator: IndicatorId(index),
                measure,
                owner: Owner::Cluster,
            })
        };
        let entries = (0_u32..).zip(ROWS).map(|(at, row)| (row.0.to_owned(), json!(reference(at))));
        Value::Object(entries.collect())
    };
    json!({
        "nam": "2024",
        "th": figures(Measure::Actual),
        "kh": figures(Measure::Target),
        "nt": figures(Measure::Previous),
        "so_ban": 8,
        "don_vi": [{ "so_thu_tu": 0, "ten": "Cao Bằng" }, { "so_thu_tu": 1, "ten": "Lạng Sơn" }],
        "ten_don_vi": ["Cao Bằng", "Thái Nguyên", "Lạng Sơn"],
        "khong_ai": [],
        "cum": { "ten": "Cụm thi đua số 5", "la": "*sao* [x](y) #1 <b>" },
        "hoi_nghi": { "ngay": "2024-12-21", "dia_diem": null },
        "giao_uoc": { "ngay": "2026-01-05", "so_ban": 8 },
    })
}

/// The words of a filled template, and the words of the figures that it prints.
fn filled(text: &str, draft: bool) -> Result<(String, Vec<String>), Failure> {
    let (catalogue, dataset, data) = (catalogue(), dataset(), data());
    let library = Library::read(&Templates::default()).unwrap();
    let session = Session::new(Results::of(&dataset), &catalogue, &library, draft);
    let source = Source { path: "thu", text };
    let expanded = template::expand(source, &Names::new(&data), &session)?;
    let origin = Written { source, library: &library };
    let blocks = markdown::parse(origin, &expanded, &mut |_| Ok(Vec::new()))?;
    let mut words = String::new();
    for block in &blocks {
        let Block::Paragraph { content } = block else { panic!("{block:?}") };
        content.iter().for_each(|it| match it {
            Inline::Text { text } | Inline::Figure { text, .. } => words.push_str(text),
            other => panic!("{other:?}"),
        });
    }
    Ok((words, session.finish().into_iter().map(|it| it.text).collect()))
}

#[track_caller]
fn prints(text: &str, expected: &str) {
    assert_eq!(filled(text, false).unwrap().0, expected, "{text}");
}

#[track_caller]
fn fault(text: &str) -> TemplateFault {
    match filled(text, false) {
        Err(Failure::Template(error)) => error.fault,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn every_helper_prints_its_example() {
    for (name, expected) in [
        ("so", "339.739 đoàn viên"),
        ("so_2", "08 bản"),
        ("tien", "39,764 tỷ đồng"),
        ("phan_tram", "94,06% hoặc 57,93%"),
        ("diem_phan_tram", "tăng 1,52 điểm phần trăm"),
        ("lam_tron", "gần 60.000 suất quà, gần 40 tỷ đồng"),
        ("bang_chu", "một trăm ba mươi hai"),
        ("bang_chu_tien", "(Bằng chữ: Mười sáu tỷ đồng)"),
        ("ngay", "21/12/2024"),
        ("ngay_thang_nam", "ngày 05 tháng 01 năm 2026"),
        ("tang_giam", "tăng 5% so với năm 2023"),
        ("ty_le_dat", "đạt 104,7% chỉ tiêu"),
        ("liet_ke", "Cao Bằng, Thái Nguyên và Lạng Sơn"),
        ("khac_0", ", nghiệp đoàn cơ sở 38 đơn vị"),
        ("viet_hoa", "CỤM THI ĐUA SỐ 5"),
        ("cau", "TC12: 25.493 vụ, đạt 104,7% chỉ tiêu, tăng 5% so với năm trước."),
        ("cao_nhat", ""),
        ("thap_nhat", ""),
        ("chua_dat", ""),
    ] {
        let entry = HELPERS.iter().find(|it| it.name == name).unwrap();
        prints(entry.example, expected);
    }
    let names: Vec<&str> = HELPERS.iter().map(|it| it.name).collect();
    assert_eq!(names.len(), 21, "a new helper belongs into this test: {names:?}");
}

#[test]
fn a_figure_of_a_unit_is_printed_where_there_is_one() {
    let text = "{{#each don_vi}}{{#if (cua so_thu_tu ../th.TC12)}}{{ten}}: {{so (cua so_thu_tu ../th.TC12)}}{{/if}}{{/each}}";
    prints(text, "Cao Bằng: 7");
    assert!(matches!(fault("{{so (cua 2 th.TC12)}}"), TemplateFault::Call { .. }));
}

#[test]
fn options_change_the_form() {
    prints("{{phan_tram th.TC15 le=1}}", "94,1%");
    prints("{{ngay hoi_nghi.ngay dang=\"ngan\"}}", "21/12");
    prints("{{liet_ke ten_don_vi ngoac=\"kep\"}}", "“Cao Bằng”, “Thái Nguyên” và “Lạng Sơn”");
    prints("{{lam_tron th.DT02 buoc=1000}}", "trên 24.000");
    prints("{{lam_tron th.DT02 buoc=1000 tu=\"hơn\"}}", "hơn 24.000");
    // Further off than so many percent, or below one step: the exact number.
    prints("{{lam_tron th.TC12 buoc=1000 sai=1}}", "25.493");
    prints("{{lam_tron th.TC05 buoc=1000}}", "132");
}

#[test]
fn changes_and_targets_speak_by_direction() {
    prints("{{tang_giam th.TC13 nt.TC13}}", "không thay đổi");
    prints("{{tang_giam th.DT02 nt.DT02}}", "gần như không thay đổi");
    prints("{{tang_giam th.TC11 nt.TC11}}", "không so sánh với năm trước");
    prints("{{diem_phan_tram th.TC11 nt.TC11}}", "không so sánh với năm trước");
    prints("{{tang_giam kh.TC05 th.TC05}}", "giảm 3,8%");
    prints("{{ty_le_dat th.TC13 kh.TC13}}", "đạt chỉ tiêu (bằng 90% mức đề ra)");
    prints("{{ty_le_dat th.TC14 kh.TC14}}", "chưa đạt chỉ tiêu (bằng 101% mức đề ra)");
    // A target of nothing is no percentage.
    prints("{{ty_le_dat th.TC04 kh.TC04}}", "đạt chỉ tiêu");
    prints("{{ty_le_dat nt.TC14 kh.TC13}}", "đạt chỉ tiêu (không có vụ nào)");
    prints("{{ty_le_dat th.TC14 nt.TC14}}", "chưa đạt chỉ tiêu là không có vụ nào");
    // Just missed is not just reached.
    prints("{{ty_le_dat th.DT02 kh.DT02}}", "đạt 99,98% chỉ tiêu");
    prints("{{diem_phan_tram nt.TC17 th.TC17}}", "giảm 1,52 điểm phần trăm");
}

#[test]
fn blank_dates_leave_their_gap() {
    prints("{{ngay hoi_nghi.dia_diem}}", "…/…/…");
    let (words, _) = filled("{{ngay_thang_nam hoi_nghi.dia_diem}}", false).unwrap();
    assert!(words.contains("ngày") && words.contains("tháng") && words.contains("năm"), "{words}");
    assert!(!words.contains(|it: char| it.is_ascii_digit()), "{words}");
}

#[test]
fn printed_figures_are_listed_in_order_and_plain_numbers_are_not() {
    let (_, printed) = filled("{{so th.TC05}}, {{so_2 so_ban}}, {{so th.TC12}}", false).unwrap();
    assert_eq!(printed, ["132", "25.493"]);
}

#[test]
fn a_name_that_does_not_exist_is_an_error_everywhere() {
    for text in [
        "{{khong_co}}",
        "{{th.TC99}}",
        "{{so th.TC99}}",
        "{{so}}",
        "{{khong_co th.TC12}}",
        "{{#if khong_co}}x{{/if}}",
        "{{#if th.TC99}}x{{/if}}",
        "{{#if th.TC99}}x{{else}}y{{/if}}",
        "{{#unless th.TC99}}x{{/unless}}",
        "{{#each khong_co}}x{{/each}}",
        "{{#each don_vi}}{{khong_co}}{{/each}}",
        "{{lam_tron th.CL08 buoc=khong_co}}",
        "{{ty_le_dat th.TC12 kh.TC99}}",
        "{{phan_tram th.TC12 kh.TC99}}",
        "{{liet_ke khong_co}}",
        "{{so th.TC12 khong_co}}",
        "{{so th.TC12 le=khong_co}}",
        // Where nobody looks when it is filled: a branch not taken, an argument not read.
        "{{#if ten_don_vi}}x{{else}}{{khong_co}}{{/if}}",
        "{{#if khong_ai}}{{#each khong_ai}}x{{/each}}{{khong_co}}{{/if}}",
        "{{#if khong_ai}}{{#if ten_don_vi}}a{{else if cum.tenn}}b{{/if}}{{/if}}",
        "{{#with cum}}{{ten}}{{tenn}}{{/with}}",
        "{{#with hoi_nghi.dia_diem}}x{{else}}{{khong_co}}{{/with}}",
        "{{#unless ten_don_vi}}{{cum.tenn}}{{/unless}}",
        "{{#each khong_ai}}{{../khong_co}}{{/each}}",
        "{{#each khong_ai}}{{@indx}}{{/each}}",
        "{{#each don_vi as |dv|}}{{dv.tenn}}{{/each}}",
        "{{#each don_vi}}{{#if @first}}a{{else}}{{@root.khong_co}}{{/if}}{{/each}}",
        "{{#if (khac_0 th.TC99)}}x{{/if}}",
        "{{#if khong_ai}}{{so (cua 0 th.TC99)}}{{/if}}",
        "{{#if khong_ai}}{{lam_tron th.CL08 buoc=khong_co}}{{/if}}",
        "{{#if khong_ai}}{{khong_co th.TC12}}{{/if}}",
        "{{#if khong_ai}}{{> khong_co}}{{/if}}",
        "{{../nam}}",
    ] {
        let found = filled(text, false);
        assert!(matches!(found, Err(Failure::Template(_))), "{text}: {found:?}");
    }
    let TemplateFault::UnknownName { name, nearest } = fault("{{so th.TC112}}") else { panic!() };
    assert_eq!(name, "th.TC112");
    assert!(nearest.is_some_and(|it| it.starts_with("th.TC1")));
}

#[test]
fn a_figure_without_a_helper_is_an_error() {
    for text in
        ["{{th.TC12}}", "Có {{th.TC12}} đoàn viên", "{{#each ten_don_vi}}{{../th.TC12}}{{/each}}"]
    {
        let TemplateFault::Call { needs, .. } = fault(text) else { panic!("{text}") };
        assert_eq!(needs, CallNeeds::Helper);
    }
}

#[test]
fn a_missing_figure_is_an_error_but_in_a_draft() {
    for text in ["{{so th.KT02}}", "{{ty_le_dat th.KT02 kh.KT02}}", "{{lam_tron th.KT02 buoc=10}}"]
    {
        let TemplateFault::Call { needs, .. } = fault(text) else { panic!("{text}") };
        assert_eq!(needs, CallNeeds::Value(Some("KT02".to_owned())));
        let (words, printed) = filled(text, true).unwrap();
        assert_eq!(words, "(chưa có số liệu)");
        assert_eq!(printed, ["(chưa có số liệu)"]);
    }
    // A division by zero has no value either.
    assert!(filled("{{tang_giam th.TC14 nt.TC14}}", false).is_err());
}

#[test]
fn conditions_ask_whether_there_is_a_figure() {
    prints("{{#if th.TC12}}có{{else}}không{{/if}}", "có");
    prints("{{#if th.KT02}}có{{else}}không{{/if}}", "không");
    prints("{{#unless th.KT02}}không{{/unless}}", "không");
    prints("{{#if (khac_0 th.TC04)}}có{{else}}không{{/if}}", "có");
    prints("{{#if (khac_0 kh.TC04)}}có{{else}}không{{/if}}", "không");
    prints("{{#if (khac_0 nt.TC04)}}có{{else}}không{{/if}}", "không");
    prints("{{#if khong_ai}}có{{else}}không{{/if}}", "không");
    prints("{{#if hoi_nghi.dia_diem}}có{{else}}không{{/if}}", "không");
    prints("{{#if ten_don_vi}}có{{/if}}", "có");
}

#[test]
fn values_never_become_markdown() {
    prints("{{cum.la}}", "*sao* [x](y) #1 <b>");
    prints("{{liet_ke ten_don_vi}}.", "Cao Bằng, Thái Nguyên và Lạng Sơn.");
}

#[test]
fn ways_around_the_escaping_are_refused_on_any_line() {
    for text in ["{{{cum.la}}}", "{{&cum.la}}", "{{> x}}", "{{\n> x}}", "{{\n\n&cum.la}}"] {
        assert!(filled(text, false).is_err(), "{text:?}");
    }
    let circle = "{{\n#*inline \"a\"}}{{\n> a}}{{/inline}}{{\n> a}}";
    assert!(filled(circle, false).is_err());
}
