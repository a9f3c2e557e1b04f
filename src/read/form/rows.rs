//! The lines of a table as rows of the form: what each is, and its figures.

use rust_decimal::Decimal;

use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::Named;
use crate::finding::fact::figure::FigureFact;
use crate::finding::fact::layout::LayoutFact;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Indicator;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::model::submission::FormCell;
use crate::model::submission::FormRow;
use crate::model::submission::FoundBy;
use crate::model::submission::Reading;
use crate::read::form::columns::FigureColumn;
use crate::read::form::columns::Table;
use crate::read::form::grid::Grid;
use crate::read::form::grid::cell_in;
use crate::read::form::labels;
use crate::read::form::labels::Match;
use crate::read::form::lines::Line;
use crate::read::form::seen::Seen;
use crate::read::form::units::Units;
use crate::read::form::value;

/// How many rows matched by their labels are told one by one; more are told in one list.
const FEW: usize = 5;

/// Where rows are read: a table of a sheet of a file.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) file: &'a str,
    pub(super) grid: &'a Grid<'a>,
    /// Position of the sheet in the submission.
    pub(super) sheet: usize,
    pub(super) table: &'a Table,
    pub(super) catalogue: &'a Catalogue,
}

impl Source<'_> {
    /// A finding at a cell of the sheet.
    pub(super) fn at(&self, at: Address, fact: impl Into<Fact>) -> Finding {
        Finding::new(fact, Place::cell(self.file, self.grid.name, at), None)
    }

    fn cell(&self, row: u32, column: u32) -> FormCell {
        FormCell { sheet: self.sheet, at: Address { row, column } }
    }
}

/// Reads every line under the header that names an indicator or carries figures.
pub(super) fn read(
    source: Source<'_>,
    units: &mut Units,
    findings: &mut Vec<Finding>,
) -> Vec<FormRow> {
    let (table, catalogue) = (source.table, source.catalogue);
    let lines: Vec<Line<'_>> = source
        .grid
        .between(table.bottom + 1, table.end)
        .map(|(row, cells)| Line::new(row, cells, &table.columns))
        .filter(|it| catalogue.find_typed(&it.code).is_some() || !it.is_index())
        .collect();
    let matches = labels::matched(&lines, catalogue);
    let mut seen = Seen::default();
    let mut rows = Vec::new();
    for (line, found) in lines.iter().zip(matches) {
        if found.is_none() && !line.carries_figures(&table.columns) {
            units.heading(line, catalogue);
        } else if found.is_none() && line.is_subtotal(&table.columns, catalogue) {
            let fact = LayoutFact::SubtotalRow { label: line.name(&table.columns) };
            let at = Address { row: line.row, column: line.named_in };
            findings.push(source.at(at, fact));
        } else {
            rows.push(row(source, line, found, units, &mut seen));
        }
    }
    seen.report(source, findings);
    units.report(source, findings);
    rows
}

fn row(
    source: Source<'_>,
    line: &Line<'_>,
    found: Match,
    units: &mut Units,
    seen: &mut Seen,
) -> FormRow {
    let columns = &source.table.columns;
    let indicator = found.map(|(id, _)| &source.catalogue[id]);
    let readings: Vec<Reading> = columns
        .figures
        .iter()
        .map(|it| reading(source, line, *it, indicator, units, seen))
        .collect();
    seen.line(source, line, indicator.is_some());
    FormRow {
        indicator: found.map(|(id, _)| id),
        found_by: found.map_or(FoundBy::Nothing, |(_, by)| by),
        code: line.code.clone(),
        label: line.label.clone(),
        unit_text: line.unit.clone(),
        name_cell: source.cell(line.row, line.named_in),
        unit_cell: source.cell(line.row, columns.unit.unwrap_or(0)),
        readings,
    }
}

fn reading(
    source: Source<'_>,
    line: &Line<'_>,
    column: FigureColumn,
    indicator: Option<&Indicator>,
    units: &mut Units,
    seen: &mut Seen,
) -> Reading {
    let cell = cell_in(line.cells, column.column);
    let unit = units.of(source.table, line, column, indicator, cell.is_some());
    let at = source.cell(line.row, column.column);
    let reading = value::reading(column.measure, at, cell, indicator, &unit);
    seen.reading(source, reading)
}

/// Reports what was read otherwise than as a number under a code.
pub(super) fn report(
    file: &str,
    sheet: &str,
    rows: &[&FormRow],
    catalogue: &Catalogue,
    findings: &mut Vec<Finding>,
) {
    let by_label: Vec<&&FormRow> =
        rows.iter().filter(|it| it.found_by == FoundBy::Label && it.indicator.is_some()).collect();
    if by_label.len() > FEW {
        let pair = |it: &&&FormRow| {
            let code = it.indicator.map(|id| catalogue[id].code.clone());
            (it.name_cell.to_string(), code.unwrap_or_default())
        };
        let fact =
            WorkbookFact::ManyMatchedByLabel { matches: by_label.iter().map(pair).collect() };
        findings.push(Finding::new(fact, Place::sheet(file, sheet), None));
    } else {
        for row in by_label {
            let Some(id) = row.indicator else { continue };
            let indicator =
                Named { code: catalogue[id].code.clone(), name: catalogue[id].name.clone() };
            let fact = WorkbookFact::MatchedByLabel { label: row.label.clone(), indicator };
            findings.push(Finding::new(fact, Place::cell(file, sheet, row.name_cell.at), None));
        }
    }
    for row in rows {
        for reading in &row.readings {
            if let (true, Some(value)) = (reading.from_text, reading.value.number()) {
                // Told in the unit in which the form asks, as the sender thinks of it.
                let factor = row.indicator.map_or(Decimal::ONE, |id| catalogue[id].factor());
                let value = value.checked_div(factor).unwrap_or(value).normalize();
                let fact = FigureFact::NumberAsText { text: reading.text.clone(), value };
                findings.push(Finding::new(fact, Place::cell(file, sheet, reading.cell.at), None));
            }
        }
    }
}

#[cfg(test)]
mod tests;
