//! Units as rows, indicators as columns, in parts that fit a page; the cluster is the last row.

use crate::assets::table_spec::TableSpec;
use crate::compose::Writer;
use crate::compose::tables::Frame;
use crate::compose::tables::builder;
use crate::compose::years;
use crate::model::catalogue::Aggregation;
use crate::model::dataset::Origin;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Row;
use crate::model::table::RowKind;
use crate::model::table::Table;

/// Indicators side by side in one part.
const IN_ONE_PART: usize = 8;

/// Columns that name a row.
const NAMES: usize = 2;

pub(super) fn tables(writer: &Writer<'_>, spec: &TableSpec, frame: &Frame) -> Vec<Table> {
    let parts: Vec<(Measure, &[IndicatorId])> = spec
        .file
        .columns
        .units
        .iter()
        .flat_map(|measure| spec.indicators.chunks(IN_ONE_PART).map(|part| (*measure, part)))
        .collect();
    let many = parts.len() > 1;
    parts
        .into_iter()
        .enumerate()
        .map(|(index, (measure, part))| {
            let mut table = frame.table(spec);
            if many {
                table.sheet = format!("{} {}", table.sheet, index + 1);
                table.title = format!("{} (phần {})", table.title, index + 1);
            }
            fill(writer, &mut table, measure, part);
            table
        })
        .collect()
}

fn fill(writer: &Writer<'_>, table: &mut Table, measure: Measure, part: &[IndicatorId]) {
    let campaign = writer.material.campaign;
    table.columns = columns(writer, part);
    for unit in campaign.unit_ids() {
        let number = (unit.index() + 1).to_string();
        let mut cells = vec![builder::text(&number), builder::text(&campaign[unit].name)];
        cells.extend(row(writer, measure, part, Some(unit), unit.index()));
        table.rows.push(Row { kind: RowKind::Item, cells });
    }
    let mut cells = vec![Cell::Blank, builder::text("Toàn cụm")];
    cells.extend(row(writer, measure, part, None, campaign.units.len()));
    table.rows.push(Row { kind: RowKind::Total, cells });
    table.notes.extend(builder::coverage_note(writer, part, &[measure]));
    if measure == Measure::Previous {
        table.notes.extend(years::notes(writer.material, part, None));
    }
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

fn row(
    writer: &Writer<'_>,
    measure: Measure,
    part: &[IndicatorId],
    unit: Option<UnitId>,
    row: usize,
) -> Vec<Cell> {
    let cell = |(index, indicator): (usize, &IndicatorId)| {
        let id = FigureId { indicator: *indicator, measure, unit };
        builder::figure(writer, id, how(writer, part, id, (row, NAMES + index)))
    };
    part.iter().enumerate().map(cell).collect()
}

fn how(
    writer: &Writer<'_>,
    part: &[IndicatorId],
    id: FigureId,
    (row, column): (usize, usize),
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
    match (id.unit, indicator.aggregation) {
        (None, Aggregation::Sum) => How::Total { over: [(0, column), (row - 1, column)] },
        _ => How::Value,
    }
}
