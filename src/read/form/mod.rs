//! [`RawBook`] to [`Submission`]: figures are found by what the sheet says, not by where it lies.

mod about;
mod columns;
mod declared;
pub(super) mod encoding;
pub(super) mod grid;
mod header;
mod heads;
mod labels;
mod lines;
mod own_marks;
mod remarks;
mod rows;
mod seen;
mod sheets;
pub(super) mod stamp;
mod titles;
mod twins;
mod units;
mod unseen;
pub(super) mod value;

use crate::assets::form::Form;
use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::criteria::Criteria;
use crate::model::place::Place;
use crate::model::submission::About;
use crate::model::submission::Submission;
use crate::read::workbook::raw::RawBook;

/// What a form is read against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The campaign, for its units.
    pub campaign: &'a Campaign,
    /// The catalogue, for codes and labels.
    pub catalogue: &'a Catalogue,
    /// The form, for sheets and headers.
    pub form: &'a Form,
    /// What earns points, for the sheet of own marks; `None` for a campaign that does not score.
    pub criteria: Option<&'a Criteria>,
}

/// Reads a workbook as a submission. Without a sheet of figures there is none.
#[must_use]
pub fn submission(
    file: &str,
    book: &RawBook,
    context: Context<'_>,
) -> (Option<Submission>, Vec<Finding>) {
    let mut findings = Vec::new();
    let book = &encoding::decoded(file, book, &mut findings);
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
    let own = context.criteria.map(|_| own_marks::find(book, &context.form.marks));
    let own = own.flatten();
    let at = own.as_ref().map(own_marks::Found::at);
    let Some(figures) = sheets::read(file, book, at, context, findings) else {
        let fact = WorkbookFact::SheetMissing { sheet: context.form.figures.sheet.clone() };
        findings.push(Finding::new(fact, Place::file(file), None));
        return None;
    };
    let stamp = stamp::read(book, &context.form.stamp);
    let about = About { stamp, ..about::read(file, book, &context.form.about) };
    stamp::report(file, about.stamp.as_ref(), context.campaign, &context.form.version, findings);
    let unit = about::unit(&about, context.campaign);
    titles::report(&figures.titles, unit, context, findings);
    Some(Submission {
        file: file.to_owned(),
        unit,
        about,
        sheets: figures.sheets,
        measures: figures.measures,
        rows: figures.rows,
        own_marks: own_marks::read(file, own.as_ref(), context, findings),
        remarks: remarks::read(file, book, &context.form.remarks),
    })
}

#[cfg(test)]
pub(in crate::read) mod tests;
