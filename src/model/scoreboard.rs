//! Points, ranks and proposals of a campaign, each with what it rests on.

use rust_decimal::Decimal;

use crate::model::criteria::TieBreak;
use crate::model::figure::FigureId;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::UnitId;
use crate::model::marks::Mark;
use crate::model::meeting::Bar;

/// Bảng tổng hợp điểm thi đua: points and ranks of every unit, votes, proposals.
#[derive(Debug, Clone, Default)]
pub struct Scoreboard {
    /// Digits after the comma of a published score.
    pub decimals: u32,
    /// One entry per unit of the campaign.
    pub units: Vec<UnitScores>,
    /// One entry per ballot of the campaign.
    pub ballots: Vec<BallotResult>,
    /// One entry per award of the campaign.
    pub proposals: Vec<Proposal>,
}

/// The points of one unit.
#[derive(Debug, Clone, Default)]
pub struct UnitScores {
    /// One entry per criterion.
    pub scores: Vec<Score>,
    /// Sums by stage, rounded as they are published.
    pub totals: Vec<Total>,
    /// Its place.
    pub placing: Placing,
}

/// A sum of points at one stage; `None` while a criterion that it needs has no points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Of what: a group, the bonus, the penalty, everything.
    pub of: ScoreOf,
    /// At which stage.
    pub stage: ScoreStage,
    /// The sum as published.
    pub points: Option<Decimal>,
}

/// The points of one criterion, stage by stage.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// What the program counted from figures, findings and dates.
    pub counted: Option<Counted>,
    /// Tự chấm.
    pub own: Option<Mark>,
    /// Thẩm định.
    pub verified: Option<Mark>,
    /// Sau giải trình.
    pub explained: Option<Mark>,
}

/// Points that the program counted, with the way there.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// The points.
    pub points: Decimal,
    /// How they came about.
    pub how: HowCounted,
}

/// How points came about.
#[derive(Debug, Clone, PartialEq)]
pub enum HowCounted {
    /// From what was reached of a target.
    Target {
        /// What was done.
        actual: FigureId,
        /// The target.
        target: FigureId,
        /// Percent reached, by the indicator's direction; `None` where the target is zero.
        reached: Option<Decimal>,
        /// The best unit's figure, for the curve that looks at it.
        leader: Option<FigureId>,
    },
    /// A yes or a no.
    Done {
        /// The figure that says so.
        figure: FigureId,
    },
    /// So many of something.
    Count {
        /// The figure counted.
        figure: FigureId,
        /// Points for each.
        each: Decimal,
    },
    /// Open findings.
    Findings {
        /// How many.
        count: u32,
        /// Points for each.
        each: Decimal,
    },
    /// Files that came in late.
    Late {
        /// How many.
        count: u32,
        /// Points for each.
        each: Decimal,
    },
    /// An expression.
    Expression {
        /// Its source.
        source: String,
        /// The figures that it names, in the order of naming.
        figures: Vec<FigureId>,
    },
}

/// The place of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placing {
    /// Ranked: 1, 2, 2, 4.
    Ranked {
        /// The rank.
        rank: u32,
        /// Whether another unit has the same rank.
        shared: bool,
        /// What decided between units with the same score.
        decided_by: Option<TieBreak>,
    },
    /// Không xét, with every reason.
    Barred(Vec<Bar>),
    /// Not all points are settled.
    Open {
        /// Criteria that nobody settled.
        missing: u32,
    },
}

impl Default for Placing {
    fn default() -> Self {
        Self::Open { missing: 0 }
    }
}

/// The result of one ballot: counts only, never who voted for whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BallotResult {
    /// Valid papers: those returned less those invalid.
    pub valid: u32,
    /// Whether enough members took part.
    pub quorate: bool,
    /// Candidates in the campaign's order of units.
    pub candidates: Vec<Candidate>,
}

/// A candidate of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The unit.
    pub unit: UnitId,
    /// Votes for it.
    pub votes: u32,
    /// Votes in percent of what the campaign counts them by.
    pub share: Option<Decimal>,
    /// Whether the votes reach the threshold, the ballot being quorate.
    pub carried: bool,
}

/// Units proposed for an award.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The units, best first.
    pub units: Vec<UnitId>,
    /// Those that the rules pass over though their rank would do, with the reason.
    pub passed_over: Vec<PassedOver>,
}

/// A unit that is not proposed though its rank would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// The unit.
    pub unit: UnitId,
    /// Why.
    pub because: Obstacle,
}

/// Why a unit is not proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// It is barred.
    Barred,
    /// Its score is under the award's least.
    TooFewPoints,
    /// Its votes do not reach the threshold, or the ballot was not quorate.
    NotCarried,
    /// Its rank is shared with others, and the quota does not hold all of them.
    Tie,
}

impl Score {
    /// The points at a stage. What is settled is the panel's word, the later one first, and where it
    /// said nothing what the program counted from facts that nobody need judge; never the highest of
    /// several, and never the unit's own word.
    #[must_use]
    pub fn at(&self, stage: ScoreStage) -> Option<Decimal> {
        let counted = self.counted.as_ref().map(|it| it.points);
        let points = |mark: &Option<Mark>| mark.as_ref().map(|it| it.points);
        let panel = points(&self.verified).or(counted.filter(|_| self.counts_alone()));
        match stage {
            ScoreStage::Counted => counted,
            ScoreStage::Own => points(&self.own),
            ScoreStage::Verified => panel,
            ScoreStage::Explained => points(&self.explained),
            ScoreStage::Settled => points(&self.explained).or(panel),
        }
    }

    /// Whether the program's count stands without the panel: lateness and findings are facts.
    fn counts_alone(&self) -> bool {
        let how = self.counted.as_ref().map(|it| &it.how);
        matches!(how, Some(HowCounted::Findings { .. } | HowCounted::Late { .. }))
    }
}

impl Scoreboard {
    /// The points that a reference means; rank and votes are numbers too.
    #[must_use]
    pub fn value(&self, id: ScoreId) -> Option<Decimal> {
        let unit = self.units.get(id.unit.index())?;
        match id.of {
            ScoreOf::Rank => match unit.placing {
                Placing::Ranked { rank, .. } => Some(Decimal::from(rank)),
                _ => None,
            },
            ScoreOf::Votes(ballot) => {
                let result = self.ballots.get(ballot as usize)?;
                let candidate = result.candidates.iter().find(|it| it.unit == id.unit)?;
                Some(Decimal::from(candidate.votes))
            }
            ScoreOf::Criterion(criterion) => unit.scores.get(criterion.index())?.at(id.stage),
            of => unit.totals.iter().find(|it| it.of == of && it.stage == id.stage)?.points,
        }
    }
}
