//! The rules of the house that a reviewer need not remember: who knows whom, which crate lives in
//! which room, how long a file may be, what nobody does.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;

use crate::source;
use crate::source::Source;
use crate::source::first_word;
use crate::source::is_word;

/// Rooms from the ground floor up. A room imports only from floors below its own; rooms on one
/// floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["text"],
    &["model"],
    &["finding"],
    &["assets", "formula"],
    &["read", "check", "aggregate", "score", "template"],
    &["compose"],
    &["render", "proof"],
    &["output", "inspect"],
    &["pipeline"],
    &["cli"],
];

/// Where each outside crate lives, as beginnings of paths. Plain data and its derives may be
/// anywhere.
const CRATES: &[(&str, &[&str])] = &[
    ("annotate-snippets", &["src/cli/"]),
    ("calamine", &["src/read/workbook/"]),
    ("cap", &["src/cli/"]),
    ("cfb", &["src/read/workbook/"]),
    ("clap", &["src/cli/"]),
    ("cms", &["src/inspect/signatures/"]),
    ("csv", &["src/read/workbook/"]),
    ("encoding_rs", &["src/read/workbook/"]),
    ("flate2", &["src/render/pdf/"]),
    ("handlebars", &["src/template/"]),
    ("icu_casemap", &["src/text/"]),
    ("icu_collator", &["src/text/"]),
    ("icu_locale_core", &["src/text/"]),
    ("icu_normalizer", &["src/text/"]),
    ("image", &["src/assets/"]),
    ("include_dir", &["src/assets/"]),
    ("indicatif", &["src/cli/"]),
    ("jsonschema", &["src/assets/"]),
    ("kurbo", &["src/render/pdf/fields/"]),
    ("lopdf", &["src/inspect/", "src/render/pdf/"]),
    ("mimalloc", &["src/cli/"]),
    ("p256", &["src/inspect/signatures/"]),
    ("p384", &["src/inspect/signatures/"]),
    ("postcard", &["src/read/workbook/worker/"]),
    ("pulldown-cmark", &["src/template/"]),
    ("quick-xml", &["src/inspect/word.rs", "src/read/workbook/", "src/render/docx/"]),
    ("rhai", &["src/formula/"]),
    ("rayon", &["src/pipeline/crew.rs"]),
    ("rlimit", &["src/cli/"]),
    ("rsa", &["src/inspect/signatures/"]),
    ("rust_decimal", &["src/"]),
    (
        "rust_xlsxwriter",
        &["src/render/form/", "src/render/panel/", "src/render/points.rs", "src/render/xlsx/"],
    ),
    ("schemars", &["src/"]),
    ("serde", &["src/"]),
    ("serde_json", &["src/"]),
    ("sha2", &["src/inspect/signatures/", "src/text/digest.rs"]),
    ("similar", &["src/text/"]),
    ("strsim", &["src/text/"]),
    ("tempfile", &["src/output/"]),
    ("toml", &["src/assets/"]),
    ("toml_edit", &["src/pipeline/hand_over/"]),
    ("ttf-parser", &["src/render/pdf/fields/"]),
    ("typst", &["src/render/pdf/"]),
    ("typst-kit", &["src/render/pdf/"]),
    ("typst-layout", &["src/render/pdf/"]),
    ("typst-pdf", &["src/render/pdf/"]),
    ("typst-render", &["src/render/pdf/"]),
    ("typst-svg", &["src/render/pdf/"]),
    ("write-fonts", &["src/render/pdf/fields/"]),
    ("x509-cert", &["src/inspect/signatures/"]),
    ("zip", &["src/inspect/word.rs", "src/read/workbook/", "src/render/docx/"]),
];

/// What shipped code does only in these places, as beginnings of paths.
const ONLY_IN: &[(&str, &[&str])] = &[
    (".unwrap()", &[]),
    (".unwrap_err()", &[]),
    ("panic!", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
    ("dbg!", &[]),
    // Whether a file was saved since it was last looked at.
    ("SystemTime", &["src/cli/watch/"]),
    // How fast papers are made, to tell how long the rest will take.
    ("Instant", &["src/cli/progress.rs"]),
    ("println!", &["src/cli/"]),
    ("print!", &["src/cli/"]),
    ("eprintln!", &["src/cli/"]),
    ("eprint!", &["src/cli/"]),
    ("std::fs", &["src/assets/", "src/read/", "src/output/", "src/inspect/", "src/cli/"]),
    ("std::env", &["src/cli/", "src/main.rs"]),
    // A worker is started, and ended when it hangs.
    ("std::process", &["src/cli/", "src/main.rs", "src/read/workbook/worker/"]),
    ("std::net", &[]),
];

/// Lines that a file may have.
const LINES: usize = 400;

#[track_caller]
fn none(broken: &[String], rule: &str) {
    assert!(broken.is_empty(), "{rule}:\n{}", broken.join("\n"));
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The room of a file: the folder or module right under `src`; the program counts as `cli`.
fn room(path: &str) -> &str {
    match first_word(path.strip_prefix("src/").unwrap()) {
        "main" => "cli",
        room => room,
    }
}

/// What stands behind each `<start>::` that begins a path.
fn paths<'a>(code: &'a str, start: &str) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        for (at, _) in line.match_indices(&format!("{start}::")) {
            let before = line[..at].chars().next_back();
            if !before.is_some_and(|it| is_word(it) || it == ':' || it == '$') {
                found.push((index + 1, &line[at + start.len() + 2..]));
            }
        }
    }
    found
}

/// Paths of a source that point up, sideways, to no known room, or to several at once.
fn bad_paths(path: &str, code: &str) -> Vec<String> {
    let own_room = room(path);
    let in_program = own_room == "cli";
    let mut broken = Vec::new();
    let mut blame = |line: usize, what: String| broken.push(format!("{path}:{line}: {what}"));
    let library = paths(code, if in_program { "thidua" } else { "crate" });
    for (line, rest) in library {
        let target = first_word(rest);
        match floor(target) {
            None => blame(line, format!("`{rest}` names no room; one path per `use`")),
            Some(_) if target == own_room && !in_program => {}
            Some(it) if Some(it) < floor(own_room) => {}
            Some(_) => blame(line, format!("{own_room} may not know {target}")),
        }
    }
    for (line, rest) in paths(code, if in_program { "crate" } else { "thidua" }) {
        if !(in_program && first_word(rest) == "cli") {
            blame(line, format!("`{rest}` is a way around the floors"));
        }
    }
    for (line, rest) in paths(code, "super") {
        if rest.trim_start().starts_with("super") {
            blame(line, "`super::super` hides where it points; name the room".to_owned());
        }
    }
    broken
}

/// `super::` in the front file of a room leaves the room.
fn leaves_its_room(source: &Source) -> Vec<String> {
    let path = &source.path;
    let in_front = *path == format!("src/{}/mod.rs", room(path)) || path.matches('/').count() == 1;
    let found = if in_front { paths(&source.shipped, "super") } else { Vec::new() };
    found.iter().map(|(line, rest)| format!("{path}:{line}: super::{rest}")).collect()
}

#[test]
fn imports_only_point_down() {
    let sources = source::under(&["src"]);
    let with_floor = sources.iter().filter(|it| it.path != "src/lib.rs");
    let broken: Vec<String> = with_floor
        .flat_map(|it| [bad_paths(&it.path, &it.code), leaves_its_room(it)].concat())
        .collect();
    none(&broken, "paths that do not point down");
}

#[test]
fn every_room_has_its_floor() {
    let library = fs::read_to_string(source::root().join("src/lib.rs")).unwrap();
    let declared = library.lines().filter_map(|it| it.strip_prefix("pub mod ")?.strip_suffix(';'));
    let mut rooms: BTreeSet<String> = declared.map(str::to_owned).collect();
    rooms.extend(source::under(&["src"]).iter().map(|it| room(&it.path).to_owned()));
    rooms.remove("lib");
    let known: BTreeSet<String> = FLOORS.concat().iter().map(|it| (*it).to_owned()).collect();
    assert_eq!(rooms, known, "rooms under src, and rooms with a floor");
}

#[test]
fn what_points_up_or_aside_is_seen() {
    for (path, code) in [
        ("src/text/a.rs", "use crate::model::id::UnitId;"),
        ("src/read/a.rs", "use crate::check::run;"),
        ("src/read/a.rs", "let x = crate::check::run();"),
        ("src/read/a.rs", "use crate::{check, text};"),
        ("src/read/a.rs", "use crate::unheard_of::x;"),
        ("src/read/a.rs", "use thidua::text::x;"),
        ("src/read/workbook/a.rs", "use super::super::x;"),
        ("src/render/a.rs", "use crate::output::fresh;"),
        ("src/cli/a.rs", "use thidua::{model, text};"),
        ("src/cli/a.rs", "use crate::pipeline::build;"),
        ("src/main.rs", "thidua::nothing::run();"),
    ] {
        assert_eq!(bad_paths(path, code).len(), 1, "{path}: {code}");
    }
    for (path, code) in [
        ("src/read/a.rs", "use crate::text::fold;\nuse crate::read::b;\nlet x: super::Y;"),
        ("src/pipeline/a.rs", "use crate::output::fresh;"),
        ("src/cli/a.rs", "use crate::cli::args;\nuse thidua::pipeline::build;"),
    ] {
        assert_eq!(bad_paths(path, code), [""; 0], "{path}: {code}");
    }
}

#[test]
fn each_outside_crate_stays_in_its_room() {
    let manifest = fs::read_to_string(source::root().join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let of_systems = manifest["target"].as_table().unwrap().values();
    let needed: BTreeSet<&str> = of_systems
        .map(|it| &it["dependencies"])
        .chain([&manifest["dependencies"]])
        .flat_map(|it| it.as_table().unwrap().keys().map(String::as_str))
        .collect();
    let rooms: BTreeMap<&str, &[&str]> = CRATES.iter().copied().collect();
    assert_eq!(
        needed,
        rooms.keys().copied().collect(),
        "crates in Cargo.toml, and crates with a room"
    );
    let sources = source::under(&["src"]);
    let mut broken = Vec::new();
    for (name, rooms) in rooms {
        let name = name.replace('-', "_");
        for source in &sources {
            if !rooms.iter().any(|room| source.path.starts_with(room)) {
                let found = paths(&source.shipped, &name).into_iter();
                broken.extend(found.map(|(line, _)| format!("{}:{line}: {name}", source.path)));
            }
        }
    }
    none(&broken, "outside crates out of their rooms");
}

#[test]
fn what_nobody_does_is_not_done() {
    let sources = source::under(&["src"]);
    let mut broken = Vec::new();
    for (what, rooms) in ONLY_IN {
        for source in &sources {
            if !rooms.iter().any(|room| source.path.starts_with(room)) {
                broken.extend(source.lines_with(&source.shipped, what));
            }
        }
    }
    none(&broken, "what the house does not do here");
}

#[test]
fn files_are_short() {
    let sources = source::under(&["src", "tests", "examples"]);
    let long = sources.iter().map(|it| (it.path.clone(), it.text.lines().count()));
    let long: Vec<String> = long
        .filter(|(_, lines)| *lines >= LINES)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    none(&long, "files of 400 lines or more");
}

#[test]
fn every_file_says_what_it_is_for() {
    let sources = source::under(&["src", "tests", "examples"]);
    let silent = sources.iter().filter(|it| !it.text.starts_with("//! "));
    none(
        &silent.map(|it| it.path.clone()).collect::<Vec<_>>(),
        "files without a first line that says what they are",
    );
}
