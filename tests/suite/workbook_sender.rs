//! Whose a workbook is, and for when: unknown, contradicting, missing, twice, of another year.

use std::fs;

use thidua::finding::lang::Lang;
use thidua::model::measure::Measure;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::refused;
use crate::case::sent;

const UNIT: &str = "lang-son";

const EVERY_PAPER: [&str; 5] = [
    "giao-uoc",
    "bao-cao-tong-ket",
    "tin-hoi-nghi",
    "bang-tong-hop-so-lieu",
    "bang-dang-ky-thi-dua",
];

/// After these answers on the sheet about the sender exactly this is found.
#[track_caller]
fn check(answers: &[(&str, &str)], found: &[&str]) {
    let case = Case::with(CUM_5, UNIT, |book| {
        answers.iter().for_each(|(label, answer)| book.answer(label, answer));
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), found, "{answers:?}");
    let refuses: &[&str] = if found.is_empty() { &[] } else { &EVERY_PAPER };
    assert_eq!(refused(&gathered), refuses);
}

#[test]
fn a_name_is_known_in_its_usual_writings() {
    for name in ["Lạng Sơn", "LĐLĐ tỉnh Lạng Sơn", "LIÊN ĐOÀN LAO ĐỘNG TỈNH LẠNG SƠN", "Lang Son"]
    {
        check(&[("Đơn vị", name)], &[]);
        check(&[("Đơn vị", name), ("Mã đơn vị", "")], &[]);
    }
    check(&[("Đơn vị", ""), ("Mã đơn vị", "lang-son")], &[]);
}

#[test]
fn a_sender_who_is_no_member_is_not_guessed() {
    let found = [
        "error unknown-unit - submissions/lang-son.xlsx/Thông tin chung/B2",
        "error missing-unit lang-son ",
    ];
    check(&[("Đơn vị", "Liên đoàn Lao động tỉnh Hòa Bình"), ("Mã đơn vị", "hoa-binh")], &found);
    let place = "error unknown-unit - submissions/lang-son.xlsx";
    check(&[("Đơn vị", ""), ("Mã đơn vị", "")], &[place, "error missing-unit lang-son "]);
}

#[test]
fn a_slip_in_the_name_is_told_with_the_member_meant() {
    let case = Case::with(CUM_5, UNIT, |book| {
        book.answer("Đơn vị", "Liên đoàn Lao động tỉnh Lạng Sươn");
        book.answer("Mã đơn vị", "");
    });
    let gathered = case.gather();
    let hint = Lang::Vi.fact(&gathered.findings[0].fact).hint;
    assert!(hint.contains("Liên đoàn Lao động tỉnh Lạng Sơn"), "{hint}");
}

#[test]
fn a_name_and_a_code_of_two_members_contradict_each_other() {
    let found = [
        "error contradicting-unit - submissions/lang-son.xlsx/Thông tin chung/B2",
        "error missing-unit lang-son ",
    ];
    check(&[("Đơn vị", "Cao Bằng")], &found);
}

/// Titles the table of the unit anew, and finds what is told.
fn titled(line: &str, title: &str) -> Vec<String> {
    let case = Case::with(CUM_5, UNIT, |book| {
        let at = book.figures().find(line);
        book.figures().cells.insert(at, title.into());
    });
    findings(&case.gather())
}

#[test]
fn a_title_of_another_year_or_unit_is_told() {
    let told = |cell: &str| {
        vec![format!("warning title-contradicts {UNIT} submissions/lang-son.xlsx/Số liệu/{cell}")]
    };
    let year = "BIỂU TỔNG HỢP SỐ LIỆU HOẠT ĐỘNG CÔNG ĐOÀN NĂM 2024";
    let dates = "(Số liệu từ 01/12/2023 đến 30/11/2024)";
    let unit = "Liên đoàn Lao động tỉnh Lạng Sơn";
    assert_eq!(titled(year, "BIỂU TỔNG HỢP SỐ LIỆU NĂM 2023"), told("A1"));
    assert_eq!(titled(dates, "(Số liệu từ 01/12/2022 đến 30/11/2023)"), told("A3"));
    assert_eq!(titled(unit, "LĐLĐ tỉnh Bắc Kạn"), told("A2"));
    for (line, title) in [
        (year, "BIỂU TỔNG HỢP SỐ LIỆU"),
        (year, "SỐ LIỆU NĂM 2024 VÀ ĐĂNG KÝ NĂM 2025"),
        (unit, "LĐLĐ Lạng Sơn"),
        (unit, "Kính gửi: Liên đoàn Lao động tỉnh Cao Bằng"),
        (dates, "(Kèm theo Công văn số 12/LĐLĐ ngày 05/3/2019)"),
    ] {
        assert_eq!(titled(line, title), [""; 0], "{title}");
    }
}

#[test]
fn figures_of_another_period_are_refused() {
    let found = ["error wrong-period lang-son submissions/lang-son.xlsx/Thông tin chung/B4"];
    for period in ["Năm 2023", "6 tháng đầu năm 2024", "2023 - 2024"] {
        check(&[("Kỳ số liệu", period)], &found);
    }
    check(&[("Kỳ số liệu", "năm  2024")], &[]);
    let nowhere = ["error wrong-period lang-son submissions/lang-son.xlsx"];
    check(&[("Kỳ số liệu", "")], &nowhere);
}

#[test]
fn a_missing_workbook_is_a_missing_unit() {
    let case = Case::of(CUM_5);
    case.remove(&sent(UNIT));
    let gathered = case.gather();
    assert_eq!(findings(&gathered), ["error missing-unit lang-son "]);
    assert_eq!(refused(&gathered), EVERY_PAPER);
    let words = Lang::Vi.fact(&gathered.findings[0].fact);
    assert!(words.message.contains("Liên đoàn Lao động tỉnh Lạng Sơn"), "{}", words.message);
}

#[test]
fn of_two_workbooks_of_one_member_none_is_used() {
    let case = Case::of(CUM_5);
    fs::copy(case.root.join(sent(UNIT)), case.root.join("submissions/lang-son (2).xlsx")).unwrap();
    let gathered = case.gather();
    let found = [
        "error duplicate-unit lang-son submissions/lang-son (2).xlsx",
        "error duplicate-unit lang-son submissions/lang-son.xlsx",
    ];
    assert_eq!(findings(&gathered), found);
    assert_eq!(refused(&gathered), EVERY_PAPER);
    let indicator = gathered.declared.catalogue.find("TC12").unwrap();
    assert_eq!(gathered.dataset.column(Measure::Actual, indicator).cluster.reported, 5);
    let words = Lang::Vi.fact(&gathered.findings[0].fact);
    assert!(words.message.contains("lang-son.xlsx"), "{}", words.message);
}

#[test]
fn a_campaign_without_submissions_misses_everybody() {
    let case = Case::of(CUM_5);
    fs::remove_dir_all(case.root.join("submissions")).unwrap();
    let found = findings(&case.gather());
    assert_eq!(found.len(), 6);
    assert!(found.iter().all(|it| it.starts_with("error missing-unit ")), "{found:?}");
}
