//! Points, ranks and votes in `so-lieu.json`, each with the cells on which it rests.

use serde_json::Value;
use serde_json::json;

use crate::model::criteria::Criteria;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::marks::Mark;
use crate::model::place::CellRef;
use crate::model::scoreboard::Scoreboard;
use crate::render::figures::Figures;
use crate::render::figures::text;

/// Everything that has a value; `None` for a campaign that does not score.
pub(super) fn all(figures: Figures<'_>) -> Option<Value> {
    let (criteria, board) = (figures.criteria?, figures.results.scoreboard?);
    let of = everything(figures, criteria);
    let mut list: Vec<Value> = Vec::new();
    for unit in figures.campaign.unit_ids() {
        for (of, stage) in &of {
            let id = ScoreId { unit, of: *of, stage: *stage };
            let Some(value) = board.value(id) else { continue };
            let mut entry = json!({
                "id": figures.id(id.into()),
                "unit": figures.campaign[unit].code,
                "value": text(Some(value)),
            });
            let cells = cells(board, id);
            if !cells.is_empty() {
                entry["cells"] = json!(cells);
            }
            list.push(entry);
        }
    }
    Some(list.into())
}

/// What points can be for: criteria, groups and sums at every stage, ranks and votes once.
fn everything(figures: Figures<'_>, criteria: &Criteria) -> Vec<(ScoreOf, ScoreStage)> {
    let groups = (0_u32..).take(criteria.groups.len()).map(ScoreOf::Group);
    let sums = [ScoreOf::Merit, ScoreOf::Bonus, ScoreOf::Penalty, ScoreOf::Total];
    let points = criteria.ids().map(ScoreOf::Criterion).chain(groups).chain(sums);
    let points = points.flat_map(|of| ScoreStage::ALL.map(|stage| (of, stage)));
    let votes = (0_u32..).take(figures.campaign.ballots.len()).map(ScoreOf::Votes);
    let once = std::iter::once(ScoreOf::Rank).chain(votes);
    points.chain(once.map(|of| (of, ScoreStage::Settled))).collect()
}

/// The cells that points of a criterion rest on. What the program counted rests on figures, which the
/// file lists with theirs.
fn cells(board: &Scoreboard, id: ScoreId) -> Vec<&CellRef> {
    let ScoreOf::Criterion(criterion) = id.of else { return Vec::new() };
    let Some(score) = board.units[id.unit.index()].scores.get(criterion.index()) else {
        return Vec::new();
    };
    let mark: Option<&Mark> = match id.stage {
        ScoreStage::Counted => None,
        ScoreStage::Own => score.own.as_ref(),
        ScoreStage::Verified => score.verified.as_ref(),
        ScoreStage::Explained => score.explained.as_ref(),
        ScoreStage::Settled => score.explained.as_ref().or(score.verified.as_ref()),
    };
    mark.into_iter().map(|it| &it.cell).collect()
}
