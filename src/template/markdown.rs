//! Expanded Markdown into blocks. The parser lives here.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;
use pulldown_cmark::TextMergeWithOffset;

use crate::finding::failure::Failure;
use crate::finding::failure::Markup;
use crate::finding::failure::TemplateFault;
use crate::model::document::Block;
use crate::model::document::Inline;
use crate::model::document::Item;
use crate::template::inline;
use crate::template::written::Written;
use crate::text::order;

/// A fenced block: its name, and what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fence {
    /// First word behind the fence, such as `bang`.
    pub name: String,
    /// The other words, such as the name of a table.
    pub argument: String,
}

/// Places a fenced block.
pub type Place<'a> = dyn FnMut(&Fence) -> Result<Vec<Block>, Failure> + 'a;

/// Parses Markdown; `place` gives the blocks for fences, `origin` tells where faults stand.
///
/// # Errors
/// [`Failure::Template`] for anything that an official paper has no form for.
pub fn parse(
    origin: Written<'_>,
    markdown: &str,
    place: &mut Place<'_>,
) -> Result<Vec<Block>, Failure> {
    let parser = Parser::new_ext(markdown, Options::empty()).into_offset_iter();
    let events = TextMergeWithOffset::new(parser);
    let path = origin.source.path;
    let mut reader = Reader { events, at: 0, labels: Labels::default(), place, path };
    reader.blocks(None, 0).map_err(|failure| {
        let start = markdown[..reader.at].rfind('\n').map_or(0, |it| it + 1);
        let line = markdown[start..].lines().next().unwrap_or("");
        origin.placed(failure, line)
    })
}

struct Reader<'a, 'p, I> {
    events: I,
    /// Where the last event begins.
    at: usize,
    labels: Labels,
    place: &'a mut Place<'p>,
    path: &'a str,
}

impl<'e, I: Iterator<Item = (Event<'e>, Range<usize>)>> Reader<'_, '_, I> {
    fn next(&mut self) -> Option<Event<'e>> {
        let (event, range) = self.events.next()?;
        self.at = range.start;
        Some(event)
    }

    /// Blocks up to the end of the surrounding tag.
    fn blocks(&mut self, until: Option<TagEnd>, depth: u8) -> Result<Vec<Block>, Failure> {
        let mut blocks = Vec::new();
        // Words of a tight list item stand without a paragraph around them.
        let mut loose: Vec<Inline> = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::End(end) if Some(end) == until => break,
                Event::Start(tag @ (Tag::Strong | Tag::Emphasis)) => {
                    self.inline(Event::Start(tag), &mut loose)?;
                }
                Event::Start(tag) => {
                    flush(&mut loose, &mut blocks);
                    self.block(tag, depth, &mut blocks)?;
                }
                other => self.inline(other, &mut loose)?,
            }
        }
        flush(&mut loose, &mut blocks);
        Ok(blocks)
    }

    fn block(&mut self, tag: Tag<'e>, depth: u8, blocks: &mut Vec<Block>) -> Result<(), Failure> {
        match tag {
            Tag::Paragraph => {
                let content = self.inlines(TagEnd::Paragraph)?;
                blocks.push(Block::Paragraph { content });
            }
            Tag::Heading { level, .. } => {
                let content = self.inlines(TagEnd::Heading(level))?;
                let level = self.level(level)?;
                blocks.push(Block::Heading { level, label: self.labels.next(level), content });
            }
            Tag::List(start) => blocks.push(self.list(start, depth)?),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                while self.next().is_some_and(|it| it != Event::End(TagEnd::CodeBlock)) {}
                let (name, argument) = info.split_once(' ').unwrap_or((&info, ""));
                let argument = argument.trim().to_owned();
                blocks.extend((self.place)(&Fence { name: name.to_owned(), argument })?);
            }
            other => return Err(self.unusable(&Event::Start(other))),
        }
        Ok(())
    }

    fn list(&mut self, start: Option<u64>, depth: u8) -> Result<Block, Failure> {
        let mut number = start.unwrap_or(1);
        let mut items = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let mark = item_mark(start.map(|_| number), depth);
                    number += 1;
                    let blocks = self.blocks(Some(TagEnd::Item), depth + 1)?;
                    items.push(Item { mark, blocks });
                }
                Event::End(TagEnd::List(_)) => break,
                other => return Err(self.unusable(&other)),
            }
        }
        Ok(Block::List { depth, items })
    }

    fn inlines(&mut self, until: TagEnd) -> Result<Vec<Inline>, Failure> {
        let mut out = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::End(end) if end == until => break,
                other => self.inline(other, &mut out)?,
            }
        }
        Ok(out)
    }

    fn inline(&mut self, event: Event<'e>, out: &mut Vec<Inline>) -> Result<(), Failure> {
        match event {
            Event::Text(text) => inline::split(&text, out).map_err(|fault| self.fault(fault))?,
            Event::SoftBreak => inline::split(" ", out).map_err(|fault| self.fault(fault))?,
            Event::HardBreak => out.push(Inline::Break),
            Event::Start(Tag::Strong) => {
                out.push(Inline::Strong { content: self.inlines(TagEnd::Strong)? });
            }
            Event::Start(Tag::Emphasis) => {
                out.push(Inline::Emphasis { content: self.inlines(TagEnd::Emphasis)? });
            }
            other => return Err(self.unusable(&other)),
        }
        Ok(())
    }

    fn level(&self, level: HeadingLevel) -> Result<u8, Failure> {
        match level {
            HeadingLevel::H1 => Ok(1),
            HeadingLevel::H2 => Ok(2),
            HeadingLevel::H3 => Ok(3),
            _ => Err(self.fault(TemplateFault::NotOnPaper(Markup::Heading))),
        }
    }

    fn unusable(&self, event: &Event<'_>) -> Failure {
        self.fault(TemplateFault::NotOnPaper(markup(event)))
    }

    fn fault(&self, fault: TemplateFault) -> Failure {
        Failure::template(self.path, fault)
    }
}

/// What a clerk calls a part of Markdown.
fn markup(event: &Event<'_>) -> Markup {
    match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => Markup::Html,
        Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => Markup::Code,
        Event::Start(Tag::BlockQuote(_)) => Markup::Quote,
        Event::Start(Tag::Link { .. }) => Markup::Link,
        Event::Start(Tag::Image { .. }) => Markup::Image,
        Event::Rule => Markup::Rule,
        _ => Markup::Other,
    }
}

fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        blocks.push(Block::Paragraph { content: std::mem::take(loose) });
    }
}

/// Khoản `1.` outside, điểm `a)` inside, dashes for the rest (NĐ30, Phụ lục I, II.6).
fn item_mark(number: Option<u64>, depth: u8) -> String {
    match (number.and_then(|it| usize::try_from(it).ok()), depth) {
        (Some(number), 0) => format!("{number}."),
        (Some(number), _) => format!("{})", order::letter(number)),
        (None, _) => "-".to_owned(),
    }
}

/// Numbers of headings: Phần in words, Mục in Roman, khoản in Arabic, each within the one above.
#[derive(Debug, Default)]
struct Labels {
    part: usize,
    section: usize,
    clause: usize,
}

impl Labels {
    fn next(&mut self, level: u8) -> String {
        match level {
            1 => {
                self.part += 1;
                self.section = 0;
                self.clause = 0;
                order::ordinal_part(self.part)
            }
            2 => {
                self.section += 1;
                self.clause = 0;
                format!("{}.", order::roman(self.section))
            }
            _ => {
                self.clause += 1;
                format!("{}.", self.clause)
            }
        }
    }
}

#[cfg(test)]
mod tests;
