//! `thidua verify`.

mod folder;
mod words;

use std::path::PathBuf;

use serde_json::Value;
use serde_json::json;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::inspect::signatures::Field;
use thidua::inspect::signatures::FieldState;
use thidua::inspect::signatures::Signature;
use thidua::pipeline::verify;
use thidua::pipeline::verify::Content;
use thidua::pipeline::verify::Verified;

use crate::cli::args::Format;
use crate::cli::args::VerifyArgs;
use crate::cli::json;
use crate::cli::screen;
use crate::cli::status::Status;

pub(super) fn run(args: &VerifyArgs) -> Result<Status, Failure> {
    let against = args.against.as_deref();
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) =
        args.files.iter().partition(|it| it.is_dir());
    let files = files.into_iter().map(|it| verify::of_file(it, against));
    let verified = files.collect::<Result<Vec<_>, _>>()?;
    let folders = folders.into_iter().map(|it| folder::look(it, &args.common));
    let folders = folders.collect::<Result<Vec<_>, _>>()?;
    match args.common.format {
        Format::Json => json::print(&json!({
            "files": verified.iter().map(answer).collect::<Vec<_>>(),
            "folders": folders.iter().map(folder::answer).collect::<Vec<_>>(),
        })),
        Format::Text => {
            tell(&verified, args.common.lang());
            folders.iter().for_each(|it| folder::tell(it, args.common.lang()));
        }
    }
    let is_good = verified.iter().all(Verified::is_good)
        && folders.iter().all(|it| it.folder.faults.is_empty());
    Ok(if is_good { Status::Clean } else { Status::Findings })
}

fn tell(verified: &[Verified], lang: Lang) {
    for (at, it) in verified.iter().enumerate() {
        if at > 0 {
            screen::answer("");
        }
        paper(it, lang);
    }
    if verified.iter().any(|it| !it.signatures.signatures.is_empty()) {
        screen::answer(format_args!("\n{}", words::about_trust(lang)));
    }
}

fn paper(it: &Verified, lang: Lang) {
    screen::answer(&it.name);
    screen::answer(format_args!("  {}", words::content(&it.content, lang)));
    if let Content::AsMade { since, .. } = &it.content {
        for change in since.iter().filter(|it| !it.is_allowed()) {
            screen::answer(format_args!("  - {}", words::change(change, lang)));
        }
    }
    for (at, signature) in it.signatures.signatures.iter().enumerate() {
        screen::answer("");
        tell_signature(at + 1, signature, &it.signatures.fields, lang);
    }
    for (head, names) in words::open_fields(&it.signatures.fields, lang) {
        screen::answer(format_args!("\n  {head} ({}): {}", names.len(), names.join(", ")));
    }
    screen::answer(format_args!("\n  {}", words::verdict_of_all(it, lang)));
}

fn tell_signature(number: usize, it: &Signature, fields: &[Field], lang: Lang) {
    let label = fields.iter().find(|field| field.name == it.field).map_or("", |it| &it.label);
    screen::answer(format_args!("  {number}. {}  {label}", it.field));
    for line in words::signature(it, lang) {
        screen::answer(format_args!("     {line}"));
    }
    for change in it.after.iter().filter(|it| !it.is_allowed()) {
        screen::answer(format_args!("     - {}", words::change(change, lang)));
    }
}

fn answer(it: &Verified) -> Value {
    let content = match &it.content {
        Content::AsMade { file, since } => {
            json!({ "state": "as-made", "of": file, "since": since })
        }
        Content::Other { file } => json!({ "state": "other", "of": file }),
        Content::Unknown => json!({ "state": "unknown" }),
    };
    let signature = |it: &Signature| {
        let mut value = json!(it);
        value["good"] = json!(it.is_good());
        value
    };
    let signatures = it.signatures.signatures.iter().map(signature);
    json!({
        "file": it.name,
        "good": it.is_good(),
        "content": content,
        "fields": it.signatures.fields,
        "signatures": signatures.collect::<Vec<_>>(),
    })
}

/// Names of the fields in this state.
fn names(fields: &[Field], state: &FieldState) -> Vec<String> {
    fields.iter().filter(|it| it.state == *state).map(|it| it.name.clone()).collect()
}
