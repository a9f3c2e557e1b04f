//! What stands below a table: notes, and who prepared and signed it.

use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::XlsxError;

use super::sheet::Line;
use super::sheet::Sheet;
use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::document::Signer;

/// Rows left free for signature and seal.
const GAP: usize = 5;

/// Draws the notes.
pub(super) fn notes(sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    let format = sheet.plan.styles.words().set_align(FormatAlign::Left).set_italic();
    let lines = Line::all(&sheet.table.notes, &format);
    sheet.across(&lines)
}

/// Draws the preparer on the left and the signer on the right, below place and date.
pub(super) fn signature(sheet: &mut Sheet<'_>, document: &Document) -> Result<(), XlsxError> {
    let signer = document.blocks.iter().find_map(|block| match block {
        Block::Signature { signer, .. } => Some(signer),
        _ => None,
    });
    let Some(signer) = signer else { return Ok(()) };
    let upright = sheet.plan.styles.centred();
    let bold = upright.clone().set_bold();
    let italic = upright.clone().set_italic();

    sheet.skip();
    if let Some(place_date) = &document.letterhead.place_date {
        sheet.beside(&[Line::new("", &upright)], &[Line::new(place_date.to_string(), &italic)])?;
    }
    let preparer = [Line::new("NGƯỜI LẬP BIỂU", &bold), Line::new("(Ký, họ tên)", &italic)];
    let mut right = Line::all(&titles(signer), &bold);
    right.extend(signer.other_title.iter().map(|title| Line::new(bracketed(title), &upright)));
    if let Some(name) = &signer.name {
        right.extend(vec![Line::new("", &upright); GAP]);
        right.push(Line::new(name, &bold));
    }
    sheet.beside(&preparer, &right)
}

/// The bold lines above the gap.
fn titles(signer: &Signer) -> Vec<String> {
    let role = signer.role.iter();
    role.chain(&signer.authority).chain(&signer.body).chain(&signer.title).cloned().collect()
}

/// `title` in brackets, if it has none of its own.
fn bracketed(title: &str) -> String {
    if title.starts_with('(') { title.to_owned() } else { format!("({title})") }
}
