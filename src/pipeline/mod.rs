//! The stages in order: gather, plan, make, write. Progress goes out as events.

pub mod build;
pub mod event;
pub mod gather;
pub mod plan;
