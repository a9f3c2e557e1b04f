//! How the points of one unit arose: from the cells to the rank.

use rust_decimal::Decimal;
use serde_json::Value;
use serde_json::json;
use thidua::finding::lang::Lang;
use thidua::model::criteria::CriterionKind;
use thidua::model::figure::FigureId;
use thidua::model::figure::ScoreOf;
use thidua::model::figure::ScoreStage;
use thidua::model::id::CriterionId;
use thidua::model::id::UnitId;
use thidua::model::marks::Mark;
use thidua::model::place::CellRef;
use thidua::model::scoreboard::Counted;
use thidua::model::scoreboard::HowCounted;
use thidua::model::scoreboard::Placing;
use thidua::model::scoreboard::Score;
use thidua::score;
use thidua::text::normal;
use thidua::text::number;

use crate::cli::score::Scored;
use crate::cli::score::words;
use crate::cli::score::words::of;
use crate::cli::screen;

/// Cells of one figure that are named before "and so many more".
const MOST_CELLS: usize = 3;

pub(super) fn tell(it: Scored<'_>, unit: UnitId, lang: Lang) {
    let campaign = it.campaign;
    screen::answer(format_args!(
        "{}, {}, {}",
        campaign[unit].full_name,
        campaign.cluster.name,
        campaign.period.title()
    ));
    for (index, group) in (0_u32..).zip(&it.criteria.groups) {
        let sum = words::total(it, unit, ScoreOf::Group(index), ScoreStage::Settled);
        let (sum, max) = (words::points(it.criteria, sum), number::plain(group.max));
        screen::answer(normal::clean(&format!("{}. {}: {sum}/{max}", group.code, group.title)));
        for criterion in it.criteria.of_group(index as usize) {
            tell_criterion(it, unit, criterion, lang);
        }
    }
    screen::answer("");
    tell_total(it, unit, lang);
}

fn tell_criterion(it: Scored<'_>, unit: UnitId, id: CriterionId, lang: Lang) {
    let criterion = &it.criteria[id];
    let most = of(lang, "tối đa", "at most");
    let max = number::plain(criterion.max);
    let title = format!("  {} {} ({most} {max})", criterion.code, criterion.name);
    screen::answer(title.trim_end());
    let score = &it.board.units[unit.index()].scores[id.index()];
    if let Some(counted) = &score.counted {
        line(it, of(lang, "theo số liệu", "counted"), counted.points, &how(it, counted, lang));
        for figure in figures(&counted.how) {
            screen::answer(format_args!("{:22}{}", "", source(it, figure)));
        }
    }
    let stages = [
        (of(lang, "tự chấm", "own"), &score.own),
        (of(lang, "thẩm định", "verified"), &score.verified),
        (of(lang, "sau giải trình", "explained"), &score.explained),
    ];
    for (stage, mark) in stages {
        if let Some(mark) = mark {
            line(it, stage, mark.points, &place(mark));
        }
    }
    if score.at(ScoreStage::Settled).is_none() {
        screen::answer(of(lang, "    chưa chốt", "    not settled"));
    }
}

fn line(it: Scored<'_>, stage: &str, points: Decimal, rest: &str) {
    let points = words::points(it.criteria, Some(points));
    screen::answer(format!("    {stage:14}{points:>7}  {rest}").trim_end());
}

/// `submissions/cao-bang.xlsx › Tự chấm điểm!E7 “…”`.
fn place(mark: &Mark) -> String {
    let cell = at(&mark.cell);
    match mark.note.as_str() {
        "" => cell,
        note => format!("{cell} “{}”", normal::clean(note)),
    }
}

fn at(cell: &CellRef) -> String {
    normal::clean(&format!("{} › {}!{}", cell.file, cell.sheet, cell.cell))
}

/// How points were counted.
fn how(it: Scored<'_>, counted: &Counted, lang: Lang) -> String {
    let plain = number::plain;
    match &counted.how {
        HowCounted::Target { reached: Some(percent), .. } => {
            let percent = number::percent_of_target(*percent);
            of(lang, format!("đạt {percent}% mức đề ra"), format!("{percent}% of the target"))
        }
        HowCounted::Target { reached: None, .. } => {
            let met = counted.points > Decimal::ZERO;
            let vi = if met { "đạt mức đề ra" } else { "chưa đạt mức đề ra" };
            of(lang, vi, if met { "target met" } else { "target not met" }).to_owned()
        }
        HowCounted::Done { .. } => of(lang, "có hoặc không", "yes or no").to_owned(),
        HowCounted::Count { figure, each } => {
            let count = shown(it, *figure);
            of(
                lang,
                format!("{count} × {} điểm", plain(*each)),
                format!("{count} × {}", plain(*each)),
            )
        }
        HowCounted::Findings { count, each } => of(
            lang,
            format!("{count} điểm số liệu cần sửa, cần xem lại × {} điểm", plain(*each)),
            format!("{count} open findings × {}", plain(*each)),
        ),
        HowCounted::Late { count, each } => of(
            lang,
            format!("{count} tệp gửi chậm × {} điểm", plain(*each)),
            format!("{count} late files × {}", plain(*each)),
        ),
        HowCounted::Expression { source, .. } => source.clone(),
    }
}

fn figures(how: &HowCounted) -> Vec<FigureId> {
    match how {
        HowCounted::Target { actual, target, leader, .. } => {
            [Some(*actual), Some(*target), *leader].into_iter().flatten().collect()
        }
        HowCounted::Done { figure } | HowCounted::Count { figure, .. } => vec![*figure],
        HowCounted::Findings { .. } | HowCounted::Late { .. } => Vec::new(),
        HowCounted::Expression { figures, .. } => figures.clone(),
    }
}

/// A figure in the form's unit.
fn shown(it: Scored<'_>, id: FigureId) -> String {
    let indicator = &it.gathered.declared.catalogue[id.indicator];
    let value = it.gathered.dataset.figure(id).value;
    value.map_or_else(
        || "-".to_owned(),
        |value| number::at_most(value / indicator.factor(), indicator.decimals.max(2)),
    )
}

/// `QH05 Thực hiện 80,2 ← submissions/…!F48, …`.
fn source(it: Scored<'_>, id: FigureId) -> String {
    let code = &it.gathered.declared.catalogue[id.indicator].code;
    let whose = match id.owner.unit() {
        Some(unit) => format!(" {}", it.campaign[unit].name),
        None => String::new(),
    };
    let cells = it.gathered.dataset.sources(id);
    let mut places: Vec<String> = cells.iter().take(MOST_CELLS).map(|it| at(it)).collect();
    if cells.len() > MOST_CELLS {
        places.push(format!("… (+{})", cells.len() - MOST_CELLS));
    }
    let (title, value) = (id.measure.title(), shown(it, id));
    format!("{code} {title}{whose} {value} ← {}", places.join(", "))
}

fn tell_total(it: Scored<'_>, unit: UnitId, lang: Lang) {
    let settled = |of| words::points(it.criteria, words::total(it, unit, of, ScoreStage::Settled));
    let parts = [ScoreOf::Merit, ScoreOf::Bonus, ScoreOf::Penalty, ScoreOf::Total].map(settled);
    let [merit, bonus, penalty, total] = parts;
    screen::answer(of(
        lang,
        format!("Điểm chuẩn {merit} + thưởng {bonus} − trừ {penalty} = {total}"),
        format!("Scale {merit} + bonus {bonus} − penalty {penalty} = {total}"),
    ));
    let total = words::total(it, unit, ScoreOf::Total, ScoreStage::Settled);
    let exact = score::exact_total(it.criteria, &it.board.units[unit.index()].scores);
    if let Some(exact) = exact.filter(|it| Some(*it) != total) {
        let exact = number::plain(exact);
        screen::answer(of(
            lang,
            format!("Tổng điểm trước khi làm tròn {exact}"),
            format!("Total before rounding {exact}"),
        ));
    }
    let own = words::points(it.criteria, words::total(it, unit, ScoreOf::Total, ScoreStage::Own));
    screen::answer(of(lang, format!("Tự chấm {own}"), format!("Own score {own}")));
    screen::answer(placed(it, unit, lang));
    for (award, proposal) in it.campaign.awards.iter().zip(&it.board.proposals) {
        if proposal.units.contains(&unit) {
            let word = of(lang, "Đề nghị", "Proposed for");
            screen::answer(normal::clean(&format!("{word} {}", award.name)));
        }
    }
}

/// The place of a unit, what decided it, or why there is none.
fn placed(it: Scored<'_>, unit: UnitId, lang: Lang) -> String {
    let placing = &it.board.units[unit.index()].placing;
    let told = match placing {
        Placing::Ranked { decided_by, .. } => {
            let (rank, units) = (words::placing(placing, lang), it.campaign.units.len());
            let decided = decided_by.as_ref().map(|tie| words::tie(it, tie, lang));
            let vi = decided.as_ref().map(|it| format!("; bằng điểm, xét {it}"));
            let en = decided.as_ref().map(|it| format!("; tie decided by {it}"));
            of(
                lang,
                format!("Xếp thứ {rank} trong {units} đơn vị{}", vi.unwrap_or_default()),
                format!("Rank {rank} of {units} units{}", en.unwrap_or_default()),
            )
        }
        Placing::Barred(bars) => {
            let grounds: Vec<&str> = bars.iter().map(|bar| lang.ground(bar.ground)).collect();
            format!("{}: {}", of(lang, "Không xét", "Not considered"), grounds.join("; "))
        }
        Placing::Open { missing: 0 } => of(
            lang,
            "Chưa xếp thứ: đơn vị khác còn điểm chưa chốt",
            "No rank: points of others are open",
        )
        .to_owned(),
        Placing::Open { missing } => of(
            lang,
            format!("Chưa xếp thứ: còn {missing} tiêu chí chưa chốt điểm"),
            format!("No rank: points of {missing} criteria are open"),
        ),
    };
    normal::clean(&told)
}

/// Every criterion for programs.
pub(super) fn json(it: Scored<'_>, unit: UnitId) -> Value {
    let one = |id: CriterionId| {
        let score: &Score = &it.board.units[unit.index()].scores[id.index()];
        let mark = |mark: &Option<Mark>| {
            mark.as_ref().map(|it| json!({ "points": it.points, "cell": it.cell, "note": it.note }))
        };
        let kind = match it.criteria[id].kind {
            CriterionKind::Merit => "merit",
            CriterionKind::Bonus => "bonus",
            CriterionKind::Penalty => "penalty",
        };
        json!({
            "code": it.criteria[id].code,
            "name": it.criteria[id].name,
            "kind": kind,
            "max": it.criteria[id].max,
            "counted": score.counted.as_ref().map(|it| it.points),
            "own": mark(&score.own),
            "verified": mark(&score.verified),
            "explained": mark(&score.explained),
            "settled": score.at(ScoreStage::Settled),
        })
    };
    it.criteria.ids().map(one).collect()
}
