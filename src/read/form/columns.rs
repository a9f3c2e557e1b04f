//! Finds the tables of a sheet and, by their headers, the columns of each.

use crate::assets::form::FiguresSheet;
use crate::assets::form::Role;
use crate::model::measure::Measure;
use crate::model::place::Address;
use crate::read::form::declared;
use crate::read::form::grid::Grid;
use crate::read::form::grid::first_of;
use crate::read::form::grid::text_of;
use crate::read::form::header::Headers;
use crate::read::form::header::Meaning;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawValue;
use crate::text::fold;
use crate::text::money::MoneyUnit;

/// Columns in which headers are looked for; a form has some ten.
const WIDEST: u32 = 256;

/// Rows above and below the row that names code or label which may belong to the header.
const TIERS: u32 = 2;

/// Tables of one sheet; a form on a hundred pages repeats its header as often.
const MOST_TABLES: usize = 500;

/// The longest text that stands over several columns as a band of a header.
const LONGEST_BAND: usize = 60;

/// A table in the form's columns.
#[derive(Debug)]
pub(super) struct Table {
    /// First and last row of the header.
    pub(super) top: u32,
    pub(super) bottom: u32,
    /// The row before which it ends.
    pub(super) end: u32,
    pub(super) columns: Columns,
}

impl Table {
    /// The cell that heads a column.
    pub(super) fn head_of(&self, column: u32) -> Address {
        let head = self.columns.heads.iter().find(|it| it.column == column);
        Address { row: head.map_or(self.bottom, |it| it.row), column }
    }
}

/// A column of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FigureColumn {
    pub(super) measure: Measure,
    pub(super) column: u32,
    /// The unit of money that its header declares.
    pub(super) unit: Option<MoneyUnit>,
}

/// Where the columns of the form stand on a sheet.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) code: Option<u32>,
    /// Columns of labels: more than one where sub-rows are indented into the next column.
    pub(super) labels: Vec<u32>,
    pub(super) unit: Option<u32>,
    pub(super) notes: Vec<u32>,
    /// Columns of numbers, in the form's order.
    pub(super) figures: Vec<FigureColumn>,
    /// Per column of the form, the columns of the sheet under its header.
    pub(super) found: Vec<Vec<u32>>,
    /// Every headed column, with its header and what that says.
    pub(super) heads: Vec<Head>,
}

/// The header of a column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) column: u32,
    /// Its lowest row with text.
    pub(super) row: u32,
    pub(super) text: String,
    pub(super) meaning: Meaning,
    unit: Option<MoneyUnit>,
}

/// Finds the tables: each header names the code or the label and at least one measure. A header
/// that is repeated on each printed page begins a table of its own.
pub(super) fn tables(grid: &Grid<'_>, form: &FiguresSheet, headers: &Headers) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for (row, cells) in grid.rows() {
        let is_inside = tables.last().is_some_and(|it| row <= it.bottom);
        if is_inside || tables.len() >= MOST_TABLES {
            continue;
        }
        let names = cells.iter().filter(|it| names_rows(it, headers));
        let Some(name) = names.map(|it| it.column).max() else { continue };
        let floor = tables.last().map_or(0, |it| it.bottom + 1);
        let (top, bottom) = block(grid, headers, row, name, floor);
        let columns = Columns::new(heads(grid, headers, top, bottom), form);
        let names_rows = columns.code.is_some() || !columns.labels.is_empty();
        if names_rows && !columns.figures.is_empty() {
            if let Some(last) = tables.last_mut() {
                last.end = top;
            }
            tables.push(Table { top, bottom, end: u32::MAX, columns });
        }
    }
    tables
}

fn names_rows(cell: &RawCell, headers: &Headers) -> bool {
    matches!(&cell.value, RawValue::Text(text) if headers.names_rows(text))
}

/// The rows of a header, around the one that names code or label.
fn block(grid: &Grid<'_>, headers: &Headers, row: u32, name: u32, floor: u32) -> (u32, u32) {
    let (mut top, mut bottom) = (row, row);
    while top > floor && row - top < TIERS && is_tier(grid, headers, top - 1, name, true) {
        top -= 1;
    }
    while bottom - row < TIERS && is_tier(grid, headers, bottom + 1, name, false) {
        bottom += 1;
    }
    (top, bottom)
}

/// Whether a row next to a header is a part of it. Above, a text over several columns of figures
/// is, whatever it says: who does not understand it must not read what stands below.
fn is_tier(grid: &Grid<'_>, headers: &Headers, row: u32, name: u32, above: bool) -> bool {
    let cells = grid.row(row);
    let has_figures = cells.iter().any(|it| match it.value {
        RawValue::Number(number) => !(1990.0..2100.0).contains(&number),
        _ => false,
    });
    if has_figures {
        return false;
    }
    cells.iter().filter(|it| it.column > name && it.column < WIDEST).any(|cell| {
        let text = text_of(cell);
        let is_short = !text.is_empty() && text.chars().count() <= LONGEST_BAND;
        let at = Address { row, column: cell.column };
        let is_wide = grid.merged(at).is_some_and(|it| it.columns.first < it.columns.last);
        is_short
            && match headers.meaning(std::slice::from_ref(&text)) {
                Meaning::Column(index) => headers.is_figure(index),
                Meaning::Ignored | Meaning::OtherYear { .. } => true,
                Meaning::Band => headers.says_something(&text),
                Meaning::Unknown => above && is_wide && !is_title(&text),
                Meaning::Blank => false,
            }
    })
}

/// What stands over a table on every paper and is no header.
fn is_title(text: &str) -> bool {
    let key = fold::fold(text);
    declared::in_line(text).is_some()
        || ["conghoaxahoi", "doclaptudo", "mauso", "bieuso", "donvi", "dvt", "phuluc"]
            .iter()
            .any(|it| key.starts_with(it))
}

/// The headers of all columns: the texts from the top down, merged areas giving theirs to each of
/// their columns.
fn heads(grid: &Grid<'_>, headers: &Headers, top: u32, bottom: u32) -> Vec<Head> {
    let width = (top..=bottom)
        .flat_map(|row| {
            let cells = grid.row(row).iter().map(|it| it.column);
            cells.chain(grid.merged_in(row).map(|it| it.columns.last))
        })
        .max()
        .map_or(0, |it| (it + 1).min(WIDEST));
    let mut heads: Vec<Head> = Vec::new();
    for column in 0..width {
        let (mut texts, mut row, mut seen) = (Vec::new(), top, Vec::new());
        for tier in top..=bottom {
            let Some(at) = shown(grid, tier, column, top, bottom) else { continue };
            let text = grid.cell(at).map(text_of).unwrap_or_default();
            if !text.is_empty() && !seen.contains(&at) {
                (row, _) = (tier, seen.push(at));
                texts.push(text);
            }
        }
        let meaning = headers.meaning(&texts);
        let unit = texts.iter().rev().find_map(|it| Some(declared::in_header(it)?.unit));
        heads.push(Head { column, row, text: texts.join(" "), meaning, unit });
    }
    heads
}

/// The cell whose text a header shows at a place: the first of a merged area; for an empty cell
/// over a lower header, the one that it continues to the left.
fn shown(grid: &Grid<'_>, row: u32, column: u32, top: u32, bottom: u32) -> Option<Address> {
    let at = Address { row, column };
    if let Some(area) = grid.merged(at) {
        return Some(first_of(area)).filter(|it| it.row >= top);
    }
    if grid.cell(at).is_some_and(|it| !text_of(it).is_empty()) {
        return Some(at);
    }
    let is_over = |column| {
        (row + 1..=bottom).any(|it| grid.cell(Address { row: it, column }).is_some())
            && !(top..row).any(|it| grid.cell(Address { row: it, column }).is_some())
    };
    let left = (0..column).rev().map(|column| Address { row, column });
    let from = is_over(column)
        .then(|| left.take_while(|it| is_over(it.column)).find(|it| grid.cell(*it).is_some()))??;
    Some(from)
}

impl Columns {
    fn new(heads: Vec<Head>, form: &FiguresSheet) -> Self {
        let mut found = vec![Vec::new(); form.columns.len()];
        for head in &heads {
            if let Meaning::Column(index) = head.meaning {
                found[index].push(head.column);
            }
        }
        let by_role = |role: Role| {
            let index = form.columns.iter().position(|column| column.role == role)?;
            found[index].first().copied()
        };
        let figures = form.columns.iter().zip(&found).filter_map(|(column, at)| {
            // Two columns under one header: neither is taken, and the finding says so.
            let [only] = at.as_slice() else { return None };
            let unit = heads.iter().find(|it| it.column == *only).and_then(|it| it.unit);
            Some(FigureColumn { measure: column.measure?, column: *only, unit })
        });
        let figures = figures.collect();
        let (code, unit, label) = (by_role(Role::Code), by_role(Role::Unit), by_role(Role::Label));
        let labels = label.map(|it| labels(it, &heads, &mut found, form)).unwrap_or_default();
        let notes = form.columns.iter().zip(&found).filter(|(it, _)| it.role == Role::Note);
        let notes = notes.flat_map(|(_, at)| at.clone()).collect();
        Self { code, labels, unit, notes, figures, found, heads }
    }

    /// Whether two headers of a sheet name the same columns.
    pub(super) fn says_as(&self, other: &Self) -> bool {
        self.found == other.found && self.figures == other.figures
    }

    /// The columns left of the first figures, where a row says what it is.
    pub(super) fn before_figures(&self) -> u32 {
        self.figures.iter().map(|it| it.column).min().unwrap_or(0)
    }
}

/// The column of labels, with those right of it that have its header, through a merged area, or
/// none.
fn labels(first: u32, heads: &[Head], found: &mut [Vec<u32>], form: &FiguresSheet) -> Vec<u32> {
    let of_label = form.columns.iter().position(|column| column.role == Role::Label);
    let text = heads.iter().find(|it| it.column == first).map(|it| (it.row, &it.text));
    let right = heads.iter().filter(|it| it.column > first);
    let same =
        right.take_while(|it| it.meaning == Meaning::Blank || Some((it.row, &it.text)) == text);
    let mut columns = vec![first];
    columns.extend(same.map(|it| it.column));
    // An empty column at the end of the sheet is no column of labels.
    while let Some(last) = columns.last() {
        let is_last = heads.iter().all(|it| it.column <= *last || it.meaning == Meaning::Blank);
        if columns.len() == 1 || !is_last {
            break;
        }
        columns.pop();
    }
    if let Some(index) = of_label {
        let of_first = |it: &u32| *it == first || !columns.contains(it);
        found[index].retain(of_first);
    }
    columns
}
