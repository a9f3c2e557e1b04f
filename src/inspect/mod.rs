//! Reads finished papers back: which figures a PDF or a workbook of ours prints, and where they came
//! from.

pub mod attachment;
pub mod beside;
pub mod find;
pub mod held;
pub mod pdf;
pub mod signatures;
pub mod sources;
pub mod story;
pub mod word;
pub mod wording;
