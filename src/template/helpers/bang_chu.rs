//! `bang_chu`: a whole number in words.

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::words;

pub(super) static ENTRY: Entry = Entry {
    name: "bang_chu",
    example: "{{bang_chu th.TC05}}",
    meaning: "một trăm ba mươi hai",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    call.words(0, words::words)
}
