//! The rooms that read what is hostile, without the rest of the program.
#![allow(dead_code, unused_imports, missing_docs, reason = "only a part of the library is here")]

#[path = "../../src/finding/mod.rs"]
pub mod finding;
#[path = "../../src/model/mod.rs"]
pub mod model;
pub mod read;
#[path = "../../src/text/mod.rs"]
pub mod text;
