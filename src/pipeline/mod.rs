//! The stages in order: gather, plan, make, write. Progress goes out as events.

pub mod build;
mod changes;
pub mod event;
pub mod gather;
pub mod plan;
pub mod records;
pub mod standing;
mod waive;
