//! Indicators as rows, units as columns, the whole last; a band per measure if there are several.

use crate::assets::table_spec::TableSpec;
use crate::compose::tables::Frame;
use crate::compose::tables::builder;
use crate::compose::tables::builder::Line;
use crate::compose::writer::Writer;
use crate::compose::years;
use crate::model::catalogue::Aggregation;
use crate::model::dataset::Origin;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Row;
use crate::model::table::Table;
use crate::text::case;

/// Columns of numbers that a page across still shows well.
const WIDEST: usize = 16;

/// One table with a band per measure where that fits a page, else a table per measure.
pub(super) fn tables(writer: &Writer<'_>, spec: &TableSpec, frame: &Frame) -> Vec<Table> {
    let measures = &spec.file.columns.units;
    let columns = measures.len() * (writer.members().len() + 1);
    if columns <= WIDEST {
        return vec![table(writer, spec, frame.table(spec), measures)];
    }
    measures
        .iter()
        .map(|measure| {
            let mut part = frame.table(spec);
            part.sheet = format!("{} - {}", part.sheet, measure.title());
            part.title = format!("{} ({})", part.title, case::upper(measure.title()));
            table(writer, spec, part, &[*measure])
        })
        .collect()
}

fn table(writer: &Writer<'_>, spec: &TableSpec, mut table: Table, measures: &[Measure]) -> Table {
    let catalogue = writer.material.catalogue;
    let lines = builder::lines(spec, catalogue);
    table.columns = columns(writer, measures);
    let kinds = builder::kinds(&lines, catalogue);
    for (row, (line, kind)) in lines.iter().zip(kinds).enumerate() {
        let mut cells = builder::name_cells(*line, catalogue);
        for (band, measure) in measures.iter().enumerate() {
            cells.extend(band_cells(writer, &lines, row, band, *measure));
        }
        table.rows.push(Row { kind, cells });
    }
    table.notes.extend(builder::coverage_note(writer, &spec.indicators, measures));
    if measures.contains(&Measure::Previous) {
        table.notes.extend(years::notes(writer.material, &spec.indicators, writer.owner));
    }
    table
}

fn columns(writer: &Writer<'_>, measures: &[Measure]) -> Vec<Column> {
    let campaign = writer.material.campaign;
    let members = writer.members();
    let mut columns = builder::name_columns();
    for measure in measures {
        let band = (measures.len() > 1).then(|| measure.title().to_owned());
        let first = columns.len() - 2;
        for (offset, unit) in members.iter().enumerate() {
            columns.push(Column {
                band: band.clone(),
                header: campaign[*unit].name.clone(),
                index: (first + offset).to_string(),
                kind: ColumnKind::Number,
            });
        }
        let last = first + members.len() - 1;
        columns.push(Column {
            band,
            header: writer.whole(),
            index: format!("{}=({first}+…+{last})", last + 1),
            kind: ColumnKind::Total,
        });
    }
    columns
}

/// The cells of one row in one band.
fn band_cells(
    writer: &Writer<'_>,
    lines: &[Line],
    row: usize,
    band: usize,
    measure: Measure,
) -> Vec<Cell> {
    let members = writer.members();
    let width = members.len() + 1;
    let Line::Indicator(indicator) = lines[row] else { return vec![Cell::Blank; width] };
    let first = 3 + band * width;
    let owners = members.into_iter().map(Owner::Unit).chain([writer.owner]);
    owners
        .enumerate()
        .map(|(offset, owner)| {
            let id = FigureId { indicator, measure, owner };
            let how = how(writer, lines, id, (row, first + offset), first);
            builder::figure(writer, id, how)
        })
        .collect()
}

fn how(
    writer: &Writer<'_>,
    lines: &[Line],
    id: FigureId,
    (row, column): (usize, usize),
    first: usize,
) -> How {
    let figure = writer.material.results.dataset.figure(id);
    let indicator = &writer.material.catalogue[id.indicator];
    if let (Origin::Ratio { .. }, Some((of, by))) =
        (&figure.origin, builder::ratio_parts(indicator))
    {
        return ratio(lines, of, by, column).unwrap_or_default();
    }
    match (id.owner, indicator.aggregation) {
        (Owner::Cluster | Owner::Group(_), Aggregation::Sum) => {
            How::Total { over: [(row, first), (row, column - 1)] }
        }
        _ => How::Value,
    }
}

fn ratio(lines: &[Line], of: IndicatorId, by: IndicatorId, column: usize) -> Option<How> {
    let of = (builder::row_of(lines, of)?, column);
    let by = (builder::row_of(lines, by)?, column);
    Some(How::Percent { of, by })
}
