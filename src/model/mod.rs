//! The nouns of the field, as plain data (design: what the words mean is in ARCHITECTURE.md).

pub mod campaign;
pub mod catalogue;
pub mod collection;
pub mod criteria;
pub mod dataset;
pub mod difference;
pub mod document;
pub mod figure;
pub mod file;
pub mod id;
pub mod identity;
pub mod issue;
pub mod marks;
pub mod measure;
pub mod meeting;
pub mod past;
pub mod period;
pub mod place;
pub mod results;
pub mod scoreboard;
pub mod standing;
pub mod submission;
pub mod succession;
pub mod table;
pub mod unit_names;
pub mod value;
