//! What reports say of their figures, over whole campaigns; and templates whose faults teach.

use std::fs;

use serde_json::Value;
use thidua::model::document::Block;
use thidua::model::document::Document;

use crate::case::CAMPAIGNS;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::NAM_TRUNG_BO;
use crate::case::SOC_TRANG;
use crate::case::TUYEN_QUANG;
use crate::case::committed;
use crate::form::ACTUAL;
use crate::form::PREVIOUS;
use crate::form::TARGET;
use crate::plain;
use crate::program::run;
use crate::source::root;

const REPORT: &str = "bao-cao-tong-ket";

const BODY: &str = "templates/documents/bao-cao-tong-ket/body.md.hbs";

/// The paragraphs of a report, each as one line.
fn paragraphs(document: &Document) -> Vec<String> {
    let own = document.blocks.iter().filter_map(|it| match it {
        Block::Paragraph { content } => Some(plain::words(content)),
        _ => None,
    });
    let own: Vec<String> = own.collect();
    assert!(own.len() >= 20, "{} paragraphs", own.len());
    own
}

fn reports() -> Vec<(&'static str, Document)> {
    let of = |campaign, name| (campaign, plain::document(&committed(campaign), name, false));
    let clusters = CAMPAIGNS.into_iter().map(|it| of(it, REPORT));
    clusters.chain([SOC_TRANG, TUYEN_QUANG].map(|it| of(it, "bao-cao-nam"))).collect()
}

#[test]
fn no_report_says_what_no_person_would() {
    for (campaign, report) in reports() {
        for line in paragraphs(&report) {
            for never in [
                "tăng -",
                "giảm -",
                "tăng 0%",
                "giảm 0%",
                "  ",
                " ,",
                " ;",
                "..",
                ",,",
                "()",
                "{",
                "}",
                "(chưa có số liệu)",
            ] {
                assert!(!line.contains(never), "{campaign}: “{never}” in {line}");
            }
        }
    }
}

#[test]
fn no_sentence_has_the_shape_of_the_one_before_it() {
    let shape = |sentence: &str| {
        let marks = ["so với năm", "đạt", "cao nhất", "chưa đạt", "(", ";", "bằng", "vượt"];
        marks.map(|it| sentence.find(it).is_some()).map(u8::from)
    };
    for (campaign, report) in reports() {
        let text = paragraphs(&report).join(" ");
        let told: Vec<&str> = text.split(". ").filter(|it| it.contains("so với năm")).collect();
        let openings = |it: &str| it.split(' ').take(3).collect::<Vec<_>>().join(" ");
        for five in told.windows(5) {
            let same = |of: &dyn Fn(&str) -> String| five.iter().all(|it| of(it) == of(five[0]));
            let both = |it: &str| format!("{:?} {}", shape(it), openings(it));
            assert!(!same(&both), "{campaign}: {five:#?}");
        }
    }
}

#[test]
fn a_figure_that_is_not_there_leaves_its_sentence_out() {
    let case = Case::of(CUM_5);
    for unit in ["cao-bang", "bac-kan", "lang-son", "thai-nguyen", "tuyen-quang", "ha-giang"] {
        case.change(unit, |book| {
            for measure in [ACTUAL, PREVIOUS] {
                book.figures().clear("TD03a", measure);
            }
            book.figures().clear("TC12", PREVIOUS);
            book.figures().clear("TC12", TARGET);
        });
    }
    let gathered = case.gather();
    let text = paragraphs(&plain::document(&gathered, REPORT, true)).join(" ");
    assert!(!text.contains("gắn biển"), "{text}");
    let sentence = text.split(". ").find(|it| it.to_lowercase().contains("kết nạp mới 25.493"));
    let sentence = sentence.unwrap();
    assert!(!sentence.contains("năm 2023") && !sentence.contains("chỉ tiêu"), "{sentence}");
}

/// What `build` answers over a campaign whose report has this text in place of another.
fn faults(from: &str, to: &str, language: &str) -> (Case, Value) {
    let case = Case::of(CUM_5);
    let text = fs::read_to_string(root().join(BODY)).unwrap();
    assert!(text.contains(from), "{from}");
    case.write(BODY, text.replacen(from, to, 1));
    let arguments = ["build", CUM_5, "--only", REPORT, "--format", "json", "--lang", language];
    let ran = run(case.folder(), &arguments);
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    let errors = ran.json()["errors"].clone();
    (case, errors[0].clone())
}

#[test]
fn a_name_that_does_not_exist_is_found_in_the_branch_that_is_not_taken() {
    for (from, to, name, near) in [
        (
            "{{#if bao_cao.cho_cong_bo}}",
            "{{#if bao_cao.cho_congbo}}",
            "bao_cao.cho_congbo",
            "cho_cong_bo",
        ),
        ("{{#if phu_luc.diem}}", "{{#if phu_luc.diemm}}", "phu_luc.diemm", "phu_luc.diem"),
        ("muc=y_kien.han_che", "muc=y_kien.hanche", "y_kien.hanche", "y_kien.han_che"),
        ("{{liet_ke ten_don_vi}}", "{{lietke ten_don_vi}}", "lietke", "liet_ke"),
        ("{{> ket-qua}}", "{{> ketqua}}", "ketqua", "ket-qua"),
        (
            "{{#each giao_uoc.noi_dung}}\n1. {{ten}}",
            "{{#each giao_uoc.noi_dung}}\n1. {{tenn}}",
            "tenn",
            "ten",
        ),
    ] {
        let (case, error) = faults(from, to, "vi");
        let text = fs::read_to_string(case.root.join(BODY)).unwrap();
        let at = text.find(to).unwrap() + to.find(name).unwrap();
        let before = &text[..at];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        assert_eq!(
            (error["line"].as_u64(), error["column"].as_u64()),
            (Some(line as u64), Some(column as u64)),
            "{error}"
        );
        assert!(error["message"].as_str().unwrap().contains(&format!("“{name}”")), "{error}");
        assert!(error["hint"].as_str().unwrap().contains(near), "{error}");
    }
}

#[test]
fn faults_of_templates_are_told_in_both_languages() {
    let vietnamese = ["không", "cần", "văn bản"];
    for (from, to, needle) in [
        ("```chu-ky\n", "```chuky\n", "chuky"),
        ("{{liet_ke ten_don_vi}}", "{{liet_ke nam}}", "a list"),
        ("{{liet_ke ten_don_vi}}", "{{{nam}}}", "{{{…}}}"),
        ("# Kiến nghị, đề xuất", "<b>Kiến nghị</b>", "HTML"),
    ] {
        let (_, error) = faults(from, to, "en");
        assert!(error["line"].is_u64() && error["column"].is_u64(), "{error}");
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(needle), "{error}");
        assert!(!vietnamese.iter().any(|it| message.contains(it)), "{error}");
    }
}

#[test]
fn partials_in_a_circle_are_refused_before_anything_is_made() {
    let case = Case::of(CUM_5);
    case.write("templates/partials/a.md.hbs", "{{#if nam}}{{> b}}{{/if}}");
    case.write("templates/partials/b.md.hbs", "một\n{{#each don_vi}}x{{else}}{{> a}}{{/each}}");
    for command in ["build", "check"] {
        let ran = run(
            case.folder(),
            &[command, CUM_5, "--no-write"][..if command == "build" { 2 } else { 3 }],
        );
        assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
        assert!(
            ran.err.contains("a → b → a") && ran.err.contains("partials/b.md.hbs:2"),
            "{}",
            ran.err
        );
    }
}

#[test]
fn a_fault_in_the_paper_of_a_unit_names_the_unit() {
    let case = Case::of(CUM_5);
    let path = "templates/documents/phieu-xac-nhan-so-lieu/body.md.hbs";
    let text = fs::read_to_string(root().join(path)).unwrap();
    case.write(path, format!("{{{{#if don_vi_nay.khoii}}}}x{{{{/if}}}}\n\n{text}"));
    let ran = run(case.folder(), &["build", CUM_5, "--only", "phieu-xac-nhan-so-lieu"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("Liên đoàn Lao động tỉnh Cao Bằng"), "{}", ran.err);
    assert!(ran.err.contains("don_vi_nay.khoi"), "{}", ran.err);
}

#[test]
fn every_name_is_listed_with_its_value_and_with_who_says_it() {
    let case = Case::of(NAM_TRUNG_BO);
    let listed = |arguments: &[&str]| {
        let ran = run(case.folder(), &[&["list", "variables", NAM_TRUNG_BO], arguments].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran
    };
    let json = listed(&[REPORT, "--format", "json"]).json();
    let all = json["variables"].as_array().unwrap().clone();
    let find = |name: &str| all.iter().find(|it| it["name"] == name).cloned().unwrap();
    let admitted = find("th.TC12");
    assert_eq!(admitted["used"], true);
    assert_eq!(admitted["title"], "Đoàn viên kết nạp mới");
    assert!(admitted["value"].as_str().unwrap().contains('.'), "{admitted}");
    assert_eq!(find("ten_don_vi")["length"], 10);
    assert_eq!(find("nam")["value"], "2020");
    assert_eq!(find("th.VL02a")["used_by_any"], false);
    let text = listed(&[REPORT]).out;
    assert!(text.contains("* cum.goi") && text.contains("Không mẫu nào dùng"), "{text}");
    assert!(text.contains("th.VL02a"), "{text}");

    // A unit's paper knows nothing of the others.
    let slip = listed(&["phieu-xac-nhan-so-lieu", "--unit", "Khánh Hòa"]).out;
    assert!(slip.contains("Khánh Hòa") && !slip.contains("Đắk Nông"), "{slip}");
    let unknown = run(case.folder(), &["list", "variables", NAM_TRUNG_BO, "bao-cao-tongket"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains(REPORT), "{}", unknown.err);
}

#[test]
fn helpers_are_listed_with_what_they_print_today() {
    let case = Case::of(CUM_5);
    let ran = run(case.folder(), &["list", "helpers", CUM_5, REPORT, "--format", "json"]);
    let all = ran.json().as_array().unwrap().clone();
    let today = |name: &str| all.iter().find(|it| it["name"] == name).unwrap()["today"].clone();
    assert_eq!(today("so"), "339.739 đoàn viên");
    assert!(
        today("cau").as_str().unwrap().contains("kết nạp mới 25.493 đoàn viên")
            || today("cau").as_str().unwrap().starts_with("Kết nạp mới 25.493 đoàn viên")
    );
    assert_eq!(run(case.folder(), &["list", "helpers"]).code, 0);
    assert_eq!(run(case.folder(), &["list", "variables"]).code, 2);
}
