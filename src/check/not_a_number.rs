//! `not-a-number`, `unit-contradiction`: a cell holds something that cannot be taken as one number.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::evidence::Doubted;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::id::IndicatorId;
use crate::model::submission::FormRow;
use crate::model::submission::Reading;
use crate::model::submission::Submission;
use crate::model::value::Rejection;
use crate::model::value::Value;

pub(super) struct NotANumber;

impl Check for NotANumber {
    fn code(&self) -> &'static str {
        "not-a-number"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for row in &it.rows {
            let Some(id) = row.indicator else { continue };
            for reading in &row.readings {
                let Value::Rejected(why) = &reading.value else { continue };
                // The merged area has a finding of its own.
                if *why == Rejection::Merged {
                    continue;
                }
                let fact = fact(context, it, row, (id, reading), why);
                findings.push(at_cell(it, reading.cell, fact));
            }
        }
    }
}

fn fact(
    context: Context<'_>,
    submission: &Submission,
    row: &FormRow,
    (id, reading): (IndicatorId, &Reading),
    why: &Rejection,
) -> FigureFact {
    let indicator = named(context.catalogue, id);
    let measure = reading.measure;
    let evidence = |larger, smaller| {
        let doubted = Doubted { submission, indicator: id, row, reading, larger, smaller };
        doubted.evidence(context)
    };
    match why {
        Rejection::UnitContradiction { format, by_row, by_format } => {
            let (larger, smaller) = (*by_row.max(by_format), *by_row.min(by_format));
            FigureFact::UnitContradiction {
                indicator,
                measure,
                format: format.clone(),
                unit: context.catalogue[id].unit.clone(),
                by_row: *by_row,
                by_format: *by_format,
                evidence: evidence(larger, smaller),
            }
        }
        why => {
            let evidence = match why {
                Rejection::Ambiguous { larger, smaller } => evidence(*larger, *smaller),
                _ => Vec::new(),
            };
            let (text, why) = (reading.text.clone(), why.clone());
            FigureFact::NotANumber { indicator, measure, text, why, evidence }
        }
    }
}
