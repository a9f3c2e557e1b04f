//! Issued papers: left as they are, replaced or corrected, never silently made again.

use std::fs;

use serde_json::Value;
use thidua::finding::fact::Fact;
use thidua::finding::fact::paper::PaperFact;
use thidua::finding::lang::Lang;

use crate::case::CUM_5;
use crate::case::Case;
use crate::diff::correct;
use crate::form::ACTUAL;
use crate::plain;

const REPORT: &str = "bao-cao-tong-ket-2024.pdf";

/// A campaign whose report went out, with its bytes.
pub(crate) fn issued() -> (Case, Vec<u8>) {
    let case = Case::of(CUM_5);
    case.build();
    let bytes = case.output(REPORT);
    let manifest: Value = serde_json::from_slice(&case.output("manifest.json")).unwrap();
    let outputs = manifest["outputs"].as_array().unwrap();
    let output = outputs.iter().find(|it| it["file"] == REPORT).unwrap();
    case.append(&format!(
        "[[issued]]\ndocument = \"bao-cao-tong-ket\"\nnumber = \"05/BC-LĐLĐ\"\ndate = \"2024-12-25\"\nsha256 = {}",
        output["sha256"]
    ));
    (case, bytes)
}

fn codes(found: &[thidua::finding::fact::Finding]) -> Vec<&'static str> {
    found.iter().map(|it| it.fact.code()).collect()
}

#[test]
fn an_unchanged_paper_is_left_as_it_is() {
    let (case, bytes) = issued();
    let whole = case.build();
    assert_eq!(codes(&whole.built.findings), [""; 0]);
    assert!(!whole.built.written.iter().any(|it| it.file == REPORT));
    assert_eq!(case.output(REPORT), bytes);
    // The number and the date that it got are no change.
    case.edit(&[("[report]\n", "[report]\nnumber = 5\ndate = \"2024-12-25\"\n")]);
    let whole = case.build();
    assert_eq!(codes(&whole.built.findings), [""; 0]);
    assert_eq!(case.output(REPORT), bytes);
    // Even a signed one, whose bytes are others now.
    fs::write(case.out.join(REPORT), b"%PDF-1.7 /ByteRange [0 1 2 3]").unwrap();
    let whole = case.build();
    assert_eq!(codes(&whole.built.findings), [""; 0]);
    let whole = case.build();
    assert_eq!(codes(&whole.built.findings), [""; 0], "what it says is still known");
}

#[test]
fn a_paper_that_would_change_is_refused_and_stays() {
    let (case, bytes) = issued();
    correct(&case);
    for _ in 0..2 {
        let whole = case.build();
        assert_eq!(codes(&whole.built.findings), ["issued-paper-would-change"]);
        let Fact::Paper(_) = &whole.built.findings[0].fact else { panic!() };
        let words = Lang::Vi.fact(&whole.built.findings[0].fact);
        assert!(words.message.contains("Báo cáo số 05/BC-LĐLĐ ngày 25 tháng 12 năm 2024"));
        assert!(words.message.contains("7.417 → 7.420"), "{}", words.message);
        assert_eq!(words.lines, ["remedy = \"replace\"", "remedy = \"correct\""]);
        assert_eq!(whole.built.refused.len(), 1);
        assert_eq!(case.output(REPORT), bytes);
        assert!(!case.out.join("cu").exists(), "it is not withdrawn");
    }
    // A draft may be made beside it.
    assert!(case.draft().built.written.iter().any(|it| it.file.contains("du-thao")));
    assert_eq!(case.output(REPORT), bytes);
}

#[test]
fn errors_of_the_figures_do_not_withdraw_it() {
    let (case, bytes) = issued();
    case.change("lang-son", |book| {
        book.figures().clear("DT02", crate::form::ACTUAL);
    });
    case.build();
    assert_eq!(case.output(REPORT), bytes);
}

#[test]
fn a_paper_that_replaces_it_says_so_under_a_name_of_its_own() {
    let (case, bytes) = issued();
    correct(&case);
    case.append("remedy = \"replace\"");
    let whole = case.build();
    assert_eq!(codes(&whole.built.findings), [""; 0]);
    let file = "bao-cao-tong-ket-2024.thay-the.pdf";
    assert!(whole.built.written.iter().any(|it| it.file == file));
    assert_eq!(case.output(REPORT), bytes);
    let text = plain::text(&plain::document(&whole.gathered, "bao-cao-tong-ket", false));
    assert!(
        text.contains("(Thay thế Báo cáo số 05/BC-LĐLĐ ngày 25 tháng 12 năm 2024)"),
        "{}",
        &text[..600]
    );
    // Then that one is issued, and stands in its turn.
    let manifest: Value = serde_json::from_slice(&case.output("manifest.json")).unwrap();
    let outputs = manifest["outputs"].as_array().unwrap();
    let output = outputs.iter().find(|it| it["file"] == file).unwrap();
    case.append(&format!(
        "[[issued]]\ndocument = \"bao-cao-tong-ket\"\nnumber = \"07/BC-LĐLĐ\"\ndate = \"2024-12-30\"\nsha256 = {}",
        output["sha256"]
    ));
    let whole = case.build();
    assert_eq!(codes(&whole.built.findings), [""; 0]);
    assert!(!whole.built.written.iter().any(|it| it.file.contains("bao-cao")));
    assert_eq!(case.output(REPORT), bytes);
}

#[test]
fn a_letter_corrects_what_was_printed_wrong() {
    let (case, bytes) = issued();
    correct(&case);
    case.append("remedy = \"correct\"");
    for _ in 0..2 {
        let whole = case.build();
        assert_eq!(codes(&whole.built.findings), [""; 0]);
        assert_eq!(case.output(REPORT), bytes);
        assert!(case.out.join("cong-van-dinh-chinh-2024.pdf").exists());
        let figures: Value = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
        let kept = figures["issued"][0]["printed"].as_array().unwrap();
        assert!(kept.iter().any(|it| it["text"] == "7.417"), "what was issued is not forgotten");
    }
}

#[test]
fn what_it_printed_is_known_after_a_build_that_could_not_compose_it() {
    let (case, bytes) = issued();
    case.change("cao-bang", |book| {
        book.figures().set("XD01", ACTUAL, "không rõ");
    });
    case.build();
    assert_eq!(case.output(REPORT), bytes);
    case.change("cao-bang", |book| {
        book.figures().set("XD01", ACTUAL, 781.0);
    });
    let whole = case.build();
    let changes = whole.built.findings.iter().filter_map(|it| match &it.fact {
        Fact::Paper(PaperFact::IssuedPaperWouldChange { figures, .. }) => Some(figures.clone()),
        _ => None,
    });
    let changes: Vec<String> = changes.flatten().collect();
    assert!(changes.contains(&"7.417 → 7.420".to_owned()), "{changes:?}");
    assert!(changes.iter().all(|it| !it.starts_with(' ')), "{changes:?}");
    assert_eq!(case.output(REPORT), bytes);
}
