//! Real lists: khoản are counted by Word, each list anew. Điểm have the letters of the Vietnamese alphabet (a, b,
//! c, d, đ, e, g …), which Word cannot count, so each letter is a list of its own with that mark.

use crate::model::look::Look;
use crate::render::docx::measure::mm;
use crate::render::docx::namespaces;
use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;
use crate::render::docx::xml::val;

/// The lists of a document: kinds of marks, and the lists that have them.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The mark of each kind: `%1.`, `a)`, `-`.
    marks: Vec<String>,
    /// Of each list its kind, and whether it counts.
    lists: Vec<usize>,
}

/// What is written in place of the number that Word counts.
const COUNTED: &str = "%1.";

impl Lists {
    /// Begins a list whose first item has this mark; the identity is for [`Lists::item`].
    pub(super) fn begin(&mut self, first: &str) -> Option<usize> {
        (first == "1.").then(|| self.list(COUNTED))
    }

    /// The list of an item: the counted one, or the one of its mark.
    pub(super) fn item(&mut self, counted: Option<usize>, mark: &str) -> usize {
        if let Some(list) = counted {
            return list;
        }
        let known = self.lists.iter().position(|kind| self.marks[*kind] == mark);
        known.map_or_else(|| self.list(mark), |it| it + 1)
    }

    /// A new list of a kind; Word counts lists from 1.
    fn list(&mut self, mark: &str) -> usize {
        let known = self.marks.iter().position(|it| it == mark);
        let kind = known.unwrap_or_else(|| {
            self.marks.push(mark.to_owned());
            self.marks.len() - 1
        });
        self.lists.push(kind);
        self.lists.len()
    }

    /// The part `numbering.xml`.
    pub(super) fn part(&self, look: &Look) -> Element {
        let kinds = self.marks.iter().enumerate().map(|(id, mark)| kind(id, mark, look));
        let lists = self.lists.iter().enumerate().map(|(at, kind)| {
            let list = el("w:num").with("w:numId", at + 1).child(val("w:abstractNumId", kind));
            let begins = val("w:startOverride", 1);
            let anew = el("w:lvlOverride").with("w:ilvl", 0).child(begins);
            if self.marks[*kind] == COUNTED { list.child(anew) } else { list }
        });
        namespaces(el("w:numbering")).children(kinds).children(lists)
    }
}

/// Items are paragraphs like any other, with the mark at the beginning of the indented first line (NĐ30).
fn kind(id: usize, mark: &str, look: &Look) -> Element {
    let format = match mark {
        COUNTED => "decimal",
        "-" => "bullet",
        _ => "none",
    };
    let first = el("w:ind").with("w:left", 0).with("w:firstLine", mm(look.body.indent));
    let level = el("w:lvl")
        .with("w:ilvl", 0)
        .child(val("w:start", 1))
        .child(val("w:numFmt", format))
        .child(val("w:suff", "space"))
        .child(val("w:lvlText", mark))
        .child(val("w:lvlJc", "left"))
        .child(el("w:pPr").child(first));
    el("w:abstractNum")
        .with("w:abstractNumId", id)
        .child(val("w:multiLevelType", "singleLevel"))
        .child(level)
}
