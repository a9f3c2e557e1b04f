//! The workbook that the cluster's panel fills: every unit's points in one long table, and a sheet for
//! each ballot. Only the panel sees it, since it holds the points of all.
//!
//! What is known stands there (points counted from the figures, the unit's own); what the panel gives
//! is left blank, since a number that stands there already is seldom looked at.

mod ballots;
mod instructions;
mod looks;
mod verified;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::ProtectionOptions;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::assets::panel_form;
use crate::assets::panel_form::PanelForm;
use crate::finding::failure::Failure;
use crate::model::campaign::Campaign;
use crate::model::criteria::Criteria;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::render::form::page;
use crate::render::form::stamp;

/// Points by unit and criterion.
pub type Points = BTreeMap<(UnitId, CriterionId), Decimal>;

/// The workbook of the panel.
#[derive(Debug, Clone)]
pub struct PanelBook<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// What earns points.
    pub criteria: &'a Criteria,
    /// How the workbook is laid out.
    pub form: &'a PanelForm,
    /// Name of the very hidden sheet with the stamp.
    pub stamp: &'a str,
    /// Points that the program counted from the figures.
    pub counted: Points,
    /// Points that the units gave themselves.
    pub own: Points,
}

/// Draws the workbook.
///
/// # Errors
/// [`Failure::Workbook`] for what Excel cannot hold, such as a sheet with a forbidden name.
pub fn render(book: &PanelBook<'_>) -> Result<Vec<u8>, Failure> {
    draw(book).map_err(|error| Failure::Workbook {
        document: panel_form::STAMPED.to_owned(),
        detail: error.to_string(),
    })
}

fn draw(book: &PanelBook<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book)?);
    verified::write(workbook.add_worksheet(), book)?;
    for index in 0..book.campaign.ballots.len() {
        ballots::write(workbook.add_worksheet(), book, index)?;
    }
    instructions::write(workbook.add_worksheet(), book)?;
    let of = (panel_form::STAMPED, book.form.version.as_str());
    stamp::write(workbook.add_worksheet(), book.campaign, book.stamp, of)?;
    workbook.save_to_buffer()
}

/// Paper and protection, as on the forms of units; filters stay usable.
fn set_up(sheet: &mut Worksheet) {
    page::set_up(sheet);
    let options = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    };
    sheet.protect_with_options(&options);
}

/// Title and date of the file: the cut-off of the data, never the clock.
fn properties(book: &PanelBook<'_>) -> Result<DocProperties, XlsxError> {
    let day = book.campaign.period.last_day();
    let created = ExcelDateTime::from_ymd(day.year().unsigned_abs(), day.month(), day.day())?;
    let title = format!("{} {}", book.form.marks.sheet, book.campaign.period.title());
    let company = &book.campaign.cluster.name;
    Ok(DocProperties::new().set_title(title).set_company(company).set_creation_datetime(&created))
}
