//! Table specs into tables: units as columns up to twelve, as rows above.

mod accepted;
mod builder;
mod criteria;
mod measures;
mod points;
mod proposals;
mod unit_columns;
mod unit_criteria;
mod unit_rows;
mod votes;

use crate::assets::table_spec::TableSpec;
use crate::compose::WITHHELD;
use crate::compose::Writer;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::model::document::Block;
use crate::model::document::Inline;
use crate::model::table::Table;
use crate::text::normal;

/// Most units that stand side by side as columns.
const MOST_COLUMNS: usize = 12;

/// What a table came to.
pub(super) enum Placed {
    /// One table, several parts, or none where there is nothing that it could hold.
    Tables(Vec<Table>),
    /// Its readers may not see it yet.
    Withheld,
}

impl Placed {
    /// Blocks of the text.
    pub(super) fn blocks(self) -> Vec<Block> {
        match self {
            Self::Tables(tables) => {
                tables.into_iter().map(|table| Block::Table { table }).collect()
            }
            Self::Withheld => {
                let words = vec![Inline::Text { text: WITHHELD.to_owned() }];
                vec![Block::Paragraph { content: vec![Inline::Emphasis { content: words }] }]
            }
        }
    }
}

/// The tables of a spec; `about` says which one where the spec leaves that to the text.
pub(super) fn tables(writer: &Writer<'_>, name: &str, about: &str) -> Result<Placed, Failure> {
    let material = writer.material;
    let spec = writer.composer.table(name)?;
    let columns = &spec.file.columns;
    let about_unit = [!columns.unit.is_empty(), !columns.unit_criteria.is_empty()];
    let about_all = [
        !columns.units.is_empty(),
        !columns.cluster.is_empty(),
        !columns.accepted.is_empty(),
        !columns.points.is_empty(),
        !columns.criteria.is_empty(),
        !columns.votes.is_empty(),
        !columns.proposals.is_empty(),
    ];
    let count = |lists: &[bool]| lists.iter().filter(|it| **it).count();
    let is_of_unit = writer.owner.unit().is_some();
    let [right, wrong] = match is_of_unit {
        true => [count(&about_unit), count(&about_all)],
        false => [count(&about_all), count(&about_unit)],
    };
    if right == 0 || wrong > 0 {
        return Err(wrong_columns(name, is_of_unit));
    }
    let frame =
        Frame { title: writer.line(&spec.file.title)?, period: writer.line(&spec.file.period)? };
    Ok(Placed::Tables(if !columns.accepted.is_empty() {
        accepted::table(writer, &spec, &frame).into_iter().collect()
    } else if !columns.points.is_empty() {
        return Ok(points::table(writer, &spec, &frame));
    } else if !columns.criteria.is_empty() {
        return Ok(criteria::tables(writer, &spec, &frame));
    } else if !columns.unit_criteria.is_empty() {
        unit_criteria::table(writer, &spec, &frame).into_iter().collect()
    } else if !columns.votes.is_empty() {
        return votes::table(writer, &spec, &frame, about);
    } else if !columns.proposals.is_empty() {
        return Ok(proposals::table(writer, &spec, &frame));
    } else if !columns.unit.is_empty() {
        vec![measures::table(writer, &spec, &frame, &columns.unit)]
    } else if columns.units.is_empty() {
        vec![measures::table(writer, &spec, &frame, &columns.cluster)]
    } else if material.campaign.units.len() > MOST_COLUMNS {
        unit_rows::tables(writer, &spec, &frame)
    } else {
        unit_columns::tables(writer, &spec, &frame)
    }))
}

/// A unit's paper holds tables of that unit only, others none of them.
fn wrong_columns(name: &str, is_of_unit: bool) -> Failure {
    let needs = if is_of_unit {
        "chỉ có cột unit hoặc unit_criteria trong [columns], vì là bảng trong văn bản của một đơn vị"
    } else {
        "có cột của cả cụm trong [columns] (units, cluster, points, …), không có cột unit, unit_criteria"
    };
    bad_argument(&format!("tables/{name}.toml"), needs)
}

/// A table that is asked for what it cannot be.
fn bad_argument(path: &str, needs: &str) -> Failure {
    let fault = TemplateFault::BadArgument { helper: "bang".to_owned(), needs: needs.to_owned() };
    Failure::Template { path: path.to_owned(), line: None, fault }
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
