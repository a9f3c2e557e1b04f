//! Sums of points by stage: groups, what is part of the scale, bonus, penalty, everything.

use rust_decimal::Decimal;

use crate::finding::fact::Finding;
use crate::finding::fact::score::NotCounted;
use crate::finding::fact::score::ScoreFact;
use crate::model::criteria::Criteria;
use crate::model::criteria::Criterion;
use crate::model::criteria::CriterionKind;
use crate::model::figure::FigureId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::place::Place;
use crate::model::scoreboard::Placing;
use crate::model::scoreboard::Score;
use crate::model::scoreboard::Scoreboard;
use crate::model::scoreboard::Total;
use crate::score::Context;
use crate::score::ways;
use crate::text::number;

const STAGES: [ScoreStage; 5] = [
    ScoreStage::Counted,
    ScoreStage::Own,
    ScoreStage::Verified,
    ScoreStage::Explained,
    ScoreStage::Settled,
];

/// Every sum of a unit, rounded as it is published.
pub(super) fn totals(criteria: &Criteria, scores: &[Score]) -> Vec<Total> {
    let groups = u32::try_from(criteria.groups.len()).expect("score sheets are far below 2^32");
    let of = (0..groups).map(ScoreOf::Group).chain([
        ScoreOf::Merit,
        ScoreOf::Bonus,
        ScoreOf::Penalty,
        ScoreOf::Total,
    ]);
    let of: Vec<ScoreOf> = of.collect();
    let mut totals = Vec::new();
    for stage in STAGES {
        for of in &of {
            let exact = exact(criteria, scores, *of, stage);
            let points = exact.map(|it| number::rounded(it, criteria.decimals));
            totals.push(Total { of: *of, stage, points });
        }
    }
    totals
}

/// A sum before it is rounded; `None` while a criterion that it needs has no points, and for what is
/// no sum.
pub(super) fn exact(
    criteria: &Criteria,
    scores: &[Score],
    of: ScoreOf,
    stage: ScoreStage,
) -> Option<Decimal> {
    let stage = said(scores, stage)?;
    let sum = |kind: CriterionKind, cap: Option<Decimal>| {
        let groups = criteria.groups.iter().enumerate().filter(|(_, it)| it.kind == kind);
        let sums = groups.map(|(group, _)| of_group(criteria, scores, group, stage));
        let sum: Decimal = sums.sum::<Option<Decimal>>()?;
        Some(cap.map_or(sum, |cap| sum.min(cap)))
    };
    let merit = || sum(CriterionKind::Merit, None);
    let bonus = || sum(CriterionKind::Bonus, criteria.bonus_cap);
    let penalty = || sum(CriterionKind::Penalty, criteria.penalty_cap);
    match of {
        ScoreOf::Group(group) => of_group(criteria, scores, group as usize, stage),
        ScoreOf::Merit => merit(),
        ScoreOf::Bonus => bonus(),
        ScoreOf::Penalty => penalty(),
        // A score is never below nothing, however much is taken.
        ScoreOf::Total => Some((merit()? + bonus()? - penalty()?).max(Decimal::ZERO)),
        ScoreOf::Criterion(_) | ScoreOf::Rank | ScoreOf::Votes(_) => None,
    }
}

/// Sums after the explanation are the settled ones; where nobody explained anything there are none.
fn said(scores: &[Score], stage: ScoreStage) -> Option<ScoreStage> {
    match stage {
        ScoreStage::Explained => {
            scores.iter().any(|it| it.explained.is_some()).then_some(ScoreStage::Settled)
        }
        stage => Some(stage),
    }
}

/// The points of a group, at most those that it promises.
fn of_group(
    criteria: &Criteria,
    scores: &[Score],
    group: usize,
    stage: ScoreStage,
) -> Option<Decimal> {
    let points =
        criteria.of_group(group).map(|id| points(&criteria[id], scores.get(id.index())?, stage));
    let sum: Decimal = points.sum::<Option<Decimal>>()?;
    Some(sum.min(criteria.groups[group].max))
}

/// What a criterion adds to a sum. A bonus that nobody claims and a penalty that nobody imposes are
/// nothing; points beyond the most are none, since a finding says that they are wrong.
fn points(criterion: &Criterion, score: &Score, stage: ScoreStage) -> Option<Decimal> {
    let said = score.at(stage);
    match said {
        Some(points) => Some(points).filter(|it| *it >= Decimal::ZERO && *it <= criterion.max),
        None if criterion.kind == CriterionKind::Merit => None,
        None => is_unclaimed(score, stage).then_some(Decimal::ZERO),
    }
}

fn is_unclaimed(score: &Score, stage: ScoreStage) -> bool {
    let nothing = |it: Option<Decimal>| it.is_none_or(|it| it.is_zero());
    match stage {
        ScoreStage::Counted | ScoreStage::Own => true,
        ScoreStage::Verified | ScoreStage::Explained | ScoreStage::Settled => {
            nothing(score.at(ScoreStage::Own)) && nothing(score.at(ScoreStage::Counted))
        }
    }
}

/// Says which units have points that nobody settled, and which criteria could not be counted.
pub(super) fn unsettled(context: Context<'_>, board: &mut Scoreboard, findings: &mut Vec<Finding>) {
    let criteria = context.criteria;
    let place = Place::default();
    let is_begun = !context.panel.verified.is_empty() || !context.panel.explained.is_empty();
    let mut waiting = Vec::new();
    for unit in context.campaign.unit_ids() {
        let own = &mut board.units[unit.index()];
        let open = open(criteria, &own.scores);
        findings.extend(not_counted(context, unit, &own.scores));
        if matches!(own.placing, Placing::Barred(_)) || open.is_empty() {
            continue;
        }
        let missing = u32::try_from(open.len()).expect("score sheets are far below 2^32");
        own.placing = Placing::Open { missing };
        let name = context.campaign[unit].name.clone();
        if is_begun {
            let criteria = open.iter().map(|id| criteria[*id].code.clone()).collect();
            let fact = ScoreFact::PointsOpen { id: unit, unit: name, criteria };
            findings.push(Finding::new(fact, place.clone(), None));
        } else if context.submissions.has(unit) {
            waiting.push(name);
        }
    }
    if !waiting.is_empty() {
        let fact = ScoreFact::PanelMissing { units: waiting };
        findings.push(Finding::new(fact, place, None));
    }
}

fn open(criteria: &Criteria, scores: &[Score]) -> Vec<CriterionId> {
    let is_open = |id: &CriterionId| {
        points(&criteria[*id], &scores[id.index()], ScoreStage::Settled).is_none()
    };
    criteria.ids().filter(is_open).collect()
}

/// Criteria of a unit that sent figures, but not those that the program counts from, and that the
/// panel has not settled either. A unit that sent none is asked for its workbook, not for single
/// figures.
fn not_counted(context: Context<'_>, unit: UnitId, scores: &[Score]) -> Option<Finding> {
    if !context.submissions.has(unit) {
        return None;
    }
    let lacks = |id: &FigureId| context.dataset.figure(*id).value.is_none();
    let one = |id: CriterionId| {
        let needs = ways::needs(context, unit, id);
        let score = &scores[id.index()];
        let settled = score.counted.is_some() || score.at(ScoreStage::Settled).is_some();
        (!settled && !needs.is_empty()).then(|| NotCounted {
            criterion: context.criteria[id].code.clone(),
            missing: needs.iter().filter(|it| lacks(it)).map(|it| code(context, *it)).collect(),
        })
    };
    let criteria: Vec<NotCounted> = context.criteria.ids().filter_map(one).collect();
    if criteria.is_empty() {
        return None;
    }
    let name = context.campaign[unit].name.clone();
    let fact = ScoreFact::NotCounted { id: unit, unit: name, criteria };
    Some(Finding::new(fact, Place::default(), None))
}

/// A figure as rules name it: `TC12_kh`.
fn code(context: Context<'_>, id: FigureId) -> String {
    context.catalogue.figure_code(id.indicator, id.measure)
}
