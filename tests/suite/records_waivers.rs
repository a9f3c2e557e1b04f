//! Chấp nhận giải trình: what was accepted refuses nothing, is printed with its reason, and a
//! waiver that does not fit is told.

use thidua::finding::fact::Finding;
use thidua::finding::lang::Lang;
use thidua::model::catalogue::Severity;
use thidua::pipeline::gather::Gathered;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::refused;
use crate::case::sent;
use crate::form::ACTUAL;
use crate::form::PREVIOUS;
use crate::plain;
use crate::program::run;

const UNIT: &str = "cao-bang";

/// Gifts at 4,43 million đồng each, which is more than the rule K5 expects.
fn generous() -> (Case, String) {
    let case = Case::of(CUM_5);
    let mut cell = String::new();
    case.change(UNIT, |book| {
        book.figures().set("CL08", PREVIOUS, 880.0);
        book.figures().set("CL08", ACTUAL, 900.0);
        cell = book.figures().set("CL09", ACTUAL, 3987.0);
    });
    (case, cell)
}

fn waiver(finding: &str, rule: Option<&str>, cell: &str) -> String {
    let rule = rule.map(|it| format!("rule = \"{it}\"\n")).unwrap_or_default();
    format!(
        "[[collection.waivers]]\nunit = \"{UNIT}\"\nfinding = \"{finding}\"\n{rule}cell = \"{cell}\"\n\
         reason = \"Doanh nghiệp tặng xe máy cho công nhân tiêu biểu\"\nby = \"Trưởng ban Chính sách\"\n\
         date = \"2024-12-09\""
    )
}

fn open(gathered: &Gathered) -> Vec<&str> {
    let open = gathered.findings.iter().filter(|it| it.is_open());
    open.map(|it| it.fact.code()).collect()
}

#[test]
fn a_generous_gift_is_accepted_with_its_reason() {
    let (case, cell) = generous();
    let found = format!("warning rule-broken {UNIT} {}/Số liệu/{cell}", sent(UNIT));
    assert_eq!(findings(&case.gather()), [found.as_str()]);
    case.append(&waiver("rule-broken", Some("K5-qua-tet"), &cell));
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [found.as_str()], "it is still there");
    assert_eq!(open(&gathered), [""; 0]);
    let [accepted] = gathered.accepted.as_slice() else { panic!("one is accepted") };
    assert_eq!(accepted.subject, "CL09 “Trị giá quà Tết”");

    let ran = run(case.folder(), &["check", CUM_5]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for words in ["0 cần xem lại", "Chấp nhận giải trình (1)", "xe máy", "09/12/2024"] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    let answer = run(case.folder(), &["check", CUM_5, "--format", "json"]).json();
    assert_eq!(answer["findings"][0]["accepted"]["by"], "Trưởng ban Chính sách");
    assert_eq!(answer["units"][0]["status"], "clean");
}

/// Title of the annex with what was accepted.
const ANNEX: &str = "CÁC ĐIỂM SỐ LIỆU ĐƯỢC CHẤP NHẬN";

#[test]
fn the_report_lists_what_was_accepted() {
    let (case, cell) = generous();
    let paper =
        |case: &Case| plain::text(&plain::document(&case.gather(), "bao-cao-tong-ket", false));
    let before = paper(&case);
    assert!(!before.contains("theo giải trình") && !before.contains(ANNEX), "{before}");
    case.append(&waiver("rule-broken", Some("K5-qua-tet"), &cell));
    let after = paper(&case);
    for words in [
        "Có 01 điểm số liệu được chấp nhận theo giải trình",
        ANNEX,
        "Doanh nghiệp tặng xe máy",
        "Trưởng ban Chính sách",
        &format!("ô {cell}"),
    ] {
        assert!(after.contains(words), "{words}: {after}");
    }
    let whole = case.build();
    assert!(whole.built.refused.is_empty());
    let figures: serde_json::Value = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
    assert_eq!(figures["accepted"][0]["unit"], UNIT);
    assert_eq!(figures["accepted"][0]["date"], "2024-12-09");
}

#[test]
fn an_error_of_a_limit_that_is_accepted_refuses_no_paper() {
    let case = Case::of(CUM_5);
    case.change(UNIT, |book| {
        let number = book.figures().number("TC12", ACTUAL);
        book.figures().set("TC12", ACTUAL, number + 70.0);
    });
    let gathered = case.gather();
    let grave = |it: &&Finding| it.fact.severity() == Severity::Error;
    let broken: Vec<&Finding> = gathered.findings.iter().filter(grave).collect();
    assert!(broken.iter().all(|it| it.fact.code() == "rule-broken"), "{:?}", findings(&gathered));
    assert!(!refused(&gathered).is_empty(), "{broken:?}");
    for finding in broken {
        let thidua::finding::fact::Fact::Figure(fact) = &finding.fact else { unreachable!() };
        let cell = finding.place.cell.unwrap().to_string();
        case.append(&waiver("rule-broken", fact.rule(), &cell));
    }
    let gathered = case.gather();
    assert!(open(&gathered).iter().all(|it| *it == "stock-continuity"), "{:?}", open(&gathered));
    assert_eq!(refused(&gathered), [""; 0]);
}

#[test]
fn a_waiver_that_fits_nothing_is_told_with_what_it_might_have_meant() {
    let (case, cell) = generous();
    case.append(&waiver("rule-broken", Some("K5-qua-tet"), "F1"));
    let gathered = case.gather();
    assert_eq!(open(&gathered), ["waiver-unused", "rule-broken"]);
    let words = Lang::Vi.fact(&gathered.findings[0].fact);
    assert!(words.message.contains("giải trình thứ 1") && words.message.contains("ô F1"));
    assert!(words.hint.contains(&format!("ô {cell}")), "{}", words.hint);
    assert_eq!(gathered.findings[0].place.file.as_deref(), Some("campaign.toml"));

    let (case, _) = generous();
    case.append(&waiver("rule-broken", None, &cell));
    assert_eq!(open(&case.gather()), ["waiver-unused", "rule-broken"], "a rule must be named");

    let clean = Case::of(CUM_5);
    clean.append(&waiver("rule-broken", Some("K5-qua-tet"), &cell));
    let gathered = clean.gather();
    assert_eq!(open(&gathered), ["waiver-unused"]);
    assert_eq!(refused(&gathered), [""; 0], "a warning refuses nothing");
}

#[test]
fn what_is_no_number_cannot_be_accepted() {
    let case = Case::of(CUM_5);
    let mut cell = String::new();
    case.change(UNIT, |book| cell = book.figures().set("TD01", ACTUAL, "nhiều"));
    case.append(&waiver("not-a-number", None, &cell));
    let gathered = case.gather();
    let mut found = open(&gathered);
    found.sort_unstable();
    assert_eq!(found, ["not-a-number", "waiver-not-allowed"]);
    assert!(!refused(&gathered).is_empty());
}
