//! `decimal-in-count`: a count has decimals, often `25.493` typed into an English Excel (K24). Both
//! readings are told with what speaks for each.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::check::evidence::Doubted;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::model::catalogue::Kind;
use crate::model::submission::Submission;

pub(super) struct DecimalInCount;

impl Check for DecimalInCount {
    fn code(&self) -> &'static str {
        "decimal-in-count"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for row in &it.rows {
            let Some(id) = row.indicator else { continue };
            if !matches!(context.catalogue[id].kind, Kind::Count | Kind::YesNo) {
                continue;
            }
            for reading in &row.readings {
                let number = reading.value.number().filter(|it| !it.is_integer());
                let Some(value) = number else { continue };
                let meant = value.checked_mul(Decimal::ONE_THOUSAND).filter(Decimal::is_integer);
                let doubted = meant.map(|larger| Doubted {
                    submission: it,
                    indicator: id,
                    row,
                    reading,
                    larger: larger.normalize(),
                    smaller: value,
                });
                let fact = FigureFact::DecimalInCount {
                    indicator: named(context.catalogue, id),
                    measure: reading.measure,
                    value,
                    evidence: doubted.map(|it| it.evidence(context)).unwrap_or_default(),
                };
                findings.push(at_cell(it, reading.cell, fact));
            }
        }
    }
}
