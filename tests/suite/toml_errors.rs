//! Faults in TOML files: all of them at once, each with its line, column and likely meaning.

use serde_json::Value;

use crate::case::CUM_5;
use crate::case::Case;
use crate::program::run;
use crate::source::root;

/// A campaign with five faults of `campaign.toml` that its schema can see, and where they stand.
fn by_schema() -> Case {
    let case = Case::of(CUM_5);
    case.edit(&[
        ("superior = ", "superiour = "),
        ("year = 2024", "year = \"2024\""),
        ("span = \"full\"", "span = \"ful\""),
        ("theme = \"Tập trung", "thema = \"Tập trung"),
    ]);
    case
}

/// A campaign with faults that only the program can see.
fn by_meaning() -> Case {
    let case = Case::of(CUM_5).unscored();
    case.edit(&[
        ("code = \"bac-kan\"", "code = \"cao-bang\""),
        ("head = \"cao-bang\"", "head = \"cao-bnag\""),
        ("date = \"2024-12-21\"\npart_of_day", "date = \"2024-13-21\"\npart_of_day"),
        ("indicator = \"TCH03\"", "indicator = \"TCH30\""),
        ("at_least = \"75\"", "at_least = \"75%\""),
    ]);
    case
}

/// Line and column, from 1, at which `needle` first stands in the campaign's file.
fn place(case: &Case, needle: &str) -> (u64, u64) {
    let text = std::fs::read_to_string(case.root.join("campaign.toml")).unwrap();
    let before = &text[..text.find(needle).unwrap_or_else(|| panic!("no {needle}"))];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    (line as u64, column as u64)
}

fn errors(case: &Case, language: &str) -> Vec<Value> {
    let ran = run(case.folder(), &["check", CUM_5, "--format", "json", "--lang", language]);
    assert_eq!((ran.code, ran.err.as_str()), (2, ""));
    ran.json()["errors"].as_array().unwrap().clone()
}

/// Errors stand at these places, in this order, and say these things.
#[track_caller]
fn check(case: &Case, expected: &[(&str, &str)]) {
    let found = errors(case, "vi");
    let places: Vec<(u64, u64)> = found
        .iter()
        .map(|it| (it["line"].as_u64().unwrap(), it["column"].as_u64().unwrap()))
        .collect();
    let wanted: Vec<(u64, u64)> = expected.iter().map(|(needle, _)| place(case, needle)).collect();
    assert_eq!(places, wanted, "{found:#?}");
    for (error, (_, words)) in found.iter().zip(expected) {
        assert_eq!(error["file"], "campaign.toml");
        let text = format!("{} {}", error["message"], error["hint"]);
        assert!(text.contains(words), "“{words}” in {text}");
    }
}

#[test]
fn what_the_schema_sees_is_shown_at_once() {
    let case = by_schema();
    check(
        &case,
        &[
            ("[cluster]", "superior"),
            ("superiour", "superior"),
            ("\"2024\"", "số nguyên"),
            ("\"ful\"", "full"),
            ("[report]", "theme"),
            ("thema", "theme"),
        ],
    );
}

#[test]
fn what_only_the_program_sees_is_shown_at_once() {
    let case = by_meaning();
    let second = "\"cao-bang\"\nname = \"Bắc Kạn\"";
    check(
        &case,
        &[
            (second, "cao-bang"),
            ("\"cao-bnag\"", "cao-bang"),
            ("\"2024-13-21\"", "2024-13-21"),
            ("\"75%\"", "75%"),
            ("\"TCH30\"", "TCH03"),
        ],
    );
}

#[test]
fn numbers_out_of_range_are_told_at_their_place_in_our_words() {
    for (was, is, place, words) in [
        ("issued = 6", "issued = -987", "-987", "ghi số từ 0 trở lên"),
        ("quota = 1", "quota = 4294967296", "4294967296", "ghi số không quá 100000"),
        ("{ thai-nguyen = 6 }", "{ thai-nguyen = 100001 }", "100001", "lớn quá"),
        ("year = 2024", "year = 20244", "20244", "ghi số không quá 2099"),
    ] {
        let case = Case::of(CUM_5);
        case.edit(&[(was, is)]);
        check(&case, &[(place, words)]);
    }
}

#[test]
fn a_campaign_is_not_its_own_predecessor_and_has_one_of_the_year_before() {
    for (line, words) in [
        ("predecessor = \".\"", "“.” chính là thư mục của kỳ này"),
        ("half_year = \"../cum-so-5-2024\"", "chính là thư mục của kỳ này"),
        ("predecessor = \"../truoc\"", "“../truoc” là kỳ năm 2022, không lấy được số nào"),
        ("half_year = \"../truoc\"", "ghi thư mục của kỳ 6 tháng đầu năm 2024"),
    ] {
        let case = Case::of(CUM_5);
        let text = std::fs::read_to_string(case.root.join("campaign.toml")).unwrap();
        case.write("../truoc/campaign.toml", text.replacen("year = 2024", "year = 2022", 1));
        case.edit(&[("catalogue = ", &format!("{line}\ncatalogue = "))]);
        let (_, value) = line.split_once(" = ").unwrap();
        check(&case, &[(value, words)]);
    }
}

#[test]
fn an_expression_that_may_not_be_is_no_fault_of_toml() {
    let case = Case::of(CUM_5);
    let text = include_str!("../../templates/criteria/cham-diem-100.toml");
    let whole = "if QH06m == 0 { 3 } else { 3 * QH06a / QH06m }";
    assert!(text.contains(whole));
    let text = text.replacen(whole, "let x = 0; while true { x += 1 } x", 1);
    case.write("templates/criteria/cham-diem-100.toml", text);
    let found = errors(&case, "vi");
    let message = found[0]["message"].as_str().unwrap();
    assert!(found.len() == 1 && message.starts_with("biểu thức"), "{found:#?}");
}

#[test]
fn people_see_the_line_and_a_way_out() {
    for (language, file_line) in [("vi", "cách sửa"), ("en", "help")] {
        let case = by_schema();
        let ran = run(case.folder(), &["check", CUM_5, "--lang", language]);
        assert_eq!(ran.code, 2);
        for (needle, line) in
            [("superiour", place(&case, "superiour").0), ("ful", place(&case, "\"ful\"").0)]
        {
            assert!(ran.err.contains(needle), "{}", ran.err);
            assert!(ran.err.contains(&format!("campaign.toml:{line}:")), "{}", ran.err);
        }
        assert!(ran.err.contains(file_line), "{}", ran.err);
        assert_eq!(ran.out, "");
    }
}

#[test]
fn the_same_faults_are_worded_in_english() {
    let case = by_meaning();
    let (vietnamese, english) = (errors(&case, "vi"), errors(&case, "en"));
    assert_eq!(vietnamese.len(), english.len());
    for (one, other) in vietnamese.iter().zip(&english) {
        assert_eq!((&one["line"], &one["column"]), (&other["line"], &other["column"]));
        assert_ne!(one["message"], other["message"]);
    }
}

#[test]
fn what_is_no_toml_is_told_with_its_place() {
    let case = Case::of(CUM_5);
    case.edit(&[("year = 2024", "year = = 2024"), ("span = \"full\"", "span = \"full")]);
    let found = errors(&case, "vi");
    assert!(found.len() >= 2, "{found:?}");
    assert_eq!(found[0]["line"], place(&case, "year = =").0);
    assert!(found.iter().any(|it| it["line"] == place(&case, "span = \"full").0), "{found:?}");
}

#[test]
fn a_catalogue_that_does_not_exist_is_told_at_its_line() {
    let case = Case::of(CUM_5);
    case.edit(&[("catalogue = \"cong-doan\"", "catalogue = \"cong-doàn\"")]);
    check(&case, &[("\"cong-doàn\"", "cong-doan")]);
}

#[test]
fn faults_of_an_own_catalogue_are_shown_with_its_path() {
    let case = Case::of(CUM_5);
    let path = "templates/catalogues/cong-doan.toml";
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    let text = text
        .replacen(
            "parts = [\"TC02\", \"TC03\", \"TC04\"]",
            "parts = [\"TC02\", \"TC30\", \"TC04\"]",
            1,
        )
        .replacen("code = \"TC06b\"", "code = \"TC06\"", 1)
        .replacen("holds = \"XD02 <= XD01\"", "holds = \"XD02 <= XD10\"", 1);
    case.write(path, &text);
    let found = errors(&case, "vi");
    assert!(found.iter().all(|it| it["file"] == path), "{found:?}");
    assert!(found.len() >= 2, "{found:?}");
    let said = |words: &str| found.iter().any(|it| it["message"].as_str().unwrap().contains(words));
    assert!(said("TC30") && said("TC06"), "{found:?}");

    let rule_only = std::fs::read_to_string(root().join(path)).unwrap();
    let rule_only = rule_only.replacen("holds = \"XD02 <= XD01\"", "holds = \"XD02 <= XD99\"", 1);
    case.write(path, &rule_only);
    let found = errors(&case, "vi");
    assert_eq!(found.len(), 1);
    let line = rule_only[..rule_only.find("\"XD02 <= XD99\"").unwrap()].matches('\n').count() + 1;
    assert_eq!(found[0]["line"], line);
}

#[test]
fn a_ratio_that_rests_on_itself_is_a_circle() {
    let case = Case::of(CUM_5);
    let path = "templates/catalogues/cong-doan.toml";
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    let ratio = "ratio = { numerator = \"TC10\", denominator = \"TC14\" }";
    for around in ["TC15", "TC17"] {
        // TC15 by itself, or by TC17, which rests on TC15 in turn.
        let text = text
            .replacen(
                ratio,
                &format!("ratio = {{ numerator = \"{around}\", denominator = \"TC14\" }}"),
                1,
            )
            .replacen("numerator = \"TC18b\"", "numerator = \"TC15\"", 1);
        case.write(path, &text);
        let ran = run(case.folder(), &["build", CUM_5, "--fonts", "embedded", "--format", "json"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        let errors = ran.json()["errors"].as_array().unwrap().clone();
        assert!(errors.iter().all(|it| it["file"] == path), "{errors:?}");
        let message = errors[0]["message"].as_str().unwrap();
        assert!(message.contains("TC15") && message.contains("chính nó"), "{message}");
    }
}

#[test]
fn faults_of_an_own_table_are_shown_with_its_path() {
    let case = Case::of(CUM_5);
    let path = "templates/tables/dang-ky.toml";
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    case.write(path, text.replacen("\"TC05\"", "\"TC55\"", 1));
    let ran = run(case.folder(), &["build", CUM_5, "--fonts", "embedded", "--format", "json"]);
    assert_eq!(ran.code, 2);
    let error = &ran.json()["errors"][0];
    assert_eq!(error["file"], path);
    assert!(error["message"].as_str().unwrap().contains("TC55"), "{error}");
}

#[test]
fn what_was_collected_names_files_findings_rules_and_cells_that_exist() {
    let case = Case::of(CUM_5);
    case.append(
        "[[collection.files]]\nfile = \"lang-sn.xlsx\"\nreceived = \"05/12/2024\"\n\
         [[collection.files]]\nfile = \"ha-giang.xlsx\"\nreplaces = [\"ha-giang-cu.xlsx\"]\n\
         [[collection.waivers]]\nunit = \"cao-bangg\"\nfinding = \"rule-brokn\"\n\
         rule = \"K5-qua-tett\"\ncell = \"17F\"\nreason = \" \"\nby = \"Trưởng ban\"\n\
         date = \"2024-12-32\"\n\
         [[collection.published]]\nindicator = \"TC99\"\nvalue = \"1.000,5\"\nsource = \"Báo\"",
    );
    check(
        &case,
        &[
            ("\"lang-sn.xlsx\"", "lang-son.xlsx"),
            ("\"05/12/2024\"", "năm-tháng-ngày"),
            ("\"ha-giang-cu.xlsx\"", "submissions"),
            ("\"cao-bangg\"", "cao-bang"),
            ("\"rule-brokn\"", "rule-broken"),
            ("\"K5-qua-tett\"", "K5-qua-tet"),
            ("\"17F\"", "F17"),
            ("\" \"", "không để trống"),
            ("\"2024-12-32\"", "năm-tháng-ngày"),
            ("\"TC99\"", "TC99"),
            ("\"1.000,5\"", "0.5"),
        ],
    );
}

#[test]
fn a_file_is_described_once_and_never_takes_its_own_place() {
    let case = Case::of(CUM_5);
    case.append(
        "[[collection.files]]\nfile = \"lang-son.xlsx\"\nreplaces = [\"ha-giang.xlsx\"]\n\
         [[collection.files]]\nfile = \"ha-giang.xlsx\"\nreplaces = [\"cao-bang.xlsx\"]\n\
         [[collection.files]]\nfile = \"cao-bang.xlsx\"\nreplaces = [\"lang-son.xlsx\"]\n\
         [[collection.files]]\nfile = \"bac-kan.xlsx\"\nreplaces = [\"bac-kan.xlsx\"]\n\
         [[collection.files]]\nfile = \"bac-kan.xlsx\"",
    );
    let found = errors(&case, "vi");
    let said = |words: &str| {
        found.iter().filter(|it| it["message"].as_str().unwrap().contains(words)).count()
    };
    assert_eq!(found.len(), 5, "{found:#?}");
    assert_eq!(said("thay thế chính nó"), 4, "{found:#?}");
    assert_eq!(said("có hai lần"), 1, "{found:#?}");
}
