//! What is printed for programs. Keys are only ever added.

use serde_json::Value;
use serde_json::json;
use thidua::finding::fact::Finding;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::campaign::Campaign;
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
            let (file, line) = match other {
                Failure::Template { path, line, .. } => (Some(format!("templates/{path}")), *line),
                _ => (None, None),
            };
            vec![json!({
                "file": file,
                "line": line,
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
    let mut unreadable = unreadable(gathered);
    let mut units = Vec::new();
    for id in campaign.unit_ids() {
        let (code, name) = (Some(campaign[id].code.as_str()), Some(campaign[id].name.as_str()));
        let sent: Vec<_> = gathered.submissions.iter().filter(|it| it.unit == Some(id)).collect();
        match sent.as_slice() {
            // A file that cannot be read may still bear the unit's name.
            [] => match unreadable.iter().position(|file| named(file, campaign) == Some(id)) {
                Some(at) => {
                    units.push(entry(code, name, "unreadable", Some(unreadable.remove(at))));
                }
                None => units.push(entry(code, name, "missing", None)),
            },
            [only] => units.push(entry(code, name, status(gathered, id), Some(&only.file))),
            many => {
                units.extend(many.iter().map(|it| entry(code, name, "duplicate", Some(&it.file))));
            }
        }
    }
    units.extend(unreadable.into_iter().map(|file| entry(None, None, "unreadable", Some(file))));
    let nobody = gathered.submissions.iter().filter(|it| it.unit.is_none());
    units.extend(nobody.map(|it| entry(None, None, "errors", Some(&it.file))));
    units
}

fn entry(code: Option<&str>, name: Option<&str>, status: &str, file: Option<&str>) -> Value {
    json!({ "code": code, "name": name, "status": status, "file": file })
}

/// Files that are no submissions, in order.
fn unreadable(gathered: &Gathered) -> Vec<&str> {
    let read = |file: &String| gathered.submissions.iter().any(|it| it.file == *file);
    gathered.received.iter().filter(|it| !read(it)).map(String::as_str).collect()
}

/// The unit whose name a file bears: `submissions/cao-bang.xlsx`.
fn named(file: &str, campaign: &Campaign) -> Option<UnitId> {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    campaign.find_by_name(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
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
