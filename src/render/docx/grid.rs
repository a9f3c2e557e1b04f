//! Tables without lines, which put things beside each other.

use crate::render::docx::paragraph::paragraph;
use crate::render::docx::styles::Kind;
use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;
use crate::render::docx::xml::val;

/// Rows of cells, each of some paragraphs; `widths` in twips. No row breaks.
pub(super) fn draw(widths: &[i64], rows: Vec<Vec<Vec<Element>>>) -> Element {
    let whole: i64 = widths.iter().sum();
    let properties =
        el("w:tblPr")
            .child(el("w:tblW").with("w:w", whole).with("w:type", "dxa"))
            .child(val("w:jc", "center"))
            .child(el("w:tblLayout").with("w:type", "fixed"))
            .child(el("w:tblCellMar").children(
                ["w:left", "w:right"].map(|it| el(it).with("w:w", 0).with("w:type", "dxa")),
            ));
    let columns = widths.iter().map(|it| el("w:gridCol").with("w:w", it));
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().zip(widths).map(|(content, width)| cell(*width, content));
        el("w:tr").child(el("w:trPr").child(el("w:cantSplit"))).children(cells)
    });
    el("w:tbl").child(properties).child(el("w:tblGrid").children(columns)).children(rows)
}

fn cell(width: i64, content: Vec<Element>) -> Element {
    let properties = el("w:tcPr").child(el("w:tcW").with("w:w", width).with("w:type", "dxa"));
    let cell = el("w:tc").child(properties);
    // A cell ends with a paragraph, also an empty one.
    if content.is_empty() {
        return cell.child(paragraph(Kind::Cell).element());
    }
    cell.children(content)
}
