//! Table specs into tables: units as columns up to twelve, as rows above.

mod accepted;
pub(super) mod builder;
mod criteria;
pub(super) mod even;
mod measures;
mod points;
mod proposals;
mod unit_columns;
mod unit_criteria;
mod unit_rows;
mod votes;
mod words;

use std::sync::Arc;

use crate::assets::table_spec::ColumnsTable;
use crate::assets::table_spec::MeasureColumn;
use crate::assets::table_spec::TableSpec;
use crate::compose::writer::WITHHELD;
use crate::compose::writer::Writer;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::model::document::Block;
use crate::model::document::Inline;
use crate::model::figure::FigureId;
use crate::model::owner::Owner;
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
    let spec = narrowed(writer, writer.composer.table(name)?);
    let columns = &spec.file.columns;
    if !fits(columns, writer.owner) {
        return Err(wrong_columns(name, writer.owner));
    }
    let frame = Frame {
        symbol: writer.line(&spec.file.symbol)?,
        title: writer.line(&spec.file.title)?,
        period: writer.line(&spec.file.period)?,
    };
    let mut placed = placed(writer, &spec, &frame, about)?;
    if let Placed::Tables(tables) = &mut placed {
        tables.iter_mut().for_each(|it| even::table(writer, it));
    }
    Ok(placed)
}

fn placed(
    writer: &Writer<'_>,
    spec: &TableSpec,
    frame: &Frame,
    about: &str,
) -> Result<Placed, Failure> {
    let columns = &spec.file.columns;
    Ok(Placed::Tables(if !columns.words.is_empty() {
        words::table(writer, spec, frame)?.into_iter().collect()
    } else if !columns.accepted.is_empty() {
        accepted::table(writer, spec, frame).into_iter().collect()
    } else if !columns.points.is_empty() {
        return Ok(points::table(writer, spec, frame));
    } else if !columns.criteria.is_empty() {
        return Ok(criteria::tables(writer, spec, frame));
    } else if !columns.unit_criteria.is_empty() {
        unit_criteria::table(writer, spec, frame).into_iter().collect()
    } else if !columns.votes.is_empty() {
        return votes::table(writer, spec, frame, about);
    } else if !columns.proposals.is_empty() {
        return Ok(proposals::table(writer, spec, frame));
    } else if let Some(measures) = of_one(columns) {
        vec![measures::table(writer, spec, frame, measures)?]
    } else if writer.members().len() > MOST_COLUMNS || has_blocks(writer) {
        unit_rows::tables(writer, spec, frame)
    } else {
        unit_columns::tables(writer, spec, frame)
    }))
}

/// The spec without the indicators of which there is nothing to show.
fn narrowed(writer: &Writer<'_>, spec: Arc<TableSpec>) -> Arc<TableSpec> {
    if spec.file.only.is_empty() {
        return spec;
    }
    let dataset = writer.material.results.dataset;
    let mut own = TableSpec::clone(&spec);
    own.indicators.retain(|indicator| {
        let mut measures = spec.file.only.iter();
        measures.any(|measure| {
            let (indicator, measure, owner) = (*indicator, *measure, writer.owner);
            dataset.figure(FigureId { indicator, measure, owner }).value.is_some()
        })
    });
    Arc::new(own)
}

/// The columns with figures of one body, if the table has such.
fn of_one(columns: &ColumnsTable) -> Option<&[MeasureColumn]> {
    let lists = [&columns.unit, &columns.group, &columns.cluster];
    lists.into_iter().find(|it| !it.is_empty()).map(Vec::as_slice)
}

/// Whether a table of the cluster stands in blocks, whose totals need rows.
fn has_blocks(writer: &Writer<'_>) -> bool {
    writer.owner == Owner::Cluster && !writer.material.campaign.groups.is_empty()
}

/// A unit's paper holds tables of that unit only, a block's those of the block and of its units.
fn fits(columns: &ColumnsTable, owner: Owner) -> bool {
    let any = |lists: &[bool]| lists.iter().any(|it| *it);
    let of_units = !columns.units.is_empty();
    let of_group = !columns.group.is_empty();
    let of_unit = any(&[!columns.unit.is_empty(), !columns.unit_criteria.is_empty()]);
    let of_cluster = any(&[
        !columns.cluster.is_empty(),
        !columns.accepted.is_empty(),
        !columns.points.is_empty(),
        !columns.criteria.is_empty(),
        !columns.votes.is_empty(),
        !columns.proposals.is_empty(),
    ]);
    if !columns.words.is_empty() {
        return !any(&[of_units, of_group, of_unit, of_cluster]);
    }
    match owner {
        Owner::Unit(_) => of_unit && !any(&[of_units, of_group, of_cluster]),
        Owner::Group(_) => (of_units || of_group) && !any(&[of_unit, of_cluster]),
        Owner::Cluster => (of_units || of_cluster) && !any(&[of_unit, of_group]),
    }
}

fn wrong_columns(name: &str, owner: Owner) -> Failure {
    let needs = match owner {
        Owner::Unit(_) => {
            "chỉ có cột unit hoặc unit_criteria trong [columns], vì là bảng trong văn bản của một đơn vị"
        }
        Owner::Group(_) => {
            "chỉ có cột units hoặc group trong [columns], vì là bảng trong văn bản của một khối"
        }
        Owner::Cluster => {
            "có cột của cả cụm trong [columns] (units, cluster, points, …), không có cột unit, unit_criteria, group"
        }
    };
    bad_argument(&format!("tables/{name}.toml"), needs)
}

/// A table that is asked for what it cannot be.
fn bad_argument(path: &str, needs: &str) -> Failure {
    let fault = TemplateFault::BadArgument { helper: "bang".to_owned(), needs: needs.to_owned() };
    Failure::template(path, fault)
}

/// The filled texts around a table.
struct Frame {
    symbol: String,
    title: String,
    period: String,
}

impl Frame {
    fn table(&self, spec: &TableSpec) -> Table {
        Table {
            name: spec.name.clone(),
            sheet: normal::clean(&spec.file.sheet),
            symbol: self.symbol.clone(),
            title: self.title.clone(),
            period: self.period.clone(),
            unit_note: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
        }
    }
}
