//! A story as an indented tree.

use std::collections::BTreeMap;

use thidua::finding::lang::Lang;
use thidua::inspect::story::Body;
use thidua::inspect::story::Node;
use thidua::inspect::story::Origin;
use thidua::inspect::story::Shown;
use thidua::inspect::story::Source;
use thidua::inspect::story::Subject;
use thidua::model::catalogue::Catalogue;
use thidua::model::catalogue::Indicator;
use thidua::model::figure::FigureId;
use thidua::model::id::IndicatorId;
use thidua::model::ledger::Aggregate;
use thidua::model::ledger::Spot;
use thidua::pipeline::trace::Found;
use thidua::pipeline::trace::State;
use thidua::text::normal;

use crate::cli::screen;
use crate::cli::trace::words;
use crate::cli::trace::words::of;

/// A line of the tree: words, a number at its right edge, more words.
struct Row {
    name: String,
    value: String,
    source: String,
}

/// An empty line.
pub(super) fn gap() {
    screen::answer("");
}

/// Which file it is, and whether it is the one that was made.
pub(super) fn paper(document: &str, found: Found, state: State, lang: Lang) {
    let state = words::state(state, found, lang);
    screen::answer(format_args!("{}: {state}", normal::clean(document)));
}

/// A figure, where it is printed, what it is made of, and the files.
pub(super) fn story(printed: &[Shown], figure: &Node, lang: Lang) {
    screen::answer(normal::clean(&words::subject(figure, lang)));
    places(printed, lang);
    tree(figure, 1, lang);
    files(figure, lang);
}

/// Where a figure is printed: one line for each file and each way of saying it.
fn places(printed: &[Shown], lang: Lang) {
    let mut groups: Vec<(&Shown, Vec<String>)> = Vec::new();
    for shown in printed {
        let at = &shown.at;
        let same = |it: &Shown| it.at.document == at.document && it.at.text == at.text;
        let place = at.spot.as_ref().map(|it| spot(it, lang));
        match groups.iter_mut().find(|(it, _)| same(it)) {
            Some((_, places)) => places.extend(place),
            None => groups.push((shown, place.into_iter().collect())),
        }
    }
    for (shown, mut places) in groups {
        places.dedup();
        let places =
            if places.is_empty() { String::new() } else { format!(", {}", joined(&places, lang)) };
        let word = of(lang, "in tại", "printed in");
        let (document, text) = (normal::clean(&shown.at.document), normal::clean(&shown.at.text));
        let wording = words::wording(shown.wording, lang);
        screen::answer(format_args!("  {word} {document}{places}: “{text}” ({wording})"));
    }
}

/// `trang 2, 3, 8`, or cells one after the other.
fn joined(places: &[String], lang: Lang) -> String {
    let page = page_word(lang);
    let pages: Option<Vec<&str>> = places.iter().map(|it| it.strip_prefix(page)).collect();
    match pages {
        Some(pages) => format!("{page}{}", pages.join(", ")),
        None => places.join("; "),
    }
}

fn page_word(lang: Lang) -> &'static str {
    of(lang, "trang ", "page ")
}

pub(in crate::cli) fn spot(spot: &Spot, lang: Lang) -> String {
    match spot {
        Spot::Page { page } => format!("{}{page}", page_word(lang)),
        Spot::Cell { sheet, cell } => format!("“{}” {cell}", normal::clean(sheet)),
    }
}

/// What a figure is made of.
fn tree(node: &Node, depth: usize, lang: Lang) {
    let indent = "  ".repeat(depth);
    let origin = words::origin(node, lang);
    let origin = if origin.is_empty() { origin } else { format!(" · {origin}") };
    screen::answer(format_args!("{indent}= {}{origin}", words::value(node, lang)));
    for source in &node.cells {
        screen::answer(format_args!("{indent}  {}", cell(source, lang)));
    }
    note(node, &indent);
    if let Origin::Aggregate { missing, .. } = &node.origin
        && !missing.is_empty()
    {
        let names: Vec<&str> = missing.iter().map(|it| it.name.as_str()).collect();
        let word = of(lang, "chưa có số liệu", "no figure from");
        screen::answer(format_args!("{indent}  {word}: {}", names.join(", ")));
    }
    if let Origin::Past { bodies, .. } = &node.origin {
        let several = bodies.iter().any(|it| it.indicator != bodies[0].indicator);
        rows(&indent, bodies.iter().map(|it| body(it, several, lang)).collect());
    }
    let letters = match &node.origin {
        Origin::Derived => true,
        Origin::Aggregate { how, .. } => *how == Aggregate::Ratio,
        _ => false,
    };
    parts(node, depth, letters, lang);
}

fn note(node: &Node, indent: &str) {
    if let Subject::Points { of: what, .. } = &node.subject
        && let Some(note) = &what.note
    {
        screen::answer(format_args!("{indent}  “{}”", normal::clean(note)));
    }
}

/// The parts of a figure: those read from cells as aligned rows, the others as trees of their own.
fn parts(node: &Node, depth: usize, letters: bool, lang: Lang) {
    let indent = "  ".repeat(depth);
    let mut left = node.parts.as_slice();
    let mut index = 0_u8;
    while let Some(first) = left.first() {
        let key = leaf(first).filter(|_| !letters);
        let count = match key {
            Some(key) => left.iter().take_while(|it| leaf(it) == Some(key)).count(),
            None => 1,
        };
        let (run, rest) = left.split_at(count);
        left = rest;
        if key.is_some() {
            if !is_of(node, first) {
                screen::answer(format_args!("{indent}  {}", heading(first)));
            }
            rows(&indent, run.iter().map(|it| row(it, lang)).collect());
        } else {
            let letter = char::from(b'a' + index.min(25));
            let letter = if letters { format!("{letter}: ") } else { String::new() };
            screen::answer(format_args!(
                "{indent}  {letter}{}",
                normal::clean(&words::subject(first, lang))
            ));
            tree(first, depth + 2, lang);
        }
        index = index.saturating_add(1);
    }
}

/// Indicator and measure of a unit's figure that was read from a cell.
fn leaf(node: &Node) -> Option<(&str, &str)> {
    match (&node.subject, &node.origin) {
        (Subject::Indicator { indicator, measure, unit: Some(_) }, Origin::Cell) => {
            Some((indicator.code.as_str(), measure.name()))
        }
        _ => None,
    }
}

/// Whether a part speaks of the same indicator as the whole.
fn is_of(whole: &Node, part: &Node) -> bool {
    match (&whole.subject, &part.subject) {
        (
            Subject::Indicator { indicator: whole, .. },
            Subject::Indicator { indicator: part, .. },
        ) => whole.code == part.code,
        _ => false,
    }
}

fn heading(node: &Node) -> String {
    match &node.subject {
        Subject::Indicator { indicator, measure, .. } => {
            normal::clean(&format!("{} · {} · {}", indicator.code, indicator.name, measure.title()))
        }
        _ => String::new(),
    }
}

fn row(node: &Node, lang: Lang) -> Row {
    let name = match &node.subject {
        Subject::Indicator { unit: Some(unit), .. } => unit.name.clone(),
        _ => node.id.clone(),
    };
    let source: Vec<String> = node.cells.iter().map(|it| cell(it, lang)).collect();
    Row { name, value: words::bare_value(node), source: source.join("; ") }
}

/// What one body had; a ratio or a mean rests on `several` indicators, which are named then.
fn body(body: &Body, several: bool, lang: Lang) -> Row {
    let source: Vec<String> = body.cells.iter().map(|it| cell(it, lang)).collect();
    let value = body.value.map_or_else(|| "…".to_owned(), words::shown);
    let name =
        if several { format!("{} · {}", body.indicator, body.unit) } else { body.unit.clone() };
    Row { name, value, source: source.join("; ") }
}

fn rows(indent: &str, rows: Vec<Row>) {
    let width = |of: fn(&Row) -> &String| rows.iter().map(|it| of(it).chars().count()).max();
    let names = width(|it| &it.name).unwrap_or(0);
    let values = width(|it| &it.value).unwrap_or(0);
    for Row { name, value, source } in &rows {
        let name = normal::clean(name);
        screen::answer(format_args!("{indent}  {name:names$}  {value:>values$}  {source}"));
    }
}

/// `submissions/cao-bang.xlsx › Số liệu › F16: “2214”`.
fn cell(source: &Source, lang: Lang) -> String {
    let it = &source.cell;
    let [file, sheet, text] = [&it.file, &it.sheet, &it.text].map(|it| normal::clean(it));
    let typed = of(lang, "ghi", "says");
    format!("{file} › {sheet} › {} {typed} “{text}”", it.cell)
}

/// The digests of the files in which the cells lie, so that nobody holds another file against them.
fn files(figure: &Node, lang: Lang) {
    let mut files = BTreeMap::new();
    gather(figure, &mut files);
    if files.is_empty() {
        return;
    }
    let head = of(lang, "Mã SHA-256 của tệp nguồn:", "SHA-256 of the source files:");
    screen::answer(format_args!("  {head}"));
    let widest = files.keys().map(|it| it.chars().count()).max().unwrap_or(0);
    let unknown = of(lang, "chưa rõ", "not known");
    for (file, digest) in files {
        let (file, digest) = (normal::clean(file), digest.unwrap_or(unknown));
        screen::answer(format_args!("    {file:widest$}  {}", normal::clean(digest)));
    }
}

fn gather<'a>(node: &'a Node, files: &mut BTreeMap<&'a str, Option<&'a str>>) {
    let bodies = match &node.origin {
        Origin::Past { bodies, .. } => bodies.as_slice(),
        _ => &[],
    };
    for source in node.cells.iter().chain(bodies.iter().flat_map(|it| &it.cells)) {
        files.insert(&source.cell.file, source.sha256.as_deref());
    }
    node.parts.iter().for_each(|it| gather(it, files));
}

/// Every figure of a paper in reading order.
pub(super) fn list(rows: &[(Shown, Node)], lang: Lang) {
    let place = |it: &Shown| it.at.spot.as_ref().map_or_else(String::new, |it| spot(it, lang));
    let width = |of: &dyn Fn(&Shown) -> String| {
        rows.iter().map(|(it, _)| of(it).chars().count()).max().unwrap_or(0).min(40)
    };
    let (places, texts) = (width(&place), width(&|it| normal::clean(&it.at.text)));
    for (shown, node) in rows {
        let (place, text) = (place(shown), normal::clean(&shown.at.text));
        let subject = match node.subject {
            Subject::Derived(_) => node.id.clone(),
            _ => words::subject(node, lang),
        };
        screen::answer(format_args!(
            "{place:places$}  {text:>texts$}  {}",
            normal::clean(&subject)
        ));
    }
}

/// More figures than anybody reads through bear a number.
pub(super) fn many(rows: &[(Shown, Node)], lang: Lang) {
    gap();
    list(rows, lang);
    screen::answer(of(
        lang,
        "→ thêm --page, hoặc hỏi theo chỉ tiêu: thidua trace <KỲ> <CHỈ_TIÊU> --unit <ĐƠN_VỊ>",
        "→ add --page, or ask by indicator: thidua trace <CAMPAIGN> <INDICATOR> --unit <UNIT>",
    ));
}

/// Several indicators bear the words that were typed.
pub(super) fn several(catalogue: &Catalogue, all: &[IndicatorId], lang: Lang) {
    let head = of(lang, "Nhiều chỉ tiêu có tên như vậy:", "Several indicators bear that name:");
    screen::aside(head);
    for id in all {
        screen::aside(format_args!("  {:6} {}", catalogue[*id].code, catalogue[*id].name));
    }
    screen::aside(of(lang, "→ ghi mã của một chỉ tiêu", "→ name one by its code"));
}

/// Nobody reported what was asked for.
pub(super) fn nothing_reported(indicator: &Indicator, wanted: FigureId, lang: Lang) {
    let title = wanted.measure.title();
    let (code, name) = (&indicator.code, &indicator.name);
    let vi = format!("{code} · {name} · {title}: không đơn vị nào báo cáo");
    screen::answer(of(lang, vi, format!("{code} · {name} · {title}: reported by nobody")));
}

/// The paper prints no figure of that kind.
pub(super) fn no_figure(wanted: &str, page: Option<usize>, lang: Lang) {
    let wanted = normal::clean(wanted);
    let place = page.map_or_else(String::new, |it| format!(" {}{it}", page_word(lang)));
    screen::answer(of(
        lang,
        format!(
            "“{wanted}” không phải là số liệu của tệp này{place}: năm, số điều, số văn bản không phải là số liệu"
        ),
        format!(
            "“{wanted}” is no figure of this file{place}: years, articles and numbers of documents are none"
        ),
    ));
    screen::answer(of(
        lang,
        "→ chép đúng con số như in, hoặc xem mọi con số bằng --list",
        "→ copy the number as it is printed, or see all of them with --list",
    ));
}
