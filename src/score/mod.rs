//! Points, ranks, votes and proposals: from what was found of a campaign to its [`Scoreboard`].
//!
//! The program counts what figures, findings and dates say; the panel's word settles, the later one
//! first. Ranks are by the score as published, and stand only where all points are settled.

mod awards;
mod ballots;
mod bars;
pub mod expressions;
mod rank;
mod share;
mod totals;
pub mod ways;

use rust_decimal::Decimal;

use crate::finding::fact::Finding;
use crate::finding::findings::Findings;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::criteria::Criteria;
use crate::model::dataset::Dataset;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::marks::PanelMarks;
use crate::model::past::Past;
use crate::model::scoreboard::Placing;
use crate::model::scoreboard::Score;
use crate::model::scoreboard::Scoreboard;
use crate::model::scoreboard::UnitScores;
use crate::model::submissions::Submissions;
use crate::score::expressions::Expressions;
use crate::score::ways::Counter;

/// Everything that points arise from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its catalogue.
    pub catalogue: &'a Catalogue,
    /// What earns points.
    pub criteria: &'a Criteria,
    /// Its expressions, compiled.
    pub expressions: &'a Expressions,
    /// The figures.
    pub dataset: &'a Dataset,
    /// What units sent, with their own marks.
    pub submissions: &'a Submissions,
    /// What the panel gave.
    pub panel: &'a PanelMarks,
    /// What was found, with what was accepted.
    pub findings: &'a Findings,
    /// The campaign that closed last year, whose pledge is the one of the year scored.
    pub last_year: Option<&'a Past<'a>>,
}

/// Scores a campaign; what is wrong with votes and awards is found on the way.
#[must_use]
pub fn score(context: Context<'_>) -> (Scoreboard, Vec<Finding>) {
    let mut findings = Vec::new();
    let counter = Counter::new(context);
    let campaign = context.campaign;
    let units = campaign.unit_ids().map(|unit| unit_scores(context, &counter, unit));
    let mut board = Scoreboard {
        decimals: context.criteria.decimals,
        units: units.collect(),
        ..Scoreboard::default()
    };
    let bars = bars::bars(context);
    board.ballots = ballots::results(campaign, &bars, &mut findings);
    for (unit, bars) in board.units.iter_mut().zip(bars) {
        if !bars.is_empty() {
            unit.placing = Placing::Barred(bars);
        }
    }
    totals::unsettled(context, &mut board, &mut findings);
    rank::place(context.criteria, &mut board);
    board.proposals = awards::proposals(campaign, &board, &mut findings);
    (board, findings)
}

fn unit_scores(context: Context<'_>, counter: &Counter<'_>, unit: UnitId) -> UnitScores {
    let submission = context.submissions.only(unit);
    let score = |id: CriterionId| Score {
        counted: counter.count(unit, id),
        own: submission.and_then(|it| it.own_marks.marks.get(&id).cloned()),
        verified: context.panel.verified.get(&(unit, id)).cloned(),
        explained: context.panel.explained.get(&(unit, id)).cloned(),
    };
    let scores: Vec<Score> = context.criteria.ids().map(score).collect();
    let totals = totals::totals(context.criteria, &scores);
    UnitScores { scores, totals, placing: Placing::default() }
}

/// The settled total of a unit before it is rounded, as it is published.
#[must_use]
pub fn exact_total(criteria: &Criteria, scores: &[Score]) -> Option<Decimal> {
    totals::exact(criteria, scores, ScoreOf::Total, ScoreStage::Settled)
}

#[cfg(test)]
mod tests;
