//! What is printed for people.

use std::fmt::Write;
use std::io::IsTerminal;
use std::ops::Range;

use annotate_snippets::AnnotationKind;
use annotate_snippets::Group;
use annotate_snippets::Level;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet;
use annotate_snippets::renderer::DecorStyle;
use clap::error::ContextKind;
use clap::error::ContextValue;
use clap::error::ErrorKind;
use thidua::finding::fact::Finding;
use thidua::finding::failure::Failure;
use thidua::finding::failure::TomlError;
use thidua::finding::failure::TomlFault;
use thidua::finding::lang::Lang;
use thidua::finding::lang::Words;
use thidua::model::catalogue::Severity;
use thidua::model::collection::Waiver;
use thidua::model::place::Place;
use thidua::output::Kept;
use thidua::output::Why;
use thidua::pipeline::gather::Gathered;
use thidua::text::normal;

use crate::cli::screen;

/// Prints the findings, gravest first.
pub(super) fn findings(gathered: &Gathered, lang: Lang) {
    for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
        let of: Vec<&Finding> =
            gathered.findings.iter().filter(|it| it.is_open_as(severity)).collect();
        if of.is_empty() {
            continue;
        }
        screen::answer(format_args!("\n{} ({})", capital(lang.severity(severity)), of.len()));
        for finding in of {
            screen::answer(one(finding, gathered, lang));
        }
    }
    accepted(gathered, lang);
}

/// Prints the findings that were accepted, each with its reason.
fn accepted(gathered: &Gathered, lang: Lang) {
    let waivers = &gathered.declared.campaign.collection.waivers;
    let of: Vec<(&Finding, &Waiver)> =
        gathered.findings.iter().filter_map(|it| Some((it, waivers.get(it.accepted?)?))).collect();
    if of.is_empty() {
        return;
    }
    screen::answer(format_args!("\n{} ({})", capital(lang.accepted()), of.len()));
    for (finding, waiver) in of {
        let reason = match lang {
            Lang::Vi => "lý do",
            Lang::En => "reason",
        };
        screen::answer(format_args!("  {}", head(finding, gathered, lang)));
        screen::answer(format_args!("    {}", capital(&lang.fact(&finding.fact).message)));
        screen::answer(format_args!(
            "    → {reason}: {} ({}, {})",
            normal::clean(&waiver.reason),
            normal::clean(&waiver.by),
            waiver.date.numeric()
        ));
    }
}

fn one(finding: &Finding, gathered: &Gathered, lang: Lang) -> String {
    let words = lang.fact(&finding.fact);
    let mut text = String::new();
    let _ = writeln!(text, "  {}", head(finding, gathered, lang));
    let _ = writeln!(text, "    {}", capital(&words.message));
    let _ = write!(text, "    → {}", words.hint);
    for line in &words.lines {
        let _ = write!(text, "\n        {line}");
    }
    text
}

/// Place and code of a finding; the unit where there is no place.
fn head(finding: &Finding, gathered: &Gathered, lang: Lang) -> String {
    let place = place(&finding.place, lang);
    let place = match (place.is_empty(), finding.unit) {
        (true, Some(unit)) => gathered.declared.campaign[unit].full_name.clone(),
        _ => place,
    };
    format!("{place}  [{}]", finding.fact.code())
}

/// `tệp › trang tính “Số liệu” › ô B12`.
pub(super) fn place(place: &Place, lang: Lang) -> String {
    let (sheet, cell) = match lang {
        Lang::Vi => ("trang tính", "ô"),
        Lang::En => ("sheet", "cell"),
    };
    let mut parts = Vec::new();
    // Names come from outside: what could move the cursor of a terminal is not printed.
    parts.extend(place.file.as_deref().map(normal::clean));
    parts.extend(place.sheet.as_deref().map(|it| format!("{sheet} “{}”", normal::clean(it))));
    parts.extend(place.cell.map(|it| format!("{cell} {it}")));
    parts.join(" › ")
}

/// Counts of findings in one line.
pub(super) fn counts(gathered: &Gathered, lang: Lang) -> String {
    let count = |severity| {
        let number = gathered.findings.iter().filter(|it| it.is_open_as(severity)).count();
        match lang {
            Lang::Vi => format!("{number} {}", lang.severity(severity)),
            Lang::En => format!("{}s {number}", lang.severity(severity)),
        }
    };
    let mut counts = [Severity::Error, Severity::Warning, Severity::Notice].map(count).to_vec();
    match (gathered.findings.iter().filter(|it| !it.is_open()).count(), lang) {
        (0, _) => {}
        (accepted, Lang::Vi) => counts.push(format!("{accepted} {}", lang.accepted())),
        (accepted, Lang::En) => counts.push(format!("{} {accepted}", lang.accepted())),
    }
    counts.join(", ")
}

/// Prints where files that stood in the way are now.
pub(super) fn kept(kept: &[Kept], lang: Lang) {
    for it in kept {
        let words = match (it.why, lang) {
            (Why::EditedByHand | Why::Withdrawn, Lang::Vi) => {
                format!("bản trước được giữ lại tại {}", it.now)
            }
            (Why::EditedByHand | Why::Withdrawn, Lang::En) => {
                format!("the earlier one is kept as {}", it.now)
            }
            (Why::SignedSame, Lang::Vi) => "đã ký, giữ nguyên".to_owned(),
            (Why::SignedSame, Lang::En) => "signed, left as it is".to_owned(),
            (Why::SignedOther, Lang::Vi) => {
                "đã ký, giữ nguyên; nội dung làm hôm nay KHÁC bản đã ký \
                → xem bằng thidua diff, rồi làm văn bản thay thế hoặc đính chính"
                    .to_owned()
            }
            (Why::SignedOther, Lang::En) => {
                "signed, left as it is; what is made today says something \
                ELSE → see thidua diff, then make a paper that replaces or corrects it"
                    .to_owned()
            }
            (Why::SignedUnknown, Lang::Vi) => {
                "đã ký, giữ nguyên; xem bằng thidua verify".to_owned()
            }
            (Why::SignedUnknown, Lang::En) => "signed, left as it is; see thidua verify".to_owned(),
        };
        screen::answer(format_args!("  {}: {words}", it.name));
    }
}

/// Prints a failure.
pub(super) fn failure(failure: &Failure, lang: Lang) {
    if let Failure::Toml(errors) = failure {
        errors.iter().for_each(|error| screen::aside(format_args!("{}\n", toml(error, lang))));
    }
    if let Failure::Template(error) = failure
        && let Some(spot) = &error.spot
    {
        let words = lang.failure(failure);
        let path = format!("templates/{}", error.path);
        let lines = Excerpt { path: &path, text: &spot.text, span: spot.span.clone() };
        screen::aside(snippet(lines, &words, lang));
        return;
    }
    let words = lang.failure(failure);
    screen::aside(format_args!("{}\n→ {}", capital(&words.message), words.hint));
}

/// Prints that a name is not known.
pub(super) fn unknown(fault: &TomlFault, lang: Lang) {
    let words = lang.toml_fault(fault);
    screen::aside(format_args!("{}\n→ {}", capital(&words.message), words.hint));
}

/// Prints that what was asked for cannot be done, and what to do.
pub(super) fn refused(message: &str, hint: &str) {
    screen::aside(format_args!("{}\n→ {hint}", capital(message)));
}

/// A campaign without `[scoring]` has no points to judge.
pub(super) fn not_scored(lang: Lang) {
    let words = match lang {
        Lang::Vi => {
            "Kỳ này không chấm điểm\n→ thêm mục [scoring] với tên bảng tiêu chí vào campaign.toml"
        }
        Lang::En => {
            "This campaign does not score\n→ add [scoring] with the name of its criteria to campaign.toml"
        }
    };
    screen::aside(format_args!("{words}"));
}

/// A part of a file that people write.
struct Excerpt<'a> {
    path: &'a str,
    text: &'a str,
    span: Range<usize>,
}

/// The line of a TOML file with what is wrong under it.
fn toml(error: &TomlError, lang: Lang) -> String {
    let lines = Excerpt { path: &error.file, text: &error.text, span: error.span.clone() };
    snippet(lines, &lang.toml_fault(&error.fault), lang)
}

/// A line of a file with what is wrong under it.
fn snippet(at: Excerpt<'_>, words: &Words, lang: Lang) -> String {
    let (title, help) = match lang {
        Lang::Vi => ("cần sửa", "cách sửa"),
        Lang::En => ("error", "help"),
    };
    let annotation = AnnotationKind::Primary.span(at.span);
    let source = Snippet::source(at.text).path(at.path).annotation(annotation);
    let report = [
        Level::ERROR.with_name(title).primary_title(&words.message).element(source),
        Group::with_title(Level::HELP.with_name(help).secondary_title(&words.hint)),
    ];
    let styled = std::io::stderr().is_terminal();
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&report)
}

/// Prints what clap says: help and version as they are, errors with a way out.
pub(super) fn usage(error: &clap::Error) {
    if !error.use_stderr() {
        screen::answer(error.to_string().trim_end());
        return;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        screen::aside(error.to_string().trim_end());
        return;
    }
    let what = |kind| match error.get(kind) {
        Some(ContextValue::String(one)) => format!(" “{one}”"),
        Some(ContextValue::Strings(many)) => format!(" {}", many.join(", ")),
        _ => String::new(),
    };
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => {
            format!("Không dùng được tham số{}", what(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidSubcommand => {
            format!("Không có lệnh hay thư mục{}", what(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (argument, value) =
                (what(ContextKind::InvalidArg), what(ContextKind::InvalidValue));
            format!("Giá trị{value} không dùng được cho{argument}")
        }
        ErrorKind::MissingRequiredArgument => {
            format!("Thiếu tham số{}", what(ContextKind::InvalidArg))
        }
        _ => "Dòng lệnh chưa đúng".to_owned(),
    };
    screen::aside(sentence);
    screen::aside("→ xem cách dùng bằng lệnh: thidua --help");
}

/// The first letter in capital; what was typed and the name of a file stay as they are.
pub(super) fn capital(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let is_quoted = first.starts_with('“');
    let is_file = first.contains(['.', '/']);
    if is_quoted || is_file { text.to_owned() } else { thidua::text::case::capitalise(text) }
}
