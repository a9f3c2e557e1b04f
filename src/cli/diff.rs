//! `thidua diff`.

use std::path::PathBuf;

use serde_json::Value;
use serde_json::json;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::comparison::Change;
use thidua::model::comparison::Changed;
use thidua::model::comparison::Comparison;
use thidua::model::comparison::PaperChange;
use thidua::pipeline::compare;
use thidua::pipeline::compare::Signed;
use thidua::pipeline::gather;
use thidua::text::normal;

use crate::cli::args::DiffArgs;
use crate::cli::args::Format;
use crate::cli::build;
use crate::cli::fonts;
use crate::cli::json;
use crate::cli::progress::Progress;
use crate::cli::reader;
use crate::cli::report;
use crate::cli::screen;
use crate::cli::status::Status;

/// The most lines of a list, unless all are asked for.
const FEW: usize = 12;

pub(super) fn run(args: &DiffArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let mut progress = Progress::new(lang, args.common.format == Format::Json);
    let outcome = work(args, &mut progress);
    progress.finish();
    let (comparison, signed, folder) = outcome?;
    match args.common.format {
        Format::Json => answer(&comparison, signed.as_ref()),
        Format::Text => {
            tell(&comparison, args.all, lang);
            if let Some(signed) = &signed {
                let head = if lang == Lang::Vi { "Đã ghi vào" } else { "Written to" };
                screen::answer(format_args!("\n{head} {}", folder.display()));
                signed.files.iter().for_each(|it| screen::answer(format_args!("  {it}")));
                report::kept(&signed.kept, lang);
            }
        }
    }
    Ok(Status::Clean)
}

fn work(
    args: &DiffArgs,
    progress: &mut Progress,
) -> Result<(Comparison, Option<Signed>, PathBuf), Failure> {
    let mut listen = |event| progress.show(&event);
    let gathered = gather::gather(&args.campaign, &reader::workers()?, &mut listen)?;
    let default = || build::default_folder(&gathered.declared.campaign.name);
    let folder = args.out.clone().unwrap_or_else(default);
    let against = args.against.clone().unwrap_or_else(default);
    let comparison = compare::compare(&gathered, &against, &mut listen)?;
    let signed = if args.no_write || comparison.is_empty() {
        None
    } else {
        let fonts = fonts::find(&args.fonts.fonts)?;
        Some(compare::write(&gathered, &comparison, &fonts, &folder)?)
    };
    Ok((comparison, signed, folder))
}

fn tell(it: &Comparison, all: bool, lang: Lang) {
    let vi = lang == Lang::Vi;
    let most = if all { usize::MAX } else { FEW };
    if it.is_empty() {
        screen::answer(if vi {
            "Không có gì thay đổi so với lần làm trước."
        } else {
            "Nothing changed since the earlier build."
        });
    }
    if !it.knows_figures {
        screen::answer(if vi {
            "Lần làm trước không để lại so-lieu.json đọc được: không so được từng số liệu."
        } else {
            "The earlier build left no so-lieu.json that can be read: figures are not compared."
        });
    }
    let inputs = it.inputs.iter();
    let inputs = inputs.map(|it| format!("{} ({})", clean(&it.file), done(it.change, lang)));
    list(if vi { "Tệp nguồn" } else { "Sources" }, &inputs.collect::<Vec<_>>(), most, vi);
    let figures: Vec<String> = it.figures.iter().map(line).collect();
    list(if vi { "Số liệu" } else { "Figures" }, &figures, most, vi);
    let points: Vec<String> = it.points.iter().map(line).collect();
    list(if vi { "Điểm, xếp thứ, số phiếu" } else { "Points, ranks, votes" }, &points, most, vi);
    let papers: Vec<String> = it.papers.iter().map(|it| paper(it, all, lang)).collect();
    list(if vi { "Văn bản sẽ khác" } else { "Papers that would differ" }, &papers, most, vi);
}

fn list(head: &str, lines: &[String], most: usize, vi: bool) {
    if lines.is_empty() {
        return;
    }
    screen::answer(format_args!("\n{head} ({})", lines.len()));
    lines.iter().take(most).for_each(|it| screen::answer(format_args!("  {it}")));
    match (lines.len().saturating_sub(most), vi) {
        (0, _) => {}
        (more, true) => {
            screen::answer(format_args!("  … và {more} mục khác (thêm --all để xem hết)"));
        }
        (more, false) => screen::answer(format_args!("  … and {more} more (--all shows them)")),
    }
}

/// `TC12 “Đoàn viên kết nạp mới”, Thực hiện, Toàn cụm: 25.493 → 25.520`.
fn line(it: &Changed) -> String {
    let value = |it: &Option<String>| it.clone().unwrap_or_else(|| "…".to_owned());
    let of = if it.of.is_empty() { String::new() } else { format!(", {}", it.of) };
    let cells = match it.cells.as_slice() {
        [] => String::new(),
        cells => format!("  ({})", cells.join("; ")),
    };
    clean(&format!("{}{of}: {} → {}{cells}", it.name, value(&it.before), value(&it.after)))
}

fn paper(it: &PaperChange, all: bool, lang: Lang) -> String {
    let vi = lang == Lang::Vi;
    let mut what = Vec::new();
    if it.change != Change::Changed {
        what.push(done(it.change, lang).to_owned());
    }
    if !it.figures.is_empty() {
        let count = it.figures.len();
        what.push(if vi { format!("{count} số in khác") } else { format!("{count} figures") });
    }
    match (it.words, vi) {
        (Some(true), true) => what.push("lời văn khác".to_owned()),
        (Some(true), false) => what.push("other words".to_owned()),
        _ => {}
    }
    if what.is_empty() {
        what.push(if vi { "nội dung khác" } else { "other content" }.to_owned());
    }
    if let Some(issued) = &it.issued {
        let word = if vi { "ĐÃ BAN HÀNH" } else { "ISSUED" };
        what.push(format!("{word}: {issued}"));
    }
    let mut text = clean(&format!("{}: {}", it.file, what.join("; ")));
    for it in it.figures.iter().filter(|_| all) {
        text.push_str("\n      ");
        text.push_str(&clean(&format!("{}: {} → {}", it.id, it.before, it.after)));
    }
    text
}

fn done(change: Change, lang: Lang) -> &'static str {
    match (change, lang) {
        (Change::Added, Lang::Vi) => "mới",
        (Change::Changed, Lang::Vi) => "thay đổi",
        (Change::Removed, Lang::Vi) => "không còn",
        (Change::Added, Lang::En) => "new",
        (Change::Changed, Lang::En) => "changed",
        (Change::Removed, Lang::En) => "gone",
    }
}

/// Text from outside, without what could move the cursor of a terminal.
fn clean(text: &str) -> String {
    normal::clean(text)
}

fn answer(it: &Comparison, signed: Option<&Signed>) {
    let changed = |it: &Changed| json!({ "id": it.id, "name": it.name, "of": it.of, "before": it.before, "after": it.after, "cells": it.cells });
    let paper = |it: &PaperChange| {
        let figures = it.figures.iter();
        let figures =
            figures.map(|it| json!({ "id": it.id, "before": it.before, "after": it.after }));
        json!({
            "file": it.file,
            "title": it.title,
            "change": word(it.change),
            "issued": it.issued,
            "words": it.words,
            "figures": figures.collect::<Vec<_>>(),
        })
    };
    let inputs = it.inputs.iter();
    let inputs = inputs.map(|it| json!({ "file": it.file, "change": word(it.change) }));
    json::print(&json!({
        "inputs": inputs.collect::<Vec<_>>(),
        "figures": it.figures.iter().map(changed).collect::<Vec<Value>>(),
        "points": it.points.iter().map(changed).collect::<Vec<Value>>(),
        "papers": it.papers.iter().map(paper).collect::<Vec<Value>>(),
        "compared": it.knows_figures,
        "outputs": signed.map(|it| it.files.clone()).unwrap_or_default(),
    }));
}

fn word(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Changed => "changed",
        Change::Removed => "removed",
    }
}
