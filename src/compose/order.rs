//! Numbers the printed figures in reading order, whatever order they were filled in.

use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::document::Inline;
use crate::model::document::Printed;
use crate::model::table::Cell;
use crate::model::table::Table;

/// Renumbers the figures of a document and returns them in that order; what was filled and then
/// not placed is left out.
pub(super) fn number(document: &mut Document, filled: Vec<Printed>) -> Vec<Printed> {
    let mut reader = Reader { filled, printed: Vec::new() };
    reader.blocks(&mut document.blocks);
    for annex in &mut document.annexes {
        annex.tables.iter_mut().for_each(|table| reader.table(table));
    }
    reader.printed
}

struct Reader {
    filled: Vec<Printed>,
    printed: Vec<Printed>,
}

impl Reader {
    fn take(&mut self, n: &mut usize) {
        self.printed.push(self.filled[*n].clone());
        *n = self.printed.len() - 1;
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading { content, .. } | Block::Paragraph { content } => {
                    self.inlines(content);
                }
                Block::List { items, .. } => {
                    items.iter_mut().for_each(|item| self.blocks(&mut item.blocks));
                }
                Block::Table { table } => self.table(table),
                Block::Chart { chart } => {
                    let numbers = chart.points.iter_mut().filter_map(|it| it.number.as_mut());
                    numbers.for_each(|it| self.take(&mut it.n));
                }
                Block::LegalBases { .. }
                | Block::Signature { .. }
                | Block::SignaturePair { .. }
                | Block::SignatureGrid { .. } => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &mut [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Figure { n, .. } => self.take(n),
                Inline::Strong { content } | Inline::Emphasis { content } => self.inlines(content),
                Inline::Text { .. } | Inline::Break => {}
            }
        }
    }

    fn table(&mut self, table: &mut Table) {
        for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let Cell::Number(number) = cell {
                self.take(&mut number.n);
            }
        }
    }
}
