//! Points, ranks and votes as entries of the ledger.

use crate::model::criteria::CriterionKind;
use crate::model::figure::FigureRef;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::CriterionId;
use crate::model::ledger::Counting;
use crate::model::ledger::PointsEntry;
use crate::model::ledger::PointsKind;
use crate::model::marks::Mark;
use crate::model::scoreboard::Counted;
use crate::model::scoreboard::HowCounted;
use crate::model::scoreboard::Score;
use crate::render::figures::Figures;

impl Figures<'_> {
    /// The points of a criterion of a unit.
    fn score(&self, id: ScoreId, criterion: CriterionId) -> Option<&Score> {
        let unit = self.results.scoreboard?.units.get(id.unit.index())?;
        unit.scores.get(criterion.index())
    }

    /// What people wrote at that stage; of what is settled, the last word.
    fn mark(&self, id: ScoreId) -> Option<&Mark> {
        let ScoreOf::Criterion(criterion) = id.of else { return None };
        let score = self.score(id, criterion)?;
        match id.stage {
            ScoreStage::Own => score.own.as_ref(),
            ScoreStage::Verified => score.verified.as_ref(),
            ScoreStage::Explained => score.explained.as_ref(),
            ScoreStage::Settled => score.explained.as_ref().or(score.verified.as_ref()),
            ScoreStage::Counted => None,
        }
    }

    fn counted(&self, id: ScoreId) -> Option<&Counted> {
        let ScoreOf::Criterion(criterion) = id.of else { return None };
        self.score(id, criterion)?.counted.as_ref().filter(|_| id.stage == ScoreStage::Counted)
    }

    /// The figures and points that points rest on.
    pub(super) fn points_parts(self, id: ScoreId) -> Vec<FigureRef> {
        let Some(criteria) = self.criteria else { return Vec::new() };
        let of = |of| FigureRef::from(ScoreId { of, ..id });
        let of_kind = |kind: CriterionKind| {
            let all = criteria.ids().filter(move |it| criteria[*it].kind == kind);
            all.map(move |it| of(ScoreOf::Criterion(it)))
        };
        let parts: Vec<FigureRef> = match id.of {
            ScoreOf::Criterion(criterion) => return self.criterion_parts(id, criterion),
            ScoreOf::Group(group) => {
                criteria.of_group(group as usize).map(|it| of(ScoreOf::Criterion(it))).collect()
            }
            ScoreOf::Merit => {
                (0_u32..).zip(&criteria.groups).map(|(it, _)| of(ScoreOf::Group(it))).collect()
            }
            ScoreOf::Bonus => of_kind(CriterionKind::Bonus).collect(),
            ScoreOf::Penalty => of_kind(CriterionKind::Penalty).collect(),
            ScoreOf::Total => [ScoreOf::Merit, ScoreOf::Bonus, ScoreOf::Penalty].map(of).into(),
            ScoreOf::Rank => {
                vec![ScoreId { of: ScoreOf::Total, stage: ScoreStage::Settled, ..id }.into()]
            }
            ScoreOf::Votes(_) => Vec::new(),
        };
        parts.into_iter().filter(|it| self.results.value(*it).is_some()).collect()
    }

    /// What the points of one criterion rest on: at the last stage those of the stages before, where
    /// the program counted the figures.
    fn criterion_parts(self, id: ScoreId, criterion: CriterionId) -> Vec<FigureRef> {
        let Some(score) = self.score(id, criterion) else { return Vec::new() };
        let at = |stage| FigureRef::from(ScoreId { stage, ..id });
        let last = [
            (ScoreStage::Explained, score.explained.is_some()),
            (ScoreStage::Verified, score.verified.is_some()),
            (ScoreStage::Counted, score.counted.is_some()),
        ];
        let last = last.into_iter().find(|(_, is_there)| *is_there).map(|(stage, _)| at(stage));
        match id.stage {
            ScoreStage::Settled => last.into_iter().collect(),
            ScoreStage::Verified if score.verified.is_none() => vec![at(ScoreStage::Counted)],
            ScoreStage::Counted => self.counted(id).map(|it| figures(&it.how)).unwrap_or_default(),
            ScoreStage::Own | ScoreStage::Verified | ScoreStage::Explained => Vec::new(),
        }
    }

    /// Everything that has a value; nothing for a campaign that does not score.
    pub(super) fn all_points(self) -> Vec<PointsEntry> {
        let Some(criteria) = self.criteria else { return Vec::new() };
        let groups = (0_u32..).take(criteria.groups.len()).map(ScoreOf::Group);
        let sums = [ScoreOf::Merit, ScoreOf::Bonus, ScoreOf::Penalty, ScoreOf::Total];
        let points = criteria.ids().map(ScoreOf::Criterion).chain(groups).chain(sums);
        let points = points.flat_map(|of| ScoreStage::ALL.map(|stage| (of, stage)));
        let votes = (0_u32..).take(self.campaign.ballots.len()).map(ScoreOf::Votes);
        let once = std::iter::once(ScoreOf::Rank).chain(votes);
        let all = points.chain(once.map(|of| (of, ScoreStage::Settled)));
        let all: Vec<(ScoreOf, ScoreStage)> = all.collect();
        let mut entries = Vec::new();
        for unit in self.campaign.unit_ids() {
            let ids = all.iter().map(|(of, stage)| ScoreId { unit, of: *of, stage: *stage });
            entries.extend(ids.filter_map(|it| self.points(it.into())));
        }
        entries
    }

    /// The entry of points; `None` where there are none, and for what is no points.
    pub(super) fn points(self, figure: FigureRef) -> Option<PointsEntry> {
        let FigureRef::Score(id) = figure else { return None };
        let value = self.results.value(figure)?;
        let mark = self.mark(id);
        let (of, code, name) = self.what(id.of);
        let has_stage = !matches!(id.of, ScoreOf::Rank | ScoreOf::Votes(_));
        Some(PointsEntry {
            id: self.id(id.into()),
            unit: self.campaign[id.unit].code.clone(),
            of,
            code,
            name,
            stage: has_stage.then_some(id.stage),
            counted: self.counted(id).map(|it| counting(&it.how)),
            note: mark.map(|it| it.note.clone()).filter(|it| !it.is_empty()),
            value: Some(value),
            from: self.from(id.into()),
            cells: mark.map(|it| it.cell.clone()).into_iter().collect(),
        })
    }

    /// Kind, code and name of what points are for.
    fn what(self, of: ScoreOf) -> (PointsKind, Option<String>, Option<String>) {
        let (kind, named) = match of {
            ScoreOf::Criterion(id) => {
                let it = self.criteria.map(|it| &it[id]);
                (PointsKind::Criterion, it.map(|it| (&it.code, &it.name)))
            }
            ScoreOf::Group(group) => {
                let it = self.criteria.and_then(|it| it.groups.get(group as usize));
                (PointsKind::Group, it.map(|it| (&it.code, &it.title)))
            }
            ScoreOf::Votes(ballot) => {
                let it = self.campaign.ballots.get(ballot as usize);
                (PointsKind::Votes, it.map(|it| (&it.code, &it.title)))
            }
            ScoreOf::Merit => (PointsKind::Merit, None),
            ScoreOf::Bonus => (PointsKind::Bonus, None),
            ScoreOf::Penalty => (PointsKind::Penalty, None),
            ScoreOf::Total => (PointsKind::Total, None),
            ScoreOf::Rank => (PointsKind::Rank, None),
        };
        (kind, named.map(|(code, _)| code.clone()), named.map(|(_, name)| name.clone()))
    }
}

/// The figures that points were counted from.
fn figures(how: &HowCounted) -> Vec<FigureRef> {
    let all = match how {
        HowCounted::Target { actual, target, leader, .. } => {
            [Some(*actual), Some(*target), *leader].into_iter().flatten().collect()
        }
        HowCounted::Done { figure } | HowCounted::Count { figure, .. } => vec![*figure],
        HowCounted::Findings { .. } | HowCounted::Late { .. } => Vec::new(),
        HowCounted::Expression { figures, .. } => figures.clone(),
    };
    all.into_iter().map(FigureRef::from).collect()
}

fn counting(how: &HowCounted) -> Counting {
    match how {
        HowCounted::Target { .. } => Counting::Target,
        HowCounted::Done { .. } => Counting::Done,
        HowCounted::Count { .. } => Counting::Count,
        HowCounted::Findings { count, .. } => Counting::Findings(*count),
        HowCounted::Late { count, .. } => Counting::Late(*count),
        HowCounted::Expression { source, .. } => Counting::Expression(source.clone()),
    }
}
