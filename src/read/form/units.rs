//! In which unit money is typed: the cell's own words first, then the row, the column's header, the
//! section and the line above the table. Where two differ a person is told.

use std::collections::BTreeMap;

use crate::finding::fact::Finding;
use crate::finding::fact::layout::LayoutFact;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::place::Address;
use crate::read::form::columns::FigureColumn;
use crate::read::form::columns::Table;
use crate::read::form::declared;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::read::form::lines::Line;
use crate::read::form::lines::without_mark;
use crate::read::form::rows::Source;
use crate::text::fold;
use crate::text::money::MoneyUnit;

/// Rows above a header in which its unit is looked for.
const ABOVE: u32 = 6;

/// A unit and where it is declared.
type Sign = (MoneyUnit, Address);

/// The units that a sheet declares, and the rows that they concern.
#[derive(Default)]
pub(super) struct Units {
    table: Option<Sign>,
    section: Option<Sign>,
    noted: BTreeMap<Address, Noted>,
}

/// What follows from one declaration.
struct Noted {
    unit: MoneyUnit,
    in_header: bool,
    /// Codes of rows read in this unit, which is not the form's.
    converted: Vec<String>,
    /// Codes of rows read in another unit.
    contradicted: Vec<(String, String)>,
}

impl Units {
    /// Looks above a table; one that continues another keeps its unit.
    pub(super) fn above(&mut self, grid: &Grid<'_>, table: &Table) {
        let from = table.top.saturating_sub(ABOVE);
        let signs = grid.between(from, table.top).flat_map(|(_, cells)| cells);
        let found = signs.filter_map(|it| {
            let unit = declared::in_line(&text_of(it))?;
            Some((unit, Address { row: it.row, column: it.column }))
        });
        if let Some(sign) = found.last() {
            (self.table, self.section) = (Some(sign), None);
        }
    }

    /// Looks at a line without figures: a section may declare its own unit.
    pub(super) fn heading(&mut self, line: &Line<'_>, catalogue: &Catalogue) {
        let found = line.cells.iter().find_map(|it| {
            let unit = declared::in_line(&text_of(it))
                .or_else(|| Some(declared::in_header(&text_of(it))?.unit))?;
            Some((unit, Address { row: it.row, column: it.column }))
        });
        if found.is_some() || is_section(line, catalogue) {
            self.section = found;
        }
    }

    /// The unit of a figure, as a text: what the row says, else what is declared.
    pub(super) fn of(
        &mut self,
        table: &Table,
        line: &Line<'_>,
        column: FigureColumn,
        indicator: Option<&Indicator>,
        is_filled: bool,
    ) -> String {
        let Some(indicator) = indicator.filter(|it| it.kind == Kind::Money && is_filled) else {
            return line.unit.clone();
        };
        let header = column.unit.map(|it| (it, table.head_of(column.column)));
        let mut declared: Vec<(Sign, bool)> = Vec::new();
        declared.extend(header.map(|it| (it, true)));
        declared.extend(self.section.or(self.table).map(|it| (it, false)));
        let (used, rest) = match (MoneyUnit::from_label(&line.unit), declared.split_first()) {
            (Some(unit), _) => (unit, declared.as_slice()),
            // Words that are no unit of money have a finding of their own.
            (None, _) if !line.unit.is_empty() => return line.unit.clone(),
            (None, Some(((sign, in_header), rest))) => {
                if sign.0 != indicator.money_unit {
                    push(&mut self.note(*sign, *in_header).converted, indicator.code.clone());
                }
                (sign.0, rest)
            }
            (None, None) => return String::new(),
        };
        for (sign, in_header) in rest.iter().filter(|((unit, _), _)| *unit != used) {
            let row = (indicator.code.clone(), used.label().to_owned());
            push(&mut self.note(*sign, *in_header).contradicted, row);
        }
        if line.unit.is_empty() { used.label().to_owned() } else { line.unit.clone() }
    }

    fn note(&mut self, (unit, at): Sign, in_header: bool) -> &mut Noted {
        let new = || Noted { unit, in_header, converted: Vec::new(), contradicted: Vec::new() };
        self.noted.entry(at).or_insert_with(new)
    }

    /// Reports units that are not the form's, and those that differ.
    pub(super) fn report(&mut self, source: Source<'_>, findings: &mut Vec<Finding>) {
        for (at, noted) in std::mem::take(&mut self.noted) {
            let unit = noted.unit.label().to_owned();
            if !noted.converted.is_empty() {
                let fact =
                    LayoutFact::UnitFromHeader { unit: unit.clone(), codes: noted.converted };
                findings.push(source.at(at, fact));
            }
            if !noted.contradicted.is_empty() {
                let (rows, in_header) = (noted.contradicted, noted.in_header);
                let fact = LayoutFact::DeclaredUnitsDiffer { here: unit, rows, in_header };
                findings.push(source.at(at, fact));
            }
        }
    }
}

/// Adds what is not there yet: a row has several figures.
fn push<T: PartialEq>(to: &mut Vec<T>, it: T) {
    if to.last() != Some(&it) {
        to.push(it);
    }
}

/// Whether a line is the heading of a section: a Roman numeral, or the title of a group.
fn is_section(line: &Line<'_>, catalogue: &Catalogue) -> bool {
    let is_roman = |text: &str| {
        let core = text.trim_end_matches(['.', '/']);
        !core.is_empty() && core.chars().all(|it| "IVX".contains(it))
    };
    let title = fold::fold(without_mark(&line.label));
    line.cells.iter().any(|it| text_of(it).split_whitespace().next().is_some_and(is_roman))
        || catalogue.groups.iter().any(|it| !title.is_empty() && fold::fold(&it.title) == title)
}
