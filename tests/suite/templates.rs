//! A campaign's own copies of templates: copied out, and held against the program's after an upgrade.

use std::fs;

use crate::case::CUM_5;
use crate::case::Case;
use crate::program::run;

const BODY: &str = "templates/documents/giao-uoc/body.md.hbs";
const ORIGINAL: &str = "templates/ban-goc/documents/giao-uoc/body.md.hbs";

#[test]
fn a_template_is_copied_out_edited_and_held_against_an_upgrade() {
    let case = Case::of(CUM_5);
    let folder = case.root.as_path();
    let said = |arguments: &[&str]| {
        let ran = run(folder, &[&["templates"], arguments].concat());
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        ran.out
    };
    assert!(said(&["diff", "."]).contains("không có mẫu riêng"));
    assert!(said(&["export", "."]).contains("documents/giao-uoc\n"));
    let out = said(&["export", ".", "documents/giao-uoc"]);
    assert!(out.contains(BODY) && out.contains(ORIGINAL), "{out}");
    assert!(said(&["diff", "."]).contains("body.md.hbs: giống hệt mẫu kèm chương trình"));

    let body = fs::read_to_string(folder.join(BODY)).unwrap();
    let edited = body.replacen("thống nhất ký kết", "cùng ký kết", 1);
    fs::write(folder.join(BODY), &edited).unwrap();
    assert!(said(&["diff", "."]).contains("body.md.hbs: đã sửa riêng, không thiếu gì"));
    assert!(said(&["export", ".", "documents/giao-uoc"]).contains("đã có, giữ nguyên"));
    assert_eq!(fs::read_to_string(folder.join(BODY)).unwrap(), edited);

    // An upgrade: what was copied then had another line than the program's has now.
    let then = body.replacen("## Tổ chức thực hiện", "## Thực hiện", 1);
    fs::write(folder.join(ORIGINAL), &then).unwrap();
    let own = edited.replacen("## Tổ chức thực hiện", "## Thực hiện", 1);
    fs::write(folder.join(BODY), own).unwrap();
    let out = said(&["diff", "."]);
    assert!(out.contains("- ## Thực hiện\n    + ## Tổ chức thực hiện"), "{out}");
    assert!(!out.contains("cùng ký kết"), "one's own changes are not told as lacking: {out}");
    let out = said(&["diff", ".", "--taken", "documents/giao-uoc"]);
    assert!(out.contains("body.md.hbs: đã sửa riêng, không thiếu gì"), "{out}");

    fs::remove_dir_all(folder.join("templates/ban-goc")).unwrap();
    assert!(said(&["diff", "."]).contains("không có bản gốc trong ban-goc"));
}

#[test]
fn a_template_that_does_not_exist_is_named_with_the_nearest() {
    let case = Case::of(CUM_5);
    let ran = run(&case.root, &["templates", "export", ".", "documents/giao-uco"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("documents/giao-uoc"), "{}", ran.err);
    let ran = run(&case.root, &["templates", "diff", "submissions"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
}
