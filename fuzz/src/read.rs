//! Half of the room `read`.

#[path = "../../src/read/workbook/mod.rs"]
pub mod workbook;
