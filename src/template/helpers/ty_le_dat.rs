//! `ty_le_dat`: how much of a target was reached, by the indicator's direction.

use rust_decimal::Decimal;

use crate::model::catalogue::Direction;
use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::number;

pub(super) static ENTRY: Entry = Entry {
    name: "ty_le_dat",
    example: "{{ty_le_dat th.TC12 kh.TC12}}",
    meaning: "đạt 104,3% chỉ tiêu; chỉ tiêu càng thấp càng tốt thì nói đạt hay chưa",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let derived = Derived { rule: Derivation::Percent, of: call.figure(0)?, by: call.figure(1)? };
    let direction = call.session.catalogue()[derived.of.indicator].direction;
    call.print(derived, |percent| Some(words(percent, direction)))
}

fn words(percent: Decimal, direction: Direction) -> String {
    let shown = number::percent_of_target(percent);
    match direction {
        Direction::Up => format!("đạt {shown}% chỉ tiêu"),
        Direction::Down if percent <= Decimal::ONE_HUNDRED => {
            format!("đạt chỉ tiêu (bằng {shown}% mức đề ra)")
        }
        Direction::Down => format!("chưa đạt chỉ tiêu (bằng {shown}% mức đề ra)"),
    }
}
