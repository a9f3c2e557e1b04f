//! Documents into bytes. A renderer touches no disk.

pub mod docx;
pub mod figures;
pub mod form;
pub mod panel;
pub mod pdf;
mod points;
pub mod records;
pub mod xlsx;
