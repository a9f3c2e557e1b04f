//! What is printed for programs. Keys are only ever added.

use serde_json::Value;
use serde_json::json;
use thidua::finding::fact::Finding;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::catalogue::Severity;
use thidua::model::id::UnitId;
use thidua::pipeline::build::Built;
use thidua::pipeline::gather::Gathered;

use crate::cli::screen;

/// Prints the answer of `check`.
pub(super) fn check(gathered: &Gathered, lang: Lang) {
    print(&checked(gathered, lang));
}

/// Prints the answer of `build`.
pub(super) fn build(gathered: &Gathered, built: &Built, lang: Lang) {
    let mut answer = checked(gathered, lang);
    let files = built.written.iter().map(
        |it| json!({ "file": it.file, "title": it.title, "pages": it.pages, "font": it.family }),
    );
    answer["status"] = json!(built.status);
    answer["folder"] = json!(built.folder.to_string_lossy());
    answer["outputs"] = files.collect();
    answer["refused"] = built.refused.iter().map(|it| json!(it.file)).collect();
    answer["kept"] =
        built.kept.iter().map(|it| json!({ "file": it.name, "now": it.now })).collect();
    print(&answer);
}

/// Prints a failure.
pub(super) fn failure(failure: &Failure, lang: Lang) {
    let errors: Vec<Value> = match failure {
        Failure::Toml(errors) => errors
            .iter()
            .map(|error| {
                let (line, column) = error.position();
                let words = lang.toml_fault(&error.fault);
                json!({
                    "file": error.file,
                    "line": line,
                    "column": column,
                    "message": words.message,
                    "hint": words.hint,
                })
            })
            .collect(),
        other => {
            let words = lang.failure(other);
            vec![json!({
                "file": null,
                "line": null,
                "column": null,
                "message": words.message,
                "hint": words.hint,
            })]
        }
    };
    print(&json!({ "errors": errors }));
}

fn checked(gathered: &Gathered, lang: Lang) -> Value {
    let findings: Vec<Value> =
        gathered.findings.iter().map(|it| finding(it, gathered, lang)).collect();
    json!({ "findings": findings, "units": units(gathered) })
}

fn finding(finding: &Finding, gathered: &Gathered, lang: Lang) -> Value {
    let words = lang.fact(&finding.fact);
    json!({
        "code": finding.fact.code(),
        "severity": severity(finding.fact.severity()),
        "message": words.message,
        "unit": finding.unit.map(|unit| gathered.declared.campaign[unit].code.clone()),
        "file": finding.place.file,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell.map(|it| it.to_string()),
        "hint": words.hint,
    })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    }
}

/// Every unit with each file that it sent, then the files of no unit.
fn units(gathered: &Gathered) -> Vec<Value> {
    let campaign = &gathered.declared.campaign;
    let mut units = Vec::new();
    for id in campaign.unit_ids() {
        let unit = &campaign[id];
        let sent: Vec<_> = gathered.submissions.iter().filter(|it| it.unit == Some(id)).collect();
        let entry = |status: &str, file: Option<&str>| json!({ "code": unit.code, "name": unit.name, "status": status, "file": file });
        match sent.as_slice() {
            [] => units.push(entry("missing", None)),
            [only] => units.push(entry(status(gathered, id), Some(&only.file))),
            many => units.extend(many.iter().map(|it| entry("duplicate", Some(&it.file)))),
        }
    }
    let nobody = json!({ "code": null, "name": null });
    for file in &gathered.received {
        let submission = gathered.submissions.iter().find(|it| it.file == *file);
        let status = match submission {
            None => "unreadable",
            Some(it) if it.unit.is_none() => "errors",
            Some(_) => continue,
        };
        let mut entry = nobody.clone();
        entry["status"] = json!(status);
        entry["file"] = json!(file);
        units.push(entry);
    }
    units
}

fn status(gathered: &Gathered, id: UnitId) -> &'static str {
    let own = gathered.findings.iter().filter(|it| it.unit == Some(id));
    match own.map(|it| it.fact.severity()).min() {
        Some(Severity::Error) => "errors",
        Some(Severity::Warning) => "warnings",
        Some(Severity::Notice) => "notices",
        None => "clean",
    }
}

pub(super) fn print(value: &Value) {
    screen::answer(format_args!("{value:#}"));
}
