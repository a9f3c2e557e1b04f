//! Tests of the way from Markdown to blocks.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::template::Source;
use crate::template::library::Library;

static LIBRARY: LazyLock<Library> = LazyLock::new(Library::default);

fn origin() -> Written<'static> {
    Written {
        source: Source { path: "thu", text: "# Đầu\n\n> trích {{nam}}\n" },
        library: &LIBRARY,
    }
}

#[test]
fn a_fault_found_after_filling_names_the_line_of_the_template() {
    let Err(Failure::Template(error)) = parse_alone("# Đầu\n\nhai\n\n> trích 2024") else {
        panic!()
    };
    assert_eq!(error.position(), Some((3, 1)));
    let Err(Failure::Template(error)) = parse_alone("x\n\n<b>") else { panic!() };
    assert_eq!(error.position(), None);
}

fn parse_alone(text: &str) -> Result<Vec<Block>, Failure> {
    parse(origin(), text, &mut |_| Ok(Vec::new()))
}

fn words(content: &[Inline]) -> String {
    let one = |it: &Inline| match it {
        Inline::Text { text } | Inline::Figure { text, .. } => text.clone(),
        Inline::Strong { content } => format!("<b>{}</b>", words(content)),
        Inline::Emphasis { content } => format!("<i>{}</i>", words(content)),
        Inline::Break => "<br>".to_owned(),
    };
    content.iter().map(one).collect()
}

/// Blocks as lines: `1 Phần thứ nhất Tên`, `p lời`, `1. > p lời`.
fn lines(blocks: &[Block]) -> Vec<String> {
    blocks.iter().flat_map(block_lines).collect()
}

fn block_lines(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { level, label, content } => {
            vec![format!("{level} {label} {}", words(content))]
        }
        Block::Paragraph { content } => vec![format!("p {}", words(content))],
        Block::List { items, .. } => {
            let item = |it: &Item| {
                let mark = it.mark.clone();
                lines(&it.blocks).into_iter().map(move |line| format!("{mark} > {line}"))
            };
            items.iter().flat_map(item).collect()
        }
        other => vec![format!("{other:?}")],
    }
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(lines(&parse_alone(text).unwrap()), expected, "{text}");
}

#[test]
fn headings_are_numbered_within_the_one_above() {
    check(
        "# Một\n## A\n### a\n### b\n## B\n### c\n# Hai\n## C\n### d\n",
        &[
            "1 Phần thứ nhất Một",
            "2 I. A",
            "3 1. a",
            "3 2. b",
            "2 II. B",
            "3 1. c",
            "1 Phần thứ hai Hai",
            "2 I. C",
            "3 1. d",
        ],
    );
}

#[test]
fn lists_are_clauses_and_points() {
    let points: String = (0..8).map(|it| format!("   1. ý {it}\n")).collect();
    check(
        &format!("1. khoản\n{points}2. khoản nữa\n\n- gạch\n"),
        &[
            "1. > p khoản",
            "1. > a) > p ý 0",
            "1. > b) > p ý 1",
            "1. > c) > p ý 2",
            "1. > d) > p ý 3",
            "1. > đ) > p ý 4",
            "1. > e) > p ý 5",
            "1. > g) > p ý 6",
            "1. > h) > p ý 7",
            "2. > p khoản nữa",
            "- > p gạch",
        ],
    );
    check("3. ba\n4. bốn\n", &["3. > p ba", "4. > p bốn"]);
    check("- một\n\n  hai\n- ba\n", &["- > p một", "- > p hai", "- > p ba"]);
}

#[test]
fn words_keep_their_dress() {
    check("a **b *c*** d\n", &["p a <b>b <i>c</i></b> d"]);
    check("một\nhai\n", &["p một hai"]);
    check("một\\\nhai\n", &["p một<br>hai"]);
    check("\\*a\\* \\# \\<b\\>\n", &["p *a* # <b>"]);
    check("- **đậm** và nhạt\n", &["- > p <b>đậm</b> và nhạt"]);
}

#[test]
fn fences_are_placed_where_they_stand() {
    let mut seen = Vec::new();
    let text = "một\n\n```bang so-lieu\n```\n\n- ý\n\n  ```chu-ky\n  ```\n\nhai\n";
    let blocks = parse(origin(), text, &mut |fence| {
        seen.push(fence.clone());
        Ok(vec![Block::LegalBases { lines: vec![fence.name.clone()] }])
    });
    let fence = |name: &str, argument: &str| Fence { name: name.into(), argument: argument.into() };
    assert_eq!(seen, [fence("bang", "so-lieu"), fence("chu-ky", "")]);
    let kinds = lines(&blocks.unwrap());
    assert!(kinds[1].contains("bang") && kinds[3].contains("chu-ky"), "{kinds:?}");
    let refused = parse(origin(), "```bang x\n```\n", &mut |_| {
        Err(Failure::NoTemplate { path: "tables/x.toml".to_owned() })
    });
    assert!(matches!(refused, Err(Failure::NoTemplate { .. })));
}

#[test]
fn figures_keep_their_identity_inside_the_words() {
    let text = "Có **\u{E000}3\u{E001}25.493\u{E002}** đoàn viên, \u{E000}0\u{E001}gần 40 tỷ đồng\u{E002}.\n";
    let blocks = parse_alone(text).unwrap();
    let [Block::Paragraph { content }] = blocks.as_slice() else { panic!("{blocks:?}") };
    let figure = |n, text: &str| Inline::Figure { n, text: text.to_owned() };
    assert_eq!(content[1], Inline::Strong { content: vec![figure(3, "25.493")] });
    assert_eq!(content[3], figure(0, "gần 40 tỷ đồng"));
    for open in ["\u{E000}2 3 \u{E002}", "\u{E000}", "\u{E000}x\u{E001}y\u{E002}"] {
        assert!(parse_alone(open).is_err(), "{open:?}");
    }
}

#[test]
fn what_an_official_paper_has_no_form_for_is_refused() {
    for text in [
        "#### bốn",
        "> trích",
        "---",
        "a `b` c",
        "[a](b)",
        "![a](b)",
        "<b>a</b>",
        "<div>\na\n</div>",
        "<https://example.org>",
        "    mã thụt vào",
    ] {
        let found = parse_alone(text);
        assert!(matches!(found, Err(Failure::Template(_))), "{text}: {found:?}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_stumble(text in "[-#*_>`\\[\\]()!<a-z0-9. \\n\u{E000}\u{E001}\u{E002}đ]{0,60}") {
        // Either blocks or a fault with the template's name, never a panic.
        if let Err(failure) = parse_alone(&text) {
            let named = matches!(&failure, Failure::Template(it) if it.path == "thu");
            prop_assert!(named, "{:?}", failure);
        }
    }

    #[test]
    fn escaped_words_come_out_as_they_went_in(text in "[ -~à-ỹ]{1,40}") {
        let clean = text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!clean.is_empty());
        let escaped = crate::template::escape::markdown(&clean);
        // Behind a word, so that nothing of it can open a block.
        let blocks = parse_alone(&format!("a {escaped}")).unwrap();
        prop_assert_eq!(lines(&blocks), [format!("p a {clean}")]);
    }
}
