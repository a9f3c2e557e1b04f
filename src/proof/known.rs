//! Every number that the campaign stands for: figures, levels, counts, votes.

use rust_decimal::Decimal;

use crate::model::campaign::Bound;
use crate::model::campaign::Campaign;
use crate::model::figure::FigureId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::proof::Context;
use crate::text::claims::Claim;

/// The numbers, sorted.
pub(super) struct Known {
    /// What is said of the whole cluster, also in round numbers.
    broad: Vec<Decimal>,
    /// Everything, also of one unit; only to the last digit, since so many numbers are near any.
    exact: Vec<Decimal>,
}

impl Known {
    /// Those of a campaign.
    pub(super) fn of(context: Context<'_>) -> Self {
        let mut broad = counts(context.campaign);
        let mut exact = Vec::new();
        let dataset = context.results.dataset;
        for indicator in context.catalogue.ids() {
            let factor = context.catalogue[indicator].factor();
            for measure in Measure::ALL {
                let groups = context.campaign.group_ids().map(Owner::Group);
                let units = context.campaign.unit_ids().map(Owner::Unit);
                for owner in std::iter::once(Owner::Cluster).chain(groups).chain(units) {
                    let value = dataset.figure(FigureId { indicator, measure, owner }).value;
                    let Some(value) = value.map(|it| it.abs()) else { continue };
                    let both = std::iter::once(value).chain(value.checked_div(factor));
                    exact.extend(both.clone());
                    if owner == Owner::Cluster {
                        broad.extend(both);
                    }
                }
            }
        }
        exact.extend(broad.iter().copied());
        broad.sort_unstable();
        exact.sort_unstable();
        exact.dedup();
        Self { broad, exact }
    }

    /// Whether a claim is true of any of them.
    pub(super) fn hold(&self, claim: &Claim) -> bool {
        let [least, most] = claim.range();
        let at = self.broad.partition_point(|it| *it < least);
        let is_near = self.broad.get(at).is_some_and(|it| *it <= most);
        is_near || self.hold_exactly(claim.value)
    }

    /// Whether a number is one of them.
    pub(super) fn hold_exactly(&self, value: Decimal) -> bool {
        self.exact.binary_search(&value).is_ok()
    }
}

/// Counts and levels that the campaign declares.
fn counts(campaign: &Campaign) -> Vec<Decimal> {
    let pledge = &campaign.pledge;
    let mut counts: Vec<usize> = vec![
        campaign.units.len(),
        campaign.groups.len(),
        pledge.parties.len(),
        pledge.contents.len(),
        pledge.levels.len(),
        campaign.pledge_copies(),
    ];
    counts.extend(campaign.awards.iter().map(|it| it.units.len()));
    let mut known: Vec<Decimal> = counts.into_iter().map(Decimal::from).collect();
    known.extend(pledge.levels.iter().map(|it| match it.bound {
        Bound::AtLeast(value) | Bound::AtMost(value) => value,
    }));
    for ballot in &campaign.ballots {
        let papers = [ballot.voters, ballot.issued, ballot.returned, ballot.invalid];
        known.extend(papers.map(Decimal::from));
        known.extend([ballot.quorum, ballot.threshold]);
        known.extend(ballot.votes.iter().map(|it| Decimal::from(it.count)));
    }
    // "100% đơn vị" is said of everybody, and no figure.
    known.push(Decimal::ONE_HUNDRED);
    known
}
