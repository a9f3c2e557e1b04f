//! Points and ranks of all units, as a table.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;
use serde_json::json;
use thidua::finding::lang::Lang;
use thidua::model::figure::ScoreId;
use thidua::model::figure::ScoreOf;
use thidua::model::figure::ScoreStage;
use thidua::model::id::UnitId;
use thidua::model::scoreboard::Placing;
use thidua::text::normal;

use crate::cli::score::Scored;
use crate::cli::score::words;
use crate::cli::score::words::of;
use crate::cli::screen;

/// Columns before those of the ballots, all but the second with numbers.
const COLUMNS: usize = 8;

pub(super) fn tell(it: Scored<'_>, lang: Lang) {
    let campaign = it.campaign;
    screen::answer(format_args!(
        "{}, {}: {}",
        campaign.cluster.name,
        campaign.period.title(),
        it.criteria.title
    ));
    screen::answer(stage(it, lang));
    screen::answer("");
    lines(it, lang).iter().for_each(screen::answer);
    notes(it, lang);
    proposals(it, lang);
}

/// How far the points are.
fn stage(it: Scored<'_>, lang: Lang) -> &'static str {
    let all = |stage| {
        let mut units = it.campaign.unit_ids();
        units.all(|unit| words::total(it, unit, ScoreOf::Total, stage).is_some())
    };
    let panel = &it.gathered.panel;
    if all(ScoreStage::Settled) {
        of(lang, "Điểm đã chốt của mọi đơn vị", "All points are settled")
    } else if panel.verified.is_empty() {
        of(lang, "Điểm tự chấm, chưa thẩm định", "Self-scores, not verified yet")
    } else {
        of(
            lang,
            "Đang thẩm định: còn tiêu chí chưa có điểm",
            "Being verified: some points are open",
        )
    }
}

fn lines(it: Scored<'_>, lang: Lang) -> Vec<String> {
    let mut rows = vec![header(it, lang)];
    rows.extend(it.campaign.unit_ids().map(|unit| row(it, unit, lang)));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..rows[0].len()).map(|it| width(it).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            if column == 1 { format!("{cell:width$}") } else { format!("{cell:>width$}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn header(it: Scored<'_>, lang: Lang) -> Vec<String> {
    let words: [&str; COLUMNS] = match lang {
        Lang::Vi => {
            ["TT", "Đơn vị", "Tự chấm", "Thẩm định", "Thưởng", "Trừ", "Tổng điểm", "Xếp thứ"]
        }
        Lang::En => ["No", "Unit", "Own", "Verified", "Bonus", "Penalty", "Total", "Rank"],
    };
    let ballots = (1..=it.campaign.ballots.len())
        .map(|ballot| of(lang, format!("Phiếu [{ballot}]"), format!("Votes [{ballot}]")));
    words.into_iter().map(str::to_owned).chain(ballots).collect()
}

fn row(it: Scored<'_>, unit: UnitId, lang: Lang) -> Vec<String> {
    let points = |of, stage| words::points(it.criteria, words::total(it, unit, of, stage));
    let settled = ScoreStage::Settled;
    let mut cells = vec![
        (unit.0 + 1).to_string(),
        normal::clean(&it.campaign[unit].name),
        points(ScoreOf::Merit, ScoreStage::Own),
        points(ScoreOf::Merit, settled),
        points(ScoreOf::Bonus, settled),
        points(ScoreOf::Penalty, settled),
        points(ScoreOf::Total, settled),
        words::placing(&it.board.units[unit.index()].placing, lang),
    ];
    cells.extend(votes(it, unit).map(|it| it.map_or_else(|| "-".to_owned(), |it| it.to_string())));
    cells
}

/// Votes for a unit, ballot by ballot.
fn votes(it: Scored<'_>, unit: UnitId) -> impl Iterator<Item = Option<Decimal>> + '_ {
    (0_u32..).zip(&it.campaign.ballots).map(move |(ballot, _)| {
        let id = ScoreId { unit, of: ScoreOf::Votes(ballot), stage: ScoreStage::Settled };
        it.board.value(id)
    })
}

/// The ballots by their numbers, and who is not considered.
fn notes(it: Scored<'_>, lang: Lang) {
    if !it.campaign.ballots.is_empty() {
        screen::answer("");
    }
    for (index, ballot) in it.campaign.ballots.iter().enumerate() {
        let valid = it.board.ballots.get(index).map_or(0, |it| it.valid);
        let counts = of(
            lang,
            format!("phát ra {}, thu về {}, hợp lệ {valid}", ballot.issued, ballot.returned),
            format!("{} issued, {} returned, {valid} valid", ballot.issued, ballot.returned),
        );
        screen::answer(format_args!("[{}] {}: {counts}", index + 1, normal::clean(&ballot.title)));
    }
    for unit in it.campaign.unit_ids() {
        let Placing::Barred(bars) = &it.board.units[unit.index()].placing else { continue };
        let name = &it.campaign[unit].name;
        let grounds = bars.iter().map(|bar| match bar.note.as_str() {
            "" => lang.ground(bar.ground).to_owned(),
            note => format!("{} ({note})", lang.ground(bar.ground)),
        });
        let grounds = grounds.collect::<Vec<_>>().join("; ");
        screen::answer(normal::clean(&format!(
            "{} {name}: {grounds}",
            of(lang, "Không xét", "Not considered")
        )));
    }
}

fn proposals(it: Scored<'_>, lang: Lang) {
    if it.campaign.awards.is_empty() {
        return;
    }
    screen::answer("");
    for (award, proposal) in it.campaign.awards.iter().zip(&it.board.proposals) {
        let units: Vec<&str> =
            proposal.units.iter().map(|unit| it.campaign[*unit].name.as_str()).collect();
        let units = if units.is_empty() {
            of(lang, "chưa có đơn vị nào", "no unit yet").to_owned()
        } else {
            units.join(", ")
        };
        let word = match &award.decision {
            Some(_) => of(lang, "Được tặng", "Given"),
            None => of(lang, "Đề nghị", "Proposed"),
        };
        screen::answer(normal::clean(&format!("{word} {}: {units}", award.name)));
        for over in &proposal.passed_over {
            let (name, why) = (&it.campaign[over.unit].name, lang.obstacle(&over.because));
            screen::answer(format_args!("  {}", normal::clean(&format!("{name}: {why}"))));
        }
    }
}

/// A unit for programs.
pub(super) fn json(it: Scored<'_>, unit: UnitId, lang: Lang) -> Value {
    let points = |of, stage| words::total(it, unit, of, stage);
    let settled = ScoreStage::Settled;
    let placing = &it.board.units[unit.index()].placing;
    let awards = it.campaign.awards.iter().zip(&it.board.proposals);
    let proposed = awards.filter(|(_, proposal)| proposal.units.contains(&unit));
    let votes = it.campaign.ballots.iter().zip(votes(it, unit));
    let (rank, shared) = match placing {
        Placing::Ranked { rank, shared, .. } => (Some(*rank), *shared),
        _ => (None, false),
    };
    let barred: Vec<&str> = match placing {
        Placing::Barred(bars) => bars.iter().map(|bar| lang.ground(bar.ground)).collect(),
        _ => Vec::new(),
    };
    json!({
        "code": it.campaign[unit].code,
        "name": it.campaign[unit].name,
        "own": points(ScoreOf::Total, ScoreStage::Own),
        "verified": points(ScoreOf::Total, ScoreStage::Verified),
        "bonus": points(ScoreOf::Bonus, settled),
        "penalty": points(ScoreOf::Penalty, settled),
        "total": points(ScoreOf::Total, settled),
        "rank": rank,
        "shared": shared,
        "barred": barred,
        "votes": votes
            .filter_map(|(ballot, votes)| Some((ballot.code.clone(), json!(votes?.to_u64()))))
            .collect::<serde_json::Map<_, _>>(),
        "awards": proposed.map(|(award, _)| award.code.as_str()).collect::<Vec<_>>(),
    })
}
