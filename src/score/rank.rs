//! Ranks: 1, 2, 2, 4 by the score as published; ties are broken as the criteria say.

use rust_decimal::Decimal;

use crate::model::criteria::Criteria;
use crate::model::criteria::TieBreak;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::UnitId;
use crate::model::scoreboard::Placing;
use crate::model::scoreboard::Scoreboard;

/// Units with the same place, and what set them apart from others with the same score.
struct Tied {
    units: Vec<UnitId>,
    decided_by: Option<TieBreak>,
}

/// Places every unit that is not barred. While one of them has points that nobody settled nobody is
/// ranked: the last score to come may be the highest.
pub(super) fn place(criteria: &Criteria, board: &mut Scoreboard) {
    let ids = (0_u32..).map(UnitId).take(board.units.len());
    let considered =
        |unit: &UnitId| !matches!(board.units[unit.index()].placing, Placing::Barred(_));
    let units: Vec<UnitId> = ids.filter(considered).collect();
    let score = |unit: UnitId| board.value(settled(unit, ScoreOf::Total));
    let scores: Option<Vec<Decimal>> = units.iter().map(|unit| score(*unit)).collect();
    let Some(scores) = scores else { return };
    let equal = highest_first(&units, &scores);
    let places: Vec<Tied> = equal
        .into_iter()
        .flat_map(|units| broken(board, Tied { units, decided_by: None }, &criteria.ties))
        .collect();
    let mut rank = 1;
    for Tied { units, decided_by } in places {
        let shared = units.len() > 1;
        for unit in &units {
            let decided_by = decided_by.clone();
            board.units[unit.index()].placing = Placing::Ranked { rank, shared, decided_by };
        }
        rank += u32::try_from(units.len()).expect("clusters are far below 2^32");
    }
}

fn settled(unit: UnitId, of: ScoreOf) -> ScoreId {
    ScoreId { unit, of, stage: ScoreStage::Settled }
}

/// Units by their values, the highest first; those with the same value together, in their order.
fn highest_first(units: &[UnitId], values: &[Decimal]) -> Vec<Vec<UnitId>> {
    let mut order: Vec<(Decimal, UnitId)> =
        values.iter().copied().zip(units.iter().copied()).collect();
    order.sort_by(|(one, _), (other, _)| other.cmp(one));
    let equal = order.chunk_by(|(one, _), (other, _)| one == other);
    equal.map(|it| it.iter().map(|(_, unit)| *unit).collect()).collect()
}

/// Breaks a tie by the first rule that can, and what is left of it by the rules after that. A rule
/// whose number one of the units lacks breaks nothing.
fn broken(board: &Scoreboard, tied: Tied, ties: &[TieBreak]) -> Vec<Tied> {
    let [first, rest @ ..] = ties else { return vec![tied] };
    if tied.units.len() < 2 {
        return vec![tied];
    }
    let values: Option<Vec<Decimal>> =
        tied.units.iter().map(|unit| value(board, *unit, first)).collect();
    let Some(values) = values else { return broken(board, tied, rest) };
    let parts = highest_first(&tied.units, &values);
    if parts.len() == 1 {
        return broken(board, tied, rest);
    }
    let decided_by = Some(first.clone());
    let parts = parts.into_iter().map(|units| Tied { units, decided_by: decided_by.clone() });
    parts.flat_map(|part| broken(board, part, rest)).collect()
}

/// The number that a rule looks at; the unit with the higher one goes first.
fn value(board: &Scoreboard, unit: UnitId, tie: &TieBreak) -> Option<Decimal> {
    let of = |of| board.value(settled(unit, of));
    match tie {
        TieBreak::Group(group) => of(ScoreOf::Group(u32::try_from(*group).ok()?)),
        TieBreak::LessPenalty => of(ScoreOf::Penalty).map(|it| -it),
        TieBreak::SmallerGap => {
            let own = ScoreId { unit, of: ScoreOf::Total, stage: ScoreStage::Own };
            Some(-(board.value(own)? - of(ScoreOf::Total)?).abs())
        }
        TieBreak::Votes(ballot) => of(ScoreOf::Votes(u32::try_from(*ballot).ok()?)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::scoreboard::BallotResult;
    use crate::model::scoreboard::Candidate;
    use crate::model::scoreboard::Total;
    use crate::model::scoreboard::UnitScores;

    fn dec(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    /// Settled total, group 0, penalty, own total.
    type Row = (&'static str, &'static str, &'static str, &'static str);

    fn board(rows: &[Row]) -> Scoreboard {
        let unit = |(total, group, penalty, own): &Row| {
            let settled =
                [(ScoreOf::Total, total), (ScoreOf::Group(0), group), (ScoreOf::Penalty, penalty)];
            let stage = ScoreStage::Settled;
            let mut totals: Vec<Total> =
                settled.map(|(of, points)| Total { of, stage, points: Some(dec(points)) }).into();
            let own = Some(*own).filter(|it| !it.is_empty()).map(dec);
            totals.push(Total { of: ScoreOf::Total, stage: ScoreStage::Own, points: own });
            UnitScores { totals, ..UnitScores::default() }
        };
        Scoreboard { units: rows.iter().map(unit).collect(), ..Scoreboard::default() }
    }

    fn placed(rows: &[Row], ties: &[TieBreak]) -> Vec<(u32, bool, Option<TieBreak>)> {
        let mut board = board(rows);
        place(&Criteria { ties: ties.to_vec(), ..Criteria::default() }, &mut board);
        board.units.iter().map(|it| ranked(&it.placing)).collect()
    }

    fn ranked(placing: &Placing) -> (u32, bool, Option<TieBreak>) {
        let Placing::Ranked { rank, shared, decided_by } = placing else { panic!("{placing:?}") };
        (*rank, *shared, decided_by.clone())
    }

    fn ranks(rows: &[Row], ties: &[TieBreak]) -> Vec<u32> {
        placed(rows, ties).into_iter().map(|(rank, ..)| rank).collect()
    }

    #[test]
    fn two_second_places_and_no_third() {
        let rows =
            [("97", "", "", ""), ("98.5", "", "", ""), ("90", "", "", ""), ("97", "", "", "")]
                .map(|(total, ..)| (total, "20", "0", "97"));
        let found = placed(&rows, &[]);
        assert_eq!(found, [(2, true, None), (1, false, None), (4, false, None), (2, true, None)]);
    }

    #[test]
    fn each_rule_breaks_a_tie() {
        let group = [("97", "24", "1", ""), ("97", "25", "2", "")];
        assert_eq!(ranks(&group, &[TieBreak::Group(0)]), [2, 1]);
        assert_eq!(ranks(&group, &[TieBreak::LessPenalty]), [1, 2]);
        let gap = [("97", "24", "1", "99"), ("97", "24", "1", "96")];
        assert_eq!(ranks(&gap, &[TieBreak::SmallerGap]), [2, 1]);
        // A unit that gave itself no score cannot be nearer to it.
        let unknown = [("97", "24", "1", "99"), ("97", "24", "1", "")];
        assert_eq!(ranks(&unknown, &[TieBreak::SmallerGap]), [1, 1]);
    }

    #[test]
    fn votes_break_a_tie_where_all_were_candidates() {
        let votes = |counts: &[(u32, u32)]| {
            let mut board = board(&[("97", "24", "1", ""); 2]);
            let candidates = counts.iter().map(|(unit, votes)| Candidate {
                unit: UnitId(*unit),
                votes: *votes,
                share: None,
                carried: false,
            });
            let ballot = BallotResult { candidates: candidates.collect(), ..Default::default() };
            board.ballots = vec![ballot];
            let ties = vec![TieBreak::Votes(0)];
            place(&Criteria { ties, ..Criteria::default() }, &mut board);
            board.units.iter().map(|it| ranked(&it.placing).0).collect::<Vec<_>>()
        };
        assert_eq!(votes(&[(0, 3), (1, 5)]), [2, 1]);
        assert_eq!(votes(&[(0, 3)]), [1, 1]);
    }

    #[test]
    fn what_one_rule_leaves_the_next_one_breaks() {
        let rows = [
            ("97", "24", "1", ""),
            ("97", "25", "2", ""),
            ("97", "25", "0", ""),
            ("97", "25", "0", ""),
            ("96", "25", "0", ""),
        ];
        let ties = [TieBreak::Group(0), TieBreak::LessPenalty];
        let found = placed(&rows, &ties);
        let (by_group, by_penalty) = (Some(ties[0].clone()), Some(ties[1].clone()));
        assert_eq!(
            found,
            [
                (4, false, by_group),
                (3, false, by_penalty.clone()),
                (1, true, by_penalty.clone()),
                (1, true, by_penalty),
                (5, false, None),
            ]
        );
    }

    #[test]
    fn nobody_is_ranked_while_a_score_is_open_but_for_a_barred_unit() {
        let mut open = board(&[("97", "24", "1", ""), ("96", "24", "1", "")]);
        open.units[1].totals[0].points = None;
        place(&Criteria::default(), &mut open);
        assert!(open.units.iter().all(|it| matches!(it.placing, Placing::Open { .. })));
        open.units[1].placing = Placing::Barred(Vec::new());
        place(&Criteria::default(), &mut open);
        assert_eq!(ranked(&open.units[0].placing), (1, false, None));
        assert!(matches!(open.units[1].placing, Placing::Barred(_)));
    }

    proptest! {
        #[test]
        fn the_order_of_units_decides_nothing(
            scores in prop::collection::vec((0_i64..5, 0_i64..3, 0_i64..3), 1..12),
            turn in 0_usize..12,
        ) {
            let ranks = |scores: &[(i64, i64, i64)]| {
                let stage = ScoreStage::Settled;
                let unit = |(total, group, penalty): &(i64, i64, i64)| {
                    let of = [
                        (ScoreOf::Total, *total),
                        (ScoreOf::Group(0), *group),
                        (ScoreOf::Penalty, *penalty),
                    ];
                    let totals = of.map(|(of, it)| Total { of, stage, points: Some(it.into()) });
                    UnitScores { totals: totals.into(), ..UnitScores::default() }
                };
                let units = scores.iter().map(unit).collect();
                let mut board = Scoreboard { units, ..Scoreboard::default() };
                let ties = vec![TieBreak::Group(0), TieBreak::LessPenalty];
                place(&Criteria { ties, ..Criteria::default() }, &mut board);
                board.units.iter().map(|it| ranked(&it.placing)).collect::<Vec<_>>()
            };
            let mut turned = scores.clone();
            let turn = turn % scores.len();
            turned.rotate_left(turn);
            let mut expected = ranks(&scores);
            expected.rotate_left(turn);
            prop_assert_eq!(ranks(&turned), expected);
            // Competition ranking: a rank is one more than the number of better units.
            for (rank, ..) in ranks(&scores) {
                let better = ranks(&scores).iter().filter(|(it, ..)| *it < rank).count();
                prop_assert_eq!(rank as usize, better + 1);
            }
        }
    }
}
