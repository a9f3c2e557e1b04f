//! `ty_le_dat`: how much of a target was reached, by the indicator's direction.

use rust_decimal::Decimal;

use crate::model::catalogue::Direction;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::model::reached::Reached;
use crate::model::reached::reached;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::number;

pub(super) static ENTRY: Entry = Entry {
    name: "ty_le_dat",
    example: "{{ty_le_dat th.TC12 kh.TC12}}",
    meaning: "đạt 104,3% chỉ tiêu; chỉ tiêu càng thấp càng tốt, hoặc bằng 0, thì nói đạt hay chưa",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let derived = Derived { rule: Derivation::Percent, of: call.figure(0)?, by: call.figure(1)? };
    let indicator = &call.session.catalogue()[derived.of.indicator];
    let [actual, target] = [derived.of, derived.by].map(|it| call.session.value(it.into()));
    let Some((actual, target)) = actual.zip(target) else {
        return call.print(derived, |_| None);
    };
    let reached = reached(indicator.direction, target, actual);
    if reached.percent.is_none() {
        return Ok(without_percent(indicator, reached, target, actual));
    }
    match indicator.direction {
        Direction::Up => call.print(derived, |it| Some(format!("đạt {}% chỉ tiêu", shown(it)))),
        Direction::Down => {
            let met = if reached.is_met() { "đạt" } else { "chưa đạt" };
            let words = |it| Some(format!("{met} chỉ tiêu (bằng {}% mức đề ra)", shown(it)));
            call.print(derived, words)
        }
    }
}

fn shown(percent: Decimal) -> String {
    number::percent_of_target(percent)
}

/// Where one of the two is nothing, no percentage says what was reached.
fn without_percent(
    indicator: &Indicator,
    reached: Reached,
    target: Decimal,
    actual: Decimal,
) -> String {
    match (reached.is_met(), indicator.direction) {
        (true, Direction::Down) if actual.is_zero() => {
            format!("đạt chỉ tiêu ({})", none_of(indicator))
        }
        (true, _) => "đạt chỉ tiêu".to_owned(),
        (false, Direction::Down) if target.is_zero() => {
            format!("chưa đạt chỉ tiêu là {}", none_of(indicator))
        }
        (false, _) => "chưa đạt chỉ tiêu".to_owned(),
    }
}

/// `không có vụ nào`.
fn none_of(indicator: &Indicator) -> String {
    match indicator.kind {
        Kind::Count => format!("không có {} nào", indicator.unit),
        Kind::Money | Kind::Percent | Kind::Average | Kind::YesNo => "bằng 0".to_owned(),
    }
}
