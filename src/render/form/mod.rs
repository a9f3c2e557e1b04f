//! The workbook that a unit fills: blank for the collection, or with what it sent and what is to be
//! mended in it.
//!
//! Both are one form: a workbook that goes back with remarks can be corrected and sent again. Totals
//! and percentages are formulas that stay blank until all they rest on is there, each stored with
//! its result. The same book gives the same bytes.

mod about;
mod cell;
mod feedback;
mod figures;
mod formula;
mod instructions;
mod limits;
pub(in crate::render) mod look;
mod marks;
mod note;
pub(in crate::render) mod page;
mod plan;
mod remarks;
pub(in crate::render) mod stamp;
mod state;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::XlsxError;

use crate::assets::form::AboutKey;
use crate::assets::form::Form;
use crate::assets::form_words;
use crate::finding::failure::Failure;
use crate::finding::lang::Words;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Severity;
use crate::model::criteria::Criteria;
use crate::model::id::CriterionId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::place::Place;
use crate::render::form::plan::Plan;

/// Numbers by indicator and measure, in the unit kept (đồng for money).
pub type Numbers = BTreeMap<(IndicatorId, Measure), Decimal>;

/// The workbook of one unit.
#[derive(Debug, Clone)]
pub struct Book<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// What is asked.
    pub catalogue: &'a Catalogue,
    /// How the form is laid out.
    pub form: &'a Form,
    /// What earns points; `None` for a campaign that does not score.
    pub criteria: Option<&'a Criteria>,
    /// Whose it is.
    pub unit: UnitId,
    /// Figures that are known from the campaign before, and are not asked again.
    pub given: Numbers,
    /// What the unit filled in; empty for a blank form.
    pub filled: Filled,
    /// What goes back to the unit; `None` for a blank form.
    pub feedback: Option<Feedback>,
}

/// What a unit filled in.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    /// Figures.
    pub figures: BTreeMap<(IndicatorId, Measure), Entry>,
    /// Answers of the sheet about the sender; one for a prefilled field opens it for mending.
    pub about: BTreeMap<AboutKey, String>,
    /// Sentences by the key of their topic.
    pub remarks: BTreeMap<String, String>,
    /// Its own points.
    pub marks: BTreeMap<CriterionId, OwnEntry>,
}

/// What stands in a row of own points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEntry {
    /// The points, or what was typed in their place.
    pub entry: Entry,
    /// What proves them.
    pub note: String,
}

impl Filled {
    /// Own points for a criterion, if they are a number.
    fn points(&self, id: CriterionId) -> Option<Decimal> {
        match &self.marks.get(&id)?.entry {
            Entry::Number(points) => Some(*points),
            Entry::Text(_) => None,
        }
    }
}

/// What stands in a figure's cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A number in the unit kept.
    Number(Decimal),
    /// A text that is no number, as typed.
    Text(String),
}

/// What goes back to a unit.
#[derive(Debug, Clone, Default)]
pub struct Feedback {
    /// What was found, gravest first.
    pub marks: Vec<Mark>,
    /// Whether the figures that were sent stand in the form.
    pub taken: bool,
}

/// One finding as it goes back.
#[derive(Debug, Clone)]
pub struct Mark {
    /// How much it matters.
    pub severity: Severity,
    /// What was found, and what to do.
    pub words: Words,
    /// Where it lay in what the unit sent.
    pub sent: Place,
    /// What stood there.
    pub typed: String,
    /// Where it is mended in this workbook.
    pub target: Option<Target>,
}

/// A place of the form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The cell of a figure.
    Figure(IndicatorId, Measure),
    /// The row of an indicator.
    Row(IndicatorId),
    /// An answer of the sheet about the sender.
    About(AboutKey),
    /// A sentence, by the key of its topic.
    Remark(String),
    /// The unit's own points for a criterion.
    Mark(CriterionId),
}

/// Draws the workbook.
///
/// # Errors
/// [`Failure::Workbook`] for what Excel cannot hold, such as a sheet with a forbidden name.
pub fn render(book: &Book<'_>) -> Result<Vec<u8>, Failure> {
    draw(book).map_err(|error| Failure::Workbook {
        document: book.campaign[book.unit].code.clone(),
        detail: error.to_string(),
    })
}

fn draw(book: &Book<'_>) -> Result<Vec<u8>, XlsxError> {
    let plan = Plan::of(book);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book)?);
    if let Some(feedback) = &book.feedback {
        feedback::write(workbook.add_worksheet(), book, feedback, &plan)?;
    }
    instructions::write(workbook.add_worksheet(), book, &plan)?;
    about::write(workbook.add_worksheet(), book, &plan)?;
    figures::write(workbook.add_worksheet(), book, &plan)?;
    remarks::write(workbook.add_worksheet(), book, &plan)?;
    if let Some(criteria) = book.criteria {
        marks::write(workbook.add_worksheet(), book, criteria)?;
    }
    let campaign = book.campaign;
    let of = (campaign[book.unit].code.as_str(), book.form.version.as_str());
    stamp::write(workbook.add_worksheet(), campaign, &book.form.stamp.sheet, of)?;
    workbook.save_to_buffer()
}

/// Title and date of the file: the cut-off of the data, never the clock.
fn properties(book: &Book<'_>) -> Result<DocProperties, XlsxError> {
    let day = book.campaign.period.last_day();
    let created = ExcelDateTime::from_ymd(day.year().unsigned_abs(), day.month(), day.day())?;
    let title = format!("Biểu số liệu {}", book.campaign.period.title());
    let company = &book.campaign[book.unit].full_name;
    Ok(DocProperties::new().set_title(title).set_company(company).set_creation_datetime(&created))
}

impl Book<'_> {
    /// A line of the form with its places filled; `None` if there is nothing to fill one with.
    fn line(&self, line: &str) -> Option<String> {
        let campaign = self.campaign;
        form_words::filled(line, |name| match name {
            "don-vi" => Some(campaign[self.unit].full_name.clone()),
            "cum" => Some(campaign.cluster.name.clone()),
            "ky" => Some(campaign.period.title()),
            "tu-ngay" => Some(campaign.period.first_day().numeric()),
            "den-ngay" => Some(campaign.period.last_day().numeric()),
            "han" => campaign.collection.deadline.map(|it| it.numeric()),
            "noi-gui" => Some(self.collector()),
            _ => None,
        })
    }

    /// Who collects the forms: the head with its title, or the office.
    fn collector(&self) -> String {
        let campaign = self.campaign;
        let head = &campaign[campaign.report.head].full_name;
        match campaign.office {
            Some(_) => head.clone(),
            None => format!("{head} ({})", campaign.cluster.head_title),
        }
    }

    /// The findings at a place of the form, gravest first.
    fn marks<'a>(&'a self, target: &'a Target) -> impl Iterator<Item = &'a Mark> {
        let marks = self.feedback.iter().flat_map(|it| &it.marks);
        marks.filter(move |it| it.target.as_ref() == Some(target))
    }

    /// How grave the gravest finding at a place of the form is.
    fn worst(&self, target: &Target) -> Option<Severity> {
        self.marks(target).map(|it| it.severity).min()
    }
}
