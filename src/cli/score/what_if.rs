//! `score --what-if TC12.cao-bang=2500`: what another figure would move. Nothing is written.

use serde_json::json;
use thidua::finding::failure::Failure;
use thidua::finding::failure::TomlFault;
use thidua::finding::lang::Lang;
use thidua::model::figure::ScoreOf;
use thidua::model::figure::ScoreStage;
use thidua::model::id::CriterionId;
use thidua::model::id::IndicatorId;
use thidua::model::id::UnitId;
use thidua::model::measure::Measure;
use thidua::pipeline::what_if;
use thidua::pipeline::what_if::Change;
use thidua::pipeline::what_if::Unchangeable;
use thidua::text::fold;
use thidua::text::normal;
use thidua::text::suggest;
use thidua::text::typed;
use thidua::text::typed::Suffix;
use thidua::text::typed::Typed;

use crate::cli::args::Format;
use crate::cli::args::ScoreArgs;
use crate::cli::json;
use crate::cli::named_unit;
use crate::cli::report;
use crate::cli::score;
use crate::cli::score::Scored;
use crate::cli::score::table;
use crate::cli::score::words;
use crate::cli::score::words::of;
use crate::cli::screen;
use crate::cli::status::Status;

pub(super) fn run(before: Scored<'_>, args: &ScoreArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let mut changes = Vec::new();
    for typed in &args.what_if {
        match change(before, typed) {
            Ok(change) => changes.push(change),
            Err(Unclear::Name(fault)) => {
                report::unknown(&fault, lang);
                return Ok(Status::Failed);
            }
            Err(Unclear::Form) => {
                report::refused(
                    of(
                        lang,
                        &format!("“{typed}” không có dạng CHỈ_TIÊU.ĐƠN_VỊ=SỐ"),
                        &format!("“{typed}” is not CODE.UNIT=NUMBER"),
                    ),
                    of(
                        lang,
                        "ví dụ TC12.cao-bang=2500 hoặc TC12.kh.cao-bang=2400",
                        "such as TC12.cao-bang=2500 or TC12.kh.cao-bang=2400",
                    ),
                );
                return Ok(Status::Failed);
            }
        }
    }
    let outcome = match what_if::outcome(before.gathered, &changes)? {
        Ok(outcome) => outcome,
        Err((change, why)) => {
            refuse(before, change, &why, lang);
            return Ok(Status::Failed);
        }
    };
    let board = outcome.scoreboard.as_ref().unwrap_or(before.board);
    let after = Scored { board, ..before };
    match args.common.format {
        Format::Json => {
            let each = |it| before.campaign.unit_ids().map(move |unit| table::json(it, unit, lang));
            json::print(&json!({
                "campaign": before.campaign.name,
                "before": each(before).collect::<Vec<_>>(),
                "after": each(after).collect::<Vec<_>>(),
            }));
        }
        Format::Text => tell(before, after, &changes, lang),
    }
    Ok(score::status(before))
}

/// Why what was typed is no change.
enum Unclear {
    Form,
    Name(TomlFault),
}

/// `TC12.cao-bang=2500`, `TC12.kh.cao-bang=2500`.
fn change(it: Scored<'_>, typed: &str) -> Result<Change, Unclear> {
    let (name, value) = typed.split_once('=').ok_or(Unclear::Form)?;
    let parts: Vec<&str> = name.split('.').map(str::trim).collect();
    let (code, measure, unit) = match parts.as_slice() {
        [code, unit] => (*code, Measure::Actual, *unit),
        [code, measure, unit] => (*code, self::measure(measure).ok_or(Unclear::Form)?, *unit),
        _ => return Err(Unclear::Form),
    };
    let indicator = indicator(it, code)?;
    let unit = named_unit::find(it.campaign, unit).map_err(Unclear::Name)?;
    let factor = it.gathered.declared.catalogue[indicator].factor();
    let Typed::One(number, Suffix::Nothing) = typed::read(value) else { return Err(Unclear::Form) };
    let value = number.checked_mul(factor).ok_or(Unclear::Form)?;
    Ok(Change { unit, indicator, measure, value })
}

fn indicator(it: Scored<'_>, code: &str) -> Result<IndicatorId, Unclear> {
    let catalogue = &it.gathered.declared.catalogue;
    catalogue.find_typed(code).ok_or_else(|| {
        let codes = catalogue.indicators.iter().map(|it| it.code.as_str());
        let nearest = suggest::nearest(code, codes).map(str::to_owned);
        Unclear::Name(TomlFault::Dangling { name: code.to_owned(), nearest })
    })
}

fn measure(typed: &str) -> Option<Measure> {
    let typed = fold::fold(typed);
    Measure::ALL
        .into_iter()
        .find(|it| [it.short(), it.name()].iter().any(|name| fold::fold(name) == typed))
}

fn refuse(it: Scored<'_>, change: Change, why: &Unchangeable, lang: Lang) {
    let catalogue = &it.gathered.declared.catalogue;
    let (code, unit) = (&catalogue[change.indicator].code, &it.campaign[change.unit].name);
    let message = of(
        lang,
        format!("không thử được số khác của {code}, {unit}"),
        format!("{code} of {unit} cannot be tried with another figure"),
    );
    let hint = match why {
        Unchangeable::NothingSent => {
            of(lang, "đơn vị chưa có tệp số liệu đang dùng", "no workbook of the unit is in use")
                .to_owned()
        }
        Unchangeable::NoRow => {
            of(lang, "tệp của đơn vị không có dòng này", "its workbook has no such row").to_owned()
        }
        Unchangeable::Computed(from) => {
            let codes: Vec<&str> = from.iter().map(|it| catalogue[*it].code.as_str()).collect();
            let codes = codes.join(", ");
            of(
                lang,
                format!("số này tính từ {codes}: thử các số đó"),
                format!("it is computed from {codes}: try those"),
            )
        }
        Unchangeable::FromThePast => {
            of(lang, "số này lấy từ kỳ trước", "it is taken from an earlier campaign").to_owned()
        }
    };
    report::refused(&message, &hint);
}

fn tell(before: Scored<'_>, after: Scored<'_>, changes: &[Change], lang: Lang) {
    screen::answer(of(
        lang,
        "Thử số khác; không ghi gì vào tệp nào.",
        "Trying other figures; nothing is written.",
    ));
    for change in changes {
        let indicator = &before.gathered.declared.catalogue[change.indicator];
        let value = thidua::text::number::plain(change.value / indicator.factor());
        let unit = &before.campaign[change.unit].name;
        screen::answer(normal::clean(&format!(
            "  {} {} {unit} = {value}",
            indicator.code,
            change.measure.title()
        )));
    }
    screen::answer("");
    let mut moved = false;
    for unit in before.campaign.unit_ids() {
        moved |= tell_unit(before, after, unit, lang);
    }
    moved |= tell_awards(before, after, lang);
    if !moved {
        screen::answer(of(
            lang,
            "Không có điểm, thứ hạng hay đề nghị nào thay đổi.",
            "No points, ranks or proposals move.",
        ));
    }
}

/// What moves for one unit; whether anything does.
fn tell_unit(before: Scored<'_>, after: Scored<'_>, unit: UnitId, lang: Lang) -> bool {
    let total = |it| {
        words::points(before.criteria, words::total(it, unit, ScoreOf::Total, ScoreStage::Settled))
    };
    let rank = |it: Scored<'_>| words::placing(&it.board.units[unit.index()].placing, lang);
    let (was, is) = (total(before), total(after));
    let (rank_was, rank_is) = (rank(before), rank(after));
    let criteria: Vec<String> =
        before.criteria.ids().filter_map(|id| criterion(before, after, unit, id, lang)).collect();
    if was == is && rank_was == rank_is && criteria.is_empty() {
        return false;
    }
    let (score, place) = of(lang, ("điểm", "xếp thứ"), ("score", "rank"));
    let name = &before.campaign[unit].name;
    screen::answer(normal::clean(&format!(
        "{name}: {score} {was} → {is}, {place} {rank_was} → {rank_is}"
    )));
    for line in criteria {
        screen::answer(format_args!("  {line}"));
    }
    true
}

/// A criterion whose counted points move. The panel's word stands, so the settled ones need not.
fn criterion(
    before: Scored<'_>,
    after: Scored<'_>,
    unit: UnitId,
    id: CriterionId,
    lang: Lang,
) -> Option<String> {
    let points = |it: Scored<'_>, stage| {
        let score = &it.board.units[unit.index()].scores[id.index()];
        words::points(it.criteria, score.at(stage))
    };
    let counted = |it| points(it, ScoreStage::Counted);
    let (was, is) = (counted(before), counted(after));
    if was == is {
        return None;
    }
    let (by, kept) = of(lang, ("theo số liệu", "điểm chốt"), ("counted", "settled"));
    let settled = points(after, ScoreStage::Settled);
    Some(format!("{}: {by} {was} → {is}; {kept} {settled}", before.criteria[id].code))
}

fn tell_awards(before: Scored<'_>, after: Scored<'_>, lang: Lang) -> bool {
    let mut moved = false;
    let names = |units: &[UnitId]| {
        let names: Vec<&str> = units.iter().map(|it| before.campaign[*it].name.as_str()).collect();
        if names.is_empty() { "-".to_owned() } else { names.join(", ") }
    };
    let pairs = before.board.proposals.iter().zip(&after.board.proposals);
    for (award, (was, is)) in before.campaign.awards.iter().zip(pairs) {
        if was.units == is.units {
            continue;
        }
        moved = true;
        let word = of(lang, "Đề nghị", "Proposed for");
        screen::answer(normal::clean(&format!(
            "{word} {}: {} → {}",
            award.name,
            names(&was.units),
            names(&is.units)
        )));
    }
    moved
}
