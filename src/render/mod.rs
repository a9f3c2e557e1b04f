//! Documents into bytes. A renderer touches no disk.

pub mod figures;
pub mod form;
pub mod pdf;
pub mod records;
pub mod xlsx;
