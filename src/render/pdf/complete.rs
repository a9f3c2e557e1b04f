//! What a PDF gets once its pages are drawn: form fields, and the file that it carries. A drawn file is opened only if
//! it gets any.

use lopdf::Document;

use crate::render::pdf::attachment;
use crate::render::pdf::attachment::Attachment;
use crate::render::pdf::fields;
use crate::render::pdf::fonts::Family;

/// The PDF with all that belongs to it.
///
/// # Errors
/// What is wrong, in words for keepers of layouts.
pub(super) fn complete(
    drawn: Vec<u8>,
    family: &Family,
    attachment: Option<Attachment>,
) -> Result<Vec<u8>, String> {
    if attachment.is_none() && !fields::may_be_wanted(&drawn) {
        return Ok(drawn);
    }
    let mut document = Document::load_mem(&drawn).map_err(|it| it.to_string())?;
    let has_fields = fields::put(&mut document, family)?;
    if attachment.is_none() && !has_fields {
        return Ok(drawn);
    }
    if let Some(attachment) = attachment {
        attachment::put(&mut document, attachment).map_err(|it| it.to_string())?;
    }
    let mut bytes = Vec::with_capacity(drawn.len());
    document.save_to(&mut bytes).map_err(|it| it.to_string())?;
    Ok(bytes)
}
