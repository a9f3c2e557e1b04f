//! Findings about what provinces sent, failures of the program itself, and the words for both.
//!
//! A [`Finding`](fact::Finding) is data and never stops a stage; a [`Failure`](failure::Failure)
//! means that the program could not do its work.

mod english;
pub mod fact;
pub mod failure;
pub mod lang;
mod vietnamese;
