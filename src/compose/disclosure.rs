//! Who may see what of points, ranks, votes and proposals, and when: the one place that knows.
//!
//! A paper is composed from the scoreboard that [`Disclosed`] leaves of the whole one, and from nothing
//! else, so no template and no table can print what its readers may not see:
//!
//! * the panel and the closed meeting see all, from the first day;
//! * a unit sees its own points at every stage, and its own rank, votes and proposals once they are
//!   public; nothing of another unit, ever;
//! * the superior body sees all in papers of its own once the minutes are signed (`meeting.signed`):
//!   the file for the awards goes up before the conference (domain.md 5);
//! * everybody else sees all once the minutes are signed and the campaign's stage is `ban-hanh`: the
//!   report that is read at the conference still keeps silent;
//! * an award whose decision has its number and date is a public fact from that day on.
//!
//! Votes are counts. Who voted for whom is held nowhere.

use std::borrow::Cow;

use crate::assets::document_spec::Audience;
use crate::compose::Owner;
use crate::model::campaign::Campaign;
use crate::model::campaign::Stage;
use crate::model::id::UnitId;
use crate::model::meeting::Award;
use crate::model::meeting::Decision;
use crate::model::scoreboard::Proposal;
use crate::model::scoreboard::Scoreboard;
use crate::model::scoreboard::UnitScores;

/// What is left of the scoreboard for the readers of one paper.
pub(super) struct Disclosed<'a> {
    campaign: &'a Campaign,
    owner: Owner,
    /// Whether points of all whom the paper is about may stand in it.
    points: bool,
    /// Whether ranks, votes and proposals may.
    standing: bool,
    board: Option<Cow<'a, Scoreboard>>,
}

/// Whether and to whom an award goes, as far as a paper may tell.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Awarded<'a> {
    /// The decision is there: "được tặng".
    Given {
        /// The decision.
        decision: &'a Decision,
        /// The units.
        units: Vec<UnitId>,
    },
    /// "Đề nghị".
    Proposed {
        /// The units, best first.
        units: Vec<UnitId>,
    },
    /// "Trình tại hội nghị".
    Withheld,
}

impl<'a> Disclosed<'a> {
    /// What the readers of a paper may see.
    pub(super) fn to(
        audience: Audience,
        owner: Owner,
        campaign: &'a Campaign,
        whole: Option<&'a Scoreboard>,
    ) -> Self {
        let standing = is_open(campaign, audience);
        let points = standing || owner.unit().is_some();
        let sees_all = standing && matches!(owner, Owner::Cluster);
        let mut disclosed = Self { campaign, owner, points, standing, board: None };
        disclosed.board = whole
            .map(|it| if sees_all { Cow::Borrowed(it) } else { Cow::Owned(disclosed.part(it)) });
        disclosed
    }

    /// What may be seen of the scoreboard; `None` for a campaign that does not score.
    pub(super) fn board(&self) -> Option<&Scoreboard> {
        self.board.as_deref()
    }

    /// Whether ranks, votes, proposals and what the meeting said may stand in the paper.
    pub(super) fn standing(&self) -> bool {
        self.standing
    }

    /// Whether points of those whom the paper is about may stand in it.
    pub(super) fn points(&self) -> bool {
        self.points
    }

    /// Whether the paper is about a unit.
    pub(super) fn holds(&self, unit: UnitId) -> bool {
        match self.owner {
            Owner::Cluster => true,
            Owner::Group(group) => self.campaign[unit].group == Some(group),
            Owner::Unit(own) => own == unit,
        }
    }

    /// What may be told of an award, by its position.
    pub(super) fn awarded(&self, award: usize) -> Awarded<'a> {
        let declared = &self.campaign.awards[award];
        let proposals = self.board().map_or(&[][..], |it| &it.proposals);
        let named = if declared.units.is_empty() { None } else { Some(&declared.units) };
        let units = named.or_else(|| proposals.get(award).map(|it| &it.units));
        let mut units: Vec<UnitId> =
            units.into_iter().flatten().copied().filter(|it| self.holds(*it)).collect();
        match &declared.decision {
            Some(decision) => {
                // The order of merit is no part of a decision.
                if !self.standing {
                    units.sort_unstable();
                }
                Awarded::Given { decision, units }
            }
            None if self.standing => Awarded::Proposed { units },
            None => Awarded::Withheld,
        }
    }

    /// The part of the scoreboard that may be seen.
    fn part(&self, whole: &Scoreboard) -> Scoreboard {
        let of_unit = |(id, scores): (UnitId, &UnitScores)| match self.points && self.holds(id) {
            true if self.standing => scores.clone(),
            true => UnitScores {
                scores: scores.scores.clone(),
                totals: scores.totals.clone(),
                ..UnitScores::default()
            },
            false => UnitScores::default(),
        };
        let mut ballots = if self.standing { whole.ballots.clone() } else { Vec::new() };
        for ballot in &mut ballots {
            ballot.candidates.retain(|it| self.holds(it.unit));
        }
        let proposals = whole.proposals.iter().zip(&self.campaign.awards);
        let proposal = |(proposal, award): (&Proposal, &Award)| {
            let is_told = self.standing || award.decision.is_some();
            let units = proposal.units.iter().copied().filter(|it| is_told && self.holds(*it));
            Proposal { units: units.collect(), passed_over: Vec::new() }
        };
        Scoreboard {
            decimals: whole.decimals,
            units: self.campaign.unit_ids().zip(&whole.units).map(of_unit).collect(),
            ballots,
            proposals: proposals.map(proposal).collect(),
        }
    }
}

/// Whether anything of points, votes and awards may stand in a paper for such readers yet: all once it
/// is open to them, an award that was given at any time.
#[must_use]
pub fn is_told(campaign: &Campaign, audience: Audience) -> bool {
    is_open(campaign, audience) || campaign.awards.iter().any(|it| it.decision.is_some())
}

/// Whether such readers may see the standing of units yet.
fn is_open(campaign: &Campaign, audience: Audience) -> bool {
    let signed = campaign.meeting.signed.is_some();
    match audience {
        Audience::Panel | Audience::Meeting => true,
        Audience::Superior => signed,
        Audience::Public => signed && campaign.stage == Stage::BanHanh,
    }
}
