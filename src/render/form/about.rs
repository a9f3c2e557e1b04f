//! The sheet that says whose figures they are: what is known stands there, the rest is asked.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::assets::form::AboutKey;
use crate::render::form::Book;
use crate::render::form::Target;
use crate::render::form::look;
use crate::render::form::look::Purpose;
use crate::render::form::note;
use crate::render::form::page;
use crate::render::form::plan::ANSWER;
use crate::render::form::plan::Plan;
use crate::text::case;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book<'_>, plan: &Plan) -> Result<(), XlsxError> {
    sheet.set_name(&book.form.about.sheet)?;
    page::set_up(sheet);
    sheet.set_column_width(0, 32)?;
    sheet.set_column_width(ANSWER, 70)?;
    sheet.set_row_height(0, 28)?;
    sheet.merge_range(0, 0, 0, ANSWER, "THÔNG TIN CHUNG", &look::title())?;
    for field in &book.form.about.fields {
        let target = Target::About(field.key);
        let Some((_, row, column)) = plan.place(book, &target) else { continue };
        let (text, format) = match (book.filled.about.get(&field.key), known(book, field.key)) {
            (Some(typed), _) => (typed.clone(), look::answer()),
            (None, Some(known)) => {
                (known, look::purpose(look::cell(), Purpose::Given).set_num_format("@"))
            }
            (None, None) => (String::new(), look::answer()),
        };
        let format = book.worst(&target).map_or(format.clone(), |it| look::marked(format, it));
        sheet.set_row_height(row, 24)?;
        sheet.write_string_with_format(row, 0, &field.label, &look::cell().set_bold())?;
        sheet.write_string_with_format(row, column, text, &format)?;
        note::insert(sheet, (row, column), book, &target, None)?;
    }
    Ok(())
}

/// What is known of a unit before it answers.
fn known(book: &Book<'_>, key: AboutKey) -> Option<String> {
    let unit = &book.campaign[book.unit];
    match key {
        AboutKey::UnitName => Some(unit.full_name.clone()),
        AboutKey::UnitCode => Some(unit.code.clone()),
        AboutKey::Period => Some(case::capitalise(&book.campaign.period.title())),
        AboutKey::FormVersion => Some(book.form.version.clone()),
        AboutKey::ReportNumber
        | AboutKey::ReportDate
        | AboutKey::FilledBy
        | AboutKey::ApprovedBy => None,
    }
}
