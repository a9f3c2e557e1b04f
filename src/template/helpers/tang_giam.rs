//! `tang_giam`: the change between two figures in percent.

use rust_decimal::Decimal;

use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::number;

pub(super) static ENTRY: Entry = Entry {
    name: "tang_giam",
    example: "{{tang_giam th.TC12 nt.TC12}} so với năm 2023",
    meaning: "tăng 5,2% so với năm 2023",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let derived =
        Derived { rule: Derivation::ChangePercent, of: call.figure(0)?, by: call.figure(1)? };
    call.print(derived, |change| Some(words(change)))
}

fn words(change: Decimal) -> String {
    let percent = number::at_most(change.abs(), 1);
    if change.is_zero() {
        "không thay đổi".to_owned()
    } else if percent == "0" {
        "gần như không thay đổi".to_owned()
    } else if change > Decimal::ZERO {
        format!("tăng {percent}%")
    } else {
        format!("giảm {percent}%")
    }
}
