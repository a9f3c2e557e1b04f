//! From provincial workbooks to the papers of a trade-union emulation cluster.
//!
//! The rooms and the way data flows through them are told in `ARCHITECTURE.md`.

pub mod aggregate;
pub mod assets;
pub mod check;
pub mod compose;
pub mod finding;
pub mod formula;
pub mod inspect;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod proof;
pub mod read;
pub mod render;
pub mod score;
pub mod template;
pub mod text;
