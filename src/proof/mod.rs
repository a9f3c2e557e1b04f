//! Reads a composed [`Document`](crate::model::document::Document) as a careful colleague would before
//! it is signed: numbers that nothing backs, names and regulations out of date, words that lie.
