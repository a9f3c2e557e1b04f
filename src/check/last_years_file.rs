//! `last-years-file`: what was sent is last year's workbook, as it was or with another period
//! typed over (hazards: last year's data passes every rule).

use std::collections::BTreeMap;

use crate::check;
use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::Again;
use crate::finding::fact::sender::SenderFact;
use crate::model::catalogue::Aggregation;
use crate::model::measure::Measure;
use crate::model::past::Past;
use crate::model::place::Place;
use crate::model::submission::Submission;

/// Fewest figures that say for certain that a whole file is last year's.
const FEWEST: usize = 5;

pub(super) struct LastYearsFile;

impl Check for LastYearsFile {
    fn code(&self) -> &'static str {
        "last-years-file"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        let Some(past) = context.earlier.predecessor else { return };
        let period = past.campaign.period.title();
        let sent = context.submissions.iter().map(|it| (it.file.as_str(), it));
        let sent: BTreeMap<&str, &Submission> = sent.collect();
        for (file, digest) in context.files {
            let sent = sent.get(file.as_str()).copied();
            let bytes = past.files.get(digest).map(|it| Again::Bytes { file: it.clone() });
            let again = bytes.or_else(|| {
                same_figures(context, past, sent?).map(|count| Again::Figures { count })
            });
            if let Some(again) = again {
                let fact = SenderFact::LastYearsFile { period: period.clone(), again };
                let unit = sent.and_then(|it| it.unit);
                findings.push(Finding::new(fact, Place::file(file), unit));
            }
        }
    }
}

/// How many figures were achieved, if each of them is the one of last year. Ratios are left out,
/// since last year's were computed anew, and zeros say nothing.
fn same_figures(context: Context<'_>, past: &Past<'_>, sent: &Submission) -> Option<usize> {
    let unit = sent.unit?;
    let mut same = 0;
    for (id, measure, value, _) in check::numbers(sent) {
        let indicator = &context.catalogue[id];
        let is_ratio = matches!(indicator.aggregation, Aggregation::Ratio { .. });
        if measure != Measure::Actual || is_ratio || past.catalogue.find(&indicator.code).is_none()
        {
            continue;
        }
        if past.number(unit, indicator, Measure::Actual) != Some(value) {
            return None;
        }
        same += usize::from(!value.is_zero());
    }
    (same >= FEWEST).then_some(same)
}
