//! Where everything stands in the workbook.

use std::collections::BTreeMap;

use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::RowNum;

use crate::assets::form::AboutKey;
use crate::assets::form::Role;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::render::form::Book;
use crate::render::form::Target;
use crate::render::form::marks::Layout;
use crate::text::order;

/// Row of the headers of the sheet of figures; titles stand above it.
pub(super) const HEADER: RowNum = 3;

/// First row under the headers and the row of column indices.
pub(super) const FIRST: RowNum = HEADER + 2;

/// First row of the sheet about the sender, under its title.
pub(super) const ABOUT_FIRST: RowNum = 1;

/// First row of the sheet of remarks, under title and headers.
pub(super) const REMARKS_FIRST: RowNum = 2;

/// Column of the answers on the sheet about the sender.
pub(super) const ANSWER: ColNum = 1;

/// Column of the sentences on the sheet of remarks.
pub(super) const SENTENCE: ColNum = 2;

/// Where everything stands.
#[derive(Debug)]
pub(super) struct Plan {
    /// Rows of the sheet of figures from [`FIRST`] on.
    pub(super) lines: Vec<Line>,
    /// Offices in the order in which they first fill something.
    pub(super) offices: Vec<String>,
    rows: BTreeMap<IndicatorId, RowNum>,
    columns: Vec<(Role, Option<Measure>)>,
}

/// A row of the sheet of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// The heading of a group; `first` is its first indicator.
    Group {
        /// Position among the groups.
        group: usize,
        /// Its first indicator.
        first: IndicatorId,
    },
    /// An indicator with its number inside the group.
    Indicator {
        /// Which.
        id: IndicatorId,
        /// From 1.
        number: u32,
    },
}

impl Plan {
    /// The plan of a workbook.
    pub(super) fn of(book: &Book<'_>) -> Self {
        let mut lines = Vec::new();
        let mut offices: Vec<String> = Vec::new();
        let mut rows = BTreeMap::new();
        let (mut last, mut number) = (None, 0);
        for id in book.catalogue.ids() {
            let indicator = &book.catalogue[id];
            if last != Some(indicator.group) {
                lines.push(Line::Group { group: indicator.group, first: id });
                (last, number) = (Some(indicator.group), 0);
            }
            if !offices.contains(&indicator.office) {
                offices.push(indicator.office.clone());
            }
            number += 1;
            rows.insert(id, FIRST + row_number(lines.len()));
            lines.push(Line::Indicator { id, number });
        }
        let columns = book.form.figures.columns.iter().map(|it| (it.role, it.measure)).collect();
        Self { lines, offices, rows, columns }
    }

    /// Every line with its row.
    pub(super) fn rows(&self) -> impl Iterator<Item = (RowNum, Line)> {
        (FIRST..).zip(self.lines.iter().copied())
    }

    /// Last row of the table.
    pub(super) fn last_row(&self) -> RowNum {
        FIRST + row_number(self.lines.len().saturating_sub(1))
    }

    /// Last column of the table.
    pub(super) fn last_column(&self) -> ColNum {
        column_number(self.columns.len().saturating_sub(1))
    }

    /// Every column with its role and measure.
    pub(super) fn columns(&self) -> impl Iterator<Item = (ColNum, Role, Option<Measure>)> {
        (0..).zip(&self.columns).map(|(column, (role, measure))| (column, *role, *measure))
    }

    /// The column of a role.
    pub(super) fn column(&self, role: Role) -> Option<ColNum> {
        self.columns().find(|(_, it, _)| *it == role).map(|(column, _, _)| column)
    }

    /// Row of an indicator.
    pub(super) fn row(&self, id: IndicatorId) -> RowNum {
        *self.rows.get(&id).expect("the plan holds every indicator of the catalogue")
    }

    /// Row and column of a figure, if the form asks for its measure.
    pub(super) fn figure(&self, id: IndicatorId, measure: Measure) -> Option<(RowNum, ColNum)> {
        let (column, ..) = self.columns().find(|(_, _, it)| *it == Some(measure))?;
        Some((self.row(id), column))
    }

    /// Row of an answer about the sender.
    pub(super) fn about(book: &Book<'_>, key: AboutKey) -> Option<RowNum> {
        let index = book.form.about.fields.iter().position(|it| it.key == key)?;
        Some(ABOUT_FIRST + row_number(index))
    }

    /// Sheet, row and column of a place of the form.
    pub(super) fn place<'a>(
        &self,
        book: &'a Book<'_>,
        target: &Target,
    ) -> Option<(&'a str, RowNum, ColNum)> {
        let form = book.form;
        match target {
            Target::Figure(id, measure) => {
                let (row, column) = self.figure(*id, *measure)?;
                Some((&form.figures.sheet, row, column))
            }
            Target::Row(id) => {
                let column = self.column(Role::Label).or_else(|| self.column(Role::Code))?;
                Some((&form.figures.sheet, self.row(*id), column))
            }
            Target::About(key) => Some((&form.about.sheet, Self::about(book, *key)?, ANSWER)),
            Target::Remark(topic) => {
                let index = form.remarks.topics.iter().position(|it| it.key == *topic)?;
                Some((&form.remarks.sheet, REMARKS_FIRST + row_number(index), SENTENCE))
            }
            Target::Mark(id) => {
                let (row, column) = Layout::of(&form.marks, book.criteria?).points(*id)?;
                Some((&form.marks.sheet, row, column))
            }
        }
    }

    /// The office that fills an indicator, as a position among the offices.
    pub(super) fn office(&self, book: &Book<'_>, id: IndicatorId) -> usize {
        let office = &book.catalogue[id].office;
        self.offices.iter().position(|it| it == office).unwrap_or_default()
    }
}

/// A link to a cell of this workbook.
pub(super) fn link(sheet: &str, row: RowNum, column: ColNum) -> String {
    let cell = order::cell_address(row, u32::from(column));
    format!("internal:'{}'!{cell}", sheet.replace('\'', "''"))
}

/// A position as a row.
pub(super) fn row_number(index: usize) -> RowNum {
    RowNum::try_from(index).expect("catalogues are far shorter than a sheet")
}

fn column_number(index: usize) -> ColNum {
    ColNum::try_from(index).expect("forms have few columns")
}
