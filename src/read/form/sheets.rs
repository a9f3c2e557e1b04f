//! The sheets that hold the form's tables, and their rows together: five offices may fill a sheet
//! each, and a table may be printed in parts.

use std::collections::BTreeSet;

use crate::finding::fact::Finding;
use crate::finding::fact::layout::LayoutFact;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::measure::Measure;
use crate::model::place::Place;
use crate::model::submission::FormRow;
use crate::model::submission::Stated;
use crate::read::form::Context;
use crate::read::form::columns;
use crate::read::form::columns::Columns;
use crate::read::form::columns::Table;
use crate::read::form::grid::Grid;
use crate::read::form::header::Headers;
use crate::read::form::heads;
use crate::read::form::rows;
use crate::read::form::rows::Source;
use crate::read::form::titles;
use crate::read::form::twins;
use crate::read::form::units::Units;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawSheet;
use crate::text::fold;

/// The figures of a workbook.
pub(super) struct Figures {
    pub(super) sheets: Vec<String>,
    pub(super) measures: Vec<Measure>,
    pub(super) rows: Vec<FormRow>,
    /// The lines above the first table.
    pub(super) titles: Vec<Stated>,
}

/// Where the table of own marks begins.
#[derive(Clone, Copy)]
pub(super) struct OwnTable<'a> {
    pub(super) sheet: &'a RawSheet,
    /// Row of its header.
    pub(super) row: u32,
}

/// A sheet with tables, read.
struct Part<'a> {
    grid: Grid<'a>,
    tables: Vec<Table>,
    rows: Vec<FormRow>,
    findings: Vec<Finding>,
}

impl Part<'_> {
    /// How many of its rows are rows of the form.
    fn known(&self) -> usize {
        self.rows.iter().filter(|it| it.indicator.is_some()).count()
    }
}

/// Reads every visible sheet that holds a table of the form, the one of the right name first.
pub(super) fn read(
    file: &str,
    book: &RawBook,
    own: Option<OwnTable<'_>>,
    context: Context<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Figures> {
    let mut parts = chosen(file, parts(file, book, own, context), context, findings);
    let first = parts.first()?;
    let titles = first.tables.first().map(|it| titles::above(file, &first.grid, it.top));
    let (first, form) = (first.grid.name.to_owned(), &context.form.figures);
    if fold::fold(&first) != fold::fold(&form.sheet) {
        let fact =
            WorkbookFact::SheetRenamed { expected: form.sheet.clone(), found: first.clone() };
        findings.push(Finding::new(fact, Place::sheet(file, &first), None));
    }
    let sheets: Vec<String> = parts.iter().map(|it| it.grid.name.to_owned()).collect();
    let mut all = Vec::new();
    for (index, part) in parts.iter_mut().enumerate() {
        for row in &mut part.rows {
            row.moved_to(index);
        }
        all.append(&mut part.rows);
        findings.append(&mut part.findings);
    }
    let rows = twins::settled(file, &sheets, all, context.catalogue, findings);
    let mut measures = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let own: Vec<&FormRow> = rows.iter().filter(|it| it.name_cell.sheet == index).collect();
        rows::report(file, part.grid.name, &own, context.catalogue, findings);
        let added =
            own.iter().filter(|it| it.readings.iter().any(|it| !it.text.is_empty())).count();
        if index > 0 && added > 0 {
            let fact = LayoutFact::SheetAlsoRead { first: first.clone(), rows: added };
            findings.push(Finding::new(fact, Place::sheet(file, part.grid.name), None));
        }
        // A blank copy of the form adds nothing, and its headers do not matter.
        if index == 0 || added > 0 {
            heads_of(file, part, context, &mut measures, findings);
        }
    }
    missing_rows(file, &first, &rows, context, findings);
    Some(Figures { sheets, measures, rows, titles: titles.unwrap_or_default() })
}

/// Reports rows that are not there and that nobody else would miss.
fn missing_rows(
    file: &str,
    sheet: &str,
    rows: &[FormRow],
    context: Context<'_>,
    findings: &mut Vec<Finding>,
) {
    // One of the rows that nobody knows may be it, and is told already.
    if rows.iter().any(|it| it.indicator.is_none()) {
        return;
    }
    let there: BTreeSet<_> = rows.iter().filter_map(|it| it.indicator).collect();
    let catalogue = context.catalogue;
    let missing = catalogue.ids().filter(|id| !there.contains(id));
    let optional = missing.filter(|id| catalogue[*id].required.is_empty());
    let codes: Vec<String> = optional.map(|id| catalogue[id].code.clone()).collect();
    if !codes.is_empty() {
        let fact = LayoutFact::RowMissing { codes };
        findings.push(Finding::new(fact, Place::sheet(file, sheet), None));
    }
}

/// Reports on the headers of a sheet, one that is repeated on each page once.
fn heads_of(
    file: &str,
    part: &Part<'_>,
    context: Context<'_>,
    measures: &mut Vec<Measure>,
    findings: &mut Vec<Finding>,
) {
    let mut told: Vec<&Columns> = Vec::new();
    for table in &part.tables {
        for figure in &table.columns.figures {
            if !measures.contains(&figure.measure) {
                measures.push(figure.measure);
            }
        }
        if !told.iter().any(|it| it.says_as(&table.columns)) {
            heads::report(file, part.grid.name, table, &context.form.figures, findings);
            told.push(&table.columns);
        }
    }
}

fn parts<'a>(
    file: &str,
    book: &'a RawBook,
    own: Option<OwnTable<'_>>,
    context: Context<'_>,
) -> Vec<Part<'a>> {
    let form = &context.form.figures;
    let headers = Headers::new(form, context.campaign);
    let name = fold::fold(&form.sheet);
    let visible = || book.sheets.iter().filter(|it| it.is_visible());
    let named = visible().filter(|it| fold::fold(&it.name) == name);
    let others = visible().filter(|it| fold::fold(&it.name) != name);
    let parts = named.chain(others).filter_map(|sheet| {
        let grid = Grid::new(sheet);
        let mut tables = columns::tables(&grid, form, &headers);
        if let Some(own) = own.filter(|it| std::ptr::eq(it.sheet, sheet)) {
            apart(&mut tables, own);
        }
        let (mut rows, mut findings, mut units) = (Vec::new(), Vec::new(), Units::default());
        for table in &tables {
            let catalogue = context.catalogue;
            let source = Source { file, grid: &grid, sheet: 0, table, catalogue };
            units.above(&grid, table);
            rows.extend(rows::read(source, &mut units, &mut findings));
        }
        (!tables.is_empty()).then_some(Part { grid, tables, rows, findings })
    });
    parts.collect()
}

/// Keeps the table of own marks out of the tables of figures, of which it may stand below.
fn apart(tables: &mut Vec<Table>, own: OwnTable<'_>) {
    tables.retain(|it| !(it.top..=it.bottom).contains(&own.row));
    for table in tables.iter_mut().filter(|it| it.bottom < own.row) {
        table.end = table.end.min(own.row);
    }
}

/// Leaves out sheets that only look like the form: tables of other things, and those that their
/// names give to another year.
fn chosen<'a>(
    file: &str,
    parts: Vec<Part<'a>>,
    context: Context<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<Part<'a>> {
    let year = context.campaign.period.year;
    if parts.iter().all(|it| it.known() == 0) {
        return parts.into_iter().take(1).collect();
    }
    let of_form: Vec<Part<'a>> = parts.into_iter().filter(|it| it.known() > 0).collect();
    let (other, own): (Vec<_>, Vec<_>) =
        of_form.into_iter().partition(|it| other_year(it.grid.name, year).is_some());
    // The only sheet there is will be read, whatever its name.
    if own.is_empty() {
        return other;
    }
    for part in other {
        let found = other_year(part.grid.name, year).unwrap_or_default();
        let fact = LayoutFact::SheetOfAnotherYear { year: found, expected: year };
        findings.push(Finding::new(fact, Place::sheet(file, part.grid.name), None));
    }
    own
}

/// The year in the name of a sheet, if it names one and not this one.
fn other_year(name: &str, year: i16) -> Option<String> {
    let digits = name.split(|it: char| !it.is_ascii_digit());
    let is_year = |it: &&str| it.len() == 4 && (it.starts_with("20") || it.starts_with("19"));
    let years: Vec<&str> = digits.filter(is_year).collect();
    match years.as_slice() {
        [only] if *only != year.to_string() => Some((*only).to_owned()),
        _ => None,
    }
}
