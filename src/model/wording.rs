//! What a paper says, line by line: everything that its readers read but the number and the date that
//! it gets when it is issued. Two papers with the same wording are the same paper, whatever drew them.

use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::document::Inline;
use crate::model::document::Signer;
use crate::model::table::Cell;
use crate::model::table::Table;

/// The lines in reading order.
#[must_use]
pub fn lines(document: &Document) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(document.subject.iter().chain(&document.addressees).cloned());
    blocks(&document.blocks, &mut lines);
    for annex in &document.annexes {
        lines.push(format!("{} {}", annex.label, annex.title));
        annex.tables.iter().for_each(|it| table(it, &mut lines));
    }
    lines
}

fn blocks(all: &[Block], lines: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Heading { label, content, .. } => {
                lines.push(format!("{label} {}", words(content)));
            }
            Block::Paragraph { content } => lines.push(words(content)),
            Block::List { items, .. } => {
                for item in items {
                    lines.push(item.mark.clone());
                    blocks(&item.blocks, lines);
                }
            }
            Block::LegalBases { lines: bases } => lines.extend(bases.iter().cloned()),
            Block::Table { table: it } => table(it, lines),
            Block::Chart { chart } => {
                lines.extend([&chart.title, &chart.alternative].map(Clone::clone));
            }
            Block::Signature { signer: it, recipients } => {
                signer(it, lines);
                lines.extend(recipients.iter().cloned());
            }
            Block::SignaturePair { left, right } => {
                signer(left, lines);
                signer(right, lines);
            }
            Block::SignatureGrid { caption, parties, witness, .. } => {
                lines.push(caption.clone());
                parties.iter().chain(witness).for_each(|it| signer(it, lines));
            }
        }
    }
}

fn words(content: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text { text } | Inline::Figure { text, .. } => text.clone(),
        Inline::Strong { content } | Inline::Emphasis { content } => words(content),
        Inline::Break => "\n".to_owned(),
    };
    content.iter().map(one).collect()
}

fn signer(it: &Signer, lines: &mut Vec<String>) {
    let titles = it.authority.iter().chain(&it.body).chain(&it.title);
    let all = it.role.iter().chain(titles).chain(&it.other_title).chain(&it.name);
    lines.push(all.map(String::as_str).collect::<Vec<_>>().join(" | "));
}

fn table(table: &Table, lines: &mut Vec<String>) {
    lines.extend([&table.title, &table.period, &table.unit_note].map(Clone::clone));
    let headers = table.columns.iter().map(|it| it.header.as_str());
    lines.push(headers.collect::<Vec<_>>().join(" | "));
    for row in &table.rows {
        lines.push(row.cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
    }
    lines.extend(table.notes.iter().cloned());
}

fn cell(cell: &Cell) -> &str {
    match cell {
        Cell::Blank => "",
        Cell::Text { text } => text,
        Cell::Number(number) => &number.text,
        Cell::Plain(plain) => &plain.text,
    }
}
