//! What happens to papers when figures are wrong: refused, the earlier ones put aside, drafts.

use serde_json::Value;
use thidua::output::manifest::Manifest;
use thidua::output::manifest::Status;

use crate::case::CUM_5;
use crate::case::Case;
use crate::form::ACTUAL;
use crate::form::PLEDGED;
use crate::plain;

const UNIT: &str = "lang-son";

/// Everything of an official set.
const WHOLE: [&str; 8] = [
    "bang-dang-ky-thi-dua-2025.pdf",
    "bang-tong-hop-so-lieu-2024.xlsx",
    "bao-cao-tong-ket-2024.pdf",
    "giao-uoc-2025.pdf",
    "manifest.json",
    "phieu-xac-nhan-so-lieu/",
    "so-lieu.json",
    "tin-hoi-nghi-2024.pdf",
];

/// These files with a copy for Word beside each PDF.
fn with_copies(files: &[&str]) -> Vec<String> {
    let copies = files.iter().filter_map(|it| Some(format!("{}.docx", it.strip_suffix(".pdf")?)));
    let mut all: Vec<String> = files.iter().map(|it| (*it).to_owned()).chain(copies).collect();
    all.sort();
    all
}

fn manifest(case: &Case) -> Manifest {
    serde_json::from_slice(&case.output("manifest.json")).unwrap()
}

#[test]
fn a_clean_campaign_gives_the_whole_set() {
    let case = Case::of(CUM_5).common();
    let whole = case.build();
    assert_eq!(case.outputs(), with_copies(&WHOLE));
    assert_eq!(manifest(&case).status, Status::Complete);
    assert!(whole.built.refused.is_empty() && whole.built.kept.is_empty());
    for paper in WHOLE.iter().filter(|it| it.ends_with(".pdf")) {
        assert!(case.output(paper).starts_with(b"%PDF-"), "{paper}");
    }
}

#[test]
fn papers_of_an_earlier_build_that_are_refused_now_are_put_aside() {
    let case = Case::of(CUM_5).common();
    case.build();
    let report = case.output("bao-cao-tong-ket-2024.pdf");
    case.change(UNIT, |book| {
        book.figures().clear("DT02", ACTUAL);
    });
    let whole = case.build();
    let left = [
        "bang-dang-ky-thi-dua-2025.pdf",
        "cu/",
        "de-nghi-ra-soat/",
        "giao-uoc-2025.pdf",
        "manifest.json",
        "phieu-xac-nhan-so-lieu/",
        "so-lieu.json",
    ];
    assert_eq!(case.outputs(), with_copies(&left));
    assert_eq!(case.output("cu/bao-cao-tong-ket-2024.pdf"), report);
    let kept: Vec<&str> = whole.built.kept.iter().map(|it| it.now.as_str()).collect();
    let aside = [
        "cu/bao-cao-tong-ket-2024.pdf",
        "cu/bao-cao-tong-ket-2024.docx",
        "cu/tin-hoi-nghi-2024.pdf",
        "cu/tin-hoi-nghi-2024.docx",
        "cu/bang-tong-hop-so-lieu-2024.xlsx",
        "cu/phieu-xac-nhan-so-lieu/lang-son.pdf",
        "cu/phieu-xac-nhan-so-lieu/lang-son.docx",
    ];
    assert_eq!(kept, aside);
    let manifest = manifest(&case);
    assert_eq!(manifest.status, Status::Refused);
    assert_eq!(manifest.refused.len(), 4);
    let written = manifest.outputs.iter().map(|it| it.file.as_str());
    let of_cluster: Vec<&str> = written.filter(|it| !it.contains('/')).collect();
    let made = [
        "giao-uoc-2025.pdf",
        "giao-uoc-2025.docx",
        "bang-dang-ky-thi-dua-2025.pdf",
        "bang-dang-ky-thi-dua-2025.docx",
        "so-lieu.json",
    ];
    assert_eq!(of_cluster, made);
}

#[test]
fn mended_figures_give_the_whole_set_again() {
    let case = Case::of(CUM_5).common();
    let workbook = std::fs::read(case.root.join(crate::case::sent(UNIT))).unwrap();
    case.build();
    let before = case.output("so-lieu.json");
    case.remove(&crate::case::sent(UNIT));
    case.build();
    let left =
        ["cu/", "de-nghi-ra-soat/", "manifest.json", "phieu-xac-nhan-so-lieu/", "so-lieu.json"];
    assert_eq!(case.outputs(), left);
    case.write(&crate::case::sent(UNIT), workbook);
    case.build();
    let papers: Vec<String> = case.outputs().into_iter().filter(|it| it != "cu/").collect();
    assert_eq!(papers, with_copies(&WHOLE));
    assert_eq!(case.output("so-lieu.json"), before);
    assert_eq!(manifest(&case).status, Status::Complete);
}

#[test]
fn a_missing_pledge_leaves_the_report_alone() {
    let case = Case::with(CUM_5, UNIT, |book| {
        book.figures().clear("TC12", PLEDGED);
    })
    .common();
    case.build();
    let of_the_pledge = ["giao-uoc-2025.pdf", "bang-dang-ky-thi-dua-2025.pdf"];
    let kept = WHOLE.into_iter().filter(|it| !of_the_pledge.contains(it));
    let mut made: Vec<&str> = kept.chain(["de-nghi-ra-soat/"]).collect();
    made.sort_unstable();
    assert_eq!(case.outputs(), with_copies(&made));
    let slip = "phieu-xac-nhan-so-lieu/lang-son.pdf";
    assert_eq!(manifest(&case).refused, [of_the_pledge[0], of_the_pledge[1], slip]);
}

#[test]
fn a_draft_is_made_of_what_is_there_and_says_what_is_not() {
    let case = Case::of(CUM_5).common();
    for unit in ["cao-bang", "bac-kan", "lang-son", "thai-nguyen", "tuyen-quang", "ha-giang"] {
        case.change(unit, |book| {
            book.figures().clear("DT02", ACTUAL);
        });
    }
    let whole = case.draft();
    let drafts = [
        "bang-dang-ky-thi-dua-2025.du-thao.pdf",
        "bang-tong-hop-so-lieu-2024.du-thao.xlsx",
        "bao-cao-tong-ket-2024.du-thao.pdf",
        "de-nghi-ra-soat/",
        "giao-uoc-2025.du-thao.pdf",
        "manifest.json",
        "phieu-xac-nhan-so-lieu/",
        "so-lieu.du-thao.json",
        "tin-hoi-nghi-2024.du-thao.pdf",
    ];
    assert_eq!(case.outputs(), with_copies(&drafts));
    assert_eq!(manifest(&case).status, Status::Draft);
    assert!(whole.built.refused.is_empty());
    let report = plain::document(&whole.gathered, "bao-cao-tong-ket", true);
    assert_eq!(report.draft.as_deref(), Some("DỰ THẢO"));
    let text = plain::text(&report);
    assert!(text.contains("(chưa có số liệu) lượt cán bộ công đoàn"), "{text}");
}

#[test]
fn a_draft_with_a_missing_province_is_made_too() {
    let case = Case::of(CUM_5).common();
    case.remove(&crate::case::sent(UNIT));
    let whole = case.draft();
    assert_eq!(case.outputs().len(), 13);
    let figures: Value = serde_json::from_slice(&case.output("so-lieu.du-thao.json")).unwrap();
    let members =
        figures["figures"].as_array().unwrap().iter().find(|it| it["id"] == "TC10.actual");
    assert_eq!(
        (&members.unwrap()["reported"], &members.unwrap()["expected"]),
        (&5.into(), &6.into())
    );
    let table = plain::text(&plain::document(&whole.gathered, "bang-tong-hop-so-lieu", true));
    assert!(table.contains("(5/6)"), "a note says that one of six units is missing");
}

#[test]
fn an_official_set_and_its_drafts_stand_beside_each_other() {
    let case = Case::of(CUM_5).common();
    case.build();
    let report = case.output("bao-cao-tong-ket-2024.pdf");
    case.draft();
    assert_eq!(case.output("bao-cao-tong-ket-2024.pdf"), report);
    assert!(case.outputs().contains(&"bao-cao-tong-ket-2024.du-thao.pdf".to_owned()));
}
