//! The sheet `Thông tin chung`: a label, and the answer in the next cell that has content.

use crate::assets::form::AboutKey;
use crate::assets::form::AboutSheet;
use crate::model::campaign::Campaign;
use crate::model::id::UnitId;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::model::submission::About;
use crate::model::submission::Stated;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::text::fold;

/// Reads the answers from whichever sheet carries the labels.
pub(super) fn read(file: &str, book: &RawBook, form: &AboutSheet) -> About {
    let mut about = About::default();
    let wanted = fold::fold(&form.sheet);
    let labels: Vec<_> = form.fields.iter().map(|it| (it.key, fold::fold(&it.label))).collect();
    let mut sheets: Vec<_> = book.sheets.iter().filter(|it| it.is_visible()).collect();
    sheets.sort_by_key(|it| fold::fold(&it.name) != wanted);
    for sheet in sheets {
        let grid = Grid::new(sheet);
        for (_, cells) in grid.rows() {
            let Some((first, rest)) = cells.split_first() else { continue };
            let label = fold::fold(&text_of(first));
            for (key, _) in labels.iter().filter(|(_, it)| *it == label) {
                let slot = slot(&mut about, *key);
                if slot.is_none() {
                    *slot = answer(file, grid.name, rest);
                }
            }
        }
    }
    about
}

fn slot(about: &mut About, key: AboutKey) -> &mut Option<Stated> {
    match key {
        AboutKey::UnitName => &mut about.unit_name,
        AboutKey::UnitCode => &mut about.unit_code,
        AboutKey::Period => &mut about.period,
        AboutKey::FormVersion => &mut about.form_version,
        AboutKey::ReportNumber => &mut about.report_number,
        AboutKey::ReportDate => &mut about.report_date,
        AboutKey::FilledBy => &mut about.filled_by,
        AboutKey::ApprovedBy => &mut about.approved_by,
    }
}

/// The answer beside a label: the first cell of the rest of its row that has content.
fn answer(file: &str, sheet: &str, rest: &[&RawCell]) -> Option<Stated> {
    let cell = rest.iter().find(|cell| !text_of(cell).is_empty())?;
    let at = Place::cell(file, sheet, Address { row: cell.row, column: cell.column });
    Some(Stated { text: text_of(cell), at })
}

/// The unit that name and code speak of, if they contradict neither each other nor the stamp. A
/// stamp alone says nothing: forms are copied.
pub(super) fn unit(about: &About, campaign: &Campaign) -> Option<UnitId> {
    let by_code = about.unit_code.as_ref().and_then(|it| campaign.find_by_name(&it.text));
    let by_name = about.unit_name.as_ref().and_then(|it| campaign.find_by_name(&it.text));
    let by_stamp = about.stamp.as_ref().and_then(|it| campaign.find(&it.unit));
    let typed = match (by_code, by_name) {
        (Some(code), Some(name)) => (code == name).then_some(code),
        (code, name) => code.or(name),
    };
    typed.filter(|typed| by_stamp.is_none_or(|stamp| stamp == *typed))
}
