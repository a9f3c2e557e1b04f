//! The program as a person or a script runs it: what it prints, and with which code it ends.

use std::path::Path;
use std::process::Command;
use std::process::Output;

use serde_json::Value;
use serde_json::json;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::files_of;
use crate::case::sent;
use crate::form::ACTUAL;
use crate::form::Book;

/// What a run did.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// What was printed as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|it| panic!("{it}: {}{}", self.out, self.err))
    }
}

/// The program with these arguments, in an environment of its own.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_thidua"));
    command.current_dir(folder).args(arguments);
    command
}

/// Runs the program in a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ran {
    ran(&command(folder, arguments).output().unwrap())
}

fn ran(output: &Output) -> Ran {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}

/// Empties a required cell.
fn spoil(book: &mut Book) {
    book.figures().clear("DT02", ACTUAL);
}

#[test]
fn a_clean_campaign_ends_with_0_and_says_where_the_files_are() {
    let case = Case::of(CUM_5);
    let ran = run(case.folder(), &["build", CUM_5, "--fonts", "embedded"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for name in ["giao-uoc-2025.pdf", "bao-cao-tong-ket-2024.pdf", "so-lieu.json", "manifest.json"]
    {
        assert!(ran.out.contains(name), "{name}: {}", ran.out);
        assert!(case.folder().join("outputs").join(CUM_5).join(name).exists(), "{name}");
    }
    assert!(
        ran.out.contains(&format!("outputs/{CUM_5}").replace('/', std::path::MAIN_SEPARATOR_STR))
    );
    assert!(ran.out.contains("6/6"), "{}", ran.out);
}

#[test]
fn a_bare_folder_means_build() {
    let case = Case::of(CUM_5);
    let ran = run(case.folder(), &[CUM_5]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(case.folder().join("outputs").join(CUM_5).join("manifest.json").exists());
}

#[test]
fn errors_of_a_province_end_with_1() {
    let case = Case::with(CUM_5, "lang-son", spoil);
    let out = case.out.to_str().unwrap();
    for arguments in [&["check", CUM_5][..], &["build", CUM_5, "--out", out, "--fonts", "embedded"]]
    {
        let ran = run(case.folder(), arguments);
        assert_eq!(ran.code, 1, "{arguments:?}: {}", ran.err);
        let cell = case.book("lang-son").figures().at("DT02", ACTUAL);
        let place =
            format!("{} › trang tính “Số liệu” › ô {}", sent("lang-son"), crate::form::name(cell));
        assert!(ran.out.contains(&place) && ran.out.contains("[required]"), "{}", ran.out);
    }
    let draft =
        run(case.folder(), &["build", CUM_5, "--out", out, "--fonts", "embedded", "--draft"]);
    assert_eq!(draft.code, 1);
    assert!(draft.out.contains("bao-cao-tong-ket-2024.du-thao.pdf"), "{}", draft.out);
}

#[test]
fn warnings_and_notices_end_with_0() {
    let case = Case::with(CUM_5, "lang-son", |book| {
        book.figures().set("TC17", ACTUAL, 12.5);
        book.figures().name = "Biểu 1".to_owned();
    });
    let ran = run(case.folder(), &["check", CUM_5, "--format", "json"]);
    assert_eq!(ran.code, 0);
    let severities: Vec<Value> = ran.json()["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["severity"].clone())
        .collect();
    assert_eq!(severities, ["warning", "notice"]);
}

#[test]
fn check_answers_a_script_in_json() {
    let case = Case::with(CUM_5, "lang-son", spoil);
    case.write(&sent("bac-kan"), b"%PDF-1.7");
    let bytes = std::fs::read(case.root.join(sent("cao-bang"))).unwrap();
    case.write("submissions/cao-bang-2.xlsx", bytes);
    let ran = run(case.folder(), &["check", CUM_5, "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let answer = ran.json();
    let required =
        answer["findings"].as_array().unwrap().iter().find(|it| it["code"] == "required");
    let required = required.unwrap();
    let cell = case.book("lang-son").figures().at("DT02", ACTUAL);
    assert_eq!(required["severity"], "error");
    assert_eq!(required["unit"], "lang-son");
    assert_eq!(required["file"], sent("lang-son"));
    assert_eq!(required["sheet"], "Số liệu");
    assert_eq!(required["cell"], crate::form::name(cell));
    assert!(required["message"].as_str().unwrap().contains("DT02"));
    assert!(!required["hint"].as_str().unwrap().is_empty());
    let unit = |code: &str, name: &str, status: &str, file: Option<&str>| json!({ "code": code, "name": name, "status": status, "file": file });
    let expected = json!([
        unit("cao-bang", "Cao Bằng", "duplicate", Some("submissions/cao-bang-2.xlsx")),
        unit("cao-bang", "Cao Bằng", "duplicate", Some("submissions/cao-bang.xlsx")),
        unit("bac-kan", "Bắc Kạn", "unreadable", Some("submissions/bac-kan.xlsx")),
        unit("lang-son", "Lạng Sơn", "errors", Some("submissions/lang-son.xlsx")),
        unit("thai-nguyen", "Thái Nguyên", "clean", Some("submissions/thai-nguyen.xlsx")),
        unit("tuyen-quang", "Tuyên Quang", "clean", Some("submissions/tuyen-quang.xlsx")),
        unit("ha-giang", "Hà Giang", "clean", Some("submissions/ha-giang.xlsx")),
    ]);
    assert_eq!(answer["units"], expected);
}

#[test]
fn every_file_that_is_not_clean_is_named() {
    let case = Case::of(CUM_5);
    case.write(&sent("bac-kan"), vec![b'P'; (20 << 20) + 1]);
    case.write("submissions/ghi chú.txt", "gửi bù sau");
    let answer = run(case.folder(), &["check", CUM_5, "--format", "json"]).json();
    let units = answer["units"].as_array().unwrap();
    for file in ["submissions/bac-kan.xlsx", "submissions/ghi chú.txt"] {
        let entry = units.iter().find(|it| it["file"] == file);
        assert_eq!(entry.map(|it| &it["status"]), Some(&json!("unreadable")), "{file}: {units:?}");
    }
}

#[test]
fn messages_come_in_english_when_asked() {
    let case = Case::with(CUM_5, "lang-son", spoil);
    let vietnamese = run(case.folder(), &["check", CUM_5, "--format", "json"]).json();
    let english = run(case.folder(), &["check", CUM_5, "--format", "json", "--lang", "en"]).json();
    let message = |answer: &Value| answer["findings"][0]["message"].as_str().unwrap().to_owned();
    assert!(message(&vietnamese).contains("bắt buộc") || !message(&vietnamese).is_ascii());
    let words = message(&english);
    assert!(words.contains("DT02") && words != message(&vietnamese), "{words}");
    assert_eq!(vietnamese["findings"][0]["cell"], english["findings"][0]["cell"]);
}

#[test]
fn what_is_no_campaign_ends_with_2() {
    let case = Case::of(CUM_5);
    for arguments in [
        &["build", "khong-co"][..],
        &["build", "khong-co", "--format", "json"],
        &["check", "."],
        &["khong-co"],
        &["build"],
        &["build", CUM_5, "--khong-co"],
        &["build", CUM_5, "--only", "giao-uocc"],
        &["build", CUM_5, "--fonts", "khong-co"],
        &["explain", "khong-co"],
    ] {
        let ran = run(case.folder(), arguments);
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.err);
        assert!(!format!("{}{}", ran.out, ran.err).trim().is_empty(), "{arguments:?}");
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
    }
    let answer = run(case.folder(), &["check", "khong-co", "--format", "json"]).json();
    assert!(answer["errors"][0]["message"].as_str().unwrap().contains("khong-co"));
    let near = run(case.folder(), &["build", CUM_5, "--only", "giao-uocc"]);
    assert!(near.err.contains("giao-uoc"), "{}", near.err);
}

#[test]
fn a_folder_in_use_ends_with_2() {
    let case = Case::of(CUM_5);
    let out = case.out.to_str().unwrap();
    let _held = thidua::output::Outputs::open(&case.out).unwrap();
    let ran = run(case.folder(), &["build", CUM_5, "--fonts", "embedded", "--out", out]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("lần chạy khác đang ghi"), "{}", ran.err);
    assert_eq!(case.outputs(), [""; 0], "nothing is written");
}

#[test]
fn only_what_is_asked_for_is_made() {
    let case = Case::of(CUM_5);
    let out = case.out.to_str().unwrap();
    let ran = run(case.folder(), &["build", CUM_5, "--only", "giao-uoc", "--out", out]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(case.outputs().contains(&"giao-uoc-2025.pdf".to_owned()));
    assert!(!case.outputs().contains(&"bao-cao-tong-ket-2024.pdf".to_owned()));
}

#[test]
fn a_template_in_the_campaign_wins_and_a_broken_one_is_told() {
    let case = Case::of(CUM_5);
    let out = case.out.to_str().unwrap();
    let build = || run(case.folder(), &["build", CUM_5, "--only", "tin-hoi-nghi", "--out", out]);
    let body = "templates/documents/tin-hoi-nghi/body.md.hbs";
    case.write(body, "Cụm có {{so th.TC10}} đoàn viên.\n");
    assert_eq!(build().code, 0);
    let figures: Value = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
    let printed = figures["printed"].as_array().unwrap().iter();
    let of_news: Vec<_> = printed.filter(|it| it["document"] == "tin-hoi-nghi-2024.pdf").collect();
    assert_eq!(of_news.len(), 1);
    assert_eq!(of_news[0]["text"], "339.739");
    case.write(body, "Cụm có\n\n{{giao_uoc.chu_dee}} đoàn viên.\n");
    let ran = build();
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("dòng 3") && ran.err.contains("“giao_uoc.chu_de”"), "{}", ran.err);
    case.write(body, b"\xFF\xFE no text");
    assert_eq!(build().code, 2, "an own template that cannot be read is no reason for another one");
}

#[test]
fn time_zone_and_locale_change_no_byte() {
    let case = Case::of(CUM_5);
    let mut sets = Vec::new();
    for (zone, locale) in [("Asia/Ho_Chi_Minh", "vi_VN.UTF-8"), ("America/Los_Angeles", "C")] {
        let out = case.folder().join(locale);
        let mut command = command(case.folder(), &["build", CUM_5, "--fonts", "embedded", "--out"]);
        command.arg(&out).env("TZ", zone).env("LC_ALL", locale).env("LANG", locale);
        assert_eq!(ran(&command.output().unwrap()).code, 0);
        let read = |name: String| (std::fs::read(out.join(&name)).unwrap(), name);
        sets.push(files_of(&out).into_iter().map(read).collect::<Vec<_>>());
    }
    assert_eq!(sets[0].len(), 81, "the papers of the cluster and of six units, and their copies");
    for (one, other) in sets[0].iter().zip(&sets[1]) {
        assert!(one == other, "{} differs", one.1);
    }
}
