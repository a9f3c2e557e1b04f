//! Findings about what provinces sent, failures of the program itself, and the words for both.
//!
//! A [`Finding`](fact::Finding) is data and never stops a stage; a [`Failure`](failure::Failure)
//! means that the program could not do its work. Facts hold no sentences: each language words
//! them in a room of its own, and what a kind of finding means is told in [`explain`].

mod english;
pub mod explain;
pub mod fact;
pub mod failure;
pub mod findings;
pub mod lang;
mod phrase;
pub mod refusal;
mod vietnamese;
