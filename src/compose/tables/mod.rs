//! Table specs into tables: units as columns up to twelve, as rows above.

mod accepted;
mod builder;
mod cluster;
mod unit_columns;
mod unit_rows;

use crate::assets::table_spec;
use crate::assets::table_spec::TableSpec;
use crate::compose::Writer;
use crate::finding::failure::Failure;
use crate::model::table::Table;
use crate::text::normal;

/// Most units that stand side by side as columns.
const MOST_COLUMNS: usize = 12;

/// The tables of a spec: one, or several parts when units are rows.
pub(super) fn tables(writer: &Writer<'_>, name: &str) -> Result<Vec<Table>, Failure> {
    let material = writer.material;
    let spec = table_spec::read(material.templates, material.catalogue, name)?;
    let frame =
        Frame { title: writer.line(&spec.file.title)?, period: writer.line(&spec.file.period)? };
    Ok(if !spec.file.columns.accepted.is_empty() {
        accepted::table(writer, &spec, &frame).into_iter().collect()
    } else if spec.file.columns.units.is_empty() {
        vec![cluster::table(writer, &spec, &frame)]
    } else if material.campaign.units.len() > MOST_COLUMNS {
        unit_rows::tables(writer, &spec, &frame)
    } else {
        unit_columns::tables(writer, &spec, &frame)
    })
}

/// The filled texts around a table.
struct Frame {
    title: String,
    period: String,
}

impl Frame {
    fn table(&self, spec: &TableSpec) -> Table {
        Table {
            name: spec.name.clone(),
            sheet: normal::clean(&spec.file.sheet),
            symbol: spec.file.symbol.clone(),
            title: self.title.clone(),
            period: self.period.clone(),
            unit_note: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
        }
    }
}
