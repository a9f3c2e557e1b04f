//! The campaign that `thidua new` writes: every key explained, every example good, and a build at once.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use thidua::assets::campaign_file::CampaignFile;
use thidua::assets::hand_over;
use thidua::assets::schema;
use thidua::assets::toml_file::TomlFile;

use crate::program::run;

/// Names of keys anywhere in a schema.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(named)) = map.get("properties") {
                found.extend(named.keys().cloned());
            }
            map.values().for_each(|it| keys(it, found));
        }
        Value::Array(items) => items.iter().for_each(|it| keys(it, found)),
        _ => {}
    }
}

/// The name before `=` or inside brackets, of a line that is TOML.
fn named(line: &str) -> Vec<String> {
    let line = line.trim_start_matches('#');
    let head = line.split_once('=').map_or(line, |(name, _)| name);
    head.split(['[', ']', '.', ' ']).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_key_of_a_campaign_stands_in_it() {
    let text = hand_over::starter().unwrap();
    let toml = text.lines().filter(|it| !it.is_empty() && !it.starts_with("# "));
    let mut written: BTreeSet<String> = toml.flat_map(named).collect();
    // Tables on one line.
    written.extend(["name", "title", "number", "date"].map(str::to_owned));
    let mut known = BTreeSet::new();
    keys(&schema::of::<CampaignFile>(), &mut known);
    let missing: Vec<&String> = known.difference(&written).collect();
    assert!(missing.is_empty(), "not in templates/campaigns/khoi-dau.toml: {missing:?}");
}

#[test]
fn every_example_is_what_a_campaign_may_hold() {
    let text = hand_over::starter().unwrap();
    let example = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with([' ', ':']) => rest.to_owned(),
        _ => line.to_owned(),
    };
    let all = text.lines().map(example).collect::<Vec<_>>().join("\n");
    let file = TomlFile::parse("campaign.toml", all).unwrap();
    let faults = file.decode::<CampaignFile>().faults;
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn a_new_campaign_builds_at_once() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(folder.path(), &["new", "cum"]).code, 0);
    let official = run(folder.path(), &["build", "cum"]);
    assert_eq!(official.code, 1, "{}{}", official.out, official.err);
    assert!(official.out.contains("missing-unit") && !official.out.contains("[toml"));
    let draft = run(folder.path(), &["build", "cum", "--draft"]);
    assert_eq!(draft.code, 1, "{}{}", draft.out, draft.err);
    for file in ["giao-uoc-2027.du-thao.pdf", "bao-cao-tong-ket-2026.du-thao.pdf"] {
        assert!(fs::metadata(folder.path().join("outputs/cum").join(file)).is_ok(), "{file}");
    }
}
