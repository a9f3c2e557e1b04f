//! `wrong-unit-of-measure`: the unit of measure of a row is not the catalogue's.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::submission::Submission;
use crate::text::fold;
use crate::text::money::MoneyUnit;

pub(super) struct WrongUnitOfMeasure;

impl Check for WrongUnitOfMeasure {
    fn code(&self) -> &'static str {
        "wrong-unit-of-measure"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for row in &it.rows {
            let Some(id) = row.indicator else { continue };
            let indicator = &context.catalogue[id];
            let reported = row.readings.iter().any(|reading| !reading.text.is_empty());
            if !reported || row.unit_text.is_empty() || same(indicator, &row.unit_text) {
                continue;
            }
            let converted =
                indicator.kind == Kind::Money && MoneyUnit::from_label(&row.unit_text).is_some();
            let fact = FigureFact::WrongUnitOfMeasure {
                indicator: named(context.catalogue, id),
                found: row.unit_text.clone(),
                expected: indicator.unit.clone(),
                converted,
            };
            findings.push(at_cell(it, row.unit_cell, fact));
        }
    }
}

fn same(indicator: &Indicator, typed: &str) -> bool {
    match (indicator.kind, MoneyUnit::from_label(typed)) {
        (Kind::Money, Some(unit)) => unit == indicator.money_unit,
        // `%` folds to nothing, so the texts themselves are compared too.
        _ => {
            typed == indicator.unit || {
                let folded = fold::fold(typed);
                !folded.is_empty() && folded == fold::fold(&indicator.unit)
            }
        }
    }
}
