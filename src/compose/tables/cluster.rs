//! Indicators as rows, measures of the whole cluster as columns.

use crate::assets::table_spec::ClusterColumn;
use crate::assets::table_spec::TableSpec;
use crate::compose::Writer;
use crate::compose::tables::Frame;
use crate::compose::tables::builder;
use crate::compose::tables::builder::Line;
use crate::model::catalogue::Kind;
use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Row;
use crate::model::table::Table;

/// Columns that name a row.
const NAMES: usize = 3;

/// Digits of a percentage of a target or of a change.
const DECIMALS: u32 = 2;

pub(super) fn table(writer: &Writer<'_>, spec: &TableSpec, frame: &Frame) -> Table {
    let catalogue = writer.material.catalogue;
    let wanted = &spec.file.columns.cluster;
    let mut table = frame.table(spec);
    table.columns = builder::name_columns();
    for (index, column) in wanted.iter().enumerate() {
        table.columns.push(Column {
            band: None,
            header: header(writer, *column),
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
    table.notes.extend(builder::coverage_note(writer, &spec.indicators, &[Measure::Actual]));
    table
}

/// What a column shows: a measure, or a comparison of two.
enum Shows {
    Measure(Measure),
    Reached { of: ClusterColumn, by: ClusterColumn },
    Changed { of: ClusterColumn, by: ClusterColumn },
}

fn shows(column: ClusterColumn) -> Shows {
    match column {
        ClusterColumn::Assigned => Shows::Measure(Measure::Assigned),
        ClusterColumn::Previous => Shows::Measure(Measure::Previous),
        ClusterColumn::Target => Shows::Measure(Measure::Target),
        ClusterColumn::Actual => Shows::Measure(Measure::Actual),
        ClusterColumn::Estimate => Shows::Measure(Measure::Estimate),
        ClusterColumn::Pledged => Shows::Measure(Measure::Pledged),
        ClusterColumn::ActualToTarget => {
            Shows::Reached { of: ClusterColumn::Actual, by: ClusterColumn::Target }
        }
        ClusterColumn::ActualToPrevious => {
            Shows::Changed { of: ClusterColumn::Actual, by: ClusterColumn::Previous }
        }
        ClusterColumn::PledgedToActual => {
            Shows::Changed { of: ClusterColumn::Pledged, by: ClusterColumn::Actual }
        }
    }
}

fn measure(column: ClusterColumn) -> Measure {
    match shows(column) {
        Shows::Measure(measure) => measure,
        Shows::Reached { of, .. } | Shows::Changed { of, .. } => measure(of),
    }
}

fn header(writer: &Writer<'_>, column: ClusterColumn) -> String {
    let period = writer.material.campaign.period;
    match column {
        ClusterColumn::Assigned => format!("Tổng Liên đoàn giao {}", period.year),
        ClusterColumn::Previous => format!("Năm {}", period.year - 1),
        ClusterColumn::Target => format!("Kế hoạch {}", period.year),
        ClusterColumn::Actual => format!("Thực hiện {}", period.year),
        ClusterColumn::Estimate => format!("Ước năm {}", period.year),
        ClusterColumn::Pledged => format!("Đăng ký {}", writer.material.campaign.pledge.year),
        ClusterColumn::ActualToTarget => "Thực hiện so với kế hoạch (%)".to_owned(),
        ClusterColumn::ActualToPrevious => "Tăng, giảm so với năm trước (%)".to_owned(),
        ClusterColumn::PledgedToActual => "Tăng, giảm so với thực hiện (%)".to_owned(),
    }
}

/// `4=(3:2)` where the operands stand in the table, else the bare number.
fn column_index(wanted: &[ClusterColumn], column: ClusterColumn, index: usize) -> String {
    let number = |it: ClusterColumn| wanted.iter().position(|other| *other == it).map(|at| at + 1);
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
    wanted: &[ClusterColumn],
    column: ClusterColumn,
    indicator: IndicatorId,
    row: usize,
) -> Cell {
    let id = |column| FigureId { indicator, measure: measure(column), unit: None };
    let at = |it: ClusterColumn| {
        wanted.iter().position(|other| *other == it).map(|index| (row, NAMES + index))
    };
    let is_percent = writer.material.catalogue[indicator].kind == Kind::Percent;
    let (rule, of, by) = match shows(column) {
        Shows::Measure(_) => return builder::figure(writer, id(column), How::Value),
        Shows::Reached { of, by } => (Derivation::Percent, of, by),
        Shows::Changed { .. } if !writer.material.catalogue[indicator].comparable => {
            return builder::text("không so sánh");
        }
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
    builder::derived(writer, derived.into(), DECIMALS, how)
}
