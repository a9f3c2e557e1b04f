//! `khac_0`: whether a figure is there and is not zero, for use inside `{{#if …}}`.

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::call::Given;
use crate::template::helpers::Entry;

pub(super) static ENTRY: Entry = Entry {
    name: "khac_0",
    example: "{{#if (khac_0 th.TC04)}}, nghiệp đoàn cơ sở {{so th.TC04}} đơn vị{{/if}}",
    meaning: "chỉ in đoạn ở giữa khi có số liệu và số đó khác 0",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let value = match call.given(0)? {
        Given::Figure(id) => call.session.value(id),
        Given::Plain(number) => Some(number),
    };
    let is_there = value.is_some_and(|it| !it.is_zero());
    Ok(if is_there { "có" } else { "" }.to_owned())
}
