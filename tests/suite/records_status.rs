//! `thidua status`: who has sent, when, in which version, and what came of it.

use serde_json::Value;
use serde_json::json;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::NAM_TRUNG_BO;
use crate::case::findings;
use crate::case::sent;
use crate::form::ACTUAL;
use crate::form::Book;
use crate::program::run;

/// A campaign in which everything happened that can happen.
pub(crate) fn eventful() -> Case {
    let case = Case::of(CUM_5);
    let mut second = case.book("lang-son");
    second.figures().set("TD01", ACTUAL, 999.0);
    case.write("submissions/lang-son (2).xlsx", second.bytes());
    case.write("submissions/thai-nguyen (2).xlsx", case.book("thai-nguyen").bytes());
    case.write(&sent("bac-kan"), b"%PDF-1.7");
    case.remove(&sent("ha-giang"));
    case.write("submissions/ghi chú.txt", "gửi bù sau");
    case.append(
        "[[collection.files]]\nfile = \"lang-son.xlsx\"\nreceived = \"2024-12-05\"\n\
         [[collection.files]]\nfile = \"lang-son (2).xlsx\"\nreceived = \"2024-12-16\"\n\
         report_number = \"310/BC-LĐLĐ\"\nreport_date = \"2024-12-15\"\n\
         replaces = [\"lang-son.xlsx\"]\nconfirmed = \"2024-12-18\"\n\
         [[collection.files]]\nfile = \"cao-bang.xlsx\"\nreceived = \"2024-12-12\"",
    );
    case
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn status_of_the_ten_as_people_read_it() {
    let case = Case::of(NAM_TRUNG_BO);
    let ran = run(case.folder(), &["status", NAM_TRUNG_BO]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    snapshot("status-nam-trung-bo", &ran.out);
}

#[test]
fn status_of_an_eventful_campaign_as_people_read_it() {
    let case = eventful();
    let ran = run(case.folder(), &["status", CUM_5]);
    assert_eq!(ran.code, 0, "missing units are an answer, not a failure: {}", ran.err);
    snapshot("status-eventful", &ran.out);
    let english = run(case.folder(), &["status", CUM_5, "--lang", "en"]);
    snapshot("status-eventful-en", &english.out);
}

#[test]
fn status_answers_a_script_in_json() {
    let case = eventful();
    let ran = run(case.folder(), &["status", CUM_5, "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answer = ran.json();
    let unit = |code: &str| {
        answer["units"].as_array().unwrap().iter().find(|it| it["code"] == code).unwrap()
    };
    let says = |code: &str| (unit(code)["state"].clone(), unit(code)["punctuality"].clone());
    assert_eq!(says("lang-son"), (json!("sent"), json!("in-time")), "a correction is not late");
    assert_eq!(says("cao-bang"), (json!("sent"), json!("late")));
    assert_eq!(says("thai-nguyen"), (json!("duplicate"), json!("in-time")));
    assert_eq!(says("bac-kan"), (json!("unreadable"), json!("unknown")));
    assert_eq!(says("ha-giang"), (json!("missing"), json!("unknown")));
    let lang_son = unit("lang-son");
    assert_eq!(lang_son["arrival"], json!({ "day": "2024-12-05", "by": "campaign" }));
    assert_eq!(lang_son["confirmed"], "2024-12-18");
    let roles: Vec<&Value> =
        lang_son["files"].as_array().unwrap().iter().map(|it| &it["role"]).collect();
    assert_eq!(roles, ["valid", "superseded"]);
    assert_eq!(lang_son["files"][0]["report_number"], "310/BC-LĐLĐ");
    assert_eq!(lang_son["files"][0]["report_date"], "15/12/2024");
    assert_eq!(unit("tuyen-quang")["arrival"]["by"], "form");
    assert_eq!(answer["strays"][0]["file"], "submissions/ghi chú.txt");
    assert_eq!(answer["deadline"], "2024-12-10");
}

#[test]
fn lateness_is_a_notice() {
    let case = eventful();
    let late: Vec<String> =
        findings(&case.gather()).into_iter().filter(|it| it.contains(" late ")).collect();
    assert_eq!(late, [format!("notice late cao-bang {}", sent("cao-bang"))]);
    // The first file of Lạng Sơn came in time by the date of its report; the second is a correction.
    case.edit(&[("received = \"2024-12-05\"\n", "")]);
    assert!(!findings(&case.gather()).iter().any(|it| it.contains(" late lang-son")));
    let clean = Case::of(CUM_5);
    clean.edit(&[("deadline = \"2024-12-10\"", "deadline = \"2024-12-05\"")]);
    let gathered = clean.gather();
    let late = format!("notice late thai-nguyen {}", sent("thai-nguyen"));
    assert_eq!(findings(&gathered), [late], "the date of the report counts where no day is named");
}

#[test]
fn the_workbook_lies_beside_the_papers() {
    let case = eventful();
    let out = case.out.to_str().unwrap();
    let name = "tinh-hinh-gui-so-lieu-2024.xlsx";
    for _ in 0..2 {
        let ran = run(case.folder(), &["status", CUM_5, "--out", out]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains(name), "{}", ran.out);
    }
    assert_eq!(case.outputs(), ["manifest.json", name], "nothing is kept aside");
    let mut book = Book::read(&case.output(name));
    let sheet = book.sheet("Tình hình gửi");
    for words in ["Lạng Sơn", "đã gửi", "chậm", "310/BC-LĐLĐ", "18/12/2024", "lang-son (2).xlsx"]
    {
        sheet.find(words);
    }
    let clean = Case::of(CUM_5);
    clean.build();
    let out = clean.out.to_str().unwrap();
    let papers = clean.outputs();
    assert_eq!(run(clean.folder(), &["status", CUM_5, "--out", out]).code, 0);
    let manifest: Value = serde_json::from_slice(&clean.output("manifest.json")).unwrap();
    assert_eq!(manifest["status"], "complete", "what it says of the papers stays");
    let listed = manifest["outputs"].as_array().unwrap();
    assert!(listed.iter().any(|it| it["file"] == name));
    assert_eq!(clean.outputs().len(), papers.len() + 1);
}
