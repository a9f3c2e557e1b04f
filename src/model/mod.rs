//! The nouns of the field, as plain data (design: what the words mean is in ARCHITECTURE.md).

pub mod campaign;
pub mod catalogue;
pub mod collection;
pub mod dataset;
pub mod difference;
pub mod document;
pub mod figure;
pub mod file;
pub mod id;
pub mod measure;
pub mod past;
pub mod period;
pub mod place;
pub mod standing;
pub mod submission;
pub mod table;
pub mod unit_names;
pub mod value;
