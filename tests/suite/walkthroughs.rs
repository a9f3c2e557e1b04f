//! The pages of `docs/huong-dan`, followed as a new user would: their commands run, their files are
//! written, their edits are made, and the program says what they promise.

use std::fs;
use std::path::Path;

use pulldown_cmark::CodeBlockKind;
use pulldown_cmark::Event;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

use crate::case::CUM_5;
use crate::case::Case;
use crate::program::run;
use crate::source::root;

/// A fenced block: its language, what stands behind that, and its text.
struct Step {
    language: String,
    path: String,
    text: String,
}

fn steps(page: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for event in Parser::new(page) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let (language, path) = info.split_once(' ').unwrap_or((&info, ""));
                let (language, path) = (language.to_owned(), path.to_owned());
                steps.push(Step { language, path, text: String::new() });
                inside = true;
            }
            Event::End(TagEnd::CodeBlock) => inside = false,
            Event::Text(text) if inside => steps.last_mut().unwrap().text.push_str(&text),
            _ => {}
        }
    }
    steps
}

/// Makes an edit: lines with ` ` stand there, those with `-` go, those with `+` come.
fn edit(folder: &Path, step: &Step) {
    let path = folder.join(&step.path);
    let text = fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}", step.path));
    let side = |other: char| {
        let lines = step.text.lines().filter(|it| !it.starts_with(other));
        lines.map(|it| &it[1..]).collect::<Vec<_>>().join("\n")
    };
    let (before, after) = (side('+'), side('-'));
    assert!(text.contains(&before), "{} has no {before:?}", step.path);
    fs::write(path, text.replacen(&before, &after, 1)).unwrap();
}

#[track_caller]
fn follow(page: &str) {
    let case = Case::of(CUM_5);
    let folder = case.folder();
    fs::create_dir_all(folder.join("inputs")).unwrap();
    fs::rename(&case.root, folder.join("inputs/thu")).unwrap();
    let text = fs::read_to_string(root().join("docs/huong-dan").join(page)).unwrap();
    let mut said = String::new();
    let mut promised = 0;
    for step in steps(&text) {
        match step.language.as_str() {
            "sh" => {
                for line in step.text.lines() {
                    let words: Vec<&str> = line.split(' ').collect();
                    assert_eq!(words[0], "thidua", "{page}: {line}");
                    let ran = run(folder, &words[1..]);
                    said = format!("{}{}", ran.out, ran.err);
                }
            }
            "text" => {
                for line in step.text.lines().filter(|it| *it != "…") {
                    assert!(said.contains(line), "{page} promises {line:?}:\n{said}");
                    promised += 1;
                }
            }
            "diff" => edit(folder, &step),
            "toml" | "handlebars" => {
                let path = folder.join(&step.path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, &step.text).unwrap();
            }
            other => panic!("{page}: a block of {other:?}"),
        }
    }
    assert!(promised > 0, "{page} promises nothing");
}

#[test]
fn wording_is_changed() {
    follow("doi-loi-van.md");
}

#[test]
fn an_indicator_is_added() {
    follow("them-chi-tieu.md");
}

#[test]
fn a_document_is_added() {
    follow("them-van-ban.md");
}

#[test]
fn a_table_is_added() {
    follow("them-bang.md");
}

#[test]
fn a_criterion_is_changed() {
    follow("doi-tieu-chi.md");
}

#[test]
fn a_chart_is_added() {
    follow("them-bieu-do.md");
}
