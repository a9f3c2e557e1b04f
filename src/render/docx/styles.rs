//! Styles of a Word document, from the look of the paper.

use crate::model::look::Look;
use crate::model::look::Style;
use crate::render::docx::measure::half_points;
use crate::render::docx::measure::mm;
use crate::render::docx::measure::pt;
use crate::render::docx::namespaces;
use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;
use crate::render::docx::xml::val;

/// The typeface of the law (Nghị định 30/2020, Phụ lục I, mục I.4).
const TYPEFACE: &str = "Times New Roman";

/// A style of paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Running text.
    Body,
    /// Phần: the first level of Word's navigation.
    Part,
    /// Mục.
    Section,
    /// Khoản with a title.
    Clause,
    /// The paper's name and what it is about.
    Title,
    /// Quốc hiệu.
    Nation,
    /// Tiêu ngữ.
    Motto,
    /// Cơ quan chủ quản.
    Upper,
    /// Cơ quan ban hành.
    Issuer,
    /// Số, ký hiệu.
    Number,
    /// Địa danh, thời gian.
    PlaceDate,
    /// Trích yếu of a công văn.
    LetterSubject,
    /// Kính gửi.
    Addressees,
    /// Căn cứ.
    LegalBases,
    /// Quyền hạn, chức vụ.
    Authority,
    /// Another title of who signs, in brackets.
    OtherTitle,
    /// Họ tên.
    Signer,
    /// The same in a grid of many.
    Grid,
    /// The name in a grid of many.
    GridSigner,
    /// The words `Nơi nhận:`.
    RecipientsHead,
    /// The list below them.
    Recipients,
    /// Phụ lục with its number and title.
    Annex,
    /// `(Kèm theo …)`.
    AttachedTo,
    /// Title of a table or chart.
    TableTitle,
    /// What stands right above a table.
    TableNote,
    /// A cell.
    Cell,
    /// The head of a page.
    PageNumber,
    /// DỰ THẢO.
    Draft,
}

/// Every style.
const ALL: [Kind; 28] = [
    Kind::Body,
    Kind::Part,
    Kind::Section,
    Kind::Clause,
    Kind::Title,
    Kind::Nation,
    Kind::Motto,
    Kind::Upper,
    Kind::Issuer,
    Kind::Number,
    Kind::PlaceDate,
    Kind::LetterSubject,
    Kind::Addressees,
    Kind::LegalBases,
    Kind::Authority,
    Kind::OtherTitle,
    Kind::Signer,
    Kind::Grid,
    Kind::GridSigner,
    Kind::RecipientsHead,
    Kind::Recipients,
    Kind::Annex,
    Kind::AttachedTo,
    Kind::TableTitle,
    Kind::TableNote,
    Kind::Cell,
    Kind::PageNumber,
    Kind::Draft,
];

impl Kind {
    /// Its identity in the package, and the name that Word shows. Headings bear the names that Word knows,
    /// so that its navigation and its table of contents find them.
    pub(super) fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Body => ("ThanVan", "Thân văn bản"),
            Self::Part => ("Heading1", "heading 1"),
            Self::Section => ("Heading2", "heading 2"),
            Self::Clause => ("Heading3", "heading 3"),
            Self::Title => ("Title", "Title"),
            Self::Nation => ("QuocHieu", "Quốc hiệu"),
            Self::Motto => ("TieuNgu", "Tiêu ngữ"),
            Self::Upper => ("CoQuanChuQuan", "Cơ quan chủ quản"),
            Self::Issuer => ("CoQuanBanHanh", "Cơ quan ban hành"),
            Self::Number => ("SoKyHieu", "Số và ký hiệu"),
            Self::PlaceDate => ("DiaDanh", "Địa danh và thời gian"),
            Self::LetterSubject => ("TrichYeuCongVan", "Trích yếu công văn"),
            Self::Addressees => ("KinhGui", "Kính gửi"),
            Self::LegalBases => ("CanCu", "Căn cứ"),
            Self::Authority => ("ChucVu", "Quyền hạn và chức vụ"),
            Self::OtherTitle => ("ChucVuKhac", "Chức vụ khác"),
            Self::Signer => ("HoTen", "Họ tên người ký"),
            Self::Grid => ("LuoiChuKy", "Lưới chữ ký"),
            Self::GridSigner => ("LuoiHoTen", "Lưới chữ ký - họ tên"),
            Self::RecipientsHead => ("NoiNhan", "Nơi nhận"),
            Self::Recipients => ("DanhSachNoiNhan", "Danh sách nơi nhận"),
            Self::Annex => ("PhuLuc", "Phụ lục"),
            Self::AttachedTo => ("KemTheo", "Kèm theo"),
            Self::TableTitle => ("TenBang", "Tên bảng"),
            Self::TableNote => ("DongTrenBang", "Dòng trên bảng"),
            Self::Cell => ("OBang", "Ô bảng"),
            Self::PageNumber => ("SoTrang", "Số trang"),
            Self::Draft => ("DuThao", "Dự thảo"),
        }
    }

    /// How its letters look.
    pub(super) fn letters(self, look: &Look) -> Style {
        let upright = Style { size: look.body.size, bold: false, italic: false, capitals: false };
        let all = &look.elements;
        match self {
            Self::Body => upright,
            Self::Part => all.part_title,
            Self::Section => all.section,
            Self::Clause => all.clause,
            Self::Title => all.subject,
            Self::Nation => all.nation,
            Self::Motto => all.motto,
            Self::Upper => all.upper,
            Self::Issuer => all.issuer,
            Self::Number => all.number,
            Self::PlaceDate => all.place_date,
            Self::LetterSubject => all.letter_subject,
            Self::Addressees => all.addressees,
            Self::LegalBases => all.legal_bases,
            Self::Authority => all.authority,
            Self::OtherTitle => upright,
            Self::Signer => all.signer,
            Self::Grid => all.grid,
            Self::GridSigner => Style { capitals: false, ..all.grid },
            Self::RecipientsHead => all.recipients_head,
            Self::Recipients => all.recipients,
            Self::Annex => all.annex_title,
            Self::AttachedTo => all.attached_to,
            Self::TableTitle => Style { bold: true, italic: false, ..all.attached_to },
            Self::TableNote => all.attached_to,
            Self::Cell => all.table,
            Self::PageNumber => all.page_number,
            Self::Draft => all.draft,
        }
    }

    fn outline(self) -> Option<u8> {
        match self {
            Self::Part | Self::Annex => Some(0),
            Self::Section => Some(1),
            Self::Clause => Some(2),
            _ => None,
        }
    }

    /// Properties of its paragraphs, in the order that the schema wants.
    fn paragraph(self, look: &Look) -> Element {
        let body = &look.body;
        let line = in_lines(body.lines);
        let gap = pt(body.gap);
        let mut properties = el("w:pPr");
        if self.outline().is_some() || matches!(self, Self::TableTitle | Self::TableNote) {
            properties = properties.child(el("w:keepNext"));
        }
        properties = properties.child(el("w:widowControl"));
        let spaced = |before: i64, after: i64, line: i64| {
            el("w:spacing")
                .with("w:before", before)
                .with("w:after", after)
                .with("w:line", line)
                .with("w:lineRule", "auto")
        };
        let first = el("w:ind").with("w:firstLine", mm(body.indent));
        properties = match self {
            Self::Body | Self::LegalBases => {
                properties.child(spaced(0, gap, line)).child(first).child(val("w:jc", "both"))
            }
            Self::Section | Self::Clause => {
                properties.child(spaced(0, gap, line)).child(first).child(val("w:jc", "left"))
            }
            Self::Part | Self::Annex => {
                properties.child(spaced(pt(8.0), gap, line)).child(val("w:jc", "center"))
            }
            Self::Title | Self::AttachedTo => {
                properties.child(spaced(0, 0, line)).child(val("w:jc", "center"))
            }
            Self::TableTitle => {
                properties.child(spaced(pt(6.0), pt(4.0), 240)).child(val("w:jc", "center"))
            }
            Self::TableNote => {
                properties.child(spaced(0, pt(4.0), 240)).child(val("w:jc", "center"))
            }
            Self::Recipients | Self::RecipientsHead | Self::Cell => {
                properties.child(spaced(0, 0, 240)).child(val("w:jc", "left"))
            }
            _ => properties.child(spaced(0, 0, 240)).child(val("w:jc", "center")),
        };
        match self.outline() {
            Some(level) => properties.child(val("w:outlineLvl", level)),
            None => properties,
        }
    }
}

/// "Lines" as Word counts them: 240 to a single one.
fn in_lines(lines: f64) -> i64 {
    pt(lines * 12.0)
}

/// Properties of letters. What they are not is said too, since letters of a paragraph have otherwise what its
/// style says.
pub(super) fn letters(style: Style) -> Element {
    let size = half_points(style.size);
    let is = |name, value: bool| val(name, u8::from(value));
    el("w:rPr")
        .child(is("w:b", style.bold))
        .child(is("w:bCs", style.bold))
        .child(is("w:i", style.italic))
        .child(is("w:iCs", style.italic))
        .child(is("w:caps", style.capitals))
        .child(val("w:sz", size))
        .child(val("w:szCs", size))
}

/// The part `styles.xml`.
pub(super) fn part(look: &Look) -> Element {
    let fonts = el("w:rFonts")
        .with("w:ascii", TYPEFACE)
        .with("w:hAnsi", TYPEFACE)
        .with("w:eastAsia", TYPEFACE)
        .with("w:cs", TYPEFACE);
    let size = half_points(look.body.size);
    let language =
        el("w:lang").with("w:val", "vi-VN").with("w:eastAsia", "vi-VN").with("w:bidi", "ar-SA");
    let defaults = el("w:rPr")
        .child(fonts)
        .child(val("w:color", "000000"))
        .child(val("w:sz", size))
        .child(val("w:szCs", size))
        .child(language);
    let normal = el("w:style")
        .with("w:type", "paragraph")
        .with("w:default", 1)
        .with("w:styleId", "Normal")
        .child(val("w:name", "Normal"))
        .child(el("w:qFormat"));
    let table = el("w:style")
        .with("w:type", "table")
        .with("w:default", 1)
        .with("w:styleId", "TableNormal")
        .child(val("w:name", "Normal Table"))
        .child(val("w:uiPriority", 99));
    namespaces(el("w:styles"))
        .child(
            el("w:docDefaults").child(el("w:rPrDefault").child(defaults)).child(el("w:pPrDefault")),
        )
        .child(normal)
        .child(table)
        .children(ALL.into_iter().map(|it| style(it, look)))
}

fn style(kind: Kind, look: &Look) -> Element {
    let (id, name) = kind.names();
    let style = el("w:style").with("w:type", "paragraph");
    let known = kind.outline().is_some() && kind != Kind::Annex || kind == Kind::Title;
    let style = if known { style } else { style.with("w:customStyle", 1) };
    style
        .with("w:styleId", id)
        .child(val("w:name", name))
        .child(val("w:basedOn", "Normal"))
        .child(el("w:qFormat"))
        .child(kind.paragraph(look))
        .child(letters(kind.letters(look)))
}
