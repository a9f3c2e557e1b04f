//! `unit-slip`: a figure is near a thousand or a million times what is to be expected, or such a
//! part of it (K7): đồng typed in a row of triệu đồng, or the reverse.
//!
//! What is to be expected the unit's own history says, and the other units for each thousand of
//! their size, never one unit of another size. Where the others say that this year's figure is
//! right, last year's is the one that slipped.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_figure;
use crate::check::history;
use crate::check::history::Before;
use crate::check::in_form_unit;
use crate::check::named;
use crate::check::peers::Peers;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::comparison::SlipEvidence;
use crate::model::catalogue::Kind;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::submission::Submission;

/// Counts below this grow a thousandfold without a slip.
const SMALL: i64 = 5;

pub(super) struct UnitSlip;

impl Check for UnitSlip {
    fn code(&self) -> &'static str {
        "unit-slip"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        let peers = Peers::of(context);
        for it in context.submissions {
            let history = Before::of(context, it);
            // Nothing can be said for each thousand of a size that slipped itself.
            let peers = (!size_slipped(context, it, &history)).then_some(&peers);
            for id in context.catalogue.ids() {
                let found = find(context, peers, it, history.number(id), id);
                findings.extend(found.map(|found| told(context, it, id, found)));
            }
        }
    }
}

fn told(context: Context<'_>, it: &Submission, id: IndicatorId, found: Found) -> Finding {
    let fact = ComparisonFact::UnitSlip {
        indicator: named(context.catalogue, id),
        measure: found.measure,
        value: in_form_unit(context.catalogue, id, found.value),
        evidence: found.evidence,
        meant: in_form_unit(context.catalogue, id, found.meant),
        unit: context.catalogue[id].unit.clone(),
    };
    at_figure(it, id, found.measure, fact)
}

/// A figure that slipped.
struct Found {
    measure: Measure,
    value: Decimal,
    meant: Decimal,
    evidence: Vec<SlipEvidence>,
}

/// How far two figures are apart, if it is near a thousand or a million times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slip {
    /// The larger by the smaller.
    times: Decimal,
    /// A thousand or a million.
    factor: Decimal,
    /// Whether the first figure is the larger.
    is_above: bool,
}

impl Slip {
    /// The slip between a figure and what is to be expected (domain.md 4.3: 500 to 2.000 times).
    fn between(value: Decimal, expected: Decimal) -> Option<Self> {
        if value <= Decimal::ZERO || expected <= Decimal::ZERO {
            return None;
        }
        let times = value.max(expected).checked_div(value.min(expected))?;
        let is_near =
            |factor: &Decimal| *factor / Decimal::TWO <= times && times <= *factor * Decimal::TWO;
        let factor = [1_000, 1_000_000].map(Decimal::from).into_iter().find(is_near)?;
        Some(Self { times, factor, is_above: value > expected })
    }

    /// What the figure would be without the slip.
    fn mended(self, value: Decimal) -> Decimal {
        let mended = if self.is_above {
            value.checked_div(self.factor)
        } else {
            value.checked_mul(self.factor)
        };
        mended.unwrap_or(value).normalize()
    }

    fn agrees(self, other: Self) -> bool {
        self.factor == other.factor && self.is_above == other.is_above
    }
}

fn find(
    context: Context<'_>,
    peers: Option<&Peers>,
    it: &Submission,
    before: Option<Decimal>,
    id: IndicatorId,
) -> Option<Found> {
    let catalogue = context.catalogue;
    let value = it.number(id, Measure::Actual).filter(|_| history::is_amount(catalogue, id))?;
    let is_count = catalogue[id].kind == Kind::Count;
    // A count with decimals has a finding of its own.
    let is_small = value.min(before.unwrap_or(value)) < Decimal::from(SMALL);
    if is_count && (is_small || !value.is_integer()) {
        return None;
    }
    let own = before.and_then(|before| Slip::between(value, before));
    let others = peers.and_then(|peers| Some((peers, peers.of_unit(it, id)?)));
    let by_others = others.and_then(|(_, it)| Slip::between(it.own, it.median));
    let history = own.zip(before).map(|(slip, before)| of_history(context, id, slip, before));
    let cluster = by_others.zip(others).map(|(slip, (peers, it))| SlipEvidence::OtherUnits {
        own: in_form_unit(catalogue, id, it.own),
        median: in_form_unit(catalogue, id, it.median),
        size: peers.size.clone(),
        times: slip.times,
    });
    let actual = |slip: Slip, evidence| Found {
        measure: Measure::Actual,
        value,
        meant: slip.mended(value),
        evidence,
    };
    match (own, by_others) {
        (Some(own), Some(other)) if own.agrees(other) => {
            Some(actual(own, history.into_iter().chain(cluster).collect()))
        }
        (Some(own), None) if others.is_some_and(|(_, it)| it.is_alike()) => {
            slipped_before(context, it, id, own)
        }
        (Some(own), _) => Some(actual(own, history.into_iter().collect())),
        // The unit's own years agree: a count may truly be so, an amount of money slipped in both.
        (None, Some(other)) if before.is_none() || !is_count => {
            Some(actual(other, cluster.into_iter().collect()))
        }
        (None, _) => None,
    }
}

fn of_history(context: Context<'_>, id: IndicatorId, slip: Slip, before: Decimal) -> SlipEvidence {
    let other = in_form_unit(context.catalogue, id, before);
    SlipEvidence::OwnHistory { other, measure: Measure::Previous, times: slip.times }
}

/// Last year's figure as typed, where it is the one that slipped.
fn slipped_before(
    context: Context<'_>,
    it: &Submission,
    id: IndicatorId,
    own: Slip,
) -> Option<Found> {
    let value = it.number(id, Measure::Actual)?;
    let before = it.number(id, Measure::Previous)?;
    let slip = Slip::between(before, value)?;
    let other = in_form_unit(context.catalogue, id, value);
    let evidence = SlipEvidence::OwnHistory { other, measure: Measure::Actual, times: own.times };
    Some(Found {
        measure: Measure::Previous,
        value: before,
        meant: slip.mended(before),
        evidence: vec![evidence],
    })
}

/// Whether the unit's size itself slipped, so that nothing can be said for each thousand of it.
fn size_slipped(context: Context<'_>, it: &Submission, history: &Before<'_>) -> bool {
    let slipped = |id| Slip::between(it.number(id, Measure::Actual)?, history.number(id)?);
    context.catalogue.size.and_then(slipped).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_near_a_thousand_or_a_million() {
        for (value, expected, factor) in [
            (3_264_600, 3_088, Some(1_000)),
            (3_088, 3_264_600, Some(1_000)),
            (500, 1, Some(1_000)),
            (2_000, 1, Some(1_000)),
            (499, 1, None),
            (2_001, 1, None),
            (1_000_000, 1, Some(1_000_000)),
            (50, 10, None),
            (0, 10, None),
            (10, 0, None),
        ] {
            let slip = Slip::between(Decimal::from(value), Decimal::from(expected));
            let factor = factor.map(Decimal::from);
            assert_eq!(slip.map(|it| it.factor), factor, "{value} {expected}");
        }
    }

    #[test]
    fn what_was_meant() {
        let slip = Slip::between(Decimal::from(3_264_600), Decimal::from(3_088)).unwrap();
        assert_eq!(slip.mended(Decimal::from(3_264_600)), Decimal::new(32_646, 1));
        let slip = Slip::between(Decimal::new(3_264, 3), Decimal::from(3_088)).unwrap();
        assert_eq!(slip.mended(Decimal::new(3_264, 3)), Decimal::from(3_264));
    }
}
