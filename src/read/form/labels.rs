//! Which indicator each line of a table is: by its code, by its label, or by label and order.
//!
//! Order decides only where it leaves one candidate; what stays open is nobody's.

use std::collections::BTreeSet;

use crate::model::catalogue::Catalogue;
use crate::model::id::IndicatorId;
use crate::model::submission::FoundBy;
use crate::read::form::lines::Line;
use crate::read::form::lines::without_mark;
use crate::text::fold;

/// An indicator and how it was found.
pub(super) type Match = Option<(IndicatorId, FoundBy)>;

/// Matches the lines of a table, in their order.
pub(super) fn matched(lines: &[Line<'_>], catalogue: &Catalogue) -> Vec<Match> {
    let mut matches: Vec<Match> = lines.iter().map(|it| alone(it, catalogue)).collect();
    let mut taken: BTreeSet<IndicatorId> = matches.iter().flatten().map(|it| it.0).collect();
    let mut before: Option<IndicatorId> = None;
    for (index, line) in lines.iter().enumerate() {
        if line.code.is_empty() && is_bridge(&line.label) {
            continue;
        }
        if matches[index].is_none() && line.code.is_empty() && !line.label.is_empty() {
            let found = by_order(&line.label, before, &taken, catalogue);
            taken.extend(found);
            matches[index] = found.map(|id| (id, FoundBy::Label));
            // Behind a row that nobody knows, order says nothing.
            before = found;
        } else if let Some((id, _)) = matches[index] {
            before = Some(id);
        }
    }
    matches
}

/// What a line says by itself.
fn alone(line: &Line<'_>, catalogue: &Catalogue) -> Match {
    if let Some(id) = catalogue.find_typed(&line.code) {
        return Some((id, FoundBy::Code));
    }
    if !line.code.is_empty() || leans_on_others(&line.label) {
        return None;
    }
    match candidates(&line.label, catalogue).as_slice() {
        [only] => Some((*only, FoundBy::Label)),
        _ => None,
    }
}

/// Whether a label makes sense only below another: “Trong đó: nữ”.
fn leans_on_others(label: &str) -> bool {
    fold::fold(without_mark(label)).starts_with("trongdo")
}

/// A line “Trong đó:” with nothing else: what stands below leans on what stands above.
fn is_bridge(label: &str) -> bool {
    fold::fold(without_mark(label)) == "trongdo"
}

/// The indicators that bear a label, with or without its mark and the words “trong đó”.
fn candidates(label: &str, catalogue: &Catalogue) -> Vec<IndicatorId> {
    let bare = without_mark(label);
    let found = [label, bare].into_iter().find_map(|it| match catalogue.labelled(it) {
        [] => None,
        found => Some(found.to_vec()),
    });
    found.unwrap_or_default()
}

/// The one indicator that a label can mean behind the row before it.
fn by_order(
    label: &str,
    before: Option<IndicatorId>,
    taken: &BTreeSet<IndicatorId>,
    catalogue: &Catalogue,
) -> Option<IndicatorId> {
    let before = before?;
    let bare = without_mark(label);
    let mut open = candidates(label, catalogue);
    open.extend_from_slice(catalogue.labelled(&format!("Trong đó: {bare}")));
    if open.is_empty() {
        open.extend(next_that_begins_with(bare, before, catalogue));
    }
    open.sort_unstable();
    open.dedup();
    let fits = |id: &IndicatorId| {
        let whole = catalogue[*id].subset_of;
        let follows = id.0 == before.0 + 1;
        let is_part = whole == Some(before)
            || (whole.is_some() && whole == catalogue[before].subset_of && id.0 > before.0);
        !taken.contains(id) && (is_part || (follows && whole.is_none()))
    };
    match open.into_iter().filter(fits).collect::<Vec<_>>().as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The next indicator of the catalogue, if its name begins with these words: “Trị giá” below
/// “Suất học bổng …” is “Trị giá học bổng …”.
fn next_that_begins_with(
    label: &str,
    before: IndicatorId,
    catalogue: &Catalogue,
) -> Option<IndicatorId> {
    let next = catalogue.ids().nth(before.index() + 1)?;
    let words = |text: &str| -> Vec<String> {
        text.split_whitespace().map(fold::fold).filter(|it| !it.is_empty()).collect()
    };
    let (label, name) = (words(label), words(&catalogue[next].name));
    // One word begins too many names.
    (label.len() >= 2 && name.starts_with(&label)).then_some(next)
}
