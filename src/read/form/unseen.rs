//! What a file carries that nobody sees on its sheet: hidden sheets with figures, macros, links to
//! other files, dates counted otherwise, a format that keeps less.

use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::finding::fact::workbook::OtherFormat;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::catalogue::Catalogue;
use crate::model::place::Place;
use crate::read::form::Context;
use crate::read::form::columns;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::read::form::header::Headers;
use crate::read::workbook::raw::Kind;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Visibility;
use crate::text::fold;

/// The very hidden sheet by which the program knows its own forms.
const STAMP: &str = "thidua";

/// Reports it, after the sheets were read.
pub(super) fn report(
    file: &str,
    book: &RawBook,
    context: Context<'_>,
    findings: &mut Vec<Finding>,
) {
    let mut found = |fact, place| findings.push(Finding::new(fact, place, None));
    for sheet in book.sheets.iter().filter(|it| holds_figures(it, context)) {
        let fact = WorkbookFact::HiddenSheet { sheet: sheet.name.clone() };
        found(fact, Place::sheet(file, &sheet.name));
    }
    let dates = book.sheets.iter().flat_map(|it| &it.cells);
    let has_dates = dates.into_iter().any(|it| matches!(it.value, RawValue::Date(_)));
    let facts = [
        book.macros.then_some(WorkbookFact::Macros),
        book.external_links.then_some(WorkbookFact::ExternalLinks),
        (book.date1904 && has_dates).then_some(WorkbookFact::DatesFrom1904),
        other_format(book.kind).map(|format| WorkbookFact::OldFormat { format }),
    ];
    for fact in facts.into_iter().flatten() {
        found(fact, Place::file(file));
    }
    if book.kind == Kind::Csv {
        // Every number of such a file is text, and its only sheet has no name: a note on each
        // would hide the others.
        findings.retain(|it| !goes_without_saying(&it.fact));
    }
}

fn other_format(kind: Kind) -> Option<OtherFormat> {
    match kind {
        Kind::Xlsx => None,
        Kind::Xlsb => Some(OtherFormat::Xlsb),
        Kind::Xls => Some(OtherFormat::Xls),
        Kind::Ods => Some(OtherFormat::Ods),
        Kind::Csv => Some(OtherFormat::Csv),
    }
}

/// Whether a finding says no more than that a file is text.
fn goes_without_saying(fact: &Fact) -> bool {
    match fact {
        Fact::Workbook(WorkbookFact::SheetRenamed { .. }) => true,
        Fact::Figure(FigureFact::NumberAsText { text, .. }) => {
            text.trim_start_matches('-').bytes().all(|it| it.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether a sheet that nobody sees holds the form's table, or a row of it.
fn holds_figures(sheet: &RawSheet, context: Context<'_>) -> bool {
    let is_stamp =
        sheet.visibility == Visibility::VeryHidden && fold::fold(&sheet.name) == fold::fold(STAMP);
    if sheet.is_visible() || is_stamp {
        return false;
    }
    let grid = Grid::new(sheet);
    let headers = Headers::new(&context.form.figures, context.campaign);
    !columns::tables(&grid, &context.form.figures, &headers).is_empty()
        || has_row(&grid, context.catalogue)
}

/// Whether a row carries the code of an indicator and a number.
fn has_row(grid: &Grid<'_>, catalogue: &Catalogue) -> bool {
    grid.rows().any(|(_, cells)| {
        cells.iter().any(|it| matches!(it.value, RawValue::Number(_)))
            && cells.iter().any(|it| catalogue.find(&text_of(it)).is_some())
    })
}
