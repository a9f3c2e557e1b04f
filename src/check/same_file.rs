//! `same-file`: one file was sent twice, under the name of another member or of none.
//!
//! Where the content says whose it is, its double is a `duplicate-unit`; here it is told when the
//! double bears another member's name, so that this member is asked for its own file.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::model::id::UnitId;
use crate::model::place::Place;
use crate::model::submission::Submission;

pub(super) struct SameFile;

impl Check for SameFile {
    fn code(&self) -> &'static str {
        "same-file"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        let mut alike: BTreeMap<&str, Vec<&Submission>> = BTreeMap::new();
        for submission in context.submissions {
            if let Some(digest) = context.files.get(&submission.file) {
                alike.entry(digest).or_default().push(submission);
            }
        }
        for files in alike.values().filter(|files| files.len() > 1) {
            for file in files {
                let named = context.campaign.name_of_file(&file.file);
                let other = named.filter(|it| file.unit.is_some_and(|unit| unit != *it));
                if file.unit.is_none() || other.is_some() {
                    findings.push(finding(context, files, file, other));
                }
            }
        }
    }
}

fn finding(
    context: Context<'_>,
    files: &[&Submission],
    file: &Submission,
    named: Option<UnitId>,
) -> Finding {
    let others = files.iter().map(|it| &it.file).filter(|it| **it != file.file);
    let fact = SenderFact::SameFile {
        others: others.cloned().collect(),
        named: named.map(|it| context.campaign[it].full_name.clone()),
    };
    Finding::new(fact, Place::file(&file.file), named.or(file.unit))
}
