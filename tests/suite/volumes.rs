//! All papers of a kind in one PDF for the printer.

use std::fs;

use thidua::inspect::pdf;
use thidua::output::manifest::Manifest;

use crate::case::AN_GIANG;
use crate::case::CUM_5;
use crate::case::Case;
use crate::source::root;

const VOLUME: &str = "phieu-xac-nhan-so-lieu-ca-tap.pdf";
const SLIPS: &str = "phieu-xac-nhan-so-lieu";

/// Six slips with figures, bound.
fn case() -> Case {
    let case = Case::of(CUM_5).common();
    let path = format!("templates/documents/{SLIPS}/document.toml");
    let text = fs::read_to_string(root().join(&path)).unwrap();
    let bound = "[bound]\nfile = \"phieu-xac-nhan-so-lieu-ca-tap\"\ntitle = \"Cả tập\"\n";
    case.write(&path, format!("{text}\n{bound}"));
    case
}

/// Words of each page; nothing for an empty one.
fn pages(bytes: &[u8]) -> Vec<String> {
    let pages = pdf::read(bytes).unwrap();
    pages.iter().map(|it| it.runs.iter().map(|it| it.text.as_str()).collect()).collect()
}

#[test]
fn a_volume_is_its_papers_each_on_a_sheet_of_its_own() {
    let case = case();
    case.build();
    let manifest = Manifest::of_folder(&case.out).unwrap();
    let volume = manifest.outputs.iter().find(|it| it.file == VOLUME).unwrap();
    let codes = ["cao-bang", "bac-kan", "lang-son", "thai-nguyen", "tuyen-quang", "ha-giang"];
    assert_eq!(volume.binds, codes.map(|it| format!("{SLIPS}/{it}.pdf")));
    let mut expected = Vec::new();
    for paper in &volume.binds {
        assert_eq!(expected.len() % 2, 0, "{paper} begins on a left page");
        expected.extend(pages(&case.output(paper)));
        if expected.len() % 2 == 1 {
            expected.push(String::new());
        }
    }
    let mut found = pages(&case.output(VOLUME));
    found.resize(found.len().next_multiple_of(2), String::new());
    assert_eq!(found, expected);
    // A slip is signed on its own; what is for the printer has no fields.
    let bytes = case.output(VOLUME);
    assert!(!bytes.windows(9).any(|it| it == b"/AcroForm"));
}

#[test]
fn a_volume_that_would_lack_a_paper_is_not_made() {
    let case = case();
    case.build();
    case.change("bac-kan", |book| {
        book.figures().clear("TC12", "Thực hiện");
    });
    let built = case.build().built;
    let refused: Vec<&str> = built.refused.iter().map(|it| it.file.as_str()).collect();
    assert!(refused.contains(&VOLUME) && refused.contains(&"phieu-xac-nhan-so-lieu/bac-kan.pdf"));
    assert!(!case.files().iter().any(|it| it == VOLUME));
    assert!(case.files().iter().any(|it| it == "phieu-xac-nhan-so-lieu/cao-bang.pdf"));
}

#[test]
fn the_papers_of_one_unit_alone_leave_the_volume_as_it_is() {
    let case = Case::of(AN_GIANG);
    case.build();
    let volume = "giao-chi-tieu-in-ca-tap.pdf";
    let before = case.output(volume);
    let again = case.build().built;
    assert!(again.written.iter().any(|it| it.file == volume && it.as_before()));
    assert_eq!(case.output(volume), before);
}

#[test]
fn only_papers_of_units_or_blocks_are_bound() {
    let case = Case::of(CUM_5);
    let path = "templates/documents/giao-uoc/document.toml";
    let text = fs::read_to_string(root().join(path)).unwrap();
    case.write(path, format!("{text}\n[bound]\nfile = \"a\"\ntitle = \"b\"\n"));
    let failure = case.try_build(false, &[]).err().unwrap();
    let told = format!("{failure:?}");
    assert!(told.contains("document.toml") && told.contains("scope"), "{told}");
}
