//! `diem_phan_tram`: the change of a percentage, in points.

use rust_decimal::Decimal;

use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::number;

pub(super) static ENTRY: Entry = Entry {
    name: "diem_phan_tram",
    example: "{{diem_phan_tram th.TC17 nt.TC17}}",
    meaning: "tăng 1,52 điểm phần trăm: thay đổi của một tỷ lệ",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let derived =
        Derived { rule: Derivation::Difference, of: call.figure(0)?, by: call.figure(1)? };
    call.print(derived, |change| Some(words(change)))
}

fn words(change: Decimal) -> String {
    let points = number::at_most(change.abs(), 2);
    if points == "0" {
        "không thay đổi".to_owned()
    } else if change > Decimal::ZERO {
        format!("tăng {points} điểm phần trăm")
    } else {
        format!("giảm {points} điểm phần trăm")
    }
}
