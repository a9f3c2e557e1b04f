//! The stages in order: gather, plan, make, write. Progress goes out as events.

mod bench;
mod beside;
pub mod build;
mod carried;
mod changes;
pub mod compare;
pub mod earlier;
pub mod event;
mod expressions;
pub mod feedback;
mod feedback_form;
pub mod forms;
pub mod gather;
pub mod hand_over;
mod issue;
mod judge;
pub mod letters;
mod panel;
pub mod plan;
mod proofreader;
pub mod records;
pub mod standing;
pub mod trace;
pub mod upgrade;
pub mod verify;
mod waive;
pub mod what_if;
