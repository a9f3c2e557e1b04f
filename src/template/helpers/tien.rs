//! `tien`: money in the largest unit that keeps it exact.

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::money;

pub(super) static ENTRY: Entry = Entry {
    name: "tien",
    example: "{{tien th.CL09}}",
    meaning: "39,764 tỷ đồng: số tiền đúng, theo đơn vị lớn nhất mà không phải làm tròn",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    call.words(0, |value| Some(money::money(value)))
}
