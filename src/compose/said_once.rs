//! A table whose title only repeats the title above it does not print it twice.

use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::table::Table;
use crate::text::case;

/// Takes such titles away, from tables in the text and in annexes.
pub(super) fn titles(document: &mut Document) {
    let rows = std::iter::once(&document.kind).chain(&document.subject);
    let rows: Vec<&str> = rows.map(String::as_str).filter(|it| !it.is_empty()).collect();
    let title = case::upper(&rows.join(" "));
    for block in &mut document.blocks {
        if let Block::Table { table } = block {
            take(table, &title);
        }
    }
    for annex in &mut document.annexes {
        let title = case::upper(&annex.title);
        annex.tables.iter_mut().for_each(|it| take(it, &title));
    }
}

fn take(table: &mut Table, title: &str) {
    if case::upper(&table.title) == title {
        table.title.clear();
    }
}
