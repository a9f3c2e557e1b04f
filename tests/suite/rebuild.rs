//! A second build makes only what changed, and leaves what a build from nothing would make.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use thidua::pipeline::build::Built;

use crate::case::CUM_5;
use crate::case::Case;

const REPORT: &str = "bao-cao-tong-ket-2024.pdf";
const SLIP: &str = "phieu-xac-nhan-so-lieu/cao-bang.pdf";

/// Files under a folder with their bytes.
fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = crate::case::files_of(folder).into_iter();
    names.map(|it| (it.clone(), fs::read(folder.join(it)).unwrap())).collect()
}

/// Builds again where an earlier build lies; the outputs are those of a build from nothing.
#[track_caller]
fn again(case: &Case) -> Built {
    let built = case.build().built;
    let (found, folder) = (bytes(&case.out), tempfile::tempdir().unwrap());
    let aside = folder.path().join("outputs");
    fs::rename(&case.out, &aside).unwrap();
    case.build();
    let anew = bytes(&case.out);
    fs::remove_dir_all(&case.out).unwrap();
    fs::rename(&aside, &case.out).unwrap();
    let differ: Vec<&String> = anew.keys().filter(|it| anew.get(*it) != found.get(*it)).collect();
    assert!(differ.is_empty(), "{differ:?} are not those of a build from nothing");
    built
}

/// How many files a build makes that is not `so-lieu.json` or the manifest.
fn papers(built: &Built) -> usize {
    built.written.len() - 2
}

#[test]
fn nothing_is_made_again_where_nothing_changed() {
    let case = Case::of(CUM_5).common();
    assert_eq!(case.build().built.reused(), 0);
    let built = again(&case);
    assert_eq!(built.reused(), papers(&built));
}

#[test]
fn a_changed_sentence_makes_its_paper_again() {
    let case = Case::of(CUM_5).common();
    case.build();
    let path = "templates/documents/tin-hoi-nghi/body.md.hbs";
    let text = fs::read_to_string(crate::source::root().join(path)).unwrap();
    case.write(path, text.replace("Hội nghị", "Buổi họp"));
    let built = again(&case);
    // The paper and its copy for Word.
    assert_eq!(built.reused(), papers(&built) - 2);
}

#[test]
fn a_corrected_workbook_makes_what_prints_its_figures_again() {
    let case = Case::of(CUM_5).common();
    case.build();
    case.change("cao-bang", |book| {
        book.figures().set("DT02", "Thực hiện", 2_500.0);
    });
    let built = again(&case);
    // The slips of the five others, and the tables of what all pledge, say nothing of it.
    let made = papers(&built) - built.reused();
    assert!(built.reused() >= 10, "{} of {}", built.reused(), papers(&built));
    assert!(made >= 5, "report, news, tables, slip: {made}");
}

#[test]
fn another_layout_makes_every_paper_again() {
    let case = Case::of(CUM_5).common();
    case.build();
    let path = "templates/layouts/the-thuc.typ";
    let text = fs::read_to_string(crate::source::root().join(path)).unwrap();
    case.write(path, text + "\n// Một dòng thêm.\n");
    assert_eq!(again(&case).reused(), 0);
}

#[test]
fn a_build_of_one_paper_hides_no_places_from_the_next() {
    let case = Case::of(CUM_5).common();
    case.build();
    case.try_build(false, &["giao-uoc"]).unwrap();
    let built = again(&case);
    assert_eq!(built.reused(), papers(&built));
    // Built alone from nothing, the others have no places yet: they are made.
    fs::remove_dir_all(&case.out).unwrap();
    case.try_build(false, &["giao-uoc"]).unwrap();
    let built = again(&case);
    assert_eq!(built.reused(), 2);
}

#[test]
fn what_somebody_changed_is_not_taken_for_the_programs_own() {
    let case = Case::of(CUM_5).common();
    case.build();
    let path = case.out.join(REPORT);
    let mut spoilt = fs::read(&path).unwrap();
    spoilt.truncate(spoilt.len() / 2);
    fs::write(&path, &spoilt).unwrap();
    fs::remove_file(case.out.join(SLIP)).unwrap();
    let built = case.build().built;
    assert_eq!(built.reused(), papers(&built) - 2);
    assert_eq!(built.kept.len(), 1);
    assert_eq!(fs::read(case.out.join(&built.kept[0].now)).unwrap(), spoilt);
    assert!(fs::read(&path).unwrap().len() > spoilt.len());
}

#[test]
fn places_are_believed_only_from_the_file_that_the_build_wrote() {
    let case = Case::of(CUM_5).common();
    case.build();
    let path = case.out.join("so-lieu.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replace("\"page\":2", "\"page\":9").replace("\"page\": 2", "\"page\": 9"),
    )
    .unwrap();
    // Copies for Word have no places.
    let built = case.build().built;
    let copies = built.written.iter().filter(|it| it.copy_of.is_some()).count();
    assert_eq!(built.reused(), copies);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

/// The folder in which outputs wait until the whole set is made.
const STAGE: &str = ".thidua-dang-lam";

#[test]
fn a_run_that_was_ended_goes_on_where_it_was() {
    let whole = Case::of(CUM_5).common();
    whole.build();
    let case = Case::of(CUM_5).common();
    // A layout that fails ends the run; what was made until then stays on the stage.
    let path = "templates/documents/bang-dang-ky-thi-dua/body.md.hbs";
    case.write(path, "{{khong_co}}\n");
    assert!(case.try_build(false, &[]).is_err());
    assert_eq!(case.files(), [""; 0]);
    let staged = fs::read_dir(case.out.join(STAGE)).unwrap().count();
    assert!(staged >= 2, "{staged}");
    // One of them was cut short by whatever ended the run: it is made again.
    let entries = fs::read_dir(case.out.join(STAGE)).unwrap().map(|it| it.unwrap().path());
    let cut = entries.filter(|it| it.extension().is_none()).min().unwrap();
    fs::write(&cut, b"%PDF").unwrap();
    case.remove(path);
    case.build();
    assert!(!case.out.join(STAGE).exists());
    assert!(bytes(&case.out) == bytes(&whole.out));
}

#[test]
fn one_paper_that_cannot_be_made_stops_no_other() {
    let case = Case::of(CUM_5).common();
    case.build();
    // A letter that no font has, in the name of one unit alone.
    let code = "code = \"lang-son\"\n";
    case.edit(&[(code, &format!("{code}place = \"Lạng Sơn \u{12000}\"\n"))]);
    let built = case.build().built;
    let failed: Vec<&str> = built.failed.iter().map(|it| it.file.as_str()).collect();
    assert_eq!(failed, ["phieu-xac-nhan-so-lieu/lang-son.pdf"]);
    let files = case.files();
    for there in [REPORT, SLIP, "cu/phieu-xac-nhan-so-lieu/lang-son.pdf"] {
        assert!(files.iter().any(|it| it == there), "{there}: {files:?}");
    }
    assert!(!files.iter().any(|it| it == failed[0]), "{files:?}");
    let manifest = String::from_utf8(case.output("manifest.json")).unwrap();
    assert!(manifest.contains("\"refused\": [\n    \"phieu-xac-nhan-so-lieu/lang-son.pdf\""));
}

#[test]
fn a_kind_of_which_no_paper_can_be_made_is_at_fault_itself() {
    let case = Case::of(CUM_5).common();
    case.write("templates/documents/phieu-xac-nhan-so-lieu/body.md.hbs", "{{khong_co}}\n");
    let failure = case.try_build(false, &[]).err().unwrap();
    assert!(format!("{failure:?}").contains("khong_co"), "{failure:?}");
}
