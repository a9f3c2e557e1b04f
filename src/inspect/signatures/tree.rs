//! Small steps through the objects of a PDF; what is not there is nothing.

use lopdf::Dictionary;
use lopdf::Document;
use lopdf::Object;
use lopdf::ObjectId;

/// Most pages of a file that are looked at.
pub(super) const MOST_PAGES: usize = 20_000;

/// What a reference leads to: nothing if it leads nowhere.
pub(super) fn resolve<'a>(
    document: &'a Document,
    object: &'a Object,
) -> (Option<ObjectId>, &'a Object) {
    match document.dereference(object) {
        Ok((id, object)) => (id, object),
        Err(_) => (None, &Object::Null),
    }
}

/// The value of a key; nothing counts as not there.
pub(super) fn get<'a>(
    document: &'a Document,
    of: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Object> {
    let (_, object) = resolve(document, of.get(key).ok()?);
    (!object.is_null()).then_some(object)
}

/// The elements of an array.
pub(super) fn array<'a>(
    document: &'a Document,
    of: &'a Dictionary,
    key: &[u8],
) -> Option<&'a [Object]> {
    get(document, of, key)?.as_array().ok().map(Vec::as_slice)
}

/// The form of a file.
pub(super) fn form(document: &Document) -> Option<&Dictionary> {
    get(document, document.catalog().ok()?, b"AcroForm")?.as_dict().ok()
}
