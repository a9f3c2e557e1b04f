//! Units as rows, indicators as columns, in parts that fit a page; the whole is the last row. In a
//! table of the cluster the blocks stand one after the other, each with its own total.

use crate::assets::table_spec::TableSpec;
use crate::compose::tables::Frame;
use crate::compose::tables::builder;
use crate::compose::writer::Writer;
use crate::compose::years;
use crate::model::catalogue::Aggregation;
use crate::model::dataset::Origin;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Row;
use crate::model::table::RowKind;
use crate::model::table::Table;
use crate::text::case;
use crate::text::order;

/// Indicators side by side in one part.
const IN_ONE_PART: usize = 8;

/// Cells that one function of Excel takes one by one.
const MOST_SUMMANDS: usize = 255;

/// Columns that name a row.
const NAMES: usize = 2;

pub(super) fn tables(writer: &Writer<'_>, spec: &TableSpec, frame: &Frame) -> Vec<Table> {
    let parts = spec.indicators.chunks(IN_ONE_PART).count();
    let measures = &spec.file.columns.units;
    let mut tables = Vec::new();
    for measure in measures {
        for (index, part) in spec.indicators.chunks(IN_ONE_PART).enumerate() {
            let mut table = frame.table(spec);
            if parts * measures.len() > 1 {
                table.sheet = format!("{} {}", table.sheet, tables.len() + 1);
            }
            let named = (measures.len() > 1).then(|| case::upper(measure.title()));
            let counted = (parts > 1).then(|| format!("phần {}", index + 1));
            let told: Vec<String> = named.into_iter().chain(counted).collect();
            if !told.is_empty() {
                table.title = format!("{} ({})", table.title, told.join(", "));
            }
            fill(writer, &mut table, *measure, part);
            tables.push(table);
        }
    }
    tables
}

fn fill(writer: &Writer<'_>, table: &mut Table, measure: Measure, part: &[IndicatorId]) {
    table.columns = columns(writer, part);
    let (mut number, mut blocks) = (0, 0);
    for (at, place) in places(writer).into_iter().enumerate() {
        let mark = match place.kind {
            RowKind::Section => {
                blocks += 1;
                builder::text(&order::roman(blocks))
            }
            RowKind::Item | RowKind::SubItem => {
                number += 1;
                builder::text(&number.to_string())
            }
            RowKind::Total => Cell::Blank,
        };
        let mut cells = vec![mark, builder::text(&place.name)];
        match place.owner {
            Some(owner) => {
                let cell = |(index, indicator): (usize, &IndicatorId)| {
                    let id = FigureId { indicator: *indicator, measure, owner };
                    let how = how(writer, part, id, (at, NAMES + index), &place.over);
                    builder::figure(writer, id, how)
                };
                cells.extend(part.iter().enumerate().map(cell));
            }
            None => cells.extend(part.iter().map(|_| Cell::Blank)),
        }
        table.rows.push(Row { kind: place.kind, cells });
    }
    table.notes.extend(builder::coverage_note(writer, part, &[measure]));
    if measure == Measure::Previous {
        table.notes.extend(years::notes(writer.material, part, writer.owner));
    }
}

/// What one row is.
struct Place {
    kind: RowKind,
    name: String,
    /// Whose figures it holds; `None` for the heading of a block.
    owner: Option<Owner>,
    over: Over,
}

/// The rows that a row's sums are over.
enum Over {
    Nothing,
    /// From the first to the last.
    Range(usize, usize),
    /// These.
    Rows(Vec<usize>),
}

/// The rows in order: blocks with their members and totals, members of no block, the whole.
fn places(writer: &Writer<'_>) -> Vec<Place> {
    let campaign = writer.material.campaign;
    let unit = |id: UnitId| Place {
        kind: RowKind::Item,
        name: campaign[id].name.clone(),
        owner: Some(Owner::Unit(id)),
        over: Over::Nothing,
    };
    let members = writer.members();
    let mut places: Vec<Place> = Vec::new();
    let mut summands = Vec::new();
    let blocks = campaign.group_ids().filter(|_| writer.owner == Owner::Cluster);
    for group in blocks {
        let name = campaign[group].name.clone();
        let heading = Place { kind: RowKind::Section, name, owner: None, over: Over::Nothing };
        places.push(heading);
        let first = places.len();
        places.extend(campaign.of_group(group).map(unit));
        summands.push(places.len());
        places.push(Place {
            kind: RowKind::Total,
            name: format!("Cộng {}", campaign[group].name),
            owner: Some(Owner::Group(group)),
            over: Over::Range(first, places.len() - 1),
        });
    }
    let first = places.len();
    let others = members.into_iter().filter(|it| first == 0 || campaign[*it].group.is_none());
    places.extend(others.map(unit));
    summands.extend(first..places.len());
    let over = if first == 0 { Over::Range(0, places.len() - 1) } else { Over::Rows(summands) };
    let (kind, owner) = (RowKind::Total, Some(writer.owner));
    places.push(Place { kind, name: writer.whole(), owner, over });
    places
}

fn columns(writer: &Writer<'_>, part: &[IndicatorId]) -> Vec<Column> {
    let column = |band, header: String, index: String, kind| Column { band, header, index, kind };
    let mut columns = vec![
        column(None, "TT".to_owned(), "A".to_owned(), ColumnKind::Mark),
        column(None, "Đơn vị".to_owned(), "B".to_owned(), ColumnKind::Label),
    ];
    for (index, id) in part.iter().enumerate() {
        let indicator = &writer.material.catalogue[*id];
        let header = format!("{} ({})", indicator.name, indicator.unit);
        let band = Some(indicator.code.clone());
        columns.push(column(band, header, (index + 1).to_string(), ColumnKind::Number));
    }
    columns
}

fn how(
    writer: &Writer<'_>,
    part: &[IndicatorId],
    id: FigureId,
    (row, column): (usize, usize),
    over: &Over,
) -> How {
    let figure = writer.material.results.dataset.figure(id);
    let indicator = &writer.material.catalogue[id.indicator];
    let column_of = |id: IndicatorId| part.iter().position(|it| *it == id).map(|it| NAMES + it);
    if let (Origin::Ratio { .. }, Some((of, by))) =
        (&figure.origin, builder::ratio_parts(indicator))
    {
        return match (column_of(of), column_of(by)) {
            (Some(of), Some(by)) => How::Percent { of: (row, of), by: (row, by) },
            _ => How::Value,
        };
    }
    match (over, indicator.aggregation) {
        (Over::Range(first, last), Aggregation::Sum) => {
            How::Total { over: [(*first, column), (*last, column)] }
        }
        (Over::Rows(rows), Aggregation::Sum) if rows.len() <= MOST_SUMMANDS => {
            How::Balance { add: rows.iter().map(|row| (*row, column)).collect(), less: Vec::new() }
        }
        _ => How::Value,
    }
}
