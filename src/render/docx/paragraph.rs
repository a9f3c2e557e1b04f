//! Paragraphs and what stands in them. A printed figure is between two ends of a bookmark `so_<n>`, which Word
//! does not show: who reads the file back knows which figure it is.

use crate::model::document::Inline;
use crate::model::look::Style;
use crate::render::docx::styles;
use crate::render::docx::styles::Kind;
use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;
use crate::render::docx::xml::val;

/// Beginning of the names of bookmarks around figures.
pub const FIGURE: &str = "so_";

/// Figures up to this many characters are not broken over lines; a sum in words may be.
const UNBROKEN: usize = 24;

/// A paragraph in the making.
pub(super) struct Paragraph {
    kind: Kind,
    kept: bool,
    list: Option<usize>,
    border: Option<Element>,
    spacing: Option<(i64, i64)>,
    indent: Option<(i64, i64)>,
    place: Option<&'static str>,
    content: Vec<Element>,
}

/// A paragraph of a kind.
pub(super) fn paragraph(kind: Kind) -> Paragraph {
    Paragraph {
        kind,
        kept: false,
        list: None,
        border: None,
        spacing: None,
        indent: None,
        place: None,
        content: Vec::new(),
    }
}

/// A paragraph of a kind with these lines.
pub(super) fn lines<'a>(kind: Kind, rows: impl IntoIterator<Item = &'a str>) -> Paragraph {
    let mut made = paragraph(kind);
    for (at, row) in rows.into_iter().enumerate() {
        if at > 0 {
            made.content.push(new_line());
        }
        made.content.push(run(row, None));
    }
    made
}

impl Paragraph {
    /// Never parted from the next one by the end of a page.
    pub(super) fn kept(self) -> Self {
        Self { kept: true, ..self }
    }

    /// In a list.
    pub(super) fn in_list(self, list: usize) -> Self {
        Self { list: Some(list), ..self }
    }

    /// With other spaces above and below, in twips.
    pub(super) fn spaced(self, before: i64, after: i64) -> Self {
        Self { spacing: Some((before, after)), ..self }
    }

    /// With a border: a rule or a box.
    pub(super) fn bordered(self, border: Element) -> Self {
        Self { border: Some(border), ..self }
    }

    /// In from both sides, in twips.
    pub(super) fn indented(self, left: i64, right: i64) -> Self {
        Self { indent: Some((left, right)), ..self }
    }

    /// At another place of its line: `left`, `center`, `right`.
    pub(super) fn placed(self, place: &'static str) -> Self {
        Self { place: Some(place), ..self }
    }

    /// With more content.
    pub(super) fn with(mut self, content: impl IntoIterator<Item = Element>) -> Self {
        self.content.extend(content);
        self
    }

    /// The element.
    pub(super) fn element(self) -> Element {
        self.ending(None)
    }

    /// The element, with which a section of pages ends if one is given. Its properties stand in the order
    /// of the schema.
    pub(super) fn ending(self, section: Option<Element>) -> Element {
        let (id, _) = self.kind.names();
        let list =
            self.list.map(|it| el("w:numPr").child(val("w:ilvl", 0)).child(val("w:numId", it)));
        let spacing = self
            .spacing
            .map(|(before, after)| el("w:spacing").with("w:before", before).with("w:after", after));
        let indent = self.indent.map(|(left, right)| {
            el("w:ind").with("w:left", left).with("w:right", right).with("w:firstLine", 0)
        });
        let properties = el("w:pPr")
            .child(val("w:pStyle", id))
            .children(self.kept.then(|| el("w:keepNext")))
            .children(list)
            .children(self.border)
            .children(spacing)
            .children(indent)
            .children(self.place.map(|it| val("w:jc", it)))
            .children(section);
        el("w:p").child(properties).children(self.content)
    }
}

/// Letters that look other than their paragraph's.
pub(super) fn run(text: &str, style: Option<Style>) -> Element {
    let run = el("w:r").children(style.map(styles::letters));
    run.child(words(text))
}

fn words(text: &str) -> Element {
    el("w:t").with("xml:space", "preserve").text(text)
}

/// A new line inside a paragraph.
pub(super) fn new_line() -> Element {
    el("w:r").child(el("w:br"))
}

/// How deep words are set off.
#[derive(Clone, Copy, Default)]
struct Emphasis {
    bold: bool,
    italic: bool,
}

/// Writes inlines; counts the bookmarks of a whole document.
#[derive(Debug, Default)]
pub(super) struct Inlines {
    bookmarks: usize,
}

impl Inlines {
    /// The runs of these inlines.
    pub(super) fn runs(&mut self, content: &[Inline]) -> Vec<Element> {
        let mut runs = Vec::new();
        self.add(content, Emphasis::default(), &mut runs);
        runs
    }

    fn add(&mut self, content: &[Inline], emphasis: Emphasis, runs: &mut Vec<Element>) {
        let mut after_figure = false;
        for inline in content {
            match inline {
                Inline::Text { text } if after_figure => {
                    runs.push(emphasised(&beside_figure(text), emphasis));
                }
                Inline::Text { text } => runs.push(emphasised(text, emphasis)),
                Inline::Figure { n, text } => {
                    runs.extend(self.figure(*n, emphasised(&unbroken(text), emphasis)));
                }
                Inline::Strong { content } => {
                    self.add(content, Emphasis { bold: true, ..emphasis }, runs);
                }
                Inline::Emphasis { content } => {
                    self.add(content, Emphasis { italic: true, ..emphasis }, runs);
                }
                Inline::Break => runs.push(new_line()),
            }
            after_figure = matches!(inline, Inline::Figure { .. });
        }
    }

    /// The run of a printed figure, between the ends of its bookmark.
    pub(super) fn figure(&mut self, n: usize, run: Element) -> [Element; 3] {
        let id = self.bookmarks;
        self.bookmarks += 1;
        let start = el("w:bookmarkStart").with("w:id", id).with("w:name", format!("{FIGURE}{n}"));
        [start, run, el("w:bookmarkEnd").with("w:id", id)]
    }
}

fn emphasised(text: &str, emphasis: Emphasis) -> Element {
    let bold = emphasis.bold.then(|| [el("w:b"), el("w:bCs")]).into_iter().flatten();
    let italic = emphasis.italic.then(|| [el("w:i"), el("w:iCs")]).into_iter().flatten();
    let properties: Vec<Element> = bold.chain(italic).collect();
    let run = el("w:r");
    let run = if properties.is_empty() { run } else { run.child(el("w:rPr").children(properties)) };
    run.child(words(text))
}

/// A figure stays on one line, as in the PDF.
pub(super) fn unbroken(text: &str) -> String {
    if text.chars().count() > UNBROKEN { text.to_owned() } else { text.replace(' ', "\u{A0}") }
}

/// A short word behind a figure (its unit) stays beside it, as in the PDF.
fn beside_figure(text: &str) -> String {
    let Some(rest) = text.strip_prefix(' ') else { return text.to_owned() };
    let word = rest.split(|it: char| it.is_whitespace() || ",;.)".contains(it)).next();
    let short = word.is_some_and(|it| (1..=5).contains(&it.chars().count()));
    if short { format!("\u{A0}{rest}") } else { text.to_owned() }
}
