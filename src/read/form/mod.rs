//! [`RawBook`] to [`Submission`]: figures are found by what the sheet says, not by where it lies.

mod about;
mod columns;
mod grid;
mod remarks;
mod rows;
mod unseen;
mod value;

use crate::assets::form::Form;
use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::place::Place;
use crate::model::submission::Submission;
use crate::read::form::columns::Columns;
use crate::read::form::grid::Grid;
use crate::read::workbook::raw::RawBook;
use crate::text::fold;

/// What a form is read against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The campaign, for its units.
    pub campaign: &'a Campaign,
    /// The catalogue, for codes and labels.
    pub catalogue: &'a Catalogue,
    /// The form, for sheets and headers.
    pub form: &'a Form,
}

/// Reads a workbook as a submission. Without a sheet of figures there is none.
pub(super) fn submission(
    file: &str,
    book: &RawBook,
    context: Context<'_>,
) -> (Option<Submission>, Vec<Finding>) {
    let mut findings = Vec::new();
    let submission = read(file, book, context, &mut findings);
    unseen::report(file, book, context, &mut findings);
    let unit = submission.as_ref().and_then(|it| it.unit);
    for finding in &mut findings {
        finding.unit = unit;
    }
    (submission, findings)
}

fn read(
    file: &str,
    book: &RawBook,
    context: Context<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Submission> {
    let form = &context.form.figures;
    let Some((sheet, columns)) = figures_sheet(book, context.form) else {
        let fact = WorkbookFact::SheetMissing { sheet: form.sheet.clone() };
        findings.push(Finding::new(fact, Place::file(file), None));
        return None;
    };
    if fold::fold(sheet.name) != fold::fold(&form.sheet) {
        let expected = form.sheet.clone();
        let fact = WorkbookFact::SheetRenamed { expected, found: sheet.name.to_owned() };
        findings.push(Finding::new(fact, Place::sheet(file, sheet.name), None));
    }
    columns.report(file, sheet.name, form, findings);
    let about = about::read(file, book, &context.form.about);
    Some(Submission {
        file: file.to_owned(),
        unit: about::unit(&about, context.campaign),
        about,
        sheet: sheet.name.to_owned(),
        measures: columns.figures.iter().map(|(measure, _)| *measure).collect(),
        rows: rows::read(file, &sheet, &columns, context.catalogue, findings),
        remarks: remarks::read(file, book, &context.form.remarks),
    })
}

/// The visible sheet that holds the form's table: the one of the right name, else the first other.
fn figures_sheet<'a>(book: &'a RawBook, form: &Form) -> Option<(Grid<'a>, Columns)> {
    let name = fold::fold(&form.figures.sheet);
    let visible = || book.sheets.iter().filter(|it| it.is_visible());
    let named = visible().filter(|it| fold::fold(&it.name) == name);
    let others = visible().filter(|it| fold::fold(&it.name) != name);
    named.chain(others).find_map(|sheet| {
        let grid = Grid::new(sheet);
        let columns = columns::find(&grid, &form.figures)?;
        Some((grid, columns))
    })
}
