//! Words for findings and failures in English.
//!
//! The form, its sheets and its columns keep their Vietnamese names, since that is what stands in
//! the workbook; figures are written as on the form, with `.` between thousands.

mod facts;
mod failures;
mod refusals;

pub(super) use facts::fact;
pub(super) use failures::failure;
pub(super) use failures::toml_fault;

/// What to do, with the name that was probably meant in front.
fn suggestion(nearest: Option<&str>, otherwise: &str) -> String {
    match nearest {
        Some(nearest) => format!("is “{nearest}” meant? If not, {otherwise}"),
        None => otherwise.to_owned(),
    }
}
