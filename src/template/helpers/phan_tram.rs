//! `phan_tram`: a percentage; with two figures the share of the first in the second.

use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::number;

pub(super) static ENTRY: Entry = Entry {
    name: "phan_tram",
    example: "{{phan_tram th.TC15}} hoặc {{phan_tram th.TC11 th.TC10}}",
    meaning: "92,35%; tối đa hai số lẻ, hoặc le=1",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let decimals = call.number_option("le")?.and_then(|it| it.try_into().ok()).unwrap_or(2);
    let words = |value| Some(format!("{}%", number::at_most(value, decimals)));
    if !call.has(1) {
        return call.words(0, words);
    }
    let derived = Derived { rule: Derivation::Percent, of: call.figure(0)?, by: call.figure(1)? };
    call.print(derived, words)
}
