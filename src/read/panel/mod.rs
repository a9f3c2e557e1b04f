//! What the cluster's panel wrote down: its points for every unit, and votes counted. Several people
//! may fill a file each.

mod ballots;
mod join;
mod points;

use crate::assets::folder::SentFile;
use crate::assets::form::Form;
use crate::assets::panel_form::PanelForm;
use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::finding::failure::Failure;
use crate::model::campaign::Campaign;
use crate::model::criteria::Criteria;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::marks::Counted;
use crate::model::marks::Mark;
use crate::model::marks::Tally;
use crate::model::place::Address;
use crate::model::place::CellRef;
use crate::model::place::Place;
use crate::read;
use crate::read::form::encoding;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::read::form::stamp;
use crate::read::workbook::Opener;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;

pub use join::joined;
pub use join::tallied;

/// What the panel's files are read against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The campaign, for units and ballots.
    pub campaign: &'a Campaign,
    /// What earns points.
    pub criteria: &'a Criteria,
    /// The panel's form.
    pub panel: &'a PanelForm,
    /// The units' form, for the name of the stamp's sheet.
    pub form: &'a Form,
}

/// What one file of the panel says, in the order of its cells.
#[derive(Debug, Clone, Default)]
pub struct PanelFile {
    /// Points by column, unit and criterion.
    marks: Vec<(Given, UnitId, CriterionId, Mark)>,
    /// Votes counted, by the position of the ballot in the campaign.
    counts: Vec<(usize, Tally, Counted)>,
}

/// Columns of points in the panel's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Given {
    /// Tự chấm, as it was before the panel's eyes.
    Own,
    /// Thẩm định.
    Verified,
    /// Sau giải trình.
    Explained,
}

/// Reads one file of the panel. Its findings concern no unit in particular: no province is asked for
/// what the panel wrote, or shown it.
///
/// # Errors
/// The opener cannot work.
pub fn file(
    sent: &SentFile,
    opener: &dyn Opener,
    context: Context<'_>,
) -> Result<(PanelFile, Vec<Finding>), Failure> {
    Ok(match read::opened(sent, None, opener)? {
        Ok(book) => panel_file(&sent.path, &book, context),
        Err(refusal) => {
            let fact = WorkbookFact::UnreadableFile(refusal);
            (PanelFile::default(), vec![Finding::new(fact, Place::file(&sent.path), None)])
        }
    })
}

fn panel_file(path: &str, book: &RawBook, context: Context<'_>) -> (PanelFile, Vec<Finding>) {
    let mut findings = Vec::new();
    let book = &encoding::decoded(path, book, &mut findings);
    let mut read = PanelFile::default();
    let stamped = stamp::read(book, &context.form.stamp);
    let version = &context.panel.version;
    stamp::report(path, stamped.as_ref(), context.campaign, version, &mut findings);
    let (mut tables, mut ballots) = (0, 0);
    for sheet in book.sheets.iter().filter(|it| it.is_visible()) {
        let grid = Grid::new(sheet);
        let mut pen = Pen { path, grid: &grid, context, findings: &mut findings };
        tables += usize::from(points::read(&mut pen, &mut read));
        ballots += usize::from(ballots::read(&mut pen, &mut read));
    }
    if tables + ballots == 0 {
        let fact = WorkbookFact::SheetMissing { sheet: context.panel.marks.sheet.clone() };
        findings.push(Finding::new(fact, Place::file(path), None));
    }
    (read, findings)
}

/// A sheet at hand, and where its findings go.
struct Pen<'a> {
    path: &'a str,
    grid: &'a Grid<'a>,
    context: Context<'a>,
    findings: &'a mut Vec<Finding>,
}

impl Pen<'_> {
    fn found(&mut self, fact: impl Into<Fact>, cell: &RawCell) {
        let place = Place::cell(self.path, self.grid.name, at_of(cell));
        self.findings.push(Finding::new(fact, place, None));
    }

    fn cell_ref(&self, cell: &RawCell) -> CellRef {
        CellRef {
            file: self.path.to_owned(),
            sheet: self.grid.name.to_owned(),
            cell: at_of(cell).to_string(),
            text: text_of(cell),
        }
    }
}

/// The unit of a row by its code, and by its name only where no code stands: a code that nobody knows
/// beside a known name is not settled in silence.
fn unit(campaign: &Campaign, code: &str, name: &str) -> Option<UnitId> {
    campaign.find_by_name(if code.is_empty() { name } else { code })
}

fn at_of(cell: &RawCell) -> Address {
    Address { row: cell.row, column: cell.column }
}
