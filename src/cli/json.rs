//! What is printed for programs. Keys are only ever added.

use serde_json::Value;
use serde_json::json;
use thidua::finding::fact::Finding;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::campaign::Campaign;
use thidua::model::catalogue::Severity;
use thidua::model::standing::Counts;
use thidua::model::standing::Role;
use thidua::model::standing::Standing;
use thidua::model::standing::State;
use thidua::model::standing::UnitStanding;
use thidua::output::Kept;
use thidua::pipeline::build::Built;
use thidua::pipeline::forms::Beside;
use thidua::pipeline::forms::PanelWritten;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::made::Failed;
use thidua::pipeline::standing;
use thidua::render::records;

use crate::cli::absent;
use crate::cli::screen;

/// Prints the answer of `check`.
pub(super) fn check(gathered: &Gathered, returned: Option<&Beside>, lang: Lang) {
    let mut answer = checked(gathered, lang);
    if let Some(returned) = returned {
        add(&mut answer, returned, &gathered.declared.campaign);
    }
    print(&answer);
}

/// Prints the answer of `forms`.
pub(super) fn forms(made: &Beside, campaign: &Campaign) {
    let mut answer = json!({});
    add(&mut answer, made, campaign);
    print(&answer);
}

/// Prints the answer of `forms --panel`.
pub(super) fn panel(made: &PanelWritten) {
    print(&json!({
        "folder": made.folder.to_string_lossy(),
        "outputs": [{ "file": made.file }],
        "kept": kept(&made.kept),
    }));
}

/// Files beside the papers: where they are, whose, and what was moved aside.
fn add(answer: &mut Value, beside: &Beside, campaign: &Campaign) {
    let files = beside.written.iter();
    answer["folder"] = json!(beside.folder.to_string_lossy());
    answer["outputs"] =
        files.map(|(unit, file)| json!({ "file": file, "unit": campaign[*unit].code })).collect();
    answer["kept"] = kept(&beside.kept);
}

fn kept(kept: &[Kept]) -> Value {
    kept.iter().map(|it| json!({ "file": it.name, "now": it.now, "why": it.why })).collect()
}

/// Prints the answer of `build`.
pub(super) fn build(gathered: &Gathered, built: &Built, lang: Lang) {
    let mut answer = checked(gathered, lang);
    let files = built.written.iter().map(
        |it| json!({
            "file": it.file, "title": it.title, "pages": it.pages, "font": it.family, "copy_of": it.copy_of
        }),
    );
    answer["status"] = json!(built.status);
    answer["folder"] = json!(built.folder.to_string_lossy());
    answer["outputs"] = files.collect();
    answer["refused"] = built.refused.iter().map(|it| json!(it.file)).collect();
    answer["kept"] = kept(&built.kept);
    answer["failed"] = failed(&built.failed, lang);
    let absent = built.absent.iter();
    answer["absent"] = absent
        .map(|(name, why)| json!({ "document": name, "why": absent::why(why, lang) }))
        .collect();
    answer["reused"] = json!(built.reused());
    print(&answer);
}

/// Papers that could not be made, with the reason.
pub(super) fn failed(failed: &[Failed], lang: Lang) -> Value {
    let one =
        |it: &Failed| json!({ "file": it.file, "message": lang.failure(&it.failure).message });
    failed.iter().map(one).collect()
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
            let error = match other {
                Failure::Template(error) => Some(error),
                _ => None,
            };
            let position = error.and_then(|it| it.position());
            vec![json!({
                "file": error.map(|it| format!("templates/{}", it.path)),
                "line": position.map(|it| it.0),
                "column": position.map(|it| it.1),
                "paper": error.and_then(|it| it.paper.as_ref()),
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
    let declared = &gathered.declared;
    json!({
        "findings": findings,
        "units": units(gathered),
        "changes":
            records::changes(&declared.campaign, &declared.catalogue, &gathered.replacements),
    })
}

fn finding(finding: &Finding, gathered: &Gathered, lang: Lang) -> Value {
    let words = lang.fact(&finding.fact);
    let campaign = &gathered.declared.campaign;
    let accepted = finding.accepted.map(|waiver| {
        let waiver = &campaign.collection.waivers[waiver];
        json!({ "reason": waiver.reason, "by": waiver.by, "date": waiver.date })
    });
    json!({
        "code": finding.fact.code(),
        "severity": severity(finding.fact.severity()),
        "message": words.message,
        "unit": finding.unit.map(|unit| campaign[unit].code.clone()),
        "file": finding.place.file,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell.map(|it| it.to_string()),
        "hint": words.hint,
        "lines": words.lines,
        "accepted": accepted,
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
    let standing = standing::standing(gathered);
    let mut units = Vec::new();
    for it in &standing.units {
        let unit = &campaign[it.unit];
        let (code, name) = (Some(unit.code.as_str()), Some(unit.name.as_str()));
        if it.state == State::Missing {
            units.push(entry(code, name, "missing", None));
        }
        for file in &it.files {
            let status = match file.role {
                Role::Valid => outcome(it.counts),
                Role::Contested => "duplicate",
                Role::Unreadable => "unreadable",
                Role::Superseded => "superseded",
            };
            units.push(entry(code, name, status, Some(&file.file)));
        }
    }
    units.extend(standing.strays.iter().map(|it| {
        let status = match it.role {
            Role::Unreadable => "unreadable",
            Role::Superseded => "superseded",
            Role::Contested | Role::Valid => "errors",
        };
        entry(None, None, status, Some(&it.file))
    }));
    units
}

fn entry(code: Option<&str>, name: Option<&str>, status: &str, file: Option<&str>) -> Value {
    json!({ "code": code, "name": name, "status": status, "file": file })
}

fn outcome(counts: Counts) -> &'static str {
    match (counts.errors, counts.warnings, counts.notices) {
        (0, 0, 0) => "clean",
        (0, 0, _) => "notices",
        (0, _, _) => "warnings",
        _ => "errors",
    }
}

/// Prints the answer of `status`.
pub(super) fn standing(gathered: &Gathered, standing: &Standing, written: Option<&str>) {
    let campaign = &gathered.declared.campaign;
    let unit = |it: &UnitStanding| {
        let files = it.files.iter().map(|it| {
            json!({
                "file": it.file,
                "role": it.role,
                "received": it.received,
                "report_number": it.report_number,
                "report_date": it.report_date,
            })
        });
        json!({
            "code": campaign[it.unit].code,
            "name": campaign[it.unit].name,
            "state": it.state,
            "arrival": it.arrival,
            "punctuality": it.punctuality,
            "files": files.collect::<Vec<_>>(),
            "counts": it.counts,
            "confirmed": it.confirmed,
        })
    };
    let strays = standing.strays.iter().map(|it| json!({ "file": it.file, "role": it.role }));
    print(&json!({
        "campaign": campaign.name,
        "deadline": standing.deadline,
        "units": standing.units.iter().map(unit).collect::<Vec<_>>(),
        "strays": strays.collect::<Vec<_>>(),
        "written": written,
    }));
}

pub(super) fn print(value: &Value) {
    screen::answer(format_args!("{value:#}"));
}
