//! The workbook of one unit: figures, who sends them, and its own judgement of the year.

mod assessment;
mod figures_sheet;
mod general;
mod own_scores;
pub(crate) mod style;
mod targets_sheet;

use std::error::Error;

use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Workbook;

use crate::campaign::Unit;
use crate::catalogue::Catalogue;
use crate::criteria::Criteria;
use crate::figures::Figures;
use crate::sample::Form;
use crate::sample::Letter;
use crate::sample::Sample;
use crate::sample::Scores;

/// Who sends a workbook, and for which year.
pub(crate) struct Sender<'a> {
    /// Position of the unit in the campaign.
    pub(crate) index: usize,
    /// The unit.
    pub(crate) unit: &'a Unit,
    /// What it writes besides figures.
    pub(crate) letter: &'a Letter,
    /// The year reported.
    pub(crate) year: i16,
    /// The sample: version of the form, and what it asks for.
    pub(crate) sample: &'a Sample,
}

/// The bytes of a unit's workbook.
pub(crate) fn write(
    sender: &Sender<'_>,
    catalogue: &Catalogue,
    figures: &Figures<'_>,
    scores: Option<(&Criteria, &Scores)>,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(format!("Số liệu hoạt động công đoàn năm {}", sender.year))
            .set_company(&sender.unit.full_name)
            .set_creation_datetime(&day(&sender.letter.date)?),
    );
    let sheet = workbook.add_worksheet();
    match sender.sample.form {
        Form::Figures => figures_sheet::write(sheet, sender, catalogue, figures)?,
        Form::Targets => targets_sheet::write(sheet, sender, catalogue, figures)?,
    }
    general::write(workbook.add_worksheet(), sender)?;
    assessment::write(workbook.add_worksheet(), sender)?;
    if let Some((criteria, scores)) = scores {
        own_scores::write(workbook.add_worksheet(), sender, criteria, scores)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The day written `dd/mm/yyyy`.
pub(crate) fn day(text: &str) -> Result<ExcelDateTime, Box<dyn Error>> {
    let mut parts = text.splitn(3, '/');
    let mut next = || parts.next().ok_or_else(|| format!("`{text}` is not a day"));
    let (day, month, year) = (next()?.parse()?, next()?.parse()?, next()?.parse()?);
    Ok(ExcelDateTime::from_ymd(year, month, day)?)
}
