//! Notes at cells: what was found, and what to type.

use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::Note;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::finding::lang::Lang;
use crate::render::form::Book;
use crate::render::form::Target;
use crate::text::case;

/// Who speaks in a note.
const AUTHOR: &str = "Cụm";

/// Width of a note, and height of one of its lines, in pixels.
const WIDTH: u32 = 330;
const LINE: u32 = 18;

/// Characters of a line at that width.
const CHARACTERS: usize = 46;

/// Lines of the tallest note; it can be made larger by hand.
const MOST_LINES: usize = 24;

/// Puts a note with what was found at a place of the form into its cell.
pub(super) fn insert(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    book: &Book<'_>,
    target: &Target,
    and: Option<&str>,
) -> Result<(), XlsxError> {
    let found = book.marks(target).map(|mark| {
        let severity = Lang::Vi.severity(mark.severity).to_uppercase();
        let message = case::capitalise(&mark.words.message);
        format!("{severity}: {message}.\n→ {}.", case::capitalise(&mark.words.hint))
    });
    let mut parts: Vec<String> = found.collect();
    if parts.is_empty() {
        return Ok(());
    }
    parts.extend(and.map(str::to_owned));
    let text = parts.join("\n\n");
    let lines: usize = text.lines().map(|it| it.chars().count() / CHARACTERS + 1).sum();
    let height = u32::try_from(lines.min(MOST_LINES) + 1).map_or(LINE, |lines| lines * LINE);
    let note = Note::new(text).set_author(AUTHOR).add_author_prefix(false);
    sheet.insert_note(row, column, &note.set_width(WIDTH).set_height(height))?;
    Ok(())
}
