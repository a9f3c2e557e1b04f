//! The sheet `Tự chấm điểm`: the points that a unit gives itself, with what proves them.

mod sums;

use rust_decimal::Decimal;

use crate::assets::form_marks::MarkRole;
use crate::assets::form_marks::MarksSheet;
use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::Named;
use crate::finding::fact::marks::Giver;
use crate::finding::fact::marks::MarkAt;
use crate::finding::fact::marks::MarkFact;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::criteria::Criteria;
use crate::model::criteria::CriterionKind;
use crate::model::id::CriterionId;
use crate::model::marks::Mark;
use crate::model::marks::NoMark;
use crate::model::marks::OwnMarks;
use crate::model::place::Address;
use crate::model::place::CellRef;
use crate::model::place::Place;
use crate::read::form::Context;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::read::form::own_marks::sums::Sum;
use crate::read::form::sheets::OwnTable;
use crate::read::marks::points;
use crate::read::marks::row::Row;
use crate::read::marks::row::Rows;
use crate::read::marks::table;
use crate::read::marks::table::Table;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawValue;
use crate::text::fold;
use crate::text::normal;
use crate::text::order;

/// The table of own marks of a workbook.
pub(super) struct Found<'a> {
    grid: Grid<'a>,
    table: Table,
}

impl<'a> Found<'a> {
    /// Where it begins.
    pub(super) fn at(&self) -> OwnTable<'a> {
        OwnTable { sheet: self.grid.sheet, row: self.table.top }
    }
}

/// Finds the table, on the sheet of the right name first.
pub(super) fn find<'a>(book: &'a RawBook, form: &MarksSheet) -> Option<Found<'a>> {
    let name = fold::fold(&form.sheet);
    let mut sheets: Vec<_> = book.sheets.iter().filter(|it| it.is_visible()).collect();
    sheets.sort_by_key(|it| fold::fold(&it.name) != name);
    let needs: [&[MarkRole]; 2] =
        [&[MarkRole::Code, MarkRole::Criterion], &[MarkRole::Own, MarkRole::Max]];
    sheets.into_iter().find_map(|sheet| {
        let grid = Grid::new(sheet);
        let table = table::find(&grid, form, &needs)?;
        Some(Found { grid, table })
    })
}

/// Reads the marks; nothing for a campaign that does not score.
pub(super) fn read(
    file: &str,
    found: Option<&Found<'_>>,
    context: Context<'_>,
    findings: &mut Vec<Finding>,
) -> OwnMarks {
    let Some(criteria) = context.criteria else { return OwnMarks::default() };
    let form = &context.form.marks;
    let Some(Found { grid, table }) = found else {
        let fact = MarkFact::OwnMissing { sheet: form.sheet.clone() };
        findings.push(Finding::new(fact, Place::file(file), None));
        return OwnMarks::default();
    };
    let mut reader =
        Reader { file, grid, table, form, criteria, findings, own: OwnMarks::default() };
    reader.headers();
    let rows = Rows::new(form, criteria);
    let (mut sums, mut last) = (Vec::new(), None);
    for (_, cells) in grid.between(table.bottom + 1, u32::MAX) {
        match rows.row(cells, table) {
            Row::Criterion(id) => {
                reader.criterion(id, cells);
                last = Some(criteria[id].group);
            }
            Row::Group(group) => sums.extend(reader.sum(cells, Some(group), None)),
            Row::Sum(label) => sums.extend(reader.sum(cells, last, Some(label))),
            Row::Unknown(typed) => reader.unknown(cells, typed, &rows),
            Row::Nothing => {}
        }
    }
    reader.gaps();
    sums::report(&sums, &mut reader);
    reader.own
}

struct Reader<'a> {
    file: &'a str,
    grid: &'a Grid<'a>,
    table: &'a Table,
    form: &'a MarksSheet,
    criteria: &'a Criteria,
    findings: &'a mut Vec<Finding>,
    own: OwnMarks,
}

impl Reader<'_> {
    fn found(&mut self, fact: impl Into<Fact>, at: Address) {
        let place = Place::cell(self.file, self.grid.name, at);
        self.findings.push(Finding::new(fact, place, None));
    }

    fn of_sheet(&mut self, fact: MarkFact) {
        let place = Place::sheet(self.file, self.grid.name);
        self.findings.push(Finding::new(fact, place, None));
    }

    /// Reports columns that stand twice.
    fn headers(&mut self) {
        for (role, [first, second]) in &self.table.twice {
            let header = self.form.header(*role).to_owned();
            let first = order::column_letters(*first);
            let fact = WorkbookFact::ColumnTwice { header, first, measure: None };
            self.found(fact, Address { row: self.table.top, column: *second });
        }
    }

    fn criterion(&mut self, id: CriterionId, cells: &[&RawCell]) {
        self.maximum(id, cells);
        let Some(cell) = self.table.cell(cells, MarkRole::Own) else { return };
        let at = MarkAt { unit: None, criterion: self.named(id), giver: Giver::Unit };
        let (read, facts) =
            points::read(cell, &self.criteria[id], self.criteria.decimals, self.form, &at);
        for fact in facts {
            self.found(fact, at_of(cell));
        }
        let typed = CellRef {
            file: self.file.to_owned(),
            sheet: self.grid.name.to_owned(),
            cell: at_of(cell).to_string(),
            text: text_of(cell),
        };
        let note = self.table.cell(cells, MarkRole::Evidence).map(note_of).unwrap_or_default();
        match read {
            Some(points) => self.mark(id, Mark { points, cell: typed, note }, (cell, at)),
            None if typed.text.is_empty() => {}
            None => drop(self.own.unmarked.entry(id).or_insert(NoMark { cell: typed, note })),
        }
    }

    /// Keeps a mark; a second one for the same criterion must say the same.
    fn mark(&mut self, id: CriterionId, mark: Mark, (cell, at): (&RawCell, MarkAt)) {
        let Some(first) = self.own.marks.get(&id) else {
            self.own.marks.insert(id, mark);
            return;
        };
        let same = first.points == mark.points;
        let first = first.cell.cell.clone();
        self.found(MarkFact::CriterionTwice { at, first, same }, at_of(cell));
        if !same && let Some(Mark { cell, note, .. }) = self.own.marks.remove(&id) {
            // Which of the two goes back, the program does not choose.
            let cell = CellRef { text: String::new(), ..cell };
            self.own.unmarked.insert(id, NoMark { cell, note });
        }
    }

    /// Reports another maximum than that of the criteria.
    fn maximum(&mut self, id: CriterionId, cells: &[&RawCell]) {
        let Some(cell) = self.table.cell(cells, MarkRole::Max) else { return };
        let max = self.criteria[id].max;
        let Some(typed) = points::plain(cell).filter(|it| it.abs() != max) else { return };
        let fact = MarkFact::MaxDiffers { criterion: self.named(id), typed, max };
        self.found(fact, at_of(cell));
    }

    fn unknown(&mut self, cells: &[&RawCell], typed: String, rows: &Rows<'_>) {
        let Some(cell) = self.table.cell(cells, MarkRole::Own) else { return };
        if !text_of(cell).is_empty() {
            let nearest = rows.nearest(&typed, cells, self.table);
            self.found(MarkFact::UnknownCriterion { typed, nearest }, at_of(cell));
        }
    }

    fn sum(&self, cells: &[&RawCell], group: Option<usize>, label: Option<String>) -> Option<Sum> {
        let cell = self.table.cell(cells, MarkRole::Own)?;
        let typed = points::plain(cell)?;
        let is_total = label
            .as_ref()
            .is_some_and(|it| fold::fold(it).starts_with(&fold::fold(&self.form.total)));
        let label = label.or_else(|| Some(self.criteria.groups[group?].title.clone()))?;
        Some(Sum { label, group, is_total, typed, at: at_of(cell) })
    }

    /// Reports criteria without points, and points without evidence.
    fn gaps(&mut self) {
        let criteria = self.criteria;
        let code = |id: CriterionId| criteria[id].code.clone();
        let own = &self.own;
        let is_open =
            |id: &CriterionId| !own.marks.contains_key(id) && !own.unmarked.contains_key(id);
        let merit = criteria.ids().filter(|id| criteria[*id].kind == CriterionKind::Merit);
        let open: Vec<String> = merit.filter(is_open).map(code).collect();
        let bare = own.marks.iter().filter(|(id, mark)| {
            let criterion = &criteria[**id];
            let asked = !criterion.evidence.is_empty() && criterion.kind != CriterionKind::Penalty;
            asked && mark.points > Decimal::ZERO && mark.note.is_empty()
        });
        let bare: Vec<String> = bare.map(|(id, _)| code(*id)).collect();
        let nothing = own.marks.is_empty() && own.unmarked.is_empty();
        if nothing {
            self.of_sheet(MarkFact::OwnMissing { sheet: self.form.sheet.clone() });
        } else if !open.is_empty() {
            self.of_sheet(MarkFact::NotScored { codes: open });
        }
        if !bare.is_empty() {
            self.of_sheet(MarkFact::EvidenceMissing { codes: bare });
        }
    }

    fn named(&self, id: CriterionId) -> Named {
        let criterion = &self.criteria[id];
        Named { code: criterion.code.clone(), name: criterion.name.clone() }
    }
}

fn at_of(cell: &RawCell) -> Address {
    Address { row: cell.row, column: cell.column }
}

/// Words beside points; a reserved character is no part of them.
fn note_of(cell: &RawCell) -> String {
    match &cell.value {
        RawValue::Text(text) if normal::has_private_marks(text) => String::new(),
        _ => text_of(cell),
    }
}
