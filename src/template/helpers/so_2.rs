//! `so_2`: a count with a leading zero below ten, as official papers write it.

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::number;

pub(super) static ENTRY: Entry = Entry {
    name: "so_2",
    example: "{{so_2 giao_uoc.so_ban}} bản",
    meaning: "08 bản: số đếm nhỏ, thêm số 0 ở trước",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    call.words(0, |value| Some(number::padded(value, 2)))
}
