//! Indicators as rows, measures of one body as columns: of the whole cluster, or of the block or the
//! unit whose paper it is.

use crate::assets::table_spec::MeasureColumn;
use crate::assets::table_spec::TableSpec;
use crate::compose::tables::Frame;
use crate::compose::tables::builder;
use crate::compose::tables::builder::Line;
use crate::compose::writer::Writer;
use crate::compose::years;
use crate::finding::failure::Failure;
use crate::model::catalogue::Kind;
use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::period::Span;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Row;
use crate::model::table::Table;
use crate::template::parted;
use crate::text::case;

/// Columns that name a row.
const NAMES: usize = 3;

/// What a unit's own table prints where it reported nothing: a blank could be filled by hand after
/// the leader signed, and a dash means nought by the habit of statistics.
const NOT_REPORTED: &str = "…";

/// What the mark means, under the table.
const NOT_REPORTED_NOTE: &str =
    "Ký hiệu “…”: đơn vị chưa báo cáo số liệu này; không có nghĩa là bằng 0.";

/// Digits of a percentage of a target or of a change.
const DECIMALS: u32 = 2;

pub(super) fn table(
    writer: &Writer<'_>,
    spec: &TableSpec,
    frame: &Frame,
    wanted: &[MeasureColumn],
) -> Result<Table, Failure> {
    let catalogue = writer.material.catalogue;
    // In the middle of a year nobody has pledged for the next one yet.
    let is_half = writer.material.campaign.period.span == Span::FirstHalf;
    let asked = |it: &&MeasureColumn| !is_half || measure(**it) != Measure::Pledged;
    let wanted: Vec<MeasureColumn> = wanted.iter().filter(asked).copied().collect();
    let wanted = wanted.as_slice();
    let mut table = frame.table(spec);
    table.columns = builder::name_columns();
    for (index, column) in wanted.iter().enumerate() {
        table.columns.push(Column {
            band: None,
            header: match spec.file.headers.get(column) {
                Some(own) => writer.line(own)?,
                None => header(writer, *column),
            },
            index: column_index(wanted, *column, index),
            kind: ColumnKind::Number,
        });
    }
    let lines = builder::lines(spec, catalogue);
    let kinds = builder::kinds(&lines, catalogue);
    for (row, (line, kind)) in lines.into_iter().zip(kinds).enumerate() {
        let mut cells = builder::name_cells(line, catalogue);
        cells.extend(wanted.iter().map(|column| match line {
            Line::Group(_) => Cell::Blank,
            Line::Indicator(id) => cell(writer, wanted, *column, id, row),
        }));
        table.rows.push(Row { kind, cells });
    }
    let note = match writer.owner {
        Owner::Cluster | Owner::Group(_) => {
            builder::coverage_note(writer, &spec.indicators, &[Measure::Actual])
        }
        Owner::Unit(_) => has_gaps(&table).then(|| NOT_REPORTED_NOTE.to_owned()),
    };
    table.notes.extend(note);
    if wanted.iter().any(|it| looks_back(*it)) {
        table.notes.extend(years::notes(writer.material, &spec.indicators, writer.owner));
    }
    Ok(table)
}

/// Whether a figure of the table was not reported.
fn has_gaps(table: &Table) -> bool {
    let is_gap = |cell: &Cell| matches!(cell, Cell::Text { text } if text == NOT_REPORTED);
    table.rows.iter().flat_map(|row| &row.cells).any(is_gap)
}

/// Whether a column shows figures of the year before.
fn looks_back(column: MeasureColumn) -> bool {
    matches!(column, MeasureColumn::Previous | MeasureColumn::ActualToPrevious)
}

/// What a column shows: a measure, or a comparison of two.
enum Shows {
    Measure(Measure),
    Reached { of: MeasureColumn, by: MeasureColumn },
    Changed { of: MeasureColumn, by: MeasureColumn },
}

fn shows(column: MeasureColumn) -> Shows {
    match column {
        MeasureColumn::Assigned => Shows::Measure(Measure::Assigned),
        MeasureColumn::Previous => Shows::Measure(Measure::Previous),
        MeasureColumn::Target => Shows::Measure(Measure::Target),
        MeasureColumn::Actual => Shows::Measure(Measure::Actual),
        MeasureColumn::Estimate => Shows::Measure(Measure::Estimate),
        MeasureColumn::Pledged => Shows::Measure(Measure::Pledged),
        MeasureColumn::ActualToTarget => {
            Shows::Reached { of: MeasureColumn::Actual, by: MeasureColumn::Target }
        }
        MeasureColumn::ActualToPrevious => {
            Shows::Changed { of: MeasureColumn::Actual, by: MeasureColumn::Previous }
        }
        MeasureColumn::PledgedToActual => {
            Shows::Changed { of: MeasureColumn::Pledged, by: MeasureColumn::Actual }
        }
    }
}

fn measure(column: MeasureColumn) -> Measure {
    match shows(column) {
        Shows::Measure(measure) => measure,
        Shows::Reached { of, .. } | Shows::Changed { of, .. } => measure(of),
    }
}

fn header(writer: &Writer<'_>, column: MeasureColumn) -> String {
    let period = writer.material.campaign.period;
    let is_half = period.span == Span::FirstHalf;
    match column {
        MeasureColumn::Assigned => format!("Tổng Liên đoàn giao {}", period.year),
        MeasureColumn::Previous => case::capitalise(&period.year_ago().title()),
        MeasureColumn::Target if is_half => format!("Kế hoạch cả năm {}", period.year),
        MeasureColumn::Target => format!("Kế hoạch {}", period.year),
        MeasureColumn::Actual if is_half => case::capitalise(&period.title()),
        MeasureColumn::Actual => format!("Thực hiện {}", period.year),
        MeasureColumn::Estimate => format!("Ước năm {}", period.year),
        MeasureColumn::Pledged => format!("Đăng ký {}", writer.material.campaign.pledge.year),
        MeasureColumn::ActualToTarget if is_half => {
            "Thực hiện so với kế hoạch cả năm (%)".to_owned()
        }
        MeasureColumn::ActualToTarget => "Thực hiện so với kế hoạch (%)".to_owned(),
        MeasureColumn::ActualToPrevious if is_half => "Tăng, giảm so với cùng kỳ (%)".to_owned(),
        MeasureColumn::ActualToPrevious => "Tăng, giảm so với năm trước (%)".to_owned(),
        MeasureColumn::PledgedToActual => "Tăng, giảm so với thực hiện (%)".to_owned(),
    }
}

/// `4=(3:2)` where the operands stand in the table, else the bare number.
fn column_index(wanted: &[MeasureColumn], column: MeasureColumn, index: usize) -> String {
    let number = |it: MeasureColumn| wanted.iter().position(|other| *other == it).map(|at| at + 1);
    let own = index + 1;
    let formula = match shows(column) {
        Shows::Measure(_) => None,
        Shows::Reached { of, by } => {
            number(of).zip(number(by)).map(|(of, by)| format!("{own}=({of}:{by})"))
        }
        Shows::Changed { of, by } => {
            number(of).zip(number(by)).map(|(of, by)| format!("{own}=({of}-{by}):{by}"))
        }
    };
    formula.unwrap_or_else(|| own.to_string())
}

fn cell(
    writer: &Writer<'_>,
    wanted: &[MeasureColumn],
    column: MeasureColumn,
    indicator: IndicatorId,
    row: usize,
) -> Cell {
    let owner = writer.owner;
    let id = |column| FigureId { indicator, measure: measure(column), owner };
    let at = |it: MeasureColumn| {
        wanted.iter().position(|other| *other == it).map(|index| (row, NAMES + index))
    };
    let is_percent = writer.material.catalogue[indicator].kind == Kind::Percent;
    let (rule, of, by) = match shows(column) {
        Shows::Measure(_) => {
            let figure = builder::figure(writer, id(column), How::Value);
            return match (&figure, owner) {
                (Cell::Blank, Owner::Unit(_)) => builder::text(NOT_REPORTED),
                _ => figure,
            };
        }
        Shows::Reached { of, by } => (Derivation::Percent, of, by),
        // A percentage changes by points; the header speaks of percent, so the cell says so.
        Shows::Changed { of, by } if is_percent => (Derivation::Difference, of, by),
        Shows::Changed { of, by } => (Derivation::ChangePercent, of, by),
    };
    let how = match (at(of), at(by), rule) {
        (Some(of), Some(by), Derivation::Percent) => How::Percent { of, by },
        (Some(of), Some(by), Derivation::ChangePercent) => How::Change { to: of, from: by },
        (Some(of), Some(by), Derivation::Difference) => How::Difference { of, less: by },
        _ => How::Value,
    };
    let derived = Derived { rule, of: id(of), by: id(by) };
    if let Some(why) = writer.material.results.dataset.parted(derived) {
        return builder::text(parted::in_cell(why));
    }
    builder::derived(writer, derived.into(), DECIMALS, how)
}
