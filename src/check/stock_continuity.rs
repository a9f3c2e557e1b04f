//! `stock-continuity`: a figure at the cut-off is not last year's plus what came, minus what went
//! (K3). With one of them missing nothing is said.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_figure;
use crate::check::history;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::operand;
use crate::finding::fact::Finding;
use crate::finding::fact::Operand;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Continuity;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::period::Span;
use crate::model::submission::Submission;

pub(super) struct StockContinuity;

impl Check for StockContinuity {
    fn code(&self) -> &'static str {
        "stock-continuity"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for id in context.catalogue.ids() {
            let continuity = context.catalogue[id].continuity.as_ref();
            if let Some(continuity) = continuity.filter(|_| history::continues(context, id)) {
                let fact = broken(context, it, id, continuity);
                findings.extend(fact.map(|fact| at_figure(it, id, Measure::Actual, fact)));
            }
        }
    }
}

fn broken(
    context: Context<'_>,
    it: &Submission,
    id: IndicatorId,
    continuity: &Continuity,
) -> Option<ComparisonFact> {
    let catalogue = context.catalogue;
    let value = it.number(id, Measure::Actual)?;
    let start = at_start(context, it, id)?;
    let came = movements(catalogue, it, &continuity.plus)?;
    let went = movements(catalogue, it, &continuity.minus)?;
    let sum = |parts: &[(Operand, Decimal)]| parts.iter().map(|(_, value)| *value).sum::<Decimal>();
    let computed = start + sum(&came) - sum(&went);
    if history::is_same(value, computed) {
        return None;
    }
    let first = operand(catalogue, id, Measure::Previous, start);
    Some(ComparisonFact::StockContinuity {
        indicator: named(catalogue, id),
        value: in_form_unit(catalogue, id, value),
        computed: in_form_unit(catalogue, id, computed),
        plus: std::iter::once(first).chain(came.into_iter().map(|it| it.0)).collect(),
        minus: went.into_iter().map(|it| it.0).collect(),
    })
}

/// The stock when the period began: as accepted last year, else as typed. For a half "năm trước"
/// is the same half of last year, at whose end the period did not begin.
fn at_start(context: Context<'_>, it: &Submission, id: IndicatorId) -> Option<Decimal> {
    let accepted =
        history::whole_year(context, it).and_then(|then| then.number(id, Measure::Actual));
    let typed = || match context.campaign.period.span {
        Span::Full => it.number(id, Measure::Previous),
        Span::FirstHalf => None,
    };
    accepted.or_else(typed)
}

fn movements(
    catalogue: &Catalogue,
    it: &Submission,
    ids: &[IndicatorId],
) -> Option<Vec<(Operand, Decimal)>> {
    let each = |id: &IndicatorId| {
        let value = it.number(*id, Measure::Actual)?;
        Some((operand(catalogue, *id, Measure::Actual, value), value))
    };
    ids.iter().map(each).collect()
}
