//! A paper as passages of words that know which of them are figures, and which are quoted.

use std::ops::Range;

use crate::finding::fact::paper::Spot;
use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::document::Inline;
use crate::model::figure::FigureRef;
use crate::proof::Context;
use crate::proof::source::Sources;
use crate::text::date::Date;
use crate::text::normal;

/// How many characters before and behind a place are told.
const AROUND: usize = 45;

/// The most remarks that are looked for in a passage which does not begin with a unit's name.
const MOST_REMARKS: usize = 2_000;

/// A paper.
pub(super) struct Paper<'a> {
    /// The day that it speaks from.
    pub(super) dated: Date,
    /// Its words from the subject to the notes of its annexes.
    pub(super) passages: Vec<Passage>,
    context: Context<'a>,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A title, a heading, a note of a table.
    Title,
    /// A paragraph or an item.
    Prose,
    /// A legal basis.
    Basis,
}

/// A paragraph, a heading or an item.
pub(super) struct Passage {
    pub(super) kind: Kind,
    /// Under which heading.
    pub(super) part: String,
    pub(super) text: String,
    /// Where figures are printed in it.
    pub(super) figures: Vec<(Range<usize>, FigureRef)>,
    /// Words that a unit wrote.
    pub(super) quoted: Vec<Range<usize>>,
}

/// A place in a paper: which passage, and where in it.
#[derive(Debug, Clone)]
pub(super) struct At {
    pub(super) passage: usize,
    pub(super) range: Range<usize>,
}

impl Passage {
    /// Whether a place touches none of the figures and of the quoted words.
    pub(super) fn is_typed(&self, at: &Range<usize>) -> bool {
        let apart = |other: &Range<usize>| other.end <= at.start || at.end <= other.start;
        self.figures.iter().all(|(it, _)| apart(it)) && !self.is_quoted(at)
    }

    /// Whether a place lies in words that a unit wrote.
    pub(super) fn is_quoted(&self, at: &Range<usize>) -> bool {
        self.quoted.iter().any(|it| it.start <= at.start && at.end <= it.end)
    }

    /// The sentence around a place.
    pub(super) fn sentence(&self, at: &Range<usize>) -> &str {
        let ends = |text: &str| text.rfind(". ").map(|it| it + 2);
        let start = ends(&self.text[..at.start]).unwrap_or(0);
        let end = self.text[at.end..].find(". ").map_or(self.text.len(), |it| at.end + it + 1);
        &self.text[start..end]
    }

    /// The stretch around a place that holds no figure.
    pub(super) fn stretch(&self, at: &Range<usize>) -> Range<usize> {
        let before = self.figures.iter().map(|(it, _)| it.end).filter(|it| *it <= at.start);
        let behind = self.figures.iter().map(|(it, _)| it.start).filter(|it| *it >= at.end);
        before.max().unwrap_or(0)..behind.min().unwrap_or(self.text.len())
    }
}

impl<'a> Paper<'a> {
    pub(super) fn of(document: &Document, context: Context<'a>) -> Self {
        let mut reader = Reader { document, part: String::new(), passages: Vec::new() };
        for line in std::iter::once(&document.title).chain(&document.subject) {
            reader.words(Kind::Title, line);
        }
        reader.blocks(&document.blocks);
        for annex in &document.annexes {
            reader.part.clone_from(&annex.label);
            reader.words(Kind::Title, &annex.title);
            for table in &annex.tables {
                table.notes.iter().for_each(|it| reader.words(Kind::Title, it));
            }
        }
        let mut passages = reader.passages;
        passages.iter_mut().for_each(|it| it.quoted = quoted(context, &it.text));
        Self { dated: document.dated, passages, context }
    }

    /// Passages with their positions.
    pub(super) fn numbered(&self) -> impl Iterator<Item = (usize, &Passage)> {
        self.passages.iter().enumerate()
    }

    /// Words for a place: under which heading, what stands there, and where it was typed.
    pub(super) fn spot(&self, at: &At, sources: &Sources) -> Spot {
        let passage = &self.passages[at.passage];
        Spot {
            part: normal::clean(&passage.part),
            words: excerpt(&passage.text, &at.range),
            typed: sources.line(passage, &at.range),
        }
    }

    /// The campaign that it belongs to.
    pub(super) fn context(&self) -> Context<'a> {
        self.context
    }
}

/// Collects passages in reading order.
struct Reader<'d> {
    document: &'d Document,
    part: String,
    passages: Vec<Passage>,
}

impl Reader<'_> {
    fn words(&mut self, kind: Kind, text: &str) {
        self.push(kind, text.to_owned(), Vec::new());
    }

    fn push(&mut self, kind: Kind, text: String, figures: Vec<(Range<usize>, FigureRef)>) {
        if !text.trim().is_empty() {
            let part = self.part.clone();
            self.passages.push(Passage { kind, part, text, figures, quoted: Vec::new() });
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { label, content, .. } => {
                    let (text, figures) = self.line(content);
                    self.part = format!("{label} {text}").trim().to_owned();
                    self.push(Kind::Title, text, figures);
                }
                Block::Paragraph { content } => {
                    let (text, figures) = self.line(content);
                    self.push(Kind::Prose, text, figures);
                }
                Block::List { items, .. } => items.iter().for_each(|it| self.blocks(&it.blocks)),
                Block::Chart { .. } => {}
                Block::LegalBases { lines } => {
                    lines.iter().for_each(|it| self.words(Kind::Basis, it));
                }
                Block::Table { table } => {
                    table.notes.iter().for_each(|it| self.words(Kind::Title, it));
                }
                // Names and titles of persons, which the campaign holds.
                Block::Signature { .. }
                | Block::SignaturePair { .. }
                | Block::SignatureGrid { .. } => {}
            }
        }
    }

    fn line(&self, content: &[Inline]) -> (String, Vec<(Range<usize>, FigureRef)>) {
        let (mut text, mut figures) = (String::new(), Vec::new());
        self.inlines(content, &mut text, &mut figures);
        (text, figures)
    }

    fn inlines(
        &self,
        content: &[Inline],
        text: &mut String,
        figures: &mut Vec<(Range<usize>, FigureRef)>,
    ) {
        for inline in content {
            match inline {
                Inline::Text { text: words } => text.push_str(words),
                Inline::Strong { content } | Inline::Emphasis { content } => {
                    self.inlines(content, text, figures);
                }
                Inline::Figure { n, text: words } => {
                    let start = text.len();
                    text.push_str(words);
                    let figure = self.document.printed.get(*n).map(|it| it.figure);
                    figures.extend(figure.map(|it| (start..text.len(), it)));
                }
                Inline::Break => text.push(' '),
            }
        }
    }
}

/// Words of a passage that units wrote. One that begins with a unit's name holds that unit's words.
fn quoted(context: Context<'_>, text: &str) -> Vec<Range<usize>> {
    let campaign = context.campaign;
    let begins = text.split_once(':').map(|(name, _)| name.trim());
    let unit = begins.and_then(|name| campaign.unit_ids().find(|id| campaign[*id].name == name));
    let of = context.submissions.iter().filter(|it| unit.is_none() || it.unit == unit);
    let remarks = of.flat_map(|it| &it.remarks).take(MOST_REMARKS);
    remarks
        .filter(|it| !it.text.is_empty())
        .filter_map(|it| text.find(&it.text).map(|at| at..at + it.text.len()))
        .collect()
}

/// The words around a place, whole words only.
fn excerpt(text: &str, at: &Range<usize>) -> String {
    let before: Vec<char> = text[..at.start].chars().rev().take(AROUND).collect();
    let behind: String = text[at.end..].chars().take(AROUND).collect();
    let before: String = before.into_iter().rev().collect();
    let cut_before = before.len() < at.start;
    let cut_behind = at.end + behind.len() < text.len();
    let before = match before.split_once(' ') {
        Some((_, rest)) if cut_before => format!("…{rest}"),
        _ => before,
    };
    let behind = match behind.rsplit_once(' ') {
        Some((rest, _)) if cut_behind => format!("{rest}…"),
        _ => behind,
    };
    normal::clean(&format!("{before}{}{behind}", &text[at.clone()]))
}
