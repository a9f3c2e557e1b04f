//! The rooms that read what is hostile, without the rest of the program.
#![allow(dead_code, unused_imports, missing_docs, reason = "only a part of the library is here")]

#[path = "../../src/finding/mod.rs"]
pub mod finding;
#[path = "../../src/model/mod.rs"]
pub mod model;
#[path = "../../src/text/mod.rs"]
pub mod text;

/// Half of the room `read`.
pub mod read {
    #[path = "../../../src/read/workbook/mod.rs"]
    pub mod workbook;
}
