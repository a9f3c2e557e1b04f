//! Documents into bytes. A renderer touches no disk.

pub mod pdf;
pub mod xlsx;
