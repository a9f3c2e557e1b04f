//! `viet_hoa`: words in capitals.

use crate::finding::failure::CallNeeds;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::case;

pub(super) static ENTRY: Entry =
    Entry {
        name: "viet_hoa", example: "{{viet_hoa cum.ten}}", meaning: "CỤM THI ĐUA SỐ 5", run
    };

fn run(call: &Call<'_, '_>) -> Answer {
    let text = call.value(0)?.as_str().ok_or_else(|| call.needs(CallNeeds::Words))?;
    Ok(case::upper(text))
}
