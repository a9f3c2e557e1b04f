//! What changed since an earlier build: told, answered in JSON, and a page to sign.

use std::fs;

use serde_json::Value;
use thidua::model::comparison::Change;
use thidua::model::comparison::Comparison;
use thidua::pipeline::compare;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::sent;
use crate::form::ACTUAL;
use crate::program::run;

fn compared(case: &Case) -> Comparison {
    compare::compare(&case.gather(), &case.out, &mut |_| {}).unwrap()
}

/// Three more members are introduced to the Party by Cao Bằng.
pub(crate) fn correct(case: &Case) {
    case.change("cao-bang", |book| {
        let figures = book.figures();
        let before = figures.number("XD01", ACTUAL);
        figures.set("XD01", ACTUAL, before + 3.0);
    });
}

#[test]
fn nothing_changed() {
    let case = Case::of(CUM_5);
    case.build();
    let comparison = compared(&case);
    assert!(comparison.is_empty(), "{comparison:?}");
}

#[test]
fn a_corrected_cell_is_followed_to_the_papers() {
    let case = Case::of(CUM_5);
    case.build();
    correct(&case);
    let it = compared(&case);
    let file = sent("cao-bang");
    let inputs: Vec<(&str, Change)> =
        it.inputs.iter().map(|it| (it.file.as_str(), it.change)).collect();
    assert_eq!(inputs, [(file.as_str(), Change::Changed)]);
    let first = &it.figures[0];
    assert_eq!((first.id.as_str(), first.of.as_str()), ("XD01.actual", "Toàn cụm"));
    assert_eq!((first.before.as_deref(), first.after.as_deref()), (Some("7.417"), Some("7.420")));
    let own = it.figures.iter().find(|it| it.id == "XD01.actual.cao-bang").unwrap();
    assert_eq!(own.of, "Cao Bằng");
    assert!(own.cells[0].starts_with("cao-bang.xlsx, ô F"), "{own:?}");
    let papers: Vec<&str> = it.papers.iter().map(|it| it.file.as_str()).collect();
    assert!(papers.contains(&"bao-cao-tong-ket-2024.pdf"), "{papers:?}");
    assert!(papers.contains(&"phieu-xac-nhan-so-lieu/cao-bang.pdf"), "{papers:?}");
    assert!(!papers.contains(&"phieu-xac-nhan-so-lieu/lang-son.pdf"), "{papers:?}");
    assert!(!papers.contains(&"giao-uoc-2025.pdf"), "the pledge prints registrations");
    let report = it.papers.iter().find(|it| it.file == "bao-cao-tong-ket-2024.pdf").unwrap();
    assert!(report.figures.iter().any(|it| it.before == "7.417" && it.after == "7.420"));
}

#[test]
fn words_that_changed_are_told_by_their_paper() {
    let case = Case::of(CUM_5);
    case.build();
    case.edit(&[("Các đơn vị đoàn kết", "Các đơn vị đồng lòng")]);
    let it = compared(&case);
    assert_eq!(it.figures, []);
    let papers: Vec<(&str, Option<bool>)> =
        it.papers.iter().map(|it| (it.file.as_str(), it.words)).collect();
    assert_eq!(papers, [("bao-cao-tong-ket-2024.pdf", Some(true))]);
}

#[test]
fn the_program_tells_and_writes_a_page_to_sign() {
    let case = Case::of(CUM_5);
    let out = case.out.to_str().unwrap();
    case.build();
    correct(&case);
    let common = ["diff", CUM_5, "--against", out, "--out", out, "--fonts", "embedded"];
    let ran = run(case.folder(), &common);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("Toàn cụm: 7.417 → 7.420"), "{}", ran.out);
    let page = "bang-doi-chieu-thay-doi-2024.pdf";
    let first = case.output(page);
    run(case.folder(), &common);
    assert_eq!(case.output(page), first, "same inputs, same bytes");
    let json = run(case.folder(), &[&common[..], &["--format", "json", "--no-write"]].concat());
    let answer = json.json();
    assert_eq!(answer["figures"][0]["id"], "XD01.actual");
    assert_eq!(answer["papers"][0]["change"], "changed");
    let english = run(case.folder(), &[&common[..], &["--lang", "en", "--all"]].concat());
    assert!(english.out.contains("Papers that would differ"), "{}", english.out);
}

#[test]
fn builds_of_older_versions_and_hostile_files() {
    let case = Case::of(CUM_5);
    case.build();
    correct(&case);
    let path = case.out.join("manifest.json");
    let mut manifest: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for output in manifest["outputs"].as_array_mut().unwrap() {
        output.as_object_mut().unwrap().remove("content");
    }
    fs::write(&path, manifest.to_string()).unwrap();
    let it = compared(&case);
    assert_eq!(it.figures[0].id, "XD01.actual");
    let report = it.papers.iter().find(|it| it.file == "bao-cao-tong-ket-2024.pdf").unwrap();
    assert_eq!(report.words, None, "nobody knows");
    fs::remove_file(case.out.join("so-lieu.json")).unwrap();
    assert!(!compared(&case).knows_figures);
    for hostile in ["{", "3", "{\"figures\":[{\"id\":3}]}", &"[".repeat(100_000)] {
        fs::write(case.out.join("so-lieu.json"), hostile).unwrap();
        let answer = compare::compare(&case.gather(), &case.out, &mut |_| {});
        assert!(answer.is_err(), "{}", &hostile[..hostile.len().min(30)]);
    }
    fs::write(&path, "{}").unwrap();
    assert!(compare::compare(&case.gather(), &case.out, &mut |_| {}).is_err());
}
