//! A sheet whose cells can be asked for by row and column, with what covers and hides them.

use std::collections::BTreeMap;

use crate::model::place::Address;
use crate::read::workbook::raw::Area;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Span;
use crate::text::normal;
use crate::text::order;

/// Merged areas higher than this are kept in a list of their own instead of by row.
const HIGH: u32 = 200;

/// How many of those are looked at; a form has none.
const MOST_HIGH: usize = 16;

/// A sheet by rows.
pub(in crate::read) struct Grid<'a> {
    pub(in crate::read) name: &'a str,
    pub(in crate::read) sheet: &'a RawSheet,
    /// By row and column: a list for each row would cost more than the cells.
    cells: Vec<&'a RawCell>,
    merges: BTreeMap<u32, Vec<Area>>,
    high: Vec<Area>,
    hidden_rows: BTreeMap<u32, u32>,
    hidden_columns: BTreeMap<u32, u32>,
}

impl<'a> Grid<'a> {
    pub(in crate::read) fn new(sheet: &'a RawSheet) -> Self {
        let mut cells: Vec<&RawCell> = sheet.cells.iter().collect();
        cells.sort_by_key(|it| (it.row, it.column));
        let (mut merges, mut high) = (BTreeMap::<u32, Vec<Area>>::new(), Vec::new());
        for area in &sheet.merges {
            if area.rows.last.saturating_sub(area.rows.first) < HIGH {
                for row in area.rows.first..=area.rows.last {
                    merges.entry(row).or_default().push(*area);
                }
            } else if high.len() < MOST_HIGH {
                high.push(*area);
            }
        }
        let by_first = |spans: &[Span]| spans.iter().map(|it| (it.first, it.last)).collect();
        let hidden_rows = by_first(&sheet.hidden_rows);
        let hidden_columns = by_first(&sheet.hidden_columns);
        Self { name: &sheet.name, sheet, cells, merges, high, hidden_rows, hidden_columns }
    }

    /// Rows with content, from the top.
    pub(in crate::read) fn rows(&self) -> impl Iterator<Item = (u32, &[&'a RawCell])> {
        by_row(&self.cells)
    }

    /// Rows with content from one to before another.
    pub(in crate::read) fn between(
        &self,
        from: u32,
        to: u32,
    ) -> impl Iterator<Item = (u32, &[&'a RawCell])> {
        let (first, last) = (self.start_of(from), self.start_of(to));
        by_row(self.cells.get(first..last).unwrap_or_default())
    }

    /// The cells of a row.
    pub(in crate::read) fn row(&self, row: u32) -> &[&'a RawCell] {
        let rest = &self.cells[self.start_of(row)..];
        &rest[..rest.partition_point(|it| it.row == row)]
    }

    /// Position of the first cell in a row or below.
    fn start_of(&self, row: u32) -> usize {
        self.cells.partition_point(|it| it.row < row)
    }

    /// A cell.
    pub(in crate::read) fn cell(&self, at: Address) -> Option<&'a RawCell> {
        cell_in(self.row(at.row), at.column)
    }

    /// The merged area over a cell.
    pub(in crate::read) fn merged(&self, at: Address) -> Option<Area> {
        let here = self.merges.get(&at.row).into_iter().flatten().chain(&self.high);
        here.copied().find(|it| it.rows.contains(at.row) && it.columns.contains(at.column))
    }

    /// The merged areas that touch a row.
    pub(in crate::read) fn merged_in(&self, row: u32) -> impl Iterator<Item = Area> {
        self.merges.get(&row).into_iter().flatten().copied()
    }

    /// Whether people do not see a row.
    pub(in crate::read) fn hides_row(&self, row: u32) -> bool {
        hides(&self.hidden_rows, row)
    }

    /// Whether people do not see a column.
    pub(in crate::read) fn hides_column(&self, column: u32) -> bool {
        hides(&self.hidden_columns, column)
    }
}

fn by_row<'s, 'a>(cells: &'s [&'a RawCell]) -> impl Iterator<Item = (u32, &'s [&'a RawCell])> {
    let rows = cells.chunk_by(|one, other| one.row == other.row);
    rows.filter_map(|cells| Some((cells.first()?.row, cells)))
}

/// Whether the last stretch that begins at or before an index reaches it; stretches lie apart.
fn hides(stretches: &BTreeMap<u32, u32>, index: u32) -> bool {
    stretches.range(..=index).next_back().is_some_and(|(_, last)| *last >= index)
}

/// The cell whose content a merged area shows.
pub(in crate::read) fn first_of(area: Area) -> Address {
    Address { row: area.rows.first, column: area.columns.first }
}

/// `F7:F9`.
pub(in crate::read) fn name_of(area: Area) -> String {
    let last = order::cell_address(area.rows.last, area.columns.last);
    format!("{}:{last}", first_of(area))
}

/// Rows in the words of a person: `7–9, 12`; no more than the first dozen stretches.
pub(in crate::read) fn stretches(rows: &[u32]) -> String {
    let mut found: Vec<(u64, u64)> = Vec::new();
    for row in rows.iter().map(|it| u64::from(*it) + 1) {
        match found.last_mut() {
            Some((_, last)) if *last + 1 >= row => *last = row,
            _ => found.push((row, row)),
        }
    }
    let shown = found.iter().take(12).map(|(first, last)| match last - first {
        0 => first.to_string(),
        _ => format!("{first}–{last}"),
    });
    let more = if found.len() > 12 { ", …" } else { "" };
    format!("{}{more}", shown.collect::<Vec<_>>().join(", "))
}

/// The cell of a row in a column.
pub(in crate::read) fn cell_in<'a>(row: &[&'a RawCell], column: u32) -> Option<&'a RawCell> {
    row.iter().find(|cell| cell.column == column).copied()
}

/// The cleaned text of a cell; a number as text where a label or code was typed as one.
pub(in crate::read) fn text_of(cell: &RawCell) -> String {
    match &cell.value {
        RawValue::Text(text) => normal::clean(text),
        RawValue::Number(number) => number.to_string(),
        RawValue::Bool(true) => "TRUE".to_owned(),
        RawValue::Bool(false) => "FALSE".to_owned(),
        RawValue::Date(serial) => serial.to_string(),
        RawValue::Error(error) => error.clone(),
        RawValue::NotFinite | RawValue::NoResult => String::new(),
    }
}
