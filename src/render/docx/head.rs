//! Letterhead, title, Kính gửi: what stands above the text.

use crate::model::document::Document;
use crate::model::look::Look;
use crate::model::look::Style;
use crate::render::docx::grid;
use crate::render::docx::measure::at;
use crate::render::docx::measure::mm;
use crate::render::docx::measure::pt;
use crate::render::docx::measure::words;
use crate::render::docx::paragraph::lines;
use crate::render::docx::paragraph::new_line;
use crate::render::docx::paragraph::paragraph;
use crate::render::docx::paragraph::run;
use crate::render::docx::styles::Kind;
use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;

/// Quốc hiệu (Nghị định 30/2020, Phụ lục I, II.1).
const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// Agency on the left, Quốc hiệu and Tiêu ngữ on the right, number and date below.
pub(super) fn letterhead(
    document: &Document,
    look: &Look,
    width: i64,
    letter: bool,
) -> Vec<Element> {
    let head = &document.letterhead;
    if head.issuer.is_empty() && head.upper.is_empty() {
        let date = head
            .place_date
            .iter()
            .map(|it| lines(Kind::PlaceDate, [it.to_string().as_str()]).placed("left").element());
        return draft_box(document).into_iter().chain(date).collect();
    }
    // The Quốc hiệu stays on one line; the agency gets what is left.
    let right = (at(words(NATION), look.elements.nation.size) + mm(4.0)).min(width * 3 / 5);
    let mut left_cell = Vec::new();
    for row in &head.upper {
        left_cell.push(lines(Kind::Upper, [row.as_str()]).element());
    }
    for row in &head.issuer {
        left_cell.push(lines(Kind::Issuer, [row.as_str()]).element());
    }
    if let Some(last) = head.issuer.last() {
        let long = at(words(last), look.elements.issuer.size).min(width - right);
        left_cell.push(rule(look, width - right, long, look.rules.issuer));
    }
    let motto = at(words(MOTTO), look.elements.motto.size);
    let right_cell = vec![
        lines(Kind::Nation, [NATION]).element(),
        lines(Kind::Motto, [MOTTO]).element(),
        rule(look, right, motto, look.rules.motto),
    ];
    let mut below = Vec::new();
    if let Some(number) = &head.number {
        below.push(lines(Kind::Number, [number.to_string().as_str()]).spaced(pt(4.0), 0).element());
    }
    if letter {
        let subject = document.subject.iter().map(String::as_str);
        below.push(lines(Kind::LetterSubject, subject).spaced(pt(6.0), 0).element());
    }
    below.extend(draft_box(document));
    let date = head
        .place_date
        .iter()
        .map(|it| lines(Kind::PlaceDate, [it.to_string().as_str()]).spaced(pt(4.0), 0).element());
    let rows = vec![vec![left_cell, right_cell], vec![below, date.collect()]];
    let mut drawn = vec![grid::draw(&[width - right, right], rows)];
    drawn.push(paragraph(Kind::Cell).spaced(0, pt(10.0)).element());
    drawn
}

/// DỰ THẢO in a box.
fn draft_box(document: &Document) -> Option<Element> {
    let draft = document.draft.as_deref()?;
    let side = |name| {
        el(name).with("w:val", "single").with("w:sz", 6).with("w:space", 4).with("w:color", "auto")
    };
    let sides = ["w:top", "w:left", "w:bottom", "w:right"].map(side);
    let boxed = lines(Kind::Draft, [draft]).bordered(el("w:pBdr").children(sides));
    let boxed = boxed.spaced(pt(6.0), pt(6.0));
    Some(boxed.indented(mm(18.0), mm(18.0)).element())
}

/// A rule under a line `long` twips long in a place `width` wide: a part of the line, in its middle.
fn rule(look: &Look, width: i64, long: i64, part: f64) -> Element {
    #[expect(clippy::cast_precision_loss, reason = "lengths on paper are small")]
    let long = pt(long as f64 / 20.0 * part);
    let side = (width - long).max(0) / 2;
    #[expect(clippy::cast_possible_truncation, reason = "eighths of a point")]
    let eighths = (look.rules.thickness * 8.0).round() as i64;
    let line = el("w:top").with("w:val", "single").with("w:sz", eighths.max(2));
    let line = line.with("w:space", 1).with("w:color", "auto");
    let rule = paragraph(Kind::Upper).bordered(el("w:pBdr").child(line));
    let tiny = Style { size: 2.0, bold: false, italic: false, capitals: false };
    rule.spaced(pt(2.0), 0).indented(side, side).with([run("", Some(tiny))]).element()
}

/// Name of the type, what the paper is about, and the rule below.
pub(super) fn title(document: &Document, look: &Look, width: i64) -> Vec<Element> {
    let kind = Some(&document.kind).filter(|it| !it.is_empty());
    let mut runs = Vec::new();
    for (row, style) in kind
        .map(|it| (it, look.elements.kind))
        .into_iter()
        .chain(document.subject.iter().map(|it| (it, look.elements.subject)))
        .filter(|(it, _)| !it.is_empty())
    {
        if !runs.is_empty() {
            runs.push(new_line());
        }
        runs.push(run(row, Some(style)));
    }
    if runs.is_empty() {
        return Vec::new();
    }
    let mut drawn = vec![paragraph(Kind::Title).kept().with(runs).element()];
    if let Some(last) = document.subject.last() {
        let long = at(words(last), look.elements.subject.size).min(width);
        drawn.push(rule(look, width, long, look.rules.subject));
    }
    drawn.push(paragraph(Kind::Cell).spaced(0, pt(6.0)).element());
    drawn
}

/// Kính gửi: one addressee on the same line; several below it, each with a dash.
pub(super) fn addressees(document: &Document) -> Vec<Element> {
    let all: Vec<&str> =
        document.addressees.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    let mut rows: Vec<String> = match all.as_slice() {
        [] => return Vec::new(),
        [one] => vec![format!("Kính gửi: {one}")],
        many => {
            let last = many.len() - 1;
            let closed = |(at, name): (usize, &&str)| {
                let closed = name.ends_with([';', '.', ',']);
                let end = if closed {
                    ""
                } else if at == last {
                    "."
                } else {
                    ";"
                };
                format!("- {name}{end}")
            };
            let rows = many.iter().enumerate().map(closed);
            std::iter::once("Kính gửi:".to_owned()).chain(rows).collect()
        }
    };
    let last = rows.pop();
    let mut drawn: Vec<Element> =
        rows.iter().map(|it| lines(Kind::Addressees, [it.as_str()]).kept().element()).collect();
    drawn.extend(
        last.map(|it| lines(Kind::Addressees, [it.as_str()]).kept().spaced(0, pt(12.0)).element()),
    );
    drawn
}
