//! The JSON Schemas in `docs/schemas`: made from the types that read TOML, true of what is written.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde_json::Value;
use serde_json::json;
use thidua::assets::campaign_file::CampaignFile;
use thidua::assets::catalogue_file::CatalogueFile;
use thidua::assets::chart_spec::ChartFile;
use thidua::assets::criteria_file::CriteriaFile;
use thidua::assets::document_spec::DocumentSpec;
use thidua::assets::form::Form;
use thidua::assets::hand_over::HandOverWords;
use thidua::assets::legal::LegalFile;
use thidua::assets::panel_form::PanelForm;
use thidua::assets::schema;
use thidua::assets::sentences::Sentences;
use thidua::assets::successions::SuccessionFile;
use thidua::assets::table_spec::TableFile;
use thidua::model::look::Look;
use thidua::output::manifest::Manifest;
use thidua::output::run_plan::RunPlan;

use crate::case::CAMPAIGNS;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::sent;
use crate::form::ACTUAL;
use crate::program::run;
use crate::source::root;

fn path(name: &str) -> PathBuf {
    root().join(format!("docs/schemas/{name}.schema.json"))
}

fn committed(name: &str) -> Value {
    let text = fs::read_to_string(path(name)).unwrap_or_else(|it| panic!("{name}: {it}"));
    serde_json::from_str(&text).unwrap()
}

/// The committed schema is the one of the type; `UPDATE=1` writes it.
#[track_caller]
fn is_of<T: JsonSchema>(name: &str) {
    is(name, schema::of::<T>());
}

#[track_caller]
fn is(name: &str, made: Value) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path(name), format!("{made:#}\n")).unwrap();
    }
    assert_eq!(
        committed(name),
        made,
        "docs/schemas/{name}.schema.json: run the tests with UPDATE=1"
    );
}

#[test]
fn schemas_of_toml_files_are_those_of_the_types() {
    is_of::<CampaignFile>("campaign");
    is_of::<CatalogueFile>("catalogue");
    is_of::<ChartFile>("chart");
    is_of::<CriteriaFile>("criteria");
    is_of::<Form>("form");
    is("look", schema::partial::<Look>());
    is_of::<PanelForm>("panel");
    is_of::<TableFile>("table");
    is("document", schema::partial::<DocumentSpec>());
    is_of::<LegalFile>("legal");
    is_of::<Sentences>("sentences");
    is_of::<SuccessionFile>("succession");
    is_of::<HandOverWords>("hand-over");
    is_of::<Manifest>("manifest");
    is_of::<RunPlan>("plan");
}

/// Every fault of `value` by a schema.
fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).unwrap();
    validator.iter_errors(value).map(|it| format!("{}: {it}", it.instance_path())).collect()
}

/// The same schema for one who knows every key: what it does not describe is a fault.
fn strict(schema: &Value) -> Value {
    match schema {
        Value::Object(object) => {
            let mut object: serde_json::Map<String, Value> =
                object.iter().map(|(key, value)| (key.clone(), strict(value))).collect();
            if object.get("properties").is_some_and(Value::is_object) {
                object.insert("additionalProperties".to_owned(), json!(false));
            }
            Value::Object(object)
        }
        Value::Array(items) => Value::Array(items.iter().map(strict).collect()),
        other => other.clone(),
    }
}

/// A value holds by a committed schema, which describes each of its keys.
#[track_caller]
fn holds(name: &str, value: &Value) {
    assert_eq!(faults(&strict(&committed(name)), value), [""; 0], "{name}");
}

fn toml_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            toml_files(&path, found);
        } else if path.extension().is_some_and(|it| it == "toml") {
            found.push(path);
        }
    }
}

/// Which schema a TOML file is written by.
fn schema_of(path: &Path) -> &'static str {
    let inside = path.strip_prefix(root()).unwrap();
    let folder = |name: &str| inside.components().any(|it| it.as_os_str() == name);
    match path.file_name().and_then(|it| it.to_str()) {
        Some("campaign.toml") => "campaign",
        Some("document.toml") => "document",
        Some("tham-dinh.toml") => "panel",
        _ if folder("layouts") => "look",
        _ if folder("catalogues") => "catalogue",
        _ if folder("criteria") => "criteria",
        _ if folder("forms") => "form",
        _ if folder("charts") => "chart",
        _ if folder("tables") => "table",
        _ if folder("legal") => "legal",
        _ if folder("sentences") => "sentences",
        _ if folder("successions") => "succession",
        Some("ban-giao.toml") => "hand-over",
        Some("khoi-dau.toml") => "campaign",
        _ => panic!("{} has no schema", path.display()),
    }
}

#[test]
fn every_committed_toml_file_is_valid_and_names_its_schema() {
    let mut files = Vec::new();
    toml_files(&root().join("templates"), &mut files);
    toml_files(&root().join("inputs"), &mut files);
    assert!(files.len() >= 14, "{files:?}");
    for file in files {
        let (name, text) = (schema_of(&file), fs::read_to_string(&file).unwrap());
        let value: toml::Value = toml::from_str(&text).unwrap();
        holds(name, &serde_json::to_value(value).unwrap());
        let first = text.lines().next().unwrap();
        let named = first.strip_prefix("#:schema ").unwrap_or_else(|| panic!("{}", file.display()));
        let named = file.parent().unwrap().join(named).canonicalize().unwrap();
        assert_eq!(named, path(name).canonicalize().unwrap(), "{}", file.display());
    }
}

#[test]
fn a_key_that_does_not_exist_is_a_fault_by_the_schema_too() {
    let text = fs::read_to_string(root().join("inputs").join(CUM_5).join("campaign.toml")).unwrap();
    let text = text.replacen("[period]", "[period]\nyaer = 2024", 1);
    let value: toml::Value = toml::from_str(&text).unwrap();
    let found = faults(&committed("campaign"), &serde_json::to_value(value).unwrap());
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("yaer"), "{found:?}");
}

#[track_caller]
fn outputs_hold(case: &Case, figures: &str) {
    let read = |name: &str| serde_json::from_slice::<Value>(&case.output(name)).unwrap();
    holds("so-lieu", &read(figures));
    holds("manifest", &read("manifest.json"));
}

#[test]
fn what_is_written_holds_by_its_schema() {
    for campaign in CAMPAIGNS {
        let case = Case::of(campaign);
        case.build();
        outputs_hold(&case, "so-lieu.json");
    }
    let broken = Case::with(CUM_5, "lang-son", |book| {
        book.figures().clear("DT02", ACTUAL);
    });
    broken.remove(&sent("ha-giang"));
    broken.build();
    outputs_hold(&broken, "so-lieu.json");
    broken.draft();
    outputs_hold(&broken, "so-lieu.du-thao.json");
}

#[test]
fn what_check_answers_holds_by_its_schema() {
    for campaign in CAMPAIGNS {
        let case = Case::of(campaign);
        holds("check", &run(case.folder(), &["check", campaign, "--format", "json"]).json());
    }
    let case = Case::with(CUM_5, "lang-son", |book| {
        book.figures().set("TC12", ACTUAL, "không rõ");
        book.figures().set("TC17", ACTUAL, 1.0);
        book.figures().set("NC03a", ACTUAL, "12");
    });
    case.remove(&sent("ha-giang"));
    case.write("submissions/khac.xlsx", "x");
    for language in ["vi", "en"] {
        let arguments = ["check", CUM_5, "--format", "json", "--lang", language];
        let answer = run(case.folder(), &arguments).json();
        assert_eq!(answer["findings"].as_array().unwrap().len(), 5);
        holds("check", &answer);
    }
    let arguments = ["build", CUM_5, "--format", "json", "--fonts", "embedded"];
    let answer = run(case.folder(), &arguments).json();
    assert_eq!(faults(&committed("check"), &answer), [""; 0]);
    assert_eq!(answer["status"], "refused");
}

#[test]
fn what_status_answers_holds_by_its_schema() {
    for campaign in CAMPAIGNS {
        let case = Case::of(campaign);
        let out = case.out.to_str().unwrap();
        let arguments = ["status", campaign, "--format", "json", "--out", out];
        holds("status", &run(case.folder(), &arguments).json());
    }
    let case = crate::records_status::eventful();
    holds("status", &run(case.folder(), &["status", CUM_5, "--format", "json"]).json());
    let answer = run(case.folder(), &["check", CUM_5, "--format", "json"]).json();
    assert!(answer["changes"][0]["figures"].is_array());
    holds("check", &answer);
    case.build();
    outputs_hold(&case, "so-lieu.json");
}

#[test]
fn what_score_answers_holds_by_its_schema() {
    let case = Case::of(CUM_5);
    let of = |arguments: &[&str]| {
        let common = ["score", CUM_5, "--format", "json"];
        run(case.folder(), &[&common[..], arguments].concat()).json()
    };
    let ways =
        [&[][..], &["--explain", "bac-kan"], &["--what-if", "TC05.cao-bang=18"], &["--lang", "en"]];
    for arguments in ways {
        holds("score", &of(arguments));
    }
    std::fs::remove_dir_all(case.root.join("panel")).unwrap();
    holds("score", &of(&["--explain", "bac-kan"]));
}

#[test]
fn failures_hold_by_their_schema() {
    let case = Case::of(CUM_5);
    let of = |arguments: &[&str]| run(case.folder(), arguments).json();
    holds("errors", &of(&["check", "khong-co", "--format", "json"]));
    holds("errors", &of(&["build", CUM_5, "--only", "khong-co", "--format", "json"]));
    case.edit(&[("[period]", "[perod]"), ("code = \"bac-kan\"", "code = \"cao-bang\"")]);
    let answer = of(&["check", CUM_5, "--format", "json"]);
    assert!(answer["errors"].as_array().unwrap().len() >= 2, "{answer}");
    holds("errors", &answer);
}
