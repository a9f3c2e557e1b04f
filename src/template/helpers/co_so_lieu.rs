//! `co_so_lieu`: whether any of several figures is there, for use inside `{{#if …}}`.

use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;

pub(super) static ENTRY: Entry = Entry {
    name: "co_so_lieu",
    example: "{{#if (co_so_lieu th.NC01a th.NC03a)}}### Công tác nữ công{{/if}}",
    meaning: "chỉ in đoạn ở giữa khi có số liệu của ít nhất một chỉ tiêu",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    for index in 0..call.count().max(1) {
        if call.session.value(call.figure(index)?.into()).is_some() {
            return Ok("có".to_owned());
        }
    }
    Ok(String::new())
}
