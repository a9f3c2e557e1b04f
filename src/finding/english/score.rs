//! Words for findings about points, votes and awards, in English.

use crate::finding::fact::score::CountFault;
use crate::finding::fact::score::NotCounted;
use crate::finding::fact::score::ScoreFact;
use crate::finding::fact::score::VotedOn;
use crate::finding::lang::Words;
use crate::finding::phrase::few;
use crate::finding::phrase::quoted;
use crate::model::meeting::Ground;
use crate::model::scoreboard::Obstacle;
use crate::text::number::plain;

pub(super) fn fact(fact: &ScoreFact) -> Words {
    match fact {
        ScoreFact::PanelMissing { units } => Words::new(
            format!("the panel has given no points to {} units yet: {}", units.len(), few(units)),
            "make the panel's workbook with thidua forms <folder> --panel, fill it and put it into the folder panel",
        ),
        ScoreFact::PointsOpen { unit, criteria, .. } => Words::new(
            format!(
                "points of {unit}: {} criteria have no verified points that can be used: {}",
                criteria.len(),
                few(criteria)
            ),
            "give the verified points of these criteria; type 0 where there are none",
        ),
        ScoreFact::NotCounted { unit, criteria, .. } => Words::new(
            format!("points of {unit}: could not be counted from figures: {}", each(criteria)),
            "what is missing is not guessed; the panel gives these points itself",
        ),
        ScoreFact::BallotCounts { ballot, fault } => Words::new(
            format!("{}: {}", about(ballot), counts(fault)),
            "check the minutes of the count; mend [[ballots]] or the tellers' workbook",
        ),
        ScoreFact::BallotNotQuorate { ballot, voters, returned, quorum } => Words::new(
            format!(
                "{}: {returned} of {voters} papers came back, less than {}% of those with a vote",
                about(ballot),
                plain(*quorum)
            ),
            "the result does not count: vote again, or mend the number of papers",
        ),
        ScoreFact::VotesForBarred { ballot, unit, votes } => Words::new(
            format!("{}: {unit} has {votes} votes but is not considered", about(ballot)),
            "take the unit off the list, or mend [[scoring.barred]] if it is considered",
        ),
        ScoreFact::ElectionDiffers { ballot, elected, named } => Words::new(
            format!("{}: {elected} is elected, but [pledge] names {named}", about(ballot)),
            "mend head or deputy in [pledge] as elected, or mend the votes",
        ),
        ScoreFact::BallotNotHeld { award, ballot } => Words::new(
            format!("award {}: waits for the vote on {}", quoted(award), quoted(ballot)),
            "after the vote, give its counts in [[ballots]] or in the tellers' workbook",
        ),
        ScoreFact::AwardTie { award, units, left } => Words::new(
            format!(
                "award {}: {} have the same score and rank, and there is room for {left}",
                quoted(award),
                units.join(", ")
            ),
            "let the meeting choose and name the codes in units of this award; or add to ties of the criteria",
        ),
        ScoreFact::AwardNotFilled { award, quota, proposed } => Words::new(
            format!(
                "award {}: {quota} may be proposed, {proposed} meet the conditions",
                quoted(award)
            ),
            "leave it if that is so; check the least points, the votes and who is not considered",
        ),
        ScoreFact::AwardOverQuota { award, quota, named } => Words::new(
            format!("award {}: {named} units are named, {quota} may be proposed", quoted(award)),
            "name fewer in units, or mend quota if this year's is another",
        ),
        ScoreFact::AwardAgainstRules { award, unit, because } => Words::new(
            format!("award {}: {unit} is named, but {}", quoted(award), obstacle(because)),
            "take the unit out of units, or mend what it is judged by",
        ),
        ScoreFact::AwardPassesOver { award, units } => Words::new(
            format!(
                "award {}: {} of a better rank, against which nothing stands, not named",
                quoted(award),
                units.join(", ")
            ),
            "check units; if the meeting decided so, give the reason in the minutes",
        ),
    }
}

/// Why a unit is not proposed.
pub(in crate::finding) fn obstacle(because: &Obstacle) -> &'static str {
    match because {
        Obstacle::Barred => "it is not considered",
        Obstacle::TooFewPoints => "it has too few points",
        Obstacle::NotCarried => "it has too few votes",
        Obstacle::Tie => "its rank is shared, and there is no room for all",
    }
}

/// Why a unit is not considered.
pub(in crate::finding) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::DisciplinePending => "a discipline case or an investigation is pending",
        Ground::Dissolved => "dissolved by the reorganisation",
        Ground::NotRegistered => "registered no targets",
        Ground::NoPledge => "did not sign the year's pledge",
        Ground::Late => "sent its figures or report late, or not at all",
        Ground::Absent => "took no part in the cluster's work",
        Ground::Other => "another reason",
    }
}

fn each(criteria: &[NotCounted]) -> String {
    let one = |it: &NotCounted| match it.missing.as_slice() {
        [] => format!("{} (cannot be computed)", it.criterion),
        missing => format!("{} (without {})", it.criterion, few(missing)),
    };
    criteria.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn about(ballot: &VotedOn) -> String {
    format!("vote on {}", quoted(&ballot.title))
}

fn counts(fault: &CountFault) -> String {
    match fault {
        CountFault::VotersAboveUnits { voters, units } => {
            format!("{voters} units with a vote, but the campaign has {units}")
        }
        CountFault::IssuedAboveVoters { issued, voters } => {
            format!("{issued} papers handed out to {voters} units with a vote")
        }
        CountFault::ReturnedAboveIssued { returned, issued } => {
            format!("{returned} papers came back, more than the {issued} handed out")
        }
        CountFault::InvalidAboveReturned { invalid, returned } => {
            format!("{invalid} papers are invalid, more than the {returned} that came back")
        }
        CountFault::VotesAboveValid { unit, votes, valid } => {
            format!("{unit} has {votes} votes, more than the {valid} valid papers")
        }
        CountFault::OwnVote { unit, votes, voters } => format!(
            "{unit} has {votes} of {voters} votes, its own among them, though no unit votes for itself"
        ),
        CountFault::VotesTogether { votes, valid } => format!(
            "one is elected, but the candidates have {votes} votes together, more than the {valid} valid papers"
        ),
    }
}
