//! The text of a paper and its annexes.

use crate::finding::failure::Failure;
use crate::model::chart::Chart;
use crate::model::chart::MISSING;
use crate::model::chart::Point;
use crate::model::document::Annex;
use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::document::Inline;
use crate::model::document::Item;
use crate::model::emblem::Emblem;
use crate::model::look::Look;
use crate::model::look::Style;
use crate::render::docx::Pictures;
use crate::render::docx::head;
use crate::render::docx::lists::Lists;
use crate::render::docx::measure::mm;
use crate::render::docx::measure::pt;
use crate::render::docx::namespaces;
use crate::render::docx::package::Parts;
use crate::render::docx::package::Picture;
use crate::render::docx::paragraph::Inlines;
use crate::render::docx::paragraph::lines;
use crate::render::docx::paragraph::new_line;
use crate::render::docx::paragraph::paragraph;
use crate::render::docx::paragraph::run;
use crate::render::docx::picture;
use crate::render::docx::section;
use crate::render::docx::sign;
use crate::render::docx::styles;
use crate::render::docx::styles::Kind;
use crate::render::docx::table;
use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;

/// Layouts whose trích yếu stands under the number (Nghị định 30/2020, Phụ lục I, II.5b).
const LETTER: &str = "cong-van";
/// Layouts whose text lies across.
const ACROSS: &str = "bang-ngang";

/// The parts of the package that are made from the document.
pub(super) fn parts(
    document: &Document,
    look: &Look,
    pictures: Pictures<'_>,
) -> Result<Parts, Failure> {
    let landscape = document.layout == ACROSS;
    let width = section::text_width(look, landscape);
    let mut writing = Writing {
        look,
        width,
        pictures,
        lists: Lists::default(),
        inlines: Inlines::default(),
        made: Vec::new(),
        drawn: Vec::new(),
    };
    let letter = document.layout == LETTER;
    writing.cover(document);
    writing.drawn.extend(head::letterhead(document, look, width, letter));
    if !letter {
        writing.drawn.extend(head::title(document, look, width));
    }
    writing.drawn.extend(head::addressees(document));
    writing.blocks(&document.blocks)?;
    let mut last = section::properties(look, landscape);
    for annex in &document.annexes {
        let end = std::mem::replace(&mut last, section::properties(look, annex.landscape));
        writing.drawn.push(paragraph(Kind::Cell).ending(Some(end)));
        writing.annex(annex);
    }
    // A text ends with a paragraph, which a table is not.
    writing.drawn.push(paragraph(Kind::Cell).element());
    let body = el("w:body").children(writing.drawn).child(last);
    Ok(Parts {
        text: namespaces(el("w:document")).child(body),
        styles: styles::part(look),
        lists: writing.lists.part(look),
        pictures: writing.made,
    })
}

/// Height of an emblem on a cover, millimetres: that of `bia.typ`.
const EMBLEM_HEIGHT: f64 = 28.0;

struct Writing<'a> {
    look: &'a Look,
    width: i64,
    pictures: Pictures<'a>,
    lists: Lists,
    inlines: Inlines,
    made: Vec<Picture>,
    drawn: Vec<Element>,
}

impl Writing<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> Result<(), Failure> {
        for (at, block) in blocks.iter().enumerate() {
            let kept = is_kept(blocks, at);
            self.block(block, kept)?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block, kept: bool) -> Result<(), Failure> {
        match block {
            Block::Heading { level, label, content } => self.heading(*level, label, content),
            Block::Paragraph { content } => self.paragraph(None, content, kept),
            Block::List { items, .. } => self.list(items, kept)?,
            Block::LegalBases { lines: bases } => {
                let bases = bases.iter().map(|it| lines(Kind::LegalBases, [it.as_str()]).element());
                self.drawn.extend(bases);
            }
            Block::Table { table } => {
                let drawn = table::draw(table, self.look, self.width, &mut self.inlines);
                self.drawn.extend(drawn);
            }
            Block::Chart { chart } => self.chart(chart)?,
            Block::Signature { signer, recipients } => {
                self.drawn.extend(sign::one(signer, recipients, self.look, self.width));
            }
            Block::SignaturePair { left, right } => {
                self.drawn.extend(sign::pair(left, right, self.look, self.width));
            }
            Block::SignatureGrid { caption, columns, parties, witness } => {
                let witness = witness.as_ref();
                let drawn = sign::all(caption, *columns, parties, witness, self.look, self.width);
                self.drawn.extend(drawn);
            }
        }
        Ok(())
    }

    /// A cover on a page of its own, with the emblem above.
    fn cover(&mut self, document: &Document) {
        let Some(cover) = &document.cover else { return };
        let third = mm(self.look.page.height / 5.0);
        if let Some(Emblem { png, alternative, .. }) = &cover.emblem {
            let high = mm(EMBLEM_HEIGHT);
            let run = self.picture(png.to_vec(), alternative, |it| picture::width_for(it, high));
            self.drawn.push(paragraph(Kind::Cell).placed("center").with([run]).element());
        }
        let issuer = cover.issuer.iter().map(String::as_str);
        let title = cover.title.iter().map(String::as_str);
        self.drawn.extend([
            lines(Kind::Issuer, issuer).element(),
            lines(Kind::Title, title).spaced(third, third).element(),
            lines(Kind::PlaceDate, [cover.place_date.as_str()]).element(),
            paragraph(Kind::Cell).ending(Some(section::properties(self.look, false))),
        ]);
    }

    /// A picture, as wide as `width` says of its bytes.
    fn picture(&mut self, bytes: Vec<u8>, words: &str, width: impl Fn(&[u8]) -> i64) -> Element {
        let n = self.made.len() + 1;
        let relation = format!("rIdHinh{n}");
        let drawing = picture::drawing(n, &relation, &bytes, words, width(&bytes));
        self.made.push(Picture { name: format!("hinh-{n}.png"), relation, bytes });
        drawing
    }

    /// Phần: label and title on two lines; Mục: `I. TITLE`; khoản: `1. Title`.
    fn heading(&mut self, level: u8, label: &str, content: &[Inline]) {
        let kind = match level {
            1 => Kind::Part,
            2 => Kind::Section,
            _ => Kind::Clause,
        };
        let mut runs = Vec::new();
        if !label.is_empty() && kind == Kind::Part {
            // Only the title is in capitals.
            let style = Style { capitals: false, ..self.look.elements.part };
            runs.extend([plain(label, style), new_line()]);
        } else if !label.is_empty() {
            runs.push(run(&format!("{label} "), None));
        }
        runs.extend(self.inlines.runs(content));
        self.drawn.push(paragraph(kind).with(runs).element());
    }

    fn paragraph(&mut self, list: Option<usize>, content: &[Inline], kept: bool) {
        let mut made = paragraph(Kind::Body);
        if kept {
            made = made.kept();
        }
        if let Some(list) = list {
            made = made.in_list(list);
        }
        let runs = self.inlines.runs(content);
        self.drawn.push(made.with(runs).element());
    }

    /// Items are paragraphs with marks, at every depth; only the first paragraph of an item has one.
    fn list(&mut self, items: &[Item], kept: bool) -> Result<(), Failure> {
        let counted = items.first().and_then(|it| self.lists.begin(&it.mark));
        for (at, item) in items.iter().enumerate() {
            let list = self.lists.item(counted, &item.mark);
            let kept = kept && at + 1 == items.len();
            let mut blocks = item.blocks.iter().enumerate();
            match item.blocks.first() {
                Some(Block::Paragraph { content }) => {
                    self.paragraph(Some(list), content, is_kept(&item.blocks, 0) || kept);
                    blocks.next();
                }
                _ => self.paragraph(Some(list), &[], true),
            }
            for (at, block) in blocks {
                self.block(block, is_kept(&item.blocks, at) || kept)?;
            }
        }
        Ok(())
    }

    /// A chart as a picture, with its words for those who do not see it, and its values below: figures in a
    /// picture could neither be searched nor mended.
    fn chart(&mut self, chart: &Chart) -> Result<(), Failure> {
        let bytes = (self.pictures)(chart)?;
        let width = self.width;
        let drawing = self.picture(bytes, &chart.alternative, |_| width);
        self.drawn.push(lines(Kind::TableTitle, [chart.title.as_str()]).kept().element());
        let unit = lines(Kind::TableNote, [chart.unit_note.as_str()]).placed("right");
        self.drawn.push(unit.kept().element());
        self.drawn.push(paragraph(Kind::Cell).with([drawing]).kept().element());
        let values: Vec<Inline> = chart.points.iter().flat_map(point).collect();
        let told = self.inlines.runs(&values);
        let values = paragraph(Kind::Cell).placed("center").spaced(0, pt(self.look.body.gap));
        self.drawn.push(values.with(told).element());
        Ok(())
    }

    /// Label and title, `(Kèm theo …)`, tables.
    fn annex(&mut self, annex: &Annex) {
        let rows = [annex.label.as_str(), annex.title.as_str()];
        let rows = rows.into_iter().filter(|it| !it.is_empty()).enumerate();
        let mut runs = Vec::new();
        for (at, row) in rows {
            if at > 0 {
                runs.push(new_line());
            }
            let style = if row == annex.label {
                self.look.elements.annex
            } else {
                self.look.elements.annex_title
            };
            runs.push(plain(row, style));
        }
        self.drawn.push(paragraph(Kind::Annex).with(runs).element());
        let below = [&annex.attached_to].into_iter().chain(&annex.note);
        for line in below.filter(|it| !it.is_empty()) {
            self.drawn.push(lines(Kind::AttachedTo, [line.as_str()]).element());
        }
        let width = section::text_width(self.look, annex.landscape);
        for table in &annex.tables {
            self.drawn.extend(table::draw(table, self.look, width, &mut self.inlines));
        }
    }
}

/// `Cao Bằng 2.214`, with room behind it.
fn point(point: &Point) -> [Inline; 3] {
    let text = |text: String| Inline::Text { text };
    let value = match &point.number {
        Some(number) => Inline::Figure { n: number.n, text: number.text.clone() },
        None => text(MISSING.to_owned()),
    };
    // A pair never parts at the end of a line.
    let category = point.category.replace(' ', "\u{a0}");
    [text(format!("{category}\u{a0}")), value, text("    ".to_owned())]
}

/// Letters that are not in capitals although their paragraph is.
fn plain(text: &str, style: Style) -> Element {
    run(text, Some(style))
}

/// Which blocks stay with the next one: those that introduce it, and the last before a signature, so that no
/// signature stands alone on its page.
fn is_kept(blocks: &[Block], at: usize) -> bool {
    let is_signature = |it: &Block| {
        matches!(
            it,
            Block::Signature { .. } | Block::SignaturePair { .. } | Block::SignatureGrid { .. }
        )
    };
    blocks[at + 1..].first().is_some_and(is_signature) || introduces(&blocks[at])
}

/// Whether its last words are a colon: it says what the next block is.
fn introduces(block: &Block) -> bool {
    let Block::Paragraph { content } = block else { return false };
    let mut last = content.last();
    while let Some(Inline::Strong { content } | Inline::Emphasis { content }) = last {
        last = content.last();
    }
    match last {
        Some(Inline::Text { text } | Inline::Figure { text, .. }) => text.trim_end().ends_with(':'),
        _ => false,
    }
}
