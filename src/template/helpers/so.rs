//! `so`: an exact number.

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::number;

pub(super) static ENTRY: Entry = Entry {
    name: "so",
    example: "{{so th.TC10}} đoàn viên",
    meaning: "339.739 đoàn viên: số đúng, có dấu chấm hàng nghìn; điểm thì đủ số lẻ như điểm công bố",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let decimals = call.published(0)?;
    call.words(0, |value| {
        Some(decimals.map_or_else(|| number::plain(value), |it| number::fixed(value, it)))
    })
}
