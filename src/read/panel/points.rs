//! The table of points of every unit: one row for each unit and criterion, in any order.

use crate::assets::form_marks::MarkRole;
use crate::finding::fact::Named;
use crate::finding::fact::marks::Giver;
use crate::finding::fact::marks::MarkAt;
use crate::finding::fact::marks::MarkFact;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::marks::Mark;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::read::form::grid::text_of;
use crate::read::marks::points;
use crate::read::marks::row::Row;
use crate::read::marks::row::Rows;
use crate::read::marks::table;
use crate::read::marks::table::Table;
use crate::read::panel::Given;
use crate::read::panel::PanelFile;
use crate::read::panel::Pen;
use crate::read::workbook::raw::RawCell;
use crate::text::order;
use crate::text::suggest;

/// Reads the table of a sheet; whether there is one.
pub(super) fn read(pen: &mut Pen<'_>, into: &mut PanelFile) -> bool {
    let form = &pen.context.panel.marks;
    let needs: [&[MarkRole]; 3] = [
        &[MarkRole::UnitCode, MarkRole::UnitName],
        &[MarkRole::Code, MarkRole::Criterion],
        &[MarkRole::Verified, MarkRole::Explained],
    ];
    let Some(table) = table::find(pen.grid, form, &needs) else { return false };
    for (role, [first, second]) in &table.twice {
        let header = form.header(*role).to_owned();
        let first = order::column_letters(*first);
        let fact = WorkbookFact::ColumnTwice { header, first, measure: None };
        let at = Address { row: table.top, column: *second };
        let place = Place::cell(pen.path, pen.grid.name, at);
        pen.findings.push(crate::finding::fact::Finding::new(fact, place, None));
    }
    let grid = pen.grid;
    let rows = Rows::new(form, pen.context.criteria);
    for (_, cells) in grid.between(table.bottom + 1, u32::MAX) {
        line(pen, (&table, &rows), cells, into);
    }
    true
}

fn line(
    pen: &mut Pen<'_>,
    (table, rows): (&Table, &Rows<'_>),
    cells: &[&RawCell],
    into: &mut PanelFile,
) {
    let given = [MarkRole::Verified, MarkRole::Explained].map(|it| table.cell(cells, it));
    // Headings of units, sums and rows left blank say nothing.
    let Some(first) = given.into_iter().flatten().find(|it| !text_of(it).is_empty()) else {
        return;
    };
    let id = match rows.row(cells, table) {
        Row::Criterion(id) => id,
        Row::Unknown(typed) => {
            let nearest = rows.nearest(&typed, cells, table);
            pen.found(MarkFact::UnknownCriterion { typed, nearest }, first);
            return;
        }
        Row::Group(_) | Row::Sum(_) | Row::Nothing => return,
    };
    let Some(unit) = unit(pen, table, cells, first) else { return };
    for (given, role, note) in [
        (Given::Own, MarkRole::Own, None),
        (Given::Verified, MarkRole::Verified, Some(MarkRole::Reason)),
        (Given::Explained, MarkRole::Explained, Some(MarkRole::Comment)),
    ] {
        let Some(cell) = table.cell(cells, role) else { continue };
        let note = note.map(|it| table.text(cells, it)).unwrap_or_default();
        if let Some(mark) = mark(pen, (given, unit, id), cell, note) {
            into.marks.push((given, unit, id, mark));
        }
    }
}

/// The unit of a row, by its code, else by its name.
fn unit(pen: &mut Pen<'_>, table: &Table, cells: &[&RawCell], first: &RawCell) -> Option<UnitId> {
    let campaign = pen.context.campaign;
    let [code, name] = [MarkRole::UnitCode, MarkRole::UnitName].map(|it| table.text(cells, it));
    let found = super::unit(campaign, &code, &name);
    if found.is_none() {
        let typed = if code.is_empty() { name } else { code };
        let known = campaign.units.iter().flat_map(|it| [it.code.as_str(), it.name.as_str()]);
        let nearest = suggest::nearest(&typed, known).map(str::to_owned);
        pen.found(MarkFact::UnknownUnit { typed, nearest }, first);
    }
    found
}

fn mark(
    pen: &mut Pen<'_>,
    (given, unit, id): (Given, UnitId, CriterionId),
    cell: &RawCell,
    note: String,
) -> Option<Mark> {
    let criteria = pen.context.criteria;
    let form = &pen.context.panel.marks;
    let at = place_of(pen, given, unit, id);
    let (points, facts) = points::read(cell, &criteria[id], criteria.decimals, form, &at);
    // What the unit gave itself was told where it gave it.
    for fact in facts.into_iter().filter(|_| given != Given::Own) {
        pen.found(fact, cell);
    }
    Some(Mark { points: points?, cell: pen.cell_ref(cell), note })
}

fn place_of(pen: &Pen<'_>, given: Given, unit: UnitId, id: CriterionId) -> MarkAt {
    let criterion = &pen.context.criteria[id];
    MarkAt {
        unit: Some(pen.context.campaign[unit].name.clone()),
        criterion: Named { code: criterion.code.clone(), name: criterion.name.clone() },
        giver: match given {
            Given::Own => Giver::Unit,
            Given::Verified => Giver::Panel,
            Given::Explained => Giver::PanelLater,
        },
    }
}
