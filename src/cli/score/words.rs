//! The words of `score`, in both languages, and numbers as tables show them.

use rust_decimal::Decimal;
use thidua::finding::lang::Lang;
use thidua::model::criteria::Criteria;
use thidua::model::criteria::TieBreak;
use thidua::model::figure::ScoreId;
use thidua::model::figure::ScoreOf;
use thidua::model::figure::ScoreStage;
use thidua::model::id::UnitId;
use thidua::model::scoreboard::Placing;
use thidua::text::number;

use crate::cli::score::Scored;

/// One of two sentences.
pub(super) fn of<T>(lang: Lang, vi: T, en: T) -> T {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// Points with all the digits of a published score; a dash where there are none.
pub(super) fn points(criteria: &Criteria, points: Option<Decimal>) -> String {
    points.map_or_else(|| "-".to_owned(), |it| number::fixed(it, criteria.decimals))
}

/// A sum of a unit at a stage.
pub(super) fn total(
    it: Scored<'_>,
    unit: UnitId,
    of: ScoreOf,
    stage: ScoreStage,
) -> Option<Decimal> {
    it.board.value(ScoreId { unit, of, stage })
}

/// `1`, `2 (đồng hạng)`, or why there is no rank.
pub(super) fn placing(placing: &Placing, lang: Lang) -> String {
    match placing {
        Placing::Ranked { rank, shared: false, .. } => rank.to_string(),
        Placing::Ranked { rank, .. } => format!("{rank} {}", of(lang, "(đồng hạng)", "(shared)")),
        Placing::Barred(_) => of(lang, "không xét", "not considered").to_owned(),
        Placing::Open { .. } => "-".to_owned(),
    }
}

/// What broke a tie.
pub(super) fn tie(it: Scored<'_>, tie: &TieBreak, lang: Lang) -> String {
    match tie {
        TieBreak::Group(group) => {
            let group = &it.criteria.groups[*group].code;
            of(lang, format!("điểm nhóm {group} cao hơn"), format!("more points in group {group}"))
        }
        TieBreak::LessPenalty => of(lang, "ít điểm trừ hơn", "fewer points taken").to_owned(),
        TieBreak::SmallerGap => {
            of(lang, "tự chấm sát điểm chốt hơn", "own score nearer to the settled one").to_owned()
        }
        TieBreak::Votes(ballot) => {
            let title = &it.campaign.ballots[*ballot].title;
            of(lang, format!("nhiều phiếu hơn: {title}"), format!("more votes: {title}"))
        }
    }
}
