//! What the program promises, kept by tests. One binary, since each one links the typesetter.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod house;
mod source;
