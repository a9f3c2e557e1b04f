//! `bang_chu_tien`: an amount of money in words.

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::words;

pub(super) static ENTRY: Entry = Entry {
    name: "bang_chu_tien",
    example: "(Bằng chữ: {{bang_chu_tien th.CL06}})",
    meaning: "(Bằng chữ: Mười sáu tỷ đồng)",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    call.words(0, words::money_words)
}
