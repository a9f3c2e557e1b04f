//! Sections of pages: the text, and each annex with pages of its own that may lie across.

use crate::model::look::Look;
use crate::model::look::Page;
use crate::render::docx::measure::mm;
use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;
use crate::render::docx::xml::val;

/// Relation of the head of the first page of a section.
pub(super) const FIRST: &str = "rId4";
/// Relation of the head of its other pages.
pub(super) const OTHERS: &str = "rId5";

/// Width of the text, twips.
pub(super) fn text_width(look: &Look, landscape: bool) -> i64 {
    let Page { width, height, left, right, .. } = look.page;
    mm(if landscape { height } else { width } - left - right)
}

/// Properties of a section, whose pages count from 1 and show no number on the first (NĐ30, Phụ lục I, mục
/// I.7).
pub(super) fn properties(look: &Look, landscape: bool) -> Element {
    let page = &look.page;
    let (width, height) =
        if landscape { (page.height, page.width) } else { (page.width, page.height) };
    let size = el("w:pgSz").with("w:w", mm(width)).with("w:h", mm(height));
    let size = if landscape { size.with("w:orient", "landscape") } else { size };
    let margins = el("w:pgMar")
        .with("w:top", mm(page.top))
        .with("w:right", mm(page.right))
        .with("w:bottom", mm(page.bottom))
        .with("w:left", mm(page.left))
        .with("w:header", mm((page.number_from_edge - 2.5).max(4.0)))
        .with("w:footer", mm(page.number_from_edge))
        .with("w:gutter", 0);
    let head = |kind: &str, relation: &str| {
        el("w:headerReference").with("w:type", kind).with("r:id", relation)
    };
    el("w:sectPr")
        .child(head("first", FIRST))
        .child(head("default", OTHERS))
        .child(val("w:type", "nextPage"))
        .child(size)
        .child(margins)
        .child(el("w:pgNumType").with("w:start", 1))
        .child(el("w:titlePg"))
}
