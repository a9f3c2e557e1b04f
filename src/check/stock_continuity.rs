//! `stock-continuity`: a figure at the cut-off is not last year's plus what came, minus what went
//! (K3). With one of them missing nothing is said.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_figure;
use crate::check::history;
use crate::check::history::Then;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::operand;
use crate::finding::fact::Finding;
use crate::finding::fact::Operand;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Continuity;
use crate::model::dataset::PastHow;
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
    let before: Decimal = start.iter().map(|it| it.1).sum();
    let came = movements(catalogue, it, &continuity.plus)?;
    let went = movements(catalogue, it, &continuity.minus)?;
    let sum = |parts: &[(Operand, Decimal)]| parts.iter().map(|(_, value)| *value).sum::<Decimal>();
    let computed = before + sum(&came) - sum(&went);
    if history::is_same(value, computed) {
        return None;
    }
    Some(ComparisonFact::StockContinuity {
        indicator: named(catalogue, id),
        value: in_form_unit(catalogue, id, value),
        computed: in_form_unit(catalogue, id, computed),
        plus: start.into_iter().chain(came).map(|it| it.0).collect(),
        minus: went.into_iter().map(|it| it.0).collect(),
    })
}

/// The stock when the period began, body by body: as settled last year, else as typed. For a half
/// "năm trước" is the same half of last year, at whose end the period did not begin.
fn at_start(
    context: Context<'_>,
    it: &Submission,
    id: IndicatorId,
) -> Option<Vec<(Operand, Decimal)>> {
    let is_full = context.campaign.period.span == Span::Full;
    let typed_counts = is_full && history::settled(context, it, id).is_none();
    let then = history::whole_year(context, it).filter(|_| !typed_counts);
    if let Some(parts) = then.and_then(|then| settled_parts(context, then, id)) {
        return Some(parts);
    }
    let typed = it.number(id, Measure::Previous).filter(|_| is_full)?;
    Some(vec![(operand(context.catalogue, id, Measure::Previous, typed), typed)])
}

/// What each body had that went into the unit since.
fn settled_parts(
    context: Context<'_>,
    then: Then<'_>,
    id: IndicatorId,
) -> Option<Vec<(Operand, Decimal)>> {
    let taken = then.taken(id, Measure::Actual)?;
    let whole = operand(context.catalogue, id, Measure::Previous, taken.value);
    if taken.how == PastHow::Same {
        return Some(vec![(whole, taken.value)]);
    }
    let parts = taken.parts.iter().map(|part| {
        let value = then.past.dataset.figure(*part).value?;
        let body = &then.past.campaign[part.owner.unit()?].name;
        let own = operand(context.catalogue, id, Measure::Previous, value);
        Some((Operand { code: format!("{} {body}", own.code), ..own }, value))
    });
    parts.collect()
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
