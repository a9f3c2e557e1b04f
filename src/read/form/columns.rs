//! Finds the header row and, by their headers, the columns.

use crate::assets::form::FiguresSheet;
use crate::assets::form::FormColumn;
use crate::assets::form::Role;
use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::measure::Measure;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::text::fold;
use crate::text::order;

/// Rows from the top among which the header is looked for.
const HEADER_WITHIN: usize = 60;

/// Where the columns of the form stand on a sheet.
#[derive(Debug)]
pub(super) struct Columns {
    /// Row of the headers.
    pub(super) header: u32,
    pub(super) code: Option<u32>,
    pub(super) label: Option<u32>,
    pub(super) unit: Option<u32>,
    /// Columns of numbers, in the form's order.
    pub(super) figures: Vec<(Measure, u32)>,
    /// Per column of the form, the columns of the sheet under its header.
    found: Vec<Vec<u32>>,
}

/// Finds the table: the first row that names the code or the label and at least one measure.
pub(super) fn find(grid: &Grid<'_>, form: &FiguresSheet) -> Option<Columns> {
    grid.rows().take(HEADER_WITHIN).find_map(|(row, cells)| {
        let mut found = vec![Vec::new(); form.columns.len()];
        for cell in cells {
            let header = fold::fold(&text_of(cell));
            let matched = form.columns.iter().position(|column| is_header(column, &header));
            if let Some(index) = matched {
                found[index].push(cell.column);
            }
        }
        let columns = Columns::new(row, form, found);
        let names_rows = columns.code.is_some() || columns.label.is_some();
        (names_rows && !columns.figures.is_empty()).then_some(columns)
    })
}

fn is_header(column: &FormColumn, folded: &str) -> bool {
    !folded.is_empty()
        && (fold::fold(&column.header) == folded
            || column.aliases.iter().any(|alias| fold::fold(alias) == folded))
}

impl Columns {
    fn new(header: u32, form: &FiguresSheet, found: Vec<Vec<u32>>) -> Self {
        let by_role = |role: Role| {
            let index = form.columns.iter().position(|column| column.role == role)?;
            found[index].first().copied()
        };
        let figures = form.columns.iter().zip(&found).filter_map(|(column, at)| {
            // Two columns under one header: neither is taken, and the finding says so.
            let [only] = at.as_slice() else { return None };
            Some((column.measure?, *only))
        });
        Self {
            header,
            code: by_role(Role::Code),
            label: by_role(Role::Label),
            unit: by_role(Role::Unit),
            figures: figures.collect(),
            found,
        }
    }

    /// Reports columns that moved, are missing or stand twice.
    pub(super) fn report(
        &self,
        file: &str,
        sheet: &str,
        form: &FiguresSheet,
        findings: &mut Vec<Finding>,
    ) {
        for (expected, (column, found)) in (0_u32..).zip(form.columns.iter().zip(&self.found)) {
            let header = column.header.clone();
            let (fact, at) = match (found.as_slice(), column.measure) {
                ([], Some(measure)) => (WorkbookFact::ColumnMissing { header, measure }, None),
                ([], None) => continue,
                ([only], _) if *only == expected => continue,
                ([only], _) => {
                    let expected = order::column_letters(expected);
                    let found = order::column_letters(*only);
                    (WorkbookFact::ColumnMoved { header, expected, found }, Some(*only))
                }
                ([first, second, ..], _) => {
                    let first = order::column_letters(*first);
                    let measure = column.measure;
                    (WorkbookFact::ColumnTwice { header, first, measure }, Some(*second))
                }
            };
            let place = match at {
                Some(column) => Place::cell(file, sheet, Address { row: self.header, column }),
                None => Place::sheet(file, sheet),
            };
            findings.push(Finding::new(fact, place, None));
        }
    }
}
