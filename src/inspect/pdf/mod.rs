//! The pages of a finished PDF, read back: runs of text with their place, font and size, and the lines
//! that are drawn. The file is hostile until read: what it inflates to, what it draws and how deep it
//! nests is bounded, and whatever is wrong with it, it is [`Unreadable`].
//!
//! Lengths are points (1/72 inch). Places are measured as a person measures a page that lies on the
//! table, turned as `/Rotate` says: x from its left edge, y downwards from its top edge.

mod content;
mod font;
mod lines;
mod path;
mod plane;
mod reader;
mod state;

use std::panic;

use lopdf::Document;
use lopdf::LoadOptions;

use crate::inspect::pdf::reader::Reader;

/// Bytes to which one stream may inflate.
const MOST_OF_STREAM: usize = 64 << 20;

/// Most pages that are read.
const MOST_PAGES: usize = 20_000;

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Width as it is shown.
    pub width: f64,
    /// Height as it is shown.
    pub height: f64,
    /// Its text, in the order in which the file holds it, which is the order of reading.
    pub runs: Vec<Run>,
    /// What is drawn on it.
    pub rules: Vec<Rule>,
}

/// Text of one font and size on one baseline, without a gap wider than a letter's part.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The text, as a search in the PDF finds it.
    pub text: String,
    /// Where it begins, from the left edge.
    pub x: f64,
    /// Its baseline, from the top edge.
    pub y: f64,
    /// How far it goes to the right.
    pub width: f64,
    /// Name of the font without the mark of a subset: `Tinos-Bold`.
    pub font: String,
    /// Size of the font.
    pub size: f64,
    /// Whether it is the paper's or around it: page numbers, the mark of a draft.
    pub is_artifact: bool,
    /// Which marked piece of the page it belongs to, from 1 in their order; 0 outside of any. A
    /// paragraph and a cell are pieces of their own.
    pub piece: usize,
}

/// Something drawn, by its bounds: a line, the frame of a cell, a filled bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Length to the right; 0 for an upright line.
    pub width: f64,
    /// Length downwards; 0 for a level line that is stroked.
    pub height: f64,
    /// Thickness of its stroke; `None` if it is filled.
    pub stroke: Option<f64>,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its runs, with a space where there is a gap.
    pub text: String,
    /// Where it begins, from the left edge.
    pub x: f64,
    /// Its baseline, from the top edge.
    pub y: f64,
    /// Whether it is around the paper.
    pub is_artifact: bool,
}

/// Why the pages of a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no PDF, a damaged one, or one that needs a password.
    Damaged,
    /// It holds more than any paper does.
    TooLarge,
}

/// Reads the pages of a PDF.
///
/// # Errors
/// [`Unreadable`] if they cannot be read.
pub fn read(pdf: &[u8]) -> Result<Vec<Page>, Unreadable> {
    // The parser is foreign code over hostile bytes; a panic in it is a damaged file, not our end.
    panic::catch_unwind(|| pages(pdf)).unwrap_or(Err(Unreadable::Damaged))
}

fn pages(pdf: &[u8]) -> Result<Vec<Page>, Unreadable> {
    let options =
        LoadOptions { max_decompressed_size: Some(MOST_OF_STREAM), ..LoadOptions::default() };
    let document =
        Document::load_mem_with_options(pdf, options).map_err(|_| Unreadable::Damaged)?;
    if document.is_encrypted() {
        return Err(Unreadable::Damaged);
    }
    let mut reader = Reader::new(&document);
    let mut pages = Vec::new();
    for id in document.page_iter() {
        if pages.len() == MOST_PAGES {
            return Err(Unreadable::TooLarge);
        }
        pages.push(content::page(&mut reader, id)?);
    }
    if pages.is_empty() { Err(Unreadable::Damaged) } else { Ok(pages) }
}

#[cfg(test)]
mod tests;
