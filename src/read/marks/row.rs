//! What a row of a table of points is: a criterion, a group, a sum, or nothing that is known.

use std::collections::BTreeMap;

use crate::assets::form_marks::MarkRole;
use crate::assets::form_marks::MarksSheet;
use crate::model::criteria::Criteria;
use crate::model::id::CriterionId;
use crate::read::form::grid::text_of;
use crate::read::marks::table::Table;
use crate::read::workbook::raw::RawCell;
use crate::text::fold;
use crate::text::suggest;

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) enum Row {
    /// A criterion.
    Criterion(CriterionId),
    /// The heading of a group, by its position.
    Group(usize),
    /// A row that adds others up, with its label.
    Sum(String),
    /// A row with the numbers of the columns, or without code and label.
    Nothing,
    /// Something else, as typed: its code, else its label.
    Unknown(String),
}

/// The criteria by what rows may call them, folded once: a table of a thousand units has as many rows
/// for each criterion.
pub(in crate::read) struct Rows<'a> {
    criteria: &'a Criteria,
    codes: BTreeMap<String, CriterionId>,
    /// `None` for a name that several criteria bear.
    names: BTreeMap<String, Option<CriterionId>>,
    groups: BTreeMap<String, usize>,
    titles: BTreeMap<String, usize>,
    sums: Vec<String>,
}

impl<'a> Rows<'a> {
    pub(in crate::read) fn new(form: &MarksSheet, criteria: &'a Criteria) -> Self {
        let mut names = BTreeMap::new();
        for id in criteria.ids() {
            let several = |it: &mut Option<CriterionId>| *it = None;
            names.entry(fold::fold(&criteria[id].name)).and_modify(several).or_insert(Some(id));
        }
        let groups = || criteria.groups.iter().enumerate();
        Self {
            criteria,
            codes: criteria.ids().map(|id| (clean(&criteria[id].code), id)).collect(),
            names,
            groups: groups().map(|(index, it)| (clean(&it.code), index)).collect(),
            titles: groups().map(|(index, it)| (fold::fold(&it.title), index)).collect(),
            sums: form.sums.iter().map(|it| fold::fold(it)).collect(),
        }
    }

    /// What a row is, by its code, else by its label.
    pub(in crate::read) fn row(&self, cells: &[&RawCell], table: &Table) -> Row {
        let code = table.text(cells, MarkRole::Code);
        let label = table.text(cells, MarkRole::Criterion);
        let key = clean(&code);
        if let Some(found) = self.codes.get(&key) {
            return Row::Criterion(*found);
        }
        if let Some(group) = self.groups.get(&key) {
            return Row::Group(*group);
        }
        let name = fold::fold(&label);
        if key.is_empty() && !name.is_empty() {
            if let Some(Some(found)) = self.names.get(&name) {
                return Row::Criterion(*found);
            }
            if let Some(group) = self.titles.get(&name) {
                return Row::Group(*group);
            }
        }
        // The label of a sum may stand in any column left of the points.
        if let Some(label) = cells.iter().map(|it| text_of(it)).find(|it| self.is_sum(it)) {
            return Row::Sum(label);
        }
        let typed = if code.is_empty() { label } else { code };
        if typed.is_empty() || is_index(cells) { Row::Nothing } else { Row::Unknown(typed) }
    }

    /// The code that was probably meant by a row of no criterion: that of its label, else the one
    /// nearest to what was typed.
    pub(in crate::read) fn nearest(
        &self,
        typed: &str,
        cells: &[&RawCell],
        table: &Table,
    ) -> Option<String> {
        let name = fold::fold(&table.text(cells, MarkRole::Criterion));
        let of_label = self.names.get(&name).copied().flatten();
        let code = |id: CriterionId| self.criteria[id].code.as_str();
        let nearest = of_label.map(code);
        nearest
            .or_else(|| suggest::nearest(typed, self.criteria.ids().map(code)))
            .map(str::to_owned)
    }

    fn is_sum(&self, text: &str) -> bool {
        let key = fold::fold(text);
        self.sums.iter().any(|it| key.starts_with(it.as_str()))
    }
}

/// A code without what people add to it: spaces, a dot at its end, small letters.
fn clean(code: &str) -> String {
    code.trim().trim_end_matches('.').to_uppercase()
}

/// A row under the header with `(1)`, `(2)`, … or `A`, `B`, `1`, `2`, ….
fn is_index(cells: &[&RawCell]) -> bool {
    let is_short = |it: &&RawCell| {
        let text = text_of(it);
        let core = text.trim_matches(['(', ')']);
        let is_digit = core.len() <= 2 && core.bytes().all(|it| it.is_ascii_digit());
        !core.is_empty() && (is_digit || core.chars().count() == 1)
    };
    cells.len() >= 3 && cells.iter().all(is_short)
}
