//! `liet_ke`: names one after the other.

use serde_json::Value;

use crate::finding::failure::CallNeeds;
use crate::template::call::Answer;
use crate::template::call::Call;
use crate::template::helpers::Entry;
use crate::text::list;

pub(super) static ENTRY: Entry = Entry {
    name: "liet_ke",
    example: "{{liet_ke ten_don_vi}}",
    meaning: "Cao Bằng, Thái Nguyên và Lạng Sơn; ngoac=\"kep\" đặt mỗi tên trong “…”",
    run,
};

fn run(call: &Call<'_, '_>) -> Answer {
    let quoted = call.word_option("ngoac")? == Some("kep");
    let items = call.value(0)?.as_array().ok_or_else(|| call.needs(CallNeeds::List))?;
    let names = items.iter().filter_map(Value::as_str);
    let names: Vec<String> =
        names.map(|it| if quoted { format!("“{it}”") } else { it.to_owned() }).collect();
    Ok(list::enumerate(&names))
}
