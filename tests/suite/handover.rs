//! `thidua new`: what a clerk gets at the year's end to go on with.

use std::fs;
use std::path::Path;

use thidua::finding::fact::Finding;
use thidua::model::measure::Measure;
use thidua::pipeline::forms;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Announced;
use thidua::pipeline::gather::Gathered;
use thidua::read::workbook::InProcess;

use crate::case::CAMPAIGNS;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::MIEN_TRUNG_2024;
use crate::case::files_of;
use crate::program::run;
use crate::snapshots::check_text;

/// Name of the new campaign.
const NEXT: &str = "ky-moi";

/// Makes the campaign after another one beside it.
fn make(case: &Case, arguments: &[&str]) -> String {
    let from = case.root.file_name().unwrap().to_str().unwrap();
    let all: Vec<&str> = ["new", NEXT, "--from", from].iter().chain(arguments).copied().collect();
    let ran = run(case.folder(), &all);
    assert_eq!(ran.code, 0, "{}", ran.err);
    fs::read_to_string(case.folder().join(NEXT).join("campaign.toml")).unwrap()
}

fn gathered(root: &Path) -> Gathered {
    gather::gather(root, &InProcess, &mut |_| {}).unwrap()
}

fn announced(root: &Path) -> Announced {
    gather::announce(root, &InProcess, &mut |_| {}).unwrap()
}

fn codes(gathered: &Gathered) -> Vec<&str> {
    let mut codes: Vec<&str> =
        gathered.findings.iter().map(|it: &Finding| it.fact.code()).collect();
    codes.dedup();
    codes
}

#[test]
fn a_first_campaign_builds_at_once_and_says_who_has_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    let ran = run(folder.path(), &["new", "cum"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let root = folder.path().join("cum");
    assert!(root.join("submissions").is_dir());
    let text = fs::read_to_string(root.join("campaign.toml")).unwrap();
    assert!(!text.contains("#:schema"), "the schema is not beside a clerk's campaign");
    let gathered = gathered(&root);
    assert_eq!(codes(&gathered), ["missing-unit"]);
    assert_eq!(gathered.findings.len(), gathered.declared.campaign.units.len());
    let ran = run(folder.path(), &["build", "cum", "--draft", "--fonts", "embedded"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(folder.path().join("outputs/cum/manifest.json").exists());
    assert_eq!(run(folder.path(), &["forms", "cum"]).code, 0);
}

#[test]
fn every_committed_campaign_goes_on_and_only_the_files_are_missing() {
    for campaign in CAMPAIGNS {
        for half in [&["--half"][..], &[]] {
            let case = Case::of(campaign);
            make(&case, half);
            let next = gathered(&case.folder().join(NEXT));
            assert_eq!(codes(&next), ["missing-unit"], "{campaign} {half:?}");
            let before = gathered(&case.root).declared.campaign;
            let now = &next.declared.campaign;
            assert_eq!(now.period.year, before.period.year + 1);
            assert_eq!(now.report.theme, before.pledge.theme);
            assert_eq!(now.pledge.year, before.pledge.year + 1);
            let head = &before[before.pledge.head.unwrap()].name;
            assert_eq!(&now[now.report.head].name, head, "{campaign}");
        }
    }
}

#[test]
fn forms_of_the_next_year_carry_its_figures_and_what_was_pledged() {
    let case = Case::of(CUM_5);
    make(&case, &[]);
    let next = announced(&case.folder().join(NEXT));
    let catalogue = &next.declared.catalogue;
    let before = gathered(&case.root);
    let number = |unit: &str, code: &str, measure| {
        let unit = before.declared.campaign.find(unit).unwrap();
        let sent = before.submissions.iter().find(|it| it.unit == Some(unit)).unwrap();
        sent.number(before.declared.catalogue.find(code).unwrap(), measure).unwrap()
    };
    let given = |unit: &str, code: &str, measure| {
        let unit = next.declared.campaign.find(unit).unwrap();
        let id = catalogue.find(code).unwrap();
        forms::blank(&next, unit).given.get(&(id, measure)).copied()
    };
    for code in ["TC12", "CL05"] {
        let (then, pledged) =
            (number("cao-bang", code, Measure::Actual), number("cao-bang", code, Measure::Pledged));
        assert_eq!(given("cao-bang", code, Measure::Previous), Some(then));
        assert_eq!(given("cao-bang", code, Measure::Target), Some(pledged));
        // Merged on 1 July 2025: the figures of both.
        let both =
            number("thai-nguyen", code, Measure::Actual) + number("bac-kan", code, Measure::Actual);
        assert_eq!(given("thai-nguyen", code, Measure::Previous), Some(both));
    }
}

#[test]
fn merged_provinces_are_joined_renamed_and_explained() {
    let text = make(&Case::of(MIEN_TRUNG_2024), &[]);
    check_text("ky-moi-mien-trung-tay-nguyen", &text);
}

#[test]
fn what_was_of_the_old_period_alone_is_gone() {
    let case = Case::of(CUM_5);
    case.append(
        "[[collection.waivers]]\nunit = \"cao-bang\"\nfinding = \"rule-broken\"\nreason = \"x\"\nby = \"y\"\ndate = \"2024-12-09\"\n\n[[collection.files]]\nfile = \"cao-bang.xlsx\"\nreceived = \"2024-12-09\"\n",
    );
    let text = make(&case, &[]);
    for old in ["Huỳnh Thanh Xuân", "received", "waivers", "bài báo", "2024-12", "năm 2024,"]
    {
        assert!(!text.contains(old), "{old}");
    }
    assert!(text.contains("trong năm 2026."), "the year of the pledge goes on in its words");
}

#[test]
fn a_campaign_written_in_braces_goes_on_too() {
    let case = Case::of(CUM_5);
    let path = case.root.join("campaign.toml");
    let value: toml::Table = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let lines = value.iter().map(|(key, value)| format!("{key} = {value}\n"));
    fs::write(&path, lines.collect::<String>()).unwrap();
    make(&case, &[]);
    let next = gathered(&case.folder().join(NEXT));
    assert_eq!(codes(&next), ["missing-unit"]);
    assert_eq!(next.declared.campaign.units.len(), 4);
}

#[test]
fn templates_of_its_own_go_on_with_a_campaign() {
    let case = Case::of(CUM_5);
    let path = "templates/documents/giao-uoc/body.md.hbs";
    case.write(path, "Lời của riêng cụm này: {{cum.ten}}.");
    make(&case, &[]);
    let kept = fs::read_to_string(case.folder().join(NEXT).join(path)).unwrap();
    assert!(kept.starts_with("Lời của riêng"), "{kept}");
}

#[test]
fn nothing_is_ever_written_over() {
    let case = Case::of(CUM_5);
    let target = case.folder().join(NEXT);
    fs::create_dir_all(&target).unwrap();
    fs::write(target.join("ghi-chu.txt"), "của tôi").unwrap();
    for arguments in [&["new", NEXT][..], &["new", NEXT, "--from", CUM_5]] {
        let ran = run(case.folder(), arguments);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("không trống"), "{}", ran.err);
        assert_eq!(files_of(&target), ["ghi-chu.txt"]);
    }
}

#[test]
fn a_half_is_followed_by_its_year() {
    let case = Case::of(CUM_5);
    make(&case, &["--half"]);
    let refused = run(case.folder(), &["new", "x", "--from", NEXT, "--half"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("--half"), "{}", refused.err);
    assert!(!case.folder().join("x").exists());
    let ran = run(case.folder(), &["new", "nam", "--from", NEXT, "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let year = gathered(&case.folder().join("nam"));
    let campaign = &year.declared.campaign;
    assert_eq!(campaign.period.title(), "năm 2025");
    assert_eq!(campaign.half_year.as_deref(), Some("../ky-moi"));
    assert_eq!(campaign.predecessor.as_deref(), Some("../cum-so-5-2024"));
    assert_eq!(campaign.pledge.year, 2026);
    assert_eq!(codes(&year), ["missing-unit"]);
}
