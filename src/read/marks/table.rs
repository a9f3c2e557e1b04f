//! Where a table of points stands on a sheet, and its columns.

use std::collections::BTreeMap;

use crate::assets::form_marks::MarkRole;
use crate::assets::form_marks::MarksSheet;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::read::workbook::raw::RawCell;
use crate::text::fold;

/// The longest header, in bytes; what is longer is a sentence.
const LONGEST: usize = 120;

/// A table of points.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) struct Table {
    /// First and last row of its header.
    pub(in crate::read) top: u32,
    pub(in crate::read) bottom: u32,
    /// The column of each role that has exactly one.
    pub(in crate::read) columns: BTreeMap<MarkRole, u32>,
    /// Roles that two columns claim: neither is taken.
    pub(in crate::read) twice: Vec<(MarkRole, [u32; 2])>,
}

impl Table {
    /// The cell of a row in the column of a role.
    pub(in crate::read) fn cell<'a>(
        &self,
        cells: &[&'a RawCell],
        role: MarkRole,
    ) -> Option<&'a RawCell> {
        let column = *self.columns.get(&role)?;
        cells.iter().copied().find(|it| it.column == column)
    }

    /// The text of a row in the column of a role.
    pub(in crate::read) fn text(&self, cells: &[&RawCell], role: MarkRole) -> String {
        self.cell(cells, role).map(text_of).unwrap_or_default()
    }

    /// Whether it has one of these columns.
    pub(in crate::read) fn has(&self, roles: &[MarkRole]) -> bool {
        roles.iter().any(|it| self.columns.contains_key(it))
    }
}

/// The first table on a sheet that has a column of each of these kinds; a header may be two rows high.
pub(in crate::read) fn find(
    grid: &Grid<'_>,
    form: &MarksSheet,
    needs: &[&[MarkRole]],
) -> Option<Table> {
    let headers = Headers::new(form);
    grid.rows().find_map(|(row, cells)| {
        let first = headers.roles(cells);
        if first.is_empty() {
            return None;
        }
        let one = table(row, row, &first);
        let second = headers.roles(grid.row(row + 1));
        let below = second.into_iter().filter(|(_, at)| first.iter().all(|(_, it)| it != at));
        let both: Vec<_> = first.iter().copied().chain(below).collect();
        let bottom = if both.len() > first.len() { row + 1 } else { row };
        let two = table(row, bottom, &both);
        let whole = |it: &Table| needs.iter().all(|roles| it.has(roles));
        // Two rows only where one does not do: the first row of the table is no header.
        if whole(&two) && (bottom == row || !whole(&one) || two.columns.len() > one.columns.len()) {
            return Some(two);
        }
        whole(&one).then_some(one)
    })
}

fn table(top: u32, bottom: u32, found: &[(MarkRole, u32)]) -> Table {
    let mut by_role: BTreeMap<MarkRole, Vec<u32>> = BTreeMap::new();
    for (role, column) in found {
        by_role.entry(*role).or_default().push(*column);
    }
    let mut table = Table { top, bottom, columns: BTreeMap::new(), twice: Vec::new() };
    for (role, columns) in by_role {
        match columns.as_slice() {
            [only] => drop(table.columns.insert(role, *only)),
            [first, second, ..] => table.twice.push((role, [*first, *second])),
            [] => {}
        }
    }
    table
}

/// The headers of a form, folded once.
struct Headers(Vec<(MarkRole, Vec<String>)>);

impl Headers {
    fn new(form: &MarksSheet) -> Self {
        let keys = |it: &crate::assets::form_marks::MarkColumn| {
            let all = std::iter::once(&it.header).chain(&it.aliases);
            (it.role, all.map(|it| fold::fold(it)).collect())
        };
        Self(form.columns.iter().map(keys).collect())
    }

    /// What the texts of a row head, with their columns.
    fn roles(&self, cells: &[&RawCell]) -> Vec<(MarkRole, u32)> {
        let role = |cell: &&RawCell| Some((self.role(&text_of(cell))?, cell.column));
        cells.iter().filter_map(role).collect()
    }

    /// What a text heads; what stands in parentheses behind it is no part of its name.
    fn role(&self, text: &str) -> Option<MarkRole> {
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let name = text.split_once('(').map_or(text, |(name, _)| name);
        let key = fold::fold(name);
        let known = |keys: &Vec<String>| !key.is_empty() && keys.contains(&key);
        self.0.iter().find(|(_, keys)| known(keys)).map(|(role, _)| *role)
    }
}
