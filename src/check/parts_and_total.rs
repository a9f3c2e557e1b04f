//! `parts-and-total`: the parts of a total do not make it (K1). With a part missing nothing is said.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::numbers;
use crate::check::operand;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::submission::Submission;

pub(super) struct PartsAndTotal;

impl Check for PartsAndTotal {
    fn code(&self) -> &'static str {
        "parts-and-total"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for (id, measure, value, cell) in numbers(it) {
            let parts = &context.catalogue[id].parts;
            let values: Option<Vec<Decimal>> =
                parts.iter().map(|part| it.number(*part, measure)).collect();
            let Some(values) = values.filter(|values| !values.is_empty()) else { continue };
            let sum: Decimal = values.iter().sum();
            if sum == value {
                continue;
            }
            let fact = FigureFact::PartsAndTotal {
                total: named(context.catalogue, id),
                measure,
                value: in_form_unit(context.catalogue, id, value),
                sum: in_form_unit(context.catalogue, id, sum),
                parts: parts
                    .iter()
                    .zip(values)
                    .map(|(part, value)| operand(context.catalogue, *part, measure, value))
                    .collect(),
            };
            findings.push(at_cell(it, cell, fact));
        }
    }
}
