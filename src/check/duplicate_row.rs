//! `duplicate-row`: two rows speak of one indicator.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::submission::FormCell;
use crate::model::submission::Submission;

pub(super) struct DuplicateRow;

impl Check for DuplicateRow {
    fn code(&self) -> &'static str {
        "duplicate-row"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let mut seen = BTreeMap::new();
        for row in &it.rows {
            let Some(id) = row.indicator else { continue };
            let Some(first) = seen.get(&id) else {
                seen.insert(id, row.name_cell);
                continue;
            };
            let indicator = named(context.catalogue, id);
            let first = told(it, *first, row.name_cell);
            let fact = WorkbookFact::DuplicateRow { indicator, first };
            findings.push(at_cell(it, row.name_cell, fact));
        }
    }
}

/// The first row's cell, with its sheet if that is another one.
fn told(submission: &Submission, first: FormCell, second: FormCell) -> String {
    if first.sheet == second.sheet {
        first.to_string()
    } else {
        format!("{first} ({})", submission.sheets[first.sheet])
    }
}
