//! Workbooks about the collection itself: how it stands, and what changed from file to file.

mod changes;
mod standing;

pub use changes::changes;
pub use standing::standing;

use crate::assets::document_spec::LetterheadKind;
use crate::compose::letterhead;
use crate::compose::letterhead::Wanted;
use crate::model::campaign::Campaign;
use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::look::Sheet;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Plain;
use crate::model::table::Table;
use crate::text::case;
use crate::text::normal;
use crate::text::number;

/// The cluster's letterhead under the head's.
const HEAD: Wanted<'_> = Wanted { kind: LetterheadKind::HeadAndCluster, symbol: "", issuer: "" };

/// A workbook of one table, on the cluster's letterhead.
fn document(campaign: &Campaign, name: &str, title: &str, table: Table) -> Document {
    Document {
        name: name.to_owned(),
        layout: String::new(),
        sheet: Sheet::A4,
        cover: None,
        title: format!("{title} {} của {}", campaign.period.title(), campaign.cluster.name),
        dated: campaign.closing_day(),
        letterhead: letterhead::letterhead(campaign, HEAD, campaign.closing_day(), None),
        kind: String::new(),
        subject: Vec::new(),
        addressees: Vec::new(),
        blocks: vec![Block::Table { table }],
        annexes: Vec::new(),
        draft: None,
        printed: Vec::new(),
    }
}

/// An empty table of the campaign.
fn table(campaign: &Campaign, name: &str, sheet: &str, title: &str) -> Table {
    Table {
        name: name.to_owned(),
        sheet: sheet.to_owned(),
        symbol: String::new(),
        title: case::upper(&format!("{title} {}", campaign.period.title())),
        period: String::new(),
        unit_note: String::new(),
        columns: Vec::new(),
        rows: Vec::new(),
        notes: Vec::new(),
    }
}

fn column(header: &str, kind: ColumnKind) -> Column {
    Column { band: None, header: header.to_owned(), index: String::new(), kind }
}

/// Words that may come from outside, on one line.
fn words(text: &str) -> Cell {
    let text = normal::clean(text);
    if text.is_empty() { Cell::Blank } else { Cell::Text { text } }
}

fn count(value: usize) -> Cell {
    let value = rust_decimal::Decimal::from(value);
    Cell::Plain(Plain { text: number::plain(value), value, decimals: 0, how: How::Value })
}
