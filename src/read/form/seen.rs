//! What people do not see on their screen, or see otherwise than it is stored: hidden rows and
//! columns with figures, values under merged areas, numbers beside the form's columns.

use std::collections::BTreeMap;

use crate::finding::fact::Finding;
use crate::finding::fact::layout::LayoutFact;
use crate::model::measure::Measure;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::model::submission::Reading;
use crate::model::value::Rejection;
use crate::model::value::Value;
use crate::read::form::columns::Columns;
use crate::read::form::grid;
use crate::read::form::grid::first_of;
use crate::read::form::grid::text_of;
use crate::read::form::header::Meaning;
use crate::read::form::lines::Line;
use crate::read::form::rows::Source;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawValue;
use crate::text::order;
use crate::text::typed;
use crate::text::typed::Typed;

/// What was noticed while the lines of one table were read.
#[derive(Default)]
pub(super) struct Seen {
    hidden_rows: Vec<u32>,
    hidden_columns: BTreeMap<u32, Measure>,
    /// Rows with numbers in columns that the form does not have.
    unknown: BTreeMap<u32, Vec<u32>>,
    /// First cells of merged areas over several figures, with area and text.
    merged: BTreeMap<Address, (String, String)>,
    under: Vec<(Address, LayoutFact)>,
}

impl Seen {
    /// Looks at a line of figures.
    pub(super) fn line(&mut self, source: Source<'_>, line: &Line<'_>, is_indicator: bool) {
        let columns = &source.table.columns;
        if source.grid.hides_row(line.row) && line.is_filled(columns) {
            self.hidden_rows.push(line.row);
        }
        if is_indicator {
            for cell in line.cells.iter().filter(|it| is_astray(it, columns)) {
                self.unknown.entry(cell.column).or_default().push(line.row);
            }
        }
    }

    /// Looks at a figure; what a merged area covers is nobody's number.
    pub(super) fn reading(&mut self, source: Source<'_>, reading: Reading) -> Reading {
        let at = reading.cell.at;
        if source.grid.hides_column(at.column) && !reading.text.is_empty() {
            self.hidden_columns.insert(at.column, reading.measure);
        }
        match source.grid.merged(at) {
            Some(area) if first_of(area) != at => {
                let (first, name) = (first_of(area), grid::name_of(area));
                let value = self.covered(source, &reading, first, name);
                Reading { value, from_text: false, ..reading }
            }
            _ => reading,
        }
    }

    fn covered(
        &mut self,
        source: Source<'_>,
        reading: &Reading,
        first: Address,
        area: String,
    ) -> Value {
        let at = reading.cell.at;
        if !reading.text.is_empty() {
            let (text, measure) = (reading.text.clone(), reading.measure);
            self.under.push((at, LayoutFact::ValueUnderMerge { area, text, measure }));
            return Value::Rejected(Rejection::Merged);
        }
        // A long label may be merged over empty cells of figures.
        let is_figure = source.table.columns.figures.iter().any(|it| it.column == first.column);
        let text = source.grid.cell(first).map(text_of).unwrap_or_default();
        if !is_figure || text.is_empty() {
            return Value::Missing;
        }
        self.merged.insert(first, (area, text));
        Value::Rejected(Rejection::Merged)
    }

    /// Reports what was noticed.
    pub(super) fn report(self, source: Source<'_>, findings: &mut Vec<Finding>) {
        let header = source.table.bottom;
        if !self.hidden_rows.is_empty() {
            let rows = grid::stretches(&self.hidden_rows);
            let fact = LayoutFact::HiddenRow { rows, filtered: source.grid.sheet.filtered };
            findings.push(Finding::new(fact, Place::sheet(source.file, source.grid.name), None));
        }
        for (column, measure) in self.hidden_columns {
            let fact = LayoutFact::HiddenColumn { column: order::column_letters(column), measure };
            findings.push(source.at(Address { row: header, column }, fact));
        }
        for (column, rows) in self.unknown {
            let head = source.table.columns.heads.iter().find(|it| it.column == column);
            let slipped = head.is_none_or(|it| it.meaning != Meaning::Unknown);
            // A slip is told where it is, a whole column at its header.
            let row = if slipped { rows[0] } else { header };
            let fact = LayoutFact::ColumnUnknown {
                header: head.map(|it| it.text.clone()).unwrap_or_default(),
                column: order::column_letters(column),
                rows: grid::stretches(&rows),
                slipped,
            };
            findings.push(source.at(Address { row, column }, fact));
        }
        for (at, (area, text)) in self.merged {
            findings.push(source.at(at, LayoutFact::MergedFigure { area, text }));
        }
        findings.extend(self.under.into_iter().map(|(at, fact)| source.at(at, fact)));
    }
}

/// Whether a cell of an indicator's row holds a number in a column that the form does not have.
fn is_astray(cell: &RawCell, columns: &Columns) -> bool {
    let head = columns.heads.iter().find(|it| it.column == cell.column);
    let is_open = match head.map(|it| &it.meaning) {
        Some(Meaning::Unknown) => true,
        // Left of the figures stand order numbers and list marks.
        None | Some(Meaning::Blank | Meaning::Band) => cell.column > columns.before_figures(),
        Some(Meaning::Column(_)) => columns.notes.contains(&cell.column),
        Some(Meaning::Ignored | Meaning::OtherYear { .. }) => false,
    };
    is_open && !columns.labels.contains(&cell.column) && is_number(cell)
}

fn is_number(cell: &RawCell) -> bool {
    match &cell.value {
        // A year is a note.
        RawValue::Number(number) => !(1990.0..2100.0).contains(number),
        RawValue::Text(text) => {
            let is_plain = text.chars().all(|it| it.is_ascii_digit() || " .,".contains(it));
            is_plain && matches!(typed::read(text), Typed::One(..) | Typed::Two(..))
        }
        _ => false,
    }
}
