//! `ngay`: a date in figures.

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;

pub(super) static ENTRY: Entry = Entry {
    name: "ngay",
    example: "{{ngay hoi_nghi.ngay}}",
    meaning: "21/12/2024; dang=\"ngan\" in 21/12; chưa có ngày thì in …/…/…",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let short = call.word_option("dang")? == Some("ngan");
    Ok(match call.date(0)? {
        Some(date) if short => date.short(),
        Some(date) => date.numeric(),
        None => "…/…/…".to_owned(),
    })
}
