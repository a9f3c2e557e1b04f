//! `ngay_thang_nam`: a date in the words of the law; an unknown one prints the gap.

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::date;

pub(super) static ENTRY: Entry = Entry {
    name: "ngay_thang_nam",
    example: "{{ngay_thang_nam giao_uoc.ngay}}",
    meaning: "ngày 05 tháng 01 năm 2026; chưa có ngày thì để khoảng trống",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    Ok(call.date(0)?.map_or_else(|| date::blank_long(None), |date| date.long()))
}
