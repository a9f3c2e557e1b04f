//! `not-a-number`, `formulas-without-result`, `unit-contradiction`: a cell holds something that cannot be taken as one number.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::evidence::Doubted;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::id::IndicatorId;
use crate::model::place::Place;
use crate::model::submission::FormRow;
use crate::model::submission::Reading;
use crate::model::submission::Submission;
use crate::model::value::Rejection;
use crate::model::value::Value;

/// Most formulas without a result that are told one by one; more have one cause.
const ONE_BY_ONE: usize = 5;

pub(super) struct NotANumber;

impl Check for NotANumber {
    fn code(&self) -> &'static str {
        "not-a-number"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let without_result = without_result(it);
        let one_by_one = without_result.len() <= ONE_BY_ONE;
        if !one_by_one {
            let fact = FigureFact::FormulasWithoutResult { cells: without_result };
            findings.push(Finding::new(fact, Place::sheet(&it.file, it.sheet()), it.unit));
        }
        for row in &it.rows {
            let Some(id) = row.indicator else { continue };
            for reading in &row.readings {
                let Value::Rejected(why) = &reading.value else { continue };
                // Merged areas, and many cells with one cause, have a finding of their own.
                if *why == Rejection::Merged || (*why == Rejection::NoResult && !one_by_one) {
                    continue;
                }
                let fact = fact(context, it, row, (id, reading), why);
                findings.push(at_cell(it, reading.cell, fact));
            }
        }
    }
}

/// The cells whose formula has no stored result.
fn without_result(submission: &Submission) -> Vec<String> {
    let rows = submission.rows.iter().filter(|it| it.indicator.is_some());
    let readings = rows.flat_map(|it| &it.readings);
    let without = readings.filter(|it| it.value == Value::Rejected(Rejection::NoResult));
    without.map(|it| it.cell.to_string()).collect()
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
