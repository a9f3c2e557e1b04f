//! Thể thức: how papers look, as data. `templates/layouts/*.toml` hold it, layouts and the writer of
//! Word read it from the document.
//!
//! Sizes of letters are in points, lengths of the page in millimetres.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

/// A profile of looks: by Nghị định 30/2020/NĐ-CP, or an office's own.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Regulation that it follows, for people.
    pub title: String,
    /// The profile that it rests on: what is not written here is as there.
    #[serde(default, skip_serializing)]
    pub extends: Option<String>,
    /// The page.
    pub page: Page,
    /// Running text.
    pub body: Body,
    /// Running text of a slip of one page, smaller and closer.
    pub slip: Body,
    /// The other elements of a paper.
    pub elements: Elements,
    /// Rules under lines of text.
    pub rules: Rules,
    /// Room between elements.
    pub spaces: Spaces,
    /// Signatures.
    pub signatures: Signatures,
}

/// The page (NĐ30, Phụ lục I, mục I).
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Width of the upright sheet, mm.
    #[schemars(range(min = 0.1))]
    pub width: f64,
    /// Height of the upright sheet, mm.
    #[schemars(range(min = 0.1))]
    pub height: f64,
    /// Upper margin, mm.
    #[schemars(range(min = 0.1))]
    pub top: f64,
    /// Lower margin, mm.
    #[schemars(range(min = 0.1))]
    pub bottom: f64,
    /// Left margin, mm.
    #[schemars(range(min = 0.1))]
    pub left: f64,
    /// Right margin, mm; what is bound and stamped over the edges (giáp lai) needs 15.
    #[schemars(range(min = 0.1))]
    pub right: f64,
    /// From the upper edge to the middle of the page's number, mm.
    #[schemars(range(min = 0.1))]
    pub number_from_edge: f64,
}

/// Running text (NĐ30, Phụ lục I, mục II.6).
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Size of the letters, points.
    #[schemars(range(min = 0.1, max = 200.0))]
    pub size: f64,
    /// First line in by so much, mm.
    #[schemars(range(min = 0.0))]
    pub indent: f64,
    /// From line to line, in "single" lines of Times.
    #[schemars(range(min = 0.1))]
    pub lines: f64,
    /// Between paragraphs beyond that, points.
    #[schemars(range(min = 0.0))]
    pub gap: f64,
}

/// How the letters of an element look.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// Size, points.
    #[schemars(range(min = 0.1, max = 200.0))]
    pub size: f64,
    /// Bold.
    #[serde(default)]
    pub bold: bool,
    /// Italic.
    #[serde(default)]
    pub italic: bool,
    /// In capitals.
    #[serde(default)]
    pub capitals: bool,
}

/// The elements (NĐ30, Phụ lục I, mục V), by their numbers there.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Elements {
    /// 1: Quốc hiệu.
    pub nation: Style,
    /// 1: Tiêu ngữ.
    pub motto: Style,
    /// 2: cơ quan chủ quản.
    pub upper: Style,
    /// 2: cơ quan ban hành.
    pub issuer: Style,
    /// 3: số, ký hiệu.
    pub number: Style,
    /// 4: địa danh, thời gian.
    pub place_date: Style,
    /// 5a: tên loại.
    pub kind: Style,
    /// 5a: trích yếu.
    pub subject: Style,
    /// 5b: trích yếu công văn.
    pub letter_subject: Style,
    /// 6: căn cứ.
    pub legal_bases: Style,
    /// 6: Phần, Chương with their number.
    pub part: Style,
    /// 6: title of a Phần.
    pub part_title: Style,
    /// 6: Mục.
    pub section: Style,
    /// 6: khoản with a title.
    pub clause: Style,
    /// 7a: quyền hạn, chức vụ.
    pub authority: Style,
    /// 7b: họ tên.
    pub signer: Style,
    /// 7a, 7b in a grid of many, where columns are narrow.
    pub grid: Style,
    /// 9a: kính gửi.
    pub addressees: Style,
    /// 9b: the words `Nơi nhận:`.
    pub recipients_head: Style,
    /// 9b: the list below them.
    pub recipients: Style,
    /// Phụ lục with its number.
    pub annex: Style,
    /// Title of an annex.
    pub annex_title: Style,
    /// `(Kèm theo …)` below it.
    pub attached_to: Style,
    /// Number of a page.
    pub page_number: Style,
    /// Cells of a table.
    pub table: Style,
    /// Title of a table.
    pub table_title: Style,
    /// Period, unit and notes of a table.
    pub table_note: Style,
    /// `DỰ THẢO`.
    pub draft: Style,
    /// Headline of a news item, which is no official paper.
    pub headline: Style,
    /// Place and day of a news item.
    pub dateline: Style,
}

/// Rules under lines of text.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Thickness, points.
    #[schemars(range(min = 0.1))]
    pub thickness: f64,
    /// Under the issuing body: part of the line's length (NĐ30: 1/3 to 1/2).
    #[schemars(range(min = 0.1))]
    pub issuer: f64,
    /// Under the trích yếu: part of the line's length (NĐ30: 1/3 to 1/2).
    #[schemars(range(min = 0.1))]
    pub subject: f64,
    /// Under the Tiêu ngữ: part of the line's length (NĐ30: as long as the line).
    #[schemars(range(min = 0.1))]
    pub motto: f64,
}

/// Room between elements, points.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spaces {
    /// From line to line in letterheads and lists of recipients, in "single" lines of Times
    /// (NĐ30, mục II.1: single).
    #[schemars(range(min = 0.1))]
    pub lines: f64,
    /// Below the letterhead.
    #[schemars(range(min = 0.1))]
    pub letterhead: f64,
    /// Above the line of number and date.
    #[schemars(range(min = 0.1))]
    pub number: f64,
    /// Above what a công văn is about (NĐ30, mục II.5b: 6 pt below the number).
    #[schemars(range(min = 0.1))]
    pub letter_subject: f64,
    /// Below the title and below the addressees.
    #[schemars(range(min = 0.1))]
    pub title: f64,
    /// Above a Phần.
    #[schemars(range(min = 0.1))]
    pub part: f64,
    /// Above a signature.
    #[schemars(range(min = 0.1))]
    pub signature: f64,
}

/// Signatures.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    /// Width of the column of a paper's only signer, mm.
    #[schemars(range(min = 0.1))]
    pub width: f64,
    /// Room for a hand and a seal under a paper of one signer, mm.
    #[schemars(range(min = 0.1))]
    pub room: f64,
    /// Room for a hand and a seal in a grid of many, mm.
    #[schemars(range(min = 0.1))]
    pub grid_room: f64,
    /// Whether a deputy signs with the line `KT.` of the head (NĐ30 Điều 13); papers in the manner of
    /// the Party leave it out.
    pub deputy_line: bool,
    /// Titles of who may sign, in capitals; another one is told of.
    #[serde(default)]
    pub titles: Vec<String>,
}

/// The sheet that a paper is printed on. Looks are told for A4; on a larger sheet everything grows
/// alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sheet {
    /// 210 by 297 mm (NĐ30, Phụ lục I, mục I.1).
    #[default]
    A4,
    /// 297 by 420 mm, for a ceremony.
    A3,
}

impl Sheet {
    /// How many times as long its sides are as those of A4.
    #[must_use]
    pub fn growth(self) -> f64 {
        match self {
            Self::A4 => 1.0,
            Self::A3 => std::f64::consts::SQRT_2,
        }
    }
}

impl Look {
    /// The look on a sheet.
    #[must_use]
    pub fn on(&self, sheet: Sheet) -> Self {
        self.scaled(sheet.growth())
    }

    /// The same on a sheet whose sides are `by` times as long: an A4 paper becomes A3 by the root of
    /// two. Every length grows alike.
    fn scaled(&self, by: f64) -> Self {
        let mut look = self.clone();
        let Page { width, height, top, bottom, left, right, number_from_edge } = &mut look.page;
        let lengths = [width, height, top, bottom, left, right, number_from_edge];
        lengths.into_iter().for_each(|it| *it *= by);
        for body in [&mut look.body, &mut look.slip] {
            let Body { size, indent, lines: _, gap } = body;
            [size, indent, gap].into_iter().for_each(|it| *it *= by);
        }
        look.elements.all().into_iter().for_each(|it| it.size *= by);
        look.rules.thickness *= by;
        let Spaces { lines: _, letterhead, number, letter_subject, title, part, signature } =
            &mut look.spaces;
        let spaces = [letterhead, number, letter_subject, title, part, signature];
        spaces.into_iter().for_each(|it| *it *= by);
        let Signatures { width, room, grid_room, deputy_line: _, titles: _ } = &mut look.signatures;
        [width, room, grid_room].into_iter().for_each(|it| *it *= by);
        look
    }
}

impl Elements {
    fn all(&mut self) -> [&mut Style; 30] {
        let Self {
            nation,
            motto,
            upper,
            issuer,
            number,
            place_date,
            kind,
            subject,
            letter_subject,
            legal_bases,
            part,
            part_title,
            section,
            clause,
            authority,
            signer,
            grid,
            addressees,
            recipients_head,
            recipients,
            annex,
            annex_title,
            attached_to,
            page_number,
            table,
            table_title,
            table_note,
            draft,
            headline,
            dateline,
        } = self;
        [
            nation,
            motto,
            upper,
            issuer,
            number,
            place_date,
            kind,
            subject,
            letter_subject,
            legal_bases,
            part,
            part_title,
            section,
            clause,
            authority,
            signer,
            grid,
            addressees,
            recipients_head,
            recipients,
            annex,
            annex_title,
            attached_to,
            page_number,
            table,
            table_title,
            table_note,
            draft,
            headline,
            dateline,
        ]
    }
}
