//! What a renderer sees: a paper as blocks of words, tables and placed parts.

use serde::Serialize;

use crate::model::chart::Chart;
use crate::model::emblem::Emblem;
use crate::model::figure::FigureRef;
use crate::model::look::Sheet;
use crate::model::table::Table;
use crate::text::date::Date;

/// One paper, ready to be drawn. Serialises to the JSON that the layouts read.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    /// Name of the kind of document, such as `giao-uoc`.
    pub name: String,
    /// Layout that draws it, a file of `templates/layouts` without `.typ`.
    pub layout: String,
    /// The sheet that it is printed on.
    pub sheet: Sheet,
    /// A cover before its first page.
    pub cover: Option<Cover>,
    /// Title in the file's properties.
    pub title: String,
    /// Date that the file carries as its own (never the clock).
    pub dated: Date,
    /// Who issues it, with number, place and date.
    pub letterhead: Letterhead,
    /// Name of the type in capitals, such as `BÁO CÁO`; empty for a news item.
    pub kind: String,
    /// Trích yếu: what the paper is about, one line each.
    pub subject: Vec<String>,
    /// `Kính gửi`, empty when the paper is read at the conference only.
    pub addressees: Vec<String>,
    /// The text.
    pub blocks: Vec<Block>,
    /// Annexes, each starting on its own page.
    pub annexes: Vec<Annex>,
    /// Mark of a draft, such as `DỰ THẢO`; drawn on every page.
    pub draft: Option<String>,
    /// Every figure that the paper prints, in reading order; `Inline::Figure::n` counts in it.
    #[serde(skip)]
    pub printed: Vec<Printed>,
}

/// One printed figure: which one, and the words that stand on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The figure.
    pub figure: FigureRef,
    /// Its text on the paper.
    pub text: String,
}

/// A cover: a page of its own, framed, with the title at its middle.
#[derive(Debug, Clone, Serialize)]
pub struct Cover {
    /// The cluster's emblem, on top.
    pub emblem: Option<Emblem>,
    /// Who issues it, one entry per line.
    pub issuer: Vec<String>,
    /// Its title, one entry per line.
    pub title: Vec<String>,
    /// Place and date, at the foot.
    pub place_date: String,
}

/// Head of the first page (Nghị định 30/2020, Phụ lục I, mục II.1-4).
#[derive(Debug, Clone, Default, Serialize)]
pub struct Letterhead {
    /// Upper agency, upright; one entry per line, empty for a joint paper.
    pub upper: Vec<String>,
    /// Issuing body, bold; one entry per line.
    pub issuer: Vec<String>,
    /// The number line; `None` prints none.
    pub number: Option<NumberLine>,
    /// Place and date; `None` prints none.
    pub place_date: Option<PlaceDate>,
}

/// `Số: 05/BC-LĐLĐ`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NumberLine {
    /// The number, or the gap for what the văn thư gives after signing.
    pub number: String,
    /// Whether the number is given.
    pub is_given: bool,
    /// What stands behind it: `/BC-LĐLĐ`.
    pub symbol: String,
}

/// `Cao Bằng, ngày 05 tháng 01 năm 2026`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceDate {
    /// The place, or dots where nobody named it.
    pub place: String,
    /// The day in words, with its gaps.
    pub date: String,
    /// Whether the day is given.
    pub is_given: bool,
}

impl std::fmt::Display for NumberLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Số: {}{}", self.number, self.symbol)
    }
}

impl std::fmt::Display for PlaceDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {}", self.place, self.date)
    }
}

/// A piece of the text.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// A heading; `label` is its number as printed (`Phần thứ nhất`, `II.`, `3.`), perhaps empty.
    Heading {
        /// 1 Phần, 2 Mục, 3 khoản with a title.
        level: u8,
        /// Number as printed.
        label: String,
        /// Title.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        content: Vec<Inline>,
    },
    /// Items with their marks: khoản `1.`, điểm `a)` or dashes.
    List {
        /// 0 for the outermost list.
        depth: u8,
        /// The items.
        items: Vec<Item>,
    },
    /// Legal bases, each on its own line in italics, `;` between and `.` or `,` at the end.
    LegalBases {
        /// Lines with their closing punctuation.
        lines: Vec<String>,
    },
    /// A table inside the text.
    Table {
        /// The table.
        table: Table,
    },
    /// A chart inside the text.
    Chart {
        /// The chart.
        chart: Chart,
    },
    /// One signature with the list of recipients on its left.
    Signature {
        /// Who signs.
        signer: Signer,
        /// `Nơi nhận`, lines with their closing punctuation; empty for none.
        recipients: Vec<String>,
    },
    /// Who prepared a paper on the left, who signs and seals it on the right.
    SignaturePair {
        /// Who prepared it.
        left: Signer,
        /// Who signs.
        right: Signer,
    },
    /// The grid of all parties that sign together.
    SignatureGrid {
        /// Caption above the grid.
        caption: String,
        /// How many stand beside each other.
        columns: usize,
        /// Parties in the campaign's order.
        parties: Vec<Signer>,
        /// Witness, in a cell of its own at the bottom.
        witness: Option<Signer>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// Mark as printed: `1.`, `a)`, `-`.
    pub mark: String,
    /// Paragraphs and inner lists.
    pub blocks: Vec<Block>,
}

/// Someone who signs: lines of authority and title above the gap, the name below.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Signer {
    /// Code of the unit or body, in names of signature fields: `ky_01_cao-bang`; empty for a person
    /// who signs for none.
    pub code: String,
    /// Full name of that unit or body, for what a screen reader says of its signature and seal.
    pub of: String,
    /// Role in the cluster printed on top (`CỤM TRƯỞNG`), if already elected.
    pub role: Option<String>,
    /// `TM. BAN THƯỜNG VỤ`, `KT. CHỦ TỊCH`, …: bold capitals.
    pub authority: Vec<String>,
    /// Name of the body, bold capitals, one line each.
    pub body: Vec<String>,
    /// Title such as `CHỦ TỊCH` (bold capitals), last line above the gap.
    pub title: Vec<String>,
    /// Another title of the person, printed upright in brackets.
    pub other_title: Option<String>,
    /// Full name; `None` leaves the place blank.
    pub name: Option<String>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Inline {
    /// Plain words.
    Text {
        /// The words.
        text: String,
    },
    /// Bold.
    Strong {
        /// What is bold.
        content: Vec<Inline>,
    },
    /// Italic.
    Emphasis {
        /// What is italic.
        content: Vec<Inline>,
    },
    /// A printed figure, which keeps its identity.
    Figure {
        /// Position in [`Document::printed`].
        n: usize,
        /// The words.
        text: String,
    },
    /// A forced new line.
    Break,
}

/// An annex (`Phụ lục`), with page numbers of its own.
#[derive(Debug, Clone, Serialize)]
pub struct Annex {
    /// `Phụ lục I`, or `Phụ lục` when there is only one.
    pub label: String,
    /// Title in capitals.
    pub title: String,
    /// `(Kèm theo …)` line.
    pub attached_to: String,
    /// Whether the pages lie across.
    pub landscape: bool,
    /// Words that stand for tables which its readers may not see yet.
    pub note: Option<String>,
    /// Tables, one after the other.
    pub tables: Vec<Table>,
}
