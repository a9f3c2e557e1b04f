//! Words for findings and failures in Vietnamese.
//!
//! Plain sentences for a clerk: lower case, no full stop, “…” around what was typed; the hint
//! says what to do. What a province sent is never called an error (`lỗi`), only "cần sửa".

mod facts;
mod failures;
mod refusals;

pub(super) use facts::fact;
pub(super) use failures::failure;
pub(super) use failures::toml_fault;

/// What to do, with the name that was probably meant in front.
fn suggestion(nearest: Option<&str>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("có phải là “{nearest}”? Nếu không, {otherwise}"),
        None => otherwise.to_owned(),
    }
}
