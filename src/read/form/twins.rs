//! Rows that stand more than once. An empty one and one with the same figures is left out; which
//! of two different ones counts, the program does not choose.

use std::collections::BTreeMap;

use crate::finding::fact::Finding;
use crate::finding::fact::layout::LayoutFact;
use crate::model::catalogue::Catalogue;
use crate::model::id::IndicatorId;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::model::submission::FormRow;

/// How many differing rows of two sheets are told one by one.
const FEW: usize = 5;

/// What stands a second time on a sheet.
#[derive(Default)]
struct Again {
    same: Vec<(String, String, Address)>,
    /// Positions of rows that differ, by the sheet of the first.
    differ: BTreeMap<usize, Vec<usize>>,
}

/// Leaves out rows that say nothing new; reports those and sheets that contradict each other.
pub(super) fn settled(
    file: &str,
    sheets: &[String],
    rows: Vec<FormRow>,
    catalogue: &Catalogue,
    findings: &mut Vec<Finding>,
) -> Vec<FormRow> {
    let mut keep = vec![true; rows.len()];
    let mut again: BTreeMap<usize, Again> = BTreeMap::new();
    let firsts = firsts(&rows);
    for (index, row) in rows.iter().enumerate() {
        let Some((id, first)) = row.indicator.and_then(|id| Some((id, *firsts.get(&id)?))) else {
            continue;
        };
        if index == first {
            continue;
        }
        if is_empty(row) {
            keep[index] = false;
        } else {
            let (sheet, first) = (row.name_cell.sheet, &rows[first]);
            let again = again.entry(sheet).or_default();
            if is_same(first, row) {
                keep[index] = false;
                let place = told(sheets, first, sheet);
                again.same.push((catalogue[id].code.clone(), place, row.name_cell.at));
            } else {
                again.differ.entry(first.name_cell.sheet).or_default().push(index);
            }
        }
    }
    for (sheet, again) in again {
        report(file, &sheets[sheet], again.same, findings);
        for (first, differ) in again.differ.into_iter().filter(|it| it.0 != sheet) {
            if differ.len() > FEW {
                let code = |index: &usize| {
                    keep[*index] = false;
                    rows[*index].indicator.map(|id| catalogue[id].code.clone())
                };
                let codes = differ.iter().filter_map(code).collect();
                let fact = LayoutFact::SheetsDiffer { first: sheets[first].clone(), codes };
                findings.push(Finding::new(fact, Place::sheet(file, &sheets[sheet]), None));
            }
        }
    }
    let mut keep = keep.into_iter();
    rows.into_iter().filter(|_| keep.next().unwrap_or(true)).collect()
}

/// The first row of each indicator that holds anything, else its first row.
fn firsts(rows: &[FormRow]) -> BTreeMap<IndicatorId, usize> {
    let mut firsts: BTreeMap<IndicatorId, usize> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let Some(id) = row.indicator else { continue };
        let first = *firsts.entry(id).or_insert(index);
        if is_empty(&rows[first]) && !is_empty(row) {
            firsts.insert(id, index);
        }
    }
    firsts
}

fn is_empty(row: &FormRow) -> bool {
    row.readings.iter().all(|it| it.text.is_empty())
}

/// Whether both rows say the same of every measure that either has a column for.
fn is_same(one: &FormRow, other: &FormRow) -> bool {
    let figures = |row: &FormRow| {
        let filled = row.readings.iter().filter(|it| !it.text.is_empty());
        filled.map(|it| (it.measure, it.value.clone())).collect::<Vec<_>>()
    };
    figures(one) == figures(other)
}

fn told(sheets: &[String], first: &FormRow, sheet: usize) -> String {
    let cell = first.name_cell;
    if cell.sheet == sheet { cell.to_string() } else { format!("{cell}, {}", sheets[cell.sheet]) }
}

fn report(
    file: &str,
    sheet: &str,
    same: Vec<(String, String, Address)>,
    findings: &mut Vec<Finding>,
) {
    let place = match same.as_slice() {
        [] => return,
        [(_, _, at)] => Place::cell(file, sheet, *at),
        _ => Place::sheet(file, sheet),
    };
    let rows = same.into_iter().map(|(code, first, _)| (code, first)).collect();
    findings.push(Finding::new(LayoutFact::SameRow { rows }, place, None));
}
