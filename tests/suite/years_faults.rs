//! What is wrong with mergers, splits and the campaigns that one names: each with its place and a
//! way out.

use std::fs;

use serde_json::Value;

use crate::case::CUM_5;
use crate::case::Case;
use crate::comparisons_time::with_predecessor;
use crate::program::run;

fn errors(case: &Case) -> Vec<Value> {
    let folder = case.root.file_name().unwrap().to_str().unwrap();
    let ran = run(case.folder(), &["check", folder, "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (2, ""), "{}", ran.out);
    ran.json()["errors"].as_array().unwrap().clone()
}

/// The only error says these words at the line that holds this text.
#[track_caller]
fn says(case: &Case, line: &str, words: &str) {
    let found = errors(case);
    assert_eq!(found.len(), 1, "{found:#?}");
    let text = fs::read_to_string(case.root.join("campaign.toml")).unwrap();
    let expected = text.lines().position(|it| it.contains(line)).unwrap() + 1;
    assert_eq!(found[0]["line"], expected, "{found:#?}");
    let said = format!("{} {}", found[0]["message"], found[0]["hint"]);
    assert!(said.contains(words), "“{words}” in {said}");
}

fn merger(from: &str, into: &str, on: &str) -> String {
    format!("[[successions]]\nfrom = [{from}]\ninto = \"{into}\"\non = \"{on}\"\n")
}

#[test]
fn bodies_that_come_of_themselves() {
    let case = Case::of(CUM_5);
    case.append(&merger("\"x\", \"y\"", "z@2024-07", "2024-07-01"));
    case.append(&merger("\"z@2024-07\"", "x", "2024-09-01"));
    says(&case, "from = [\"z@2024-07\"]", "hình thành từ chính nó");
}

#[test]
fn dates_that_overlap() {
    let case = Case::of(CUM_5);
    case.append(&merger("\"x\", \"y\"", "z@2024-07", "2024-07-01"));
    case.append(&merger("\"z@2024-07\", \"v\"", "w@2024-06", "2024-06-01"));
    says(&case, "from = [\"z@2024-07\"", "không sau ngày hình thành");
}

#[test]
fn one_body_in_two_is_a_split() {
    let case = Case::of(CUM_5);
    case.append(&merger("\"x\", \"y\"", "z@2024-07", "2024-07-01"));
    case.append(&merger("\"x\", \"v\"", "w@2024-07", "2024-07-01"));
    says(&case, "from = [\"x\", \"v\"]", "[[splits]]");
    let case = Case::of(CUM_5);
    case.append("[[splits]]\nfrom = \"x\"\ninto = [\"y\", \"z\"]\non = \"2024-07-01\"\n");
    assert_eq!(run(case.folder(), &["check", CUM_5]).code, 0);
}

#[test]
fn provinces_that_are_no_longer_or_not_yet() {
    let case = Case::of(CUM_5);
    case.edit(&[("year = 2024", "year = 2026"), ("year = 2025", "year = 2027")]);
    let found = errors(&case);
    let said: Vec<String> = found.iter().map(|it| it["message"].to_string()).collect();
    // Thái Nguyên and Tuyên Quang are the merged ones by their names; these two are no more.
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(said[0].contains("“bac-kan”") && said[0].contains("thai-nguyen@2025-07"), "{said:?}");
    assert!(said[1].contains("“ha-giang”") && said[1].contains("tuyen-quang@2025-07"), "{said:?}");

    let case = Case::of(CUM_5);
    let code = "code = \"thai-nguyen\"\n";
    let identity = "identity = \"thai-nguyen@2025-07\"";
    case.edit(&[(code, &format!("{code}{identity}\n"))]);
    says(&case, identity, "chỉ có từ ngày 01/7/2025");
}

#[test]
fn identities_near_known_ones() {
    let case = Case::of(CUM_5);
    let code = "code = \"thai-nguyen\"\n";
    let identity = "identity = \"thai-nguyn@2025-07\"";
    case.edit(&[(code, &format!("{code}{identity}\n"))]);
    says(&case, identity, "thai-nguyen@2025-07");
    let case = Case::of(CUM_5);
    let identity = "identity = \"Thái Nguyên\"";
    case.edit(&[(code, &format!("{code}{identity}\n"))]);
    says(&case, identity, "quang-ngai@2025-07");
}

#[test]
fn a_predecessor_that_is_not_there() {
    let case = with_predecessor();
    case.edit(&[("\"../predecessor\"", "\"../predecesor\"")]);
    says(&case, "predecessor = ", "../predecessor");
    case.edit(&[("\"../predecesor\"", "\"../khong-co\"")]);
    says(&case, "predecessor = ", "không phải là thư mục của một kỳ");
    let own = format!("\"../{CUM_5}\"");
    case.edit(&[("\"../khong-co\"", &own)]);
    says(&case, "predecessor = ", "chính là thư mục của kỳ này");
}

#[test]
fn faults_of_a_predecessor_name_its_folder() {
    let case = with_predecessor();
    let path = case.folder().join("predecessor/campaign.toml");
    let text = fs::read_to_string(&path).unwrap().replacen("superior = ", "superiour = ", 1);
    fs::write(&path, text).unwrap();
    let found = errors(&case);
    assert!(!found.is_empty());
    for error in &found {
        assert_eq!(error["file"], "../predecessor/campaign.toml", "{found:#?}");
    }
}
