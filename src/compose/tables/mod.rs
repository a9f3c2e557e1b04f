//! Table specs into tables: units as columns up to twelve, as rows above.

mod accepted;
mod builder;
mod measures;
mod unit_columns;
mod unit_rows;

use crate::assets::table_spec::TableSpec;
use crate::compose::Writer;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::model::table::Table;
use crate::text::normal;

/// Most units that stand side by side as columns.
const MOST_COLUMNS: usize = 12;

/// The tables of a spec: one, or several parts when units are rows.
pub(super) fn tables(writer: &Writer<'_>, name: &str) -> Result<Vec<Table>, Failure> {
    let material = writer.material;
    let spec = writer.composer.table(name)?;
    let columns = &spec.file.columns;
    let of_unit = !columns.unit.is_empty();
    let of_cluster =
        !columns.units.is_empty() || !columns.cluster.is_empty() || !columns.accepted.is_empty();
    let is_of_unit = writer.owner.unit().is_some();
    if of_unit == of_cluster || of_unit != is_of_unit {
        return Err(wrong_columns(name, is_of_unit));
    }
    let frame =
        Frame { title: writer.line(&spec.file.title)?, period: writer.line(&spec.file.period)? };
    Ok(if !columns.accepted.is_empty() {
        accepted::table(writer, &spec, &frame).into_iter().collect()
    } else if of_unit {
        vec![measures::table(writer, &spec, &frame, &columns.unit)]
    } else if columns.units.is_empty() {
        vec![measures::table(writer, &spec, &frame, &columns.cluster)]
    } else if material.campaign.units.len() > MOST_COLUMNS {
        unit_rows::tables(writer, &spec, &frame)
    } else {
        unit_columns::tables(writer, &spec, &frame)
    })
}

/// A unit's paper holds tables of that unit only, others none of them.
fn wrong_columns(name: &str, is_of_unit: bool) -> Failure {
    let needs = if is_of_unit {
        "chỉ có cột unit trong [columns], vì là bảng trong văn bản của một đơn vị"
    } else {
        "có cột units hoặc cluster trong [columns], không có cột unit"
    };
    let fault = TemplateFault::BadArgument { helper: "bang".to_owned(), needs: needs.to_owned() };
    Failure::Template { path: format!("tables/{name}.toml"), line: None, fault }
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
