//! What the pages of one file share: its objects, its fonts, and what it may cost.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::Dictionary;
use lopdf::Document;
use lopdf::Object;
use lopdf::ObjectId;
use lopdf::Stream;

use crate::inspect::pdf::Unreadable;
use crate::inspect::pdf::font::Font;
use crate::inspect::pdf::font::MOST_OF_TABLE;

/// What a file may still cost.
pub(super) struct Budget {
    pub(super) bytes: usize,
    pub(super) operations: usize,
    pub(super) characters: usize,
    pub(super) pieces: usize,
}

impl Budget {
    const WHOLE: Self =
        Self { bytes: 512 << 20, operations: 20_000_000, characters: 64 << 20, pieces: 4_000_000 };
}

/// Takes of a budget.
pub(super) fn pay(left: &mut usize, amount: usize) -> Result<(), Unreadable> {
    *left = left.checked_sub(amount).ok_or(Unreadable::TooLarge)?;
    Ok(())
}

/// Reads the pages of one file, which share their fonts and one budget.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    fonts: BTreeMap<ObjectId, Rc<Font>>,
    pub(super) budget: Budget,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { document, fonts: BTreeMap::new(), budget: Budget::WHOLE }
    }

    /// What a page draws.
    pub(super) fn content(&mut self, page: ObjectId) -> Result<Vec<u8>, Unreadable> {
        let content = self.document.get_page_content_with_limit(page, self.budget.bytes);
        let content = content.map_err(|_| Unreadable::Damaged)?;
        pay(&mut self.budget.bytes, content.len())?;
        Ok(content)
    }

    /// The font of a name; one that stands apart is read once.
    pub(super) fn font(
        &mut self,
        resources: &Dictionary,
        name: &[u8],
    ) -> Result<Option<Rc<Font>>, Unreadable> {
        let fonts = resources.get_deref(b"Font", self.document).and_then(Object::as_dict);
        let Ok(named) = fonts.and_then(|it| it.get(name)) else { return Ok(None) };
        let id = named.as_reference().ok();
        if let Some(known) = id.and_then(|it| self.fonts.get(&it)) {
            return Ok(Some(Rc::clone(known)));
        }
        let Ok(font) = self.document.dereference(named).and_then(|(_, it)| it.as_dict()) else {
            return Ok(None);
        };
        pay(&mut self.budget.bytes, MOST_OF_TABLE)?;
        let font = Rc::new(Font::of(self.document, font));
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&font));
        }
        Ok(Some(font))
    }

    /// The form of a name, with what it draws.
    pub(super) fn form(
        &mut self,
        resources: &'a Dictionary,
        name: &[u8],
    ) -> Result<Option<(&'a Stream, Vec<u8>)>, Unreadable> {
        let objects = resources.get_deref(b"XObject", self.document).and_then(Object::as_dict);
        let named = objects.and_then(|it| it.get_deref(name, self.document));
        let Ok(stream) = named.and_then(Object::as_stream) else { return Ok(None) };
        let kind = stream.dict.get(b"Subtype").and_then(Object::as_name);
        if !kind.is_ok_and(|it| it == b"Form") {
            return Ok(None);
        }
        let content = stream.get_plain_content_with_limit(self.budget.bytes);
        let content = content.map_err(|_| Unreadable::Damaged)?;
        pay(&mut self.budget.bytes, content.len())?;
        Ok(Some((stream, content)))
    }
}
