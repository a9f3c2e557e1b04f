//! Votes: what a ballot came to, and what cannot be. Who voted for whom is never held.

use std::cmp::Ordering;

use crate::finding::fact::Finding;
use crate::finding::fact::score::CountFault;
use crate::finding::fact::score::ScoreFact;
use crate::finding::fact::score::VotedOn;
use crate::model::campaign::Campaign;
use crate::model::id::UnitId;
use crate::model::meeting::Ballot;
use crate::model::meeting::BallotPurpose;
use crate::model::meeting::Bar;
use crate::model::meeting::ShareBase;
use crate::model::place::Place;
use crate::model::scoreboard::BallotResult;
use crate::model::scoreboard::Candidate;
use crate::score::share;

/// What every ballot came to; `bars` holds the reasons for which units are not considered.
pub(super) fn results(
    campaign: &Campaign,
    bars: &[Vec<Bar>],
    findings: &mut Vec<Finding>,
) -> Vec<BallotResult> {
    let mut results = Vec::new();
    for ballot in &campaign.ballots {
        let result = result(ballot);
        if ballot.is_held() {
            let facts = facts(campaign, ballot, &result, bars);
            let place = || Place::file("campaign.toml");
            findings.extend(facts.into_iter().map(|it| Finding::new(it, place(), None)));
        }
        results.push(result);
    }
    results
}

pub(super) fn result(ballot: &Ballot) -> BallotResult {
    let quorum = share::compare(ballot.returned, ballot.voters, ballot.quorum);
    let quorate = quorum.is_some_and(|it| it != Ordering::Less);
    let valid = ballot.valid();
    let base = match ballot.base {
        ShareBase::Members => ballot.voters,
        ShareBase::Issued => ballot.issued,
        ShareBase::Valid => valid,
    };
    let enough = |votes: u32| match share::compare(votes, base, ballot.threshold) {
        Some(Ordering::Greater) => true,
        Some(Ordering::Equal) => !ballot.above,
        Some(Ordering::Less) | None => false,
    };
    let candidates = ballot.votes.iter().map(|it| Candidate {
        unit: it.unit,
        votes: it.count,
        share: share::percent(it.count, base),
        carried: quorate && enough(it.count),
    });
    BallotResult { valid, quorate, candidates: candidates.collect() }
}

fn facts(
    campaign: &Campaign,
    ballot: &Ballot,
    result: &BallotResult,
    bars: &[Vec<Bar>],
) -> Vec<ScoreFact> {
    let about = VotedOn { title: ballot.title.clone(), purpose: ballot.purpose };
    let mut facts: Vec<ScoreFact> = Vec::new();
    let wrong = counts(campaign, ballot);
    let is_sound = wrong.is_empty();
    let about_counts = |fault| ScoreFact::BallotCounts { ballot: about.clone(), fault };
    facts.extend(wrong.into_iter().map(about_counts));
    if is_sound && !result.quorate {
        facts.push(ScoreFact::BallotNotQuorate {
            ballot: about.clone(),
            voters: ballot.voters,
            returned: ballot.returned,
            quorum: ballot.quorum,
        });
    }
    let is_barred = |unit: UnitId| !bars[unit.index()].is_empty();
    let for_barred = ballot.votes.iter().filter(|it| it.count > 0 && is_barred(it.unit));
    facts.extend(for_barred.map(|it| ScoreFact::VotesForBarred {
        ballot: about.clone(),
        unit: campaign[it.unit].name.clone(),
        votes: it.count,
    }));
    facts.extend(elected(campaign, ballot, result).map(|(elected, named)| {
        ScoreFact::ElectionDiffers { ballot: about.clone(), elected, named }
    }));
    facts
}

/// Counts that cannot be, each told once: what follows from a wrong count is not told too.
fn counts(campaign: &Campaign, ballot: &Ballot) -> Vec<CountFault> {
    let Ballot { voters, issued, returned, invalid, .. } = *ballot;
    let units = u32::try_from(campaign.units.len()).expect("clusters are far below 2^32");
    let mut faults = Vec::new();
    if voters > units {
        faults.push(CountFault::VotersAboveUnits { voters, units });
    }
    if issued > voters {
        faults.push(CountFault::IssuedAboveVoters { issued, voters });
    }
    if returned > issued {
        faults.push(CountFault::ReturnedAboveIssued { returned, issued });
    }
    if invalid > returned {
        faults.push(CountFault::InvalidAboveReturned { invalid, returned });
        return faults;
    }
    let valid = ballot.valid();
    for votes in &ballot.votes {
        let unit = campaign[votes.unit].name.clone();
        if votes.count > valid {
            faults.push(CountFault::VotesAboveValid { unit, votes: votes.count, valid });
        } else if !ballot.own_vote && votes.count >= voters && voters > 0 {
            faults.push(CountFault::OwnVote { unit, votes: votes.count, voters });
        }
    }
    let together = ballot.votes.iter().fold(0_u32, |sum, it| sum.saturating_add(it.count));
    if ballot.purpose == BallotPurpose::Head && together > valid {
        faults.push(CountFault::VotesTogether { votes: together, valid });
    }
    faults
}

/// Where a ballot elects another head or deputy than the pledge names: both names.
fn elected(
    campaign: &Campaign,
    ballot: &Ballot,
    result: &BallotResult,
) -> Option<(String, String)> {
    let named = match ballot.purpose {
        BallotPurpose::Award => return None,
        BallotPurpose::Head => campaign.pledge.head?,
        BallotPurpose::Deputy => campaign.pledge.deputy?,
    };
    let most = result.candidates.iter().filter(|it| it.carried).map(|it| it.votes).max()?;
    let mut best = result.candidates.iter().filter(|it| it.carried && it.votes == most);
    let (elected, None) = (best.next()?, best.next()) else { return None };
    let name = |unit: UnitId| campaign[unit].name.clone();
    (elected.unit != named).then(|| (name(elected.unit), name(named)))
}
