//! What a PDF gets once its pages are drawn: form fields, and the file that it carries. A drawn file is opened only if
//! it gets any, and of its objects only those that may change: the tags of a paper are hundreds.

use lopdf::Document;

use crate::render::pdf::attachment;
use crate::render::pdf::attachment::Attachment;
use crate::render::pdf::fields;
use crate::render::pdf::fonts::Family;
use crate::render::pdf::objects::Objects;

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
    let objects = Objects::of(&drawn).ok_or("the drawn PDF has no table of its objects")?;
    let mut document =
        Document::load_mem(&objects.outline().written()).map_err(|it| it.to_string())?;
    let has_fields = fields::put(&mut document, family)?;
    if attachment.is_none() && !has_fields {
        return Ok(drawn);
    }
    if let Some(attachment) = attachment {
        attachment::put(&mut document, attachment).map_err(|it| it.to_string())?;
    }
    let mut changed = Vec::new();
    document.save_to(&mut changed).map_err(|it| it.to_string())?;
    let changed = Objects::of(&changed).ok_or("the changed PDF has no table of its objects")?;
    Ok(objects.under(changed).written())
}
