//! A document as plain text, as a person would read it aloud: for snapshots and for looking things up.

use std::fmt::Write;

use thidua::assets::document_spec;
use thidua::compose::Composer;
use thidua::model::document::Block;
use thidua::model::document::Document;
use thidua::model::document::Inline;
use thidua::model::document::Signer;
use thidua::model::owner::Owner;
use thidua::model::table::Cell;
use thidua::model::table::Table;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::plan;

/// A document of a campaign.
pub(crate) fn document(gathered: &Gathered, name: &str, draft: bool) -> Document {
    of(gathered, name, draft, Owner::Cluster)
}

/// The document of a unit.
pub(crate) fn of_unit(gathered: &Gathered, name: &str, unit: &str) -> Document {
    let unit = gathered.declared.campaign.find(unit).unwrap();
    of(gathered, name, false, Owner::Unit(unit))
}

/// The document of an owner.
pub(crate) fn of(gathered: &Gathered, name: &str, draft: bool, owner: Owner) -> Document {
    let specs = document_spec::all(&gathered.declared.templates).unwrap();
    let (_, spec) = specs.iter().find(|(it, _)| it == name).unwrap();
    Composer::new(plan::material(gathered, draft)).document(name, spec, owner).unwrap()
}

/// The words of a document from the letterhead to the annexes.
pub(crate) fn text(document: &Document) -> String {
    let mut out = String::new();
    let head = &document.letterhead;
    let number = head.number.iter().map(ToString::to_string);
    let place_date = head.place_date.iter().map(ToString::to_string);
    for line in head.upper.iter().chain(&head.issuer).cloned().chain(number).chain(place_date) {
        let _ = writeln!(out, "{}", line.replace('\u{A0}', "_"));
    }
    for line in [&document.kind].into_iter().chain(&document.subject) {
        let _ = writeln!(out, "{line}");
    }
    for line in &document.addressees {
        let _ = writeln!(out, "Kính gửi: {line}");
    }
    blocks(&document.blocks, 0, &mut out);
    for annex in &document.annexes {
        let _ = writeln!(out, "\n=== {} · {}\n{}", annex.label, annex.title, annex.attached_to);
        if let Some(note) = &annex.note {
            let _ = writeln!(out, "{note}");
        }
        annex.tables.iter().for_each(|it| table(it, &mut out));
    }
    out
}

/// The words of a piece of a line.
pub(crate) fn words(content: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text { text } | Inline::Figure { text, .. } => text.clone(),
        Inline::Strong { content } => format!("**{}**", words(content)),
        Inline::Emphasis { content } => format!("*{}*", words(content)),
        Inline::Break => "\n".to_owned(),
    };
    content.iter().map(one).collect()
}

fn blocks(all: &[Block], depth: usize, out: &mut String) {
    all.iter().for_each(|it| block(it, depth, out));
}

fn block(block: &Block, depth: usize, out: &mut String) {
    let indent = "   ".repeat(depth);
    match block {
        Block::Heading { level, label, content } => {
            let marks = "#".repeat(usize::from(*level));
            let _ = writeln!(out, "\n{indent}{marks} {label} {}", words(content));
        }
        Block::Paragraph { content } => {
            let _ = writeln!(out, "\n{indent}{}", words(content));
        }
        Block::List { items, .. } => {
            for item in items {
                let _ = writeln!(out, "\n{indent}[{}]", item.mark);
                blocks(&item.blocks, depth + 1, out);
            }
        }
        Block::LegalBases { lines } => {
            lines.iter().for_each(|line| {
                let _ = writeln!(out, "{line}");
            });
        }
        Block::Table { table: it } => table(it, out),
        Block::Chart { chart } => {
            let _ = writeln!(out, "\n[{}] {}", chart.title, chart.alternative);
        }
        Block::Signature { signer: it, recipients } => {
            let _ = writeln!(out, "\nNơi nhận: {}\nKý: {}", recipients.join(" "), signer(it));
        }
        Block::SignaturePair { left, right } => {
            let _ = writeln!(out, "\nKý: {}\nKý: {}", signer(left), signer(right));
        }
        Block::SignatureGrid { caption, parties, witness, .. } => {
            let _ = writeln!(out, "\n{caption}");
            for party in parties {
                let _ = writeln!(out, "Ký: {}", signer(party));
            }
            if let Some(witness) = witness {
                let _ = writeln!(out, "Chứng kiến: {}", signer(witness));
            }
        }
    }
}

fn signer(signer: &Signer) -> String {
    let mut lines: Vec<&str> = Vec::new();
    lines.extend(signer.role.as_deref());
    lines.extend(
        signer.authority.iter().chain(&signer.body).chain(&signer.title).map(String::as_str),
    );
    lines.extend(signer.other_title.as_deref());
    lines.push(signer.name.as_deref().unwrap_or("_"));
    lines.join(" | ")
}

/// The tables among blocks.
pub(crate) fn tables(all: &[Block]) -> Vec<&Table> {
    let mut tables = Vec::new();
    for block in all {
        if let Block::Table { table } = block {
            tables.push(table);
        }
    }
    tables
}

fn table(table: &Table, out: &mut String) {
    let _ =
        writeln!(out, "\n{} · {} · {} {}", table.sheet, table.title, table.period, table.unit_note);
    let headers = table.columns.iter().map(|it| match &it.band {
        Some(band) => format!("{band}/{} [{}]", it.header, it.index),
        None => format!("{} [{}]", it.header, it.index),
    });
    let _ = writeln!(out, "{}", headers.collect::<Vec<_>>().join(" ; "));
    for row in &table.rows {
        let cells: Vec<&str> = row.cells.iter().map(cell).collect();
        let _ = writeln!(out, "{:?}: {}", row.kind, cells.join(" ; "));
    }
    for note in &table.notes {
        let _ = writeln!(out, "{note}");
    }
}

fn cell(cell: &Cell) -> &str {
    match cell {
        Cell::Blank => "",
        Cell::Text { text } => text,
        Cell::Number(number) => &number.text,
        Cell::Plain(plain) => &plain.text,
    }
}
