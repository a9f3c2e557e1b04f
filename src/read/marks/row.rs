//! What a row of a table of points is: a criterion, a group, a sum, or nothing that is known.

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
    /// Something else: as typed, and the code that was probably meant.
    Unknown { typed: String, nearest: Option<String> },
}

/// What a row is, by its code, else by its label.
pub(in crate::read) fn of(
    cells: &[&RawCell],
    table: &Table,
    form: &MarksSheet,
    criteria: &Criteria,
) -> Row {
    let code = table.text(cells, MarkRole::Code);
    let label = table.text(cells, MarkRole::Criterion);
    if let Some(found) = criteria.find(&code).filter(|_| !code.is_empty()) {
        return Row::Criterion(found);
    }
    let labelled = by_label(&label, criteria);
    if let (true, Some(found)) = (code.is_empty(), labelled) {
        return Row::Criterion(found);
    }
    if let Some(group) = group(&code, &label, criteria) {
        return Row::Group(group);
    }
    // The label of a sum may stand in any column left of the points.
    let said = cells.iter().map(|it| text_of(it)).find(|it| is_sum(it, form));
    if let Some(label) = said {
        return Row::Sum(label);
    }
    let typed = if code.is_empty() { label } else { code };
    if typed.is_empty() || is_index(cells) {
        return Row::Nothing;
    }
    let codes = || criteria.criteria.iter().map(|it| it.code.as_str());
    let nearest = labelled.map(|it| criteria[it].code.as_str());
    let nearest = nearest.or_else(|| suggest::nearest(&typed, codes())).map(str::to_owned);
    Row::Unknown { typed, nearest }
}

/// The only criterion with this name.
fn by_label(label: &str, criteria: &Criteria) -> Option<CriterionId> {
    let key = fold::fold(label);
    let mut same = criteria.ids().filter(|id| fold::fold(&criteria[*id].name) == key);
    let first = same.next().filter(|_| !key.is_empty())?;
    same.next().is_none().then_some(first)
}

fn group(code: &str, label: &str, criteria: &Criteria) -> Option<usize> {
    let (code, label) = (code.trim().trim_end_matches('.'), fold::fold(label));
    let is = |it: &crate::model::criteria::CriterionGroup| {
        it.code.eq_ignore_ascii_case(code)
            || (code.is_empty() && !label.is_empty() && fold::fold(&it.title) == label)
    };
    criteria.groups.iter().position(is)
}

fn is_sum(text: &str, form: &MarksSheet) -> bool {
    let key = fold::fold(text);
    form.sums.iter().any(|it| key.starts_with(&fold::fold(it)))
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
