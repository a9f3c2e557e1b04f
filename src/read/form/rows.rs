//! Matches rows to indicators, by code first, then by label.

use rust_decimal::Decimal;

use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::Named;
use crate::finding::fact::figure::FigureFact;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::catalogue::Catalogue;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::model::submission::FormRow;
use crate::model::submission::FoundBy;
use crate::model::submission::Reading;
use crate::read::form::columns::Columns;
use crate::read::form::grid::Grid;
use crate::read::form::grid::cell_in;
use crate::read::form::grid::text_of;
use crate::read::form::value;
use crate::read::workbook::raw::RawCell;
use crate::text::fold;

/// Reads every row under the header that names an indicator or carries numbers.
pub(super) fn read(
    file: &str,
    grid: &Grid<'_>,
    columns: &Columns,
    catalogue: &Catalogue,
    findings: &mut Vec<Finding>,
) -> Vec<FormRow> {
    // A header repeated on each printed page is no row of figures.
    let header = grid.rows().find(|(row, _)| *row == columns.header);
    let header = header.map(|(_, cells)| cells).unwrap_or_default();
    let below = grid.rows().filter(|(row, _)| *row > columns.header);
    let mut rows = Vec::new();
    for (row, cells) in below.filter(|(_, cells)| !is_same(cells, header, columns)) {
        if let Some(read) = read_row(row, cells, columns, catalogue) {
            report(file, grid.name, &read, catalogue, findings);
            rows.push(read);
        }
    }
    rows
}

/// Whether two rows say the same in the columns that name a row and in those of figures.
fn is_same(one: &[&RawCell], other: &[&RawCell], columns: &Columns) -> bool {
    let figures = columns.figures.iter().map(|(_, column)| *column);
    let mut wanted = columns.code.into_iter().chain(columns.label).chain(figures);
    let text = |cells: &[&RawCell], column| {
        cell_in(cells, column).map(|cell| fold::fold(&text_of(cell))).unwrap_or_default()
    };
    wanted.all(|column| text(one, column) == text(other, column))
}

fn read_row(
    row: u32,
    cells: &[&RawCell],
    columns: &Columns,
    catalogue: &Catalogue,
) -> Option<FormRow> {
    let text = |column: Option<u32>| {
        column.and_then(|it| cell_in(cells, it)).map(text_of).unwrap_or_default()
    };
    let (code, label, unit_text) = (text(columns.code), text(columns.label), text(columns.unit));
    let by_code = catalogue.find_typed(&code);
    if by_code.is_none() && is_index_row(cells) {
        return None;
    }
    let by_label = || match catalogue.labelled(&label) {
        [only] => Some(*only),
        _ => None,
    };
    let (indicator, found_by) = match by_code {
        Some(id) => (Some(id), FoundBy::Code),
        None if !code.is_empty() => (None, FoundBy::Nothing),
        None => by_label().map_or((None, FoundBy::Nothing), |id| (Some(id), FoundBy::Label)),
    };
    let readings: Vec<Reading> = columns
        .figures
        .iter()
        .map(|(measure, column)| {
            let address = Address { row, column: *column };
            let indicator = indicator.map(|id| &catalogue[id]);
            value::reading(*measure, address, cell_in(cells, *column), indicator, &unit_text)
        })
        .collect();
    // A section heading, perhaps with its Roman numeral, carries no numbers.
    let is_heading = readings.iter().all(|it| it.text.is_empty());
    if indicator.is_none() && is_heading {
        return None;
    }
    let named_by = if code.is_empty() { columns.label } else { columns.code };
    Some(FormRow {
        indicator,
        found_by,
        code,
        label,
        unit_text,
        name_cell: Address { row, column: named_by.unwrap_or(0) },
        unit_cell: Address { row, column: columns.unit.unwrap_or(0) },
        readings,
    })
}

/// The row of column indices: `A`, `B`, `1`, `(2)`, `3=1+2`.
fn is_index_row(cells: &[&RawCell]) -> bool {
    let is_index = |cell: &&RawCell| {
        let text = text_of(cell);
        let core = text.trim_matches(|it| it == '(' || it == ')');
        let is_letter = core.chars().count() == 1 && core.chars().all(char::is_uppercase);
        let is_number = core.chars().next().is_some_and(|it| it.is_ascii_digit())
            && core.chars().all(|it| it.is_ascii_digit() || "=+-/x*():…. ".contains(it))
            && core.len() <= 24;
        is_letter || is_number
    };
    let letters = cells.iter().filter(|it| text_of(it).chars().all(char::is_uppercase)).count();
    cells.len() >= 3 && letters >= 2 && cells.iter().all(is_index)
}

fn report(
    file: &str,
    sheet: &str,
    row: &FormRow,
    catalogue: &Catalogue,
    findings: &mut Vec<Finding>,
) {
    let mut found = |fact: Fact, cell| {
        findings.push(Finding::new(fact, Place::cell(file, sheet, cell), None));
    };
    if let (FoundBy::Label, Some(id)) = (row.found_by, row.indicator) {
        let named = Named { code: catalogue[id].code.clone(), name: catalogue[id].name.clone() };
        let fact = WorkbookFact::MatchedByLabel { label: row.label.clone(), indicator: named };
        found(fact.into(), row.name_cell);
    }
    for reading in &row.readings {
        if let (true, Some(value)) = (reading.from_text, reading.value.number()) {
            // Told in the unit in which the form asks, as the sender thinks of it.
            let factor = row.indicator.map_or(Decimal::ONE, |id| catalogue[id].factor());
            let value = value.checked_div(factor).unwrap_or(value).normalize();
            let text = reading.text.clone();
            found(FigureFact::NumberAsText { text, value }.into(), reading.cell);
        }
    }
}
