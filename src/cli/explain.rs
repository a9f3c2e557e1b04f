//! `thidua explain` and `thidua list`.

use serde_json::Value;
use serde_json::json;
use thidua::finding::explain;
use thidua::finding::explain::EXPLANATIONS;
use thidua::finding::failure::Failure;
use thidua::finding::failure::TomlFault;
use thidua::finding::lang::Lang;
use thidua::template::helpers::Entry;
use thidua::template::helpers::HELPERS;
use thidua::text::suggest;

use crate::cli::args::ExplainArgs;
use crate::cli::args::Format;
use crate::cli::args::ListArgs;
use crate::cli::args::Listed;
use crate::cli::json;
use crate::cli::report;
use crate::cli::screen;
use crate::cli::status::Status;
use crate::cli::vocabulary;

pub(super) fn run(args: &ExplainArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let Some(text) = explain::explain(&args.code, lang) else {
        let codes = EXPLANATIONS.iter().map(|it| it.code);
        let nearest = suggest::nearest(&args.code, codes).map(str::to_owned);
        let fault = TomlFault::Dangling { name: args.code.clone(), nearest };
        report::unknown(&fault, lang);
        return Ok(Status::Failed);
    };
    match args.common.format {
        Format::Text => screen::answer(format_args!("{}\n\n{text}", args.code)),
        Format::Json => json::print(&json!({ "code": args.code, "text": text })),
    }
    Ok(Status::Clean)
}

pub(super) fn list(args: &ListArgs) -> Result<Status, Failure> {
    match (args.what, &args.campaign) {
        (Listed::Variables, None) => {
            let (message, hint) = match args.common.lang() {
                Lang::Vi => (
                    "thiếu thư mục của kỳ",
                    "ghi thêm thư mục và tên văn bản: thidua list variables inputs/cum-so-5-2024 bao-cao-tong-ket",
                ),
                Lang::En => (
                    "the folder of a campaign is missing",
                    "name it and the document: thidua list variables inputs/cum-so-5-2024 bao-cao-tong-ket",
                ),
            };
            report::refused(message, hint);
            Ok(Status::Failed)
        }
        (Listed::Variables | Listed::Helpers, Some(campaign)) => vocabulary::run(args, campaign),
        (Listed::Helpers | Listed::Findings, _) => {
            table(args);
            Ok(Status::Clean)
        }
    }
}

/// What is the same for every campaign.
fn table(args: &ListArgs) {
    let rows: Vec<(&str, String)> = if args.what == Listed::Findings {
        let lang = args.common.lang();
        let first = |code| explain::explain(code, lang).and_then(|it| it.lines().next());
        let row =
            |it: &explain::Explanation| (it.code, first(it.code).unwrap_or_default().to_owned());
        EXPLANATIONS.iter().map(row).collect()
    } else {
        let text = |it: &Entry| format!("{}\n{:24}{}", it.example, "", it.meaning);
        HELPERS.iter().map(|it| (it.name, text(it))).collect()
    };
    match args.common.format {
        Format::Text => {
            for (name, text) in &rows {
                screen::answer(format_args!("{name:24}{text}"));
            }
        }
        Format::Json => {
            let items = rows.iter().map(|(name, text)| json!({ "name": name, "text": text }));
            json::print(&Value::Array(items.collect()));
        }
    }
}
