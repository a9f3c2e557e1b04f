//! `thidua trace`: from a number on a page to the cells that it rests on, as a clerk reads it.

use std::path::Path;

use serde_json::Value;

use crate::case::CAMPAIGNS;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::NAM_TRUNG_BO;
use crate::case::sent;
use crate::form::ACTUAL;
use crate::form::name;
use crate::program::Ran;
use crate::program::run;

const REPORT: &str = "bao-cao-tong-ket-2024.pdf";
const WORKBOOK: &str = "bang-tong-hop-so-lieu-2024.xlsx";

/// Runs `trace` in the folder of outputs.
fn trace(folder: &Path, arguments: &[&str]) -> Ran {
    run(folder, &[&["trace"], arguments].concat())
}

/// The text with the digests of files left out, which change with every sample.
fn masked(text: &str) -> String {
    let is_digest = |it: &str| it.len() == 64 && it.chars().all(|c| c.is_ascii_hexdigit());
    let word = |it: &str| if is_digest(it) { "<sha256>".to_owned() } else { it.to_owned() };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn accepted(name: &str, ran: &Ran) {
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, masked(&ran.out)));
}

#[test]
fn the_figure_of_the_article_is_found_by_file_by_page_and_in_the_list() {
    let case = Case::of(CUM_5);
    case.build();
    accepted("trace-report-25.493", &trace(&case.out, &[REPORT, "25.493"]));
    let english = trace(&case.out, &[REPORT, "106,6%", "--lang", "en"]);
    accepted("trace-report-percent-en", &english);
    accepted("trace-report-money", &trace(&case.out, &[REPORT, "39,764 tỷ đồng"]));
    accepted("trace-report-ratio-en", &trace(&case.out, &[REPORT, "94,06%", "--lang", "en"]));
    for typed in ["25493", "25,493", "25 493", "25.493"] {
        let ran = trace(&case.out, &[REPORT, typed, "--page", "3"]);
        assert!(ran.out.contains(&format!("{REPORT}, trang 3: “25.493” (số đúng)")), "{}", ran.out);
        assert_eq!(ran.code, 0);
    }
    let list = trace(&case.out, &[REPORT, "--list"]).out;
    let lines = list.lines().filter(|it| it.contains(" 25.493  TC12 · ")).count();
    let json = trace(&case.out, &[REPORT, "25.493", "--format", "json"]).json();
    assert_eq!(json["figures"][0]["printed"].as_array().unwrap().len(), lines);
    assert_eq!(json["state"], "as-made");
    assert_eq!(json["figures"][0]["figure"]["value"], "25493");
    assert_eq!(json["figures"][0]["figure"]["parts"].as_array().unwrap().len(), 6);
    let many = trace(&case.out, &[REPORT, "0"]);
    assert!(many.out.contains("→ thêm --page") && !many.out.contains("SHA-256"), "{}", many.out);
    let hedged = trace(&case.out, &["tin-hoi-nghi-2024.pdf", "59812"]).out;
    assert!(hedged.contains("“gần 60.000” (nói tròn)"), "{hedged}");
}

#[test]
fn what_is_no_figure_ends_with_1_and_what_cannot_be_followed_with_2() {
    let case = Case::of(CUM_5);
    case.build();
    for (arguments, code, words) in [
        (&[REPORT, "2024"][..], 1, "không phải là số liệu của tệp này"),
        (&[REPORT, "25.493", "--page", "1"], 1, "trang 1"),
        (&[REPORT, "abc"], 1, "không phải là số liệu"),
        (&["phieu-xac-nhan-so-lieu/cao-bang.pdf", "2.214"], 2, "không tra được số liệu"),
        (&["manifest.json", "2"], 2, "không tra được số liệu"),
        (&["khong-co.pdf", "2"], 2, "khong-co.pdf"),
    ] {
        let ran = trace(&case.out, arguments);
        assert_eq!(ran.code, code, "{arguments:?}: {}{}", ran.out, ran.err);
        let said = format!("{}{}", ran.out, ran.err).to_lowercase();
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
}

#[test]
fn a_campaign_is_asked_by_code_or_name() {
    let case = Case::of(NAM_TRUNG_BO);
    let ask =
        |arguments: &[&str]| run(case.folder(), &[&["trace", NAM_TRUNG_BO], arguments].concat());
    accepted("trace-campaign-cl06-unit", &ask(&["CL06", "--unit", "Gia Lai"]));
    accepted("trace-campaign-tt02-en", &ask(&["TT02", "--lang", "en"]));
    let by_name = ask(&["doan vien ket nap moi", "--unit", "gia-lai", "--measure", "kế hoạch"]);
    assert!(by_name.out.starts_with("TC12 · ") && by_name.out.contains("· Kế hoạch · Gia Lai"));
    for (arguments, code, words) in [
        (&["TC99"][..], 2, "không có “tc99”"),
        (&["TC1O"], 2, "tc10"),
        (&["TC12", "--unit", "gia-la"], 2, "gia-lai"),
        (&["TC12", "--measure", "thuc hien nhe"], 2, "không có"),
        (&["đoàn viên"], 2, "nhiều chỉ tiêu có tên như vậy"),
        (&["TC12", "--measure", "giao"], 1, "không đơn vị nào báo cáo"),
    ] {
        let ran = ask(arguments);
        let said = format!("{}{}", ran.out, ran.err).to_lowercase();
        assert_eq!(ran.code, code, "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
}

#[test]
fn a_unit_without_a_figure_is_named() {
    let case = Case::with(CUM_5, "lang-son", |book| {
        book.figures().clear("TC12", ACTUAL);
    });
    let ran = run(case.folder(), &["trace", CUM_5, "TC12"]);
    assert!(ran.out.contains("cộng số liệu của 5/6 đơn vị"), "{}", ran.out);
    assert!(ran.out.contains("chưa có số liệu: Lạng Sơn"), "{}", ran.out);
    let ran = run(case.folder(), &["trace", CUM_5, "TC12", "--unit", "Lạng Sơn"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
}

#[test]
fn a_file_copied_alone_is_followed_by_what_it_carries() {
    let case = Case::of(CUM_5);
    case.build();
    let beside = |file: &str, number: &str| {
        let ran = trace(&case.out, &[file, number, "--format", "json"]);
        ran.json()["figures"].clone()
    };
    for (file, where_from) in [(REPORT, "đính kèm"), (WORKBOOK, "trang tính nguồn")] {
        case.write(&format!("mang-di/{file}"), case.output(file));
        let folder = case.root.join("mang-di");
        let text = trace(&folder, &[file, "25.493"]).out;
        assert!(text.contains("chưa đối chiếu được") && text.contains(where_from), "{text}");
        let alone = trace(&folder, &[file, "25.493", "--format", "json"]).json();
        assert_eq!(alone["state"], "unknown");
        let [one, other] = [&alone["figures"], &beside(file, "25.493")].map(|it| it[0].clone());
        assert_eq!(one["figure"], other["figure"], "{file}");
        let spots = |it: &Value| {
            let all = it["printed"].as_array().unwrap().iter();
            all.map(|it| [&it["page"], &it["sheet"], &it["cell"], &it["text"]].map(Value::clone))
                .collect::<Vec<_>>()
        };
        assert_eq!(spots(&one), spots(&other), "{file}");
    }
}

#[test]
fn a_file_that_is_not_the_one_that_was_made_is_told() {
    let case = Case::of(CUM_5);
    case.build();
    let path = case.out.join(REPORT);
    let made = case.output(REPORT);
    std::fs::write(&path, [made.as_slice(), b"% sua\n"].concat()).unwrap();
    let ran = trace(&case.out, &[REPORT, "25.493"]);
    assert!(
        ran.out.contains("KHÔNG phải tệp đã làm") && ran.out.contains("đính kèm"),
        "{}",
        ran.out
    );
    std::fs::write(&path, [made.as_slice(), b"/ByteRange [0 1 2 3]\n"].concat()).unwrap();
    let ran = trace(&case.out, &[REPORT, "25.493", "--lang", "en"]);
    assert!(ran.out.contains("signed since it was made"), "{}", ran.out);
    // Figures that are not those of the manifest are not believed.
    std::fs::write(&path, &made).unwrap();
    let figures = String::from_utf8(case.output("so-lieu.json")).unwrap();
    std::fs::write(case.out.join("so-lieu.json"), figures.replace("25493", "25494")).unwrap();
    let ran = trace(&case.out, &[REPORT, "25.493"]);
    assert!(ran.out.contains("= 25.493 người") && ran.out.contains("đính kèm"), "{}", ran.out);
}

#[test]
fn drafts_are_followed_too() {
    let case = Case::with(CUM_5, "lang-son", |book| {
        book.figures().clear("DT02", ACTUAL);
    });
    case.draft();
    let ran = trace(&case.out, &["bao-cao-tong-ket-2024.du-thao.pdf", "25.493"]);
    assert!(ran.out.contains("số liệu lấy từ so-lieu.du-thao.json"), "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("trang 3"), "{}", ran.out);
}

#[test]
fn every_figure_of_a_report_leads_to_cells_that_hold_it() {
    for campaign in CAMPAIGNS {
        let case = Case::of(campaign);
        let built = case.build();
        let is_report = |it: &&str| it.starts_with("bao-cao-tong-ket-");
        let report = built.built.written.iter().map(|it| it.file.as_str()).find(is_report).unwrap();
        let code = "TC12";
        let ran = run(case.folder(), &["trace", campaign, code, "--format", "json"]);
        let value: f64 =
            ran.json()["figures"][0]["figure"]["value"].as_str().unwrap().parse().unwrap();
        let mut sum = 0.0;
        for unit in &built.gathered.declared.campaign.units {
            let mut book = case.book(&unit.code);
            let cell = name(book.figures().at(code, ACTUAL));
            let place = format!("{} › Số liệu › {cell} ghi", sent(&unit.code));
            let text = run(case.folder(), &["trace", campaign, code]).out;
            assert!(text.contains(&place), "{place}: {text}");
            sum += book.figures().number(code, ACTUAL);
        }
        assert_eq!(sum, value);
        let list = trace(&case.out, &[report, "--list", "--format", "json"]).json();
        assert!(list["list"].as_array().unwrap().len() > 1_000);
        for it in list["list"].as_array().unwrap() {
            assert!(it["page"].as_u64().is_some(), "{it}");
            assert_ne!(it["wording"]["kind"], "unlike", "{it}");
            assert_ne!(it["subject"], "unknown", "{it}");
        }
    }
}
