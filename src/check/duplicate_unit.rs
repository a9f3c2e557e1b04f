//! `duplicate-unit`: several workbooks are from one member. None of them is used until a person
//! says which one counts; in what they differ is told.

use std::collections::BTreeMap;

use crate::check;
use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::Apart;
use crate::finding::fact::sender::CellPair;
use crate::finding::fact::sender::Given;
use crate::finding::fact::sender::Rival;
use crate::finding::fact::sender::SenderFact;
use crate::model::difference;
use crate::model::difference::Difference;
use crate::model::difference::Entry;
use crate::model::id::UnitId;
use crate::model::place::Place;
use crate::model::submission::Submission;

/// Most cells that a finding names; the rest is counted.
const MOST_CELLS: usize = 10;

/// Most other files that a finding names.
const MOST_RIVALS: usize = 5;

pub(super) struct DuplicateUnit;

impl Check for DuplicateUnit {
    fn code(&self) -> &'static str {
        "duplicate-unit"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        let mut sent: BTreeMap<UnitId, Vec<&Submission>> = BTreeMap::new();
        for submission in context.submissions {
            if let Some(unit) = submission.unit {
                sent.entry(unit).or_default().push(submission);
            }
        }
        for (unit, files) in sent.iter().filter(|(_, files)| files.len() > 1) {
            for file in files {
                let others = files.iter().filter(|it| it.file != file.file).take(MOST_RIVALS);
                let fact = SenderFact::DuplicateUnit {
                    unit: context.campaign[*unit].full_name.clone(),
                    file: file.file.clone(),
                    others: others.map(|it| rival(context, file, it)).collect(),
                    described: context.campaign.collection.of_file(&file.file).is_some(),
                };
                findings.push(Finding::new(fact, Place::file(&file.file), Some(*unit)));
            }
        }
    }
}

fn rival(context: Context<'_>, here: &Submission, there: &Submission) -> Rival {
    let digest = |it: &Submission| context.files.get(&it.file);
    let differences = difference::figures(here, there);
    let apart = if digest(here).is_some() && digest(here) == digest(there) {
        Apart::Nothing
    } else if differences.is_empty() {
        Apart::NoFigure
    } else {
        let first = differences.iter().take(MOST_CELLS).map(|it| pair(context, it)).collect();
        Apart::Cells { first, more: differences.len().saturating_sub(MOST_CELLS) }
    };
    Rival { file: there.file.clone(), apart }
}

fn pair(context: Context<'_>, difference: &Difference) -> CellPair {
    let (here, there) = (difference.before.as_ref(), difference.after.as_ref());
    CellPair {
        code: context.catalogue.figure_code(difference.indicator, difference.measure),
        cell: here.or(there).map(|it| it.cell.to_string()).unwrap_or_default(),
        here: given(context, difference, here),
        there: given(context, difference, there),
    }
}

fn given(context: Context<'_>, difference: &Difference, entry: Option<&Entry>) -> Given {
    match entry {
        Some(Entry { number: Some(number), .. }) => {
            Given::Number(check::in_form_unit(context.catalogue, difference.indicator, *number))
        }
        Some(Entry { text, .. }) if !text.is_empty() => Given::Words(text.clone()),
        _ => Given::Nothing,
    }
}
