//! The very hidden sheet that says for which campaign and unit a workbook was made.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::model::campaign::Campaign;
use crate::model::submission::StampKey;
use crate::render::form::page;

/// Writes the sheet: a key, and its value beside it. `of` is the unit that fills the workbook.
pub(in crate::render) fn write(
    sheet: &mut Worksheet,
    campaign: &Campaign,
    name: &str,
    (of, version): (&str, &str),
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    page::set_up(sheet);
    sheet.set_very_hidden(true);
    for (row, key) in (0..).zip(StampKey::ALL) {
        let value = match key {
            StampKey::Campaign => campaign.name.clone(),
            StampKey::Cluster => campaign.cluster.name.clone(),
            StampKey::Period => campaign.period.slug(),
            StampKey::Unit => of.to_owned(),
            StampKey::FormVersion => version.to_owned(),
        };
        sheet.write_string(row, 0, key.name())?;
        sheet.write_string(row, 1, value)?;
    }
    Ok(())
}
