//! Sums of points, their caps and floors, the panel's word, votes.

use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::model::criteria::Criteria;
use crate::model::criteria::Criterion;
use crate::model::criteria::CriterionGroup;
use crate::model::criteria::CriterionKind;
use crate::model::criteria::Way;
use crate::model::figure::FigureId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::marks::Mark;
use crate::model::measure::Measure;
use crate::model::meeting::Ballot;
use crate::model::meeting::BallotPurpose;
use crate::model::meeting::ShareBase;
use crate::model::meeting::Votes;
use crate::model::owner::Owner;
use crate::model::place::CellRef;
use crate::model::scoreboard::Counted;
use crate::model::scoreboard::HowCounted;
use crate::model::scoreboard::Placing;
use crate::model::scoreboard::Score;
use crate::model::scoreboard::Scoreboard;
use crate::model::scoreboard::UnitScores;
use crate::score::ballots;
use crate::score::rank;
use crate::score::totals;

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Two criteria of 20 in a group of 30, a bonus of 8 and a penalty of 6, each with a lower cap.
fn criteria() -> Criteria {
    let group = |code: &str, kind, max: &str| CriterionGroup {
        code: code.to_owned(),
        title: String::new(),
        kind,
        max: dec(max),
    };
    let criterion = |code: &str, group, kind, max: &str| Criterion {
        code: code.to_owned(),
        name: String::new(),
        group,
        kind,
        max: dec(max),
        way: Way::Judged,
        evidence: String::new(),
    };
    Criteria {
        scale: dec("30"),
        decimals: 2,
        bonus_cap: Some(dec("5")),
        penalty_cap: Some(dec("4")),
        groups: vec![
            group("I", CriterionKind::Merit, "30"),
            group("T", CriterionKind::Bonus, "8"),
            group("TR", CriterionKind::Penalty, "6"),
        ],
        criteria: vec![
            criterion("I.1", 0, CriterionKind::Merit, "20"),
            criterion("I.2", 0, CriterionKind::Merit, "20"),
            criterion("T.1", 1, CriterionKind::Bonus, "8"),
            criterion("TR.1", 2, CriterionKind::Penalty, "6"),
        ],
        ..Criteria::default()
    }
}

fn mark(points: Decimal) -> Mark {
    let cell = CellRef {
        file: String::new(),
        sheet: String::new(),
        cell: String::new(),
        text: String::new(),
    };
    Mark { points, cell, note: String::new() }
}

fn counted(points: &str) -> Counted {
    let owner = Owner::Unit(UnitId(0));
    let figure = FigureId { indicator: IndicatorId(0), measure: Measure::Actual, owner };
    Counted { points: dec(points), how: HowCounted::Done { figure } }
}

/// What the panel gave, criterion by criterion; empty where it gave nothing.
fn verified(points: [&str; 4]) -> Vec<Score> {
    let score = |it: &str| Score {
        verified: Some(it).filter(|it| !it.is_empty()).map(|it| mark(dec(it))),
        ..Score::default()
    };
    points.map(score).into()
}

fn total(scores: &[Score], of: ScoreOf) -> Option<Decimal> {
    let totals = totals::totals(&criteria(), scores);
    totals.iter().find(|it| it.of == of && it.stage == ScoreStage::Settled).unwrap().points
}

#[test]
fn groups_bonus_and_penalty_stop_at_their_caps_and_the_total_at_nothing() {
    // Points; the group, bonus, penalty, everything.
    let cases = [
        (["10", "12", "3", "1"], ["22", "3", "1", "24"]),
        (["20", "20", "8", "6"], ["30", "5", "4", "31"]),
        (["0", "1", "0", "6"], ["1", "0", "4", "0"]),
        (["0", "0", "", ""], ["0", "0", "0", "0"]),
    ];
    for (points, expected) in cases {
        let scores = verified(points);
        let of = [ScoreOf::Group(0), ScoreOf::Bonus, ScoreOf::Penalty, ScoreOf::Total];
        let found = of.map(|of| total(&scores, of));
        assert_eq!(found, expected.map(|it| Some(dec(it))), "{points:?}");
    }
}

#[test]
fn a_merit_without_points_and_points_beyond_the_most_leave_the_total_open() {
    for points in [["", "10", "", ""], ["20.01", "10", "", ""], ["10", "10", "9", ""]] {
        assert_eq!(total(&verified(points), ScoreOf::Total), None, "{points:?}");
    }
    // A bonus that the unit claims is open until the panel speaks.
    let mut claimed = verified(["10", "10", "", ""]);
    claimed[2].own = Some(mark(dec("2")));
    assert_eq!(total(&claimed, ScoreOf::Total), None);
    claimed[2].verified = Some(mark(Decimal::ZERO));
    assert_eq!(total(&claimed, ScoreOf::Total), Some(dec("20")));
}

#[test]
fn what_is_settled_is_the_later_word_of_the_panel_and_never_the_highest() {
    let mut score = Score {
        counted: Some(counted("10")),
        own: Some(mark(dec("20"))),
        verified: Some(mark(dec("9"))),
        explained: Some(mark(dec("7"))),
    };
    assert_eq!(score.at(ScoreStage::Settled), Some(dec("7")));
    score.explained = None;
    assert_eq!(score.at(ScoreStage::Settled), Some(dec("9")));
    // Neither the unit nor the count of figures speaks for the panel; lateness is a fact.
    score.verified = None;
    assert_eq!(score.at(ScoreStage::Settled), None);
    score.counted =
        Some(Counted { points: dec("0.5"), how: HowCounted::Late { count: 1, each: dec("0.5") } });
    assert_eq!(score.at(ScoreStage::Settled), Some(dec("0.5")));
}

#[test]
fn totals_are_rounded_before_they_are_ranked() {
    let unit = |one: &str| {
        let scores = verified([one, "10", "", ""]);
        let totals = totals::totals(&criteria(), &scores);
        UnitScores { scores, totals, ..UnitScores::default() }
    };
    let units = vec![unit("9.994"), unit("9.991"), unit("9.995")];
    let mut board = Scoreboard { decimals: 2, units, ..Scoreboard::default() };
    rank::place(&criteria(), &mut board);
    let placed = |rank, shared| Placing::Ranked { rank, shared, decided_by: None };
    let found: Vec<&Placing> = board.units.iter().map(|it| &it.placing).collect();
    assert_eq!(found, [&placed(2, true), &placed(2, true), &placed(1, false)]);
    assert_eq!(crate::score::exact_total(&criteria(), &board.units[0].scores), Some(dec("19.994")));
}

/// Ten members, each with a paper, and these votes for one candidate.
fn ballot(votes: u32) -> Ballot {
    Ballot {
        code: "suy-ton".to_owned(),
        title: String::new(),
        purpose: BallotPurpose::Award,
        voters: 10,
        issued: 10,
        returned: 10,
        invalid: 0,
        quorum: dec("66.67"),
        base: ShareBase::Members,
        threshold: dec("50"),
        above: true,
        own_vote: true,
        votes: vec![Votes { unit: UnitId(0), count: votes }],
    }
}

#[test]
fn a_vote_carries_by_its_share_and_only_where_enough_took_part() {
    let cases = [
        ("half is not more than half", ballot(5), false),
        ("half is at least half", Ballot { above: false, ..ballot(5) }, true),
        ("six of ten", ballot(6), true),
        ("four of ten", ballot(4), false),
        (
            "four of seven valid papers",
            Ballot { base: ShareBase::Valid, invalid: 3, ..ballot(4) },
            true,
        ),
        ("four of seven papers", Ballot { base: ShareBase::Issued, issued: 7, ..ballot(4) }, true),
        ("six of ten took part", Ballot { returned: 6, ..ballot(6) }, false),
        ("nobody has a vote", Ballot { voters: 0, ..ballot(6) }, false),
    ];
    for (case, ballot, carried) in cases {
        assert_eq!(ballots::result(&ballot).candidates[0].carried, carried, "{case}");
    }
}

proptest! {
    #[test]
    fn no_sum_is_above_the_most_or_below_nothing(
        points in prop::array::uniform4(prop::option::of(0_i64..2500)),
        counts in prop::array::uniform4(prop::option::of(0_i64..2500)),
    ) {
        let scores: Vec<Score> = points.into_iter().zip(counts).map(|(verified, own)| Score {
            own: own.map(|it| mark(Decimal::new(it, 2))),
            verified: verified.map(|it| mark(Decimal::new(it, 2))),
            ..Score::default()
        }).collect();
        let most = [
            (ScoreOf::Group(0), 30), (ScoreOf::Merit, 30), (ScoreOf::Bonus, 5),
            (ScoreOf::Penalty, 4), (ScoreOf::Total, 35),
        ];
        for (of, most) in most {
            for it in totals::totals(&criteria(), &scores).iter().filter(|it| it.of == of) {
                let within = it.points.is_none_or(|it| it >= Decimal::ZERO && it <= most.into());
                prop_assert!(within, "{it:?}");
            }
        }
    }
}
