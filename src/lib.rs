//! From provincial workbooks to the papers of a trade-union emulation cluster.
//!
//! The rooms and the way data flows through them are told in `ARCHITECTURE.md`.

pub mod assets;
pub mod finding;
pub mod model;
pub mod text;
