//! The very hidden sheet that says for which campaign and unit a workbook was made.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::model::submission::StampKey;
use crate::render::form::Book;
use crate::render::form::page;

/// Writes the sheet: a key, and its value beside it.
pub(super) fn write(sheet: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    sheet.set_name(&book.form.stamp.sheet)?;
    page::set_up(sheet);
    sheet.set_very_hidden(true);
    for (row, key) in (0..).zip(StampKey::ALL) {
        let value = match key {
            StampKey::Campaign => book.campaign.name.clone(),
            StampKey::Cluster => book.campaign.cluster.name.clone(),
            StampKey::Period => book.campaign.period.slug(),
            StampKey::Unit => book.campaign[book.unit].code.clone(),
            StampKey::FormVersion => book.form.version.clone(),
        };
        sheet.write_string(row, 0, key.name())?;
        sheet.write_string(row, 1, value)?;
    }
    Ok(())
}
