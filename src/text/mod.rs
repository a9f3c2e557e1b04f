//! The Vietnamese room: how words, numbers, dates and money are read and written.
//!
//! Everything here is a pure function of its arguments: no file, no clock, no locale of the
//! machine. Text that comes from outside passes [`normal::clean`] once, at the edge; two
//! writings of a name are compared through [`fold::fold`]; what is printed is written by
//! [`number`], [`money`], [`words`], [`date`] and [`order`] and by nothing else.

pub mod case;
pub mod cell_format;
pub mod citation;
pub mod claims;
pub mod collate;
pub mod date;
pub mod digest;
pub mod fold;
pub mod hedge;
pub mod legacy;
pub mod list;
mod lookalike;
pub mod money;
pub mod normal;
pub mod number;
pub mod order;
pub mod provinces;
pub mod revision;
pub mod spelling;
pub mod suggest;
mod syllable;
pub mod typed;
pub mod unit_name;
pub mod width;
pub mod words;
