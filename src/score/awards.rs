//! Who is proposed for which award: by rank, within the quota, past every gate; or as people named,
//! held against what the rules would say.

use rust_decimal::Decimal;

use crate::finding::fact::Finding;
use crate::finding::fact::score::ScoreFact;
use crate::model::campaign::Campaign;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::UnitId;
use crate::model::meeting::Award;
use crate::model::place::Place;
use crate::model::scoreboard::Obstacle;
use crate::model::scoreboard::PassedOver;
use crate::model::scoreboard::Placing;
use crate::model::scoreboard::Proposal;
use crate::model::scoreboard::Scoreboard;

/// The proposals for every award, the highest first.
pub(super) fn proposals(
    campaign: &Campaign,
    board: &Scoreboard,
    findings: &mut Vec<Finding>,
) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = Vec::new();
    let mut facts = Vec::new();
    for award in &campaign.awards {
        let above: Vec<UnitId> = match award.with_others {
            true => Vec::new(),
            false => proposals.iter().flat_map(|it| it.units.iter().copied()).collect(),
        };
        let chooser = Chooser { campaign, board, award, above };
        let named = !award.units.is_empty();
        let proposal = if named { chooser.named(&mut facts) } else { chooser.by_rank(&mut facts) };
        proposals.push(proposal);
    }
    let place = || Place::file("campaign.toml");
    findings.extend(facts.into_iter().map(|it| Finding::new(it, place(), None)));
    proposals
}

/// One award at work.
struct Chooser<'a> {
    campaign: &'a Campaign,
    board: &'a Scoreboard,
    award: &'a Award,
    /// Units that are proposed for an award above, which does not go with this one.
    above: Vec<UnitId>,
}

impl Chooser<'_> {
    /// The best units that nothing stands against, up to the quota. Units of one rank go together or
    /// not at all: nobody but people can choose among them.
    fn by_rank(&self, facts: &mut Vec<ScoreFact>) -> Proposal {
        let mut proposal = Proposal::default();
        if !self.is_ready(facts) {
            return proposal;
        }
        let mut left = self.award.quota.map_or(usize::MAX, |it| it as usize);
        let mut is_tied = false;
        for equal in self.ranked() {
            if left == 0 || is_tied {
                break;
            }
            let (free, stopped): (Vec<UnitId>, Vec<UnitId>) =
                equal.into_iter().partition(|unit| self.obstacle(*unit).is_none());
            let because = |unit: UnitId, because| PassedOver { unit, because };
            let stopped = stopped.into_iter();
            let stopped = stopped.filter_map(|it| Some(because(it, self.obstacle(it)?)));
            proposal.passed_over.extend(stopped);
            if free.len() <= left {
                left -= free.len();
                proposal.units.extend(free);
            } else {
                is_tied = true;
                facts.push(ScoreFact::AwardTie {
                    award: self.award.name.clone(),
                    units: self.names(&free),
                    left: u32::try_from(left).unwrap_or(u32::MAX),
                });
                let tied = free.into_iter().map(|it| because(it, Obstacle::Tie));
                proposal.passed_over.extend(tied);
            }
        }
        proposal.passed_over.extend(self.barred_above(&proposal.units));
        let proposed = u32::try_from(proposal.units.len()).unwrap_or(u32::MAX);
        if let Some(quota) = self.award.quota.filter(|it| proposed < *it && !is_tied) {
            let award = self.award.name.clone();
            facts.push(ScoreFact::AwardNotFilled { award, quota, proposed });
        }
        proposal
    }

    /// Whether there are ranks, and the votes that the award rests on.
    fn is_ready(&self, facts: &mut Vec<ScoreFact>) -> bool {
        let ballot = self.award.ballot.and_then(|it| self.campaign.ballots.get(it));
        if let Some(ballot) = ballot.filter(|it| !it.is_held()) {
            let (award, ballot) = (self.award.name.clone(), ballot.title.clone());
            facts.push(ScoreFact::BallotNotHeld { award, ballot });
            return false;
        }
        self.is_ranked()
    }

    fn is_ranked(&self) -> bool {
        let open = |placing: &Placing| matches!(placing, Placing::Open { .. });
        !self.board.units.iter().any(|it| open(&it.placing))
    }

    /// Units of one rank together, the best first; those with a higher award left out.
    fn ranked(&self) -> Vec<Vec<UnitId>> {
        let mut ranked: Vec<(u32, UnitId)> = self
            .campaign
            .unit_ids()
            .filter(|unit| !self.above.contains(unit))
            .filter_map(|unit| Some((self.rank(unit)?, unit)))
            .collect();
        ranked.sort();
        let equal = ranked.chunk_by(|(one, _), (other, _)| one == other);
        equal.map(|it| it.iter().map(|(_, unit)| *unit).collect()).collect()
    }

    fn rank(&self, unit: UnitId) -> Option<u32> {
        match self.board.units[unit.index()].placing {
            Placing::Ranked { rank, .. } => Some(rank),
            Placing::Barred(_) | Placing::Open { .. } => None,
        }
    }

    /// What stands against a unit, whatever its rank.
    fn obstacle(&self, unit: UnitId) -> Option<Obstacle> {
        if matches!(self.board.units[unit.index()].placing, Placing::Barred(_)) {
            return Some(Obstacle::Barred);
        }
        let least = self.award.least_points;
        if least.zip(self.score(unit)).is_some_and(|(least, score)| score < least) {
            return Some(Obstacle::TooFewPoints);
        }
        let ballot = self.board.ballots.get(self.award.ballot?)?;
        let carried = ballot.candidates.iter().any(|it| it.unit == unit && it.carried);
        (!carried).then_some(Obstacle::NotCarried)
    }

    fn score(&self, unit: UnitId) -> Option<Decimal> {
        self.board.value(ScoreId { unit, of: ScoreOf::Total, stage: ScoreStage::Settled })
    }

    /// Barred units whose score is at least that of one that is proposed.
    fn barred_above(&self, proposed: &[UnitId]) -> Vec<PassedOver> {
        let Some(least) = proposed.iter().filter_map(|it| self.score(*it)).min() else {
            return Vec::new();
        };
        let is_barred =
            |unit: &UnitId| matches!(self.board.units[unit.index()].placing, Placing::Barred(_));
        let would_do = |unit: &UnitId| self.score(*unit).is_some_and(|it| it >= least);
        let units = self.campaign.unit_ids().filter(is_barred).filter(would_do);
        units.map(|unit| PassedOver { unit, because: Obstacle::Barred }).collect()
    }

    /// What people decided, held against the rules: they may choose among equals, not past a gate.
    fn named(&self, facts: &mut Vec<ScoreFact>) -> Proposal {
        let units = self.award.units.clone();
        let award = &self.award.name;
        let count = u32::try_from(units.len()).unwrap_or(u32::MAX);
        if let Some(quota) = self.award.quota.filter(|quota| count > *quota) {
            facts.push(ScoreFact::AwardOverQuota { award: award.clone(), quota, named: count });
        }
        for unit in &units {
            if let Some(because) = self.obstacle(*unit) {
                let unit = self.campaign[*unit].name.clone();
                facts.push(ScoreFact::AwardAgainstRules { award: award.clone(), unit, because });
            }
        }
        facts.extend(self.better_ones(&units));
        Proposal { units, passed_over: Vec::new() }
    }

    /// Units of a better rank than one that is named, against which nothing stands.
    fn better_ones(&self, named: &[UnitId]) -> Option<ScoreFact> {
        let last = named.iter().filter_map(|unit| self.rank(*unit)).max()?;
        let free = |unit: &UnitId| !named.contains(unit) && self.obstacle(*unit).is_none();
        let better = self.ranked().into_iter().flatten();
        let better = better.filter(|unit| self.rank(*unit).is_some_and(|it| it < last));
        let better: Vec<UnitId> = better.filter(free).collect();
        (!better.is_empty()).then(|| ScoreFact::AwardPassesOver {
            award: self.award.name.clone(),
            units: self.names(&better),
        })
    }

    fn names(&self, units: &[UnitId]) -> Vec<String> {
        units.iter().map(|it| self.campaign[*it].name.clone()).collect()
    }
}
