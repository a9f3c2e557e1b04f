//! The fields of a form.

use std::collections::BTreeSet;

use lopdf::Dictionary;
use lopdf::Document;
use lopdf::Object;
use lopdf::ObjectId;
use lopdf::decode_text_string;

use crate::inspect::signatures::moment;
use crate::inspect::signatures::moment::Moment;
use crate::inspect::signatures::tree;
use crate::text::normal;

/// Most fields that are looked at.
const MOST: usize = 10_000;

/// How deep parts of fields may lie.
const DEEPEST: usize = 8;

/// What a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Signature,
    Other,
}

/// A field with its parts told one by one.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) id: Option<ObjectId>,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) page: Option<usize>,
    pub(super) kind: Kind,
    pub(super) value: String,
    pub(super) signed: Option<Signed>,
}

/// What a signature claims of itself, unread.
#[derive(Debug, Clone)]
pub(super) struct Signed {
    pub(super) range: Vec<i64>,
    pub(super) contents: Vec<u8>,
    pub(super) format: Vec<u8>,
    pub(super) written: Option<Moment>,
}

/// The fields in the order of the form; parts in place of what they are parts of.
pub(super) fn of(document: &Document) -> Vec<Found> {
    let form = tree::form(document);
    let roots = form.and_then(|it| tree::array(document, it, b"Fields"));
    let mut walk = Walk {
        document,
        pages: document.page_iter().take(tree::MOST_PAGES).collect(),
        seen: BTreeSet::new(),
        found: Vec::new(),
    };
    for root in roots.into_iter().flatten() {
        walk.field(root, &Inherited::default(), 0);
    }
    walk.found
}

/// What a part has from the field that it belongs to.
#[derive(Default, Clone)]
struct Inherited {
    name: String,
    label: String,
    kind: Option<Kind>,
}

struct Walk<'a> {
    document: &'a Document,
    pages: Vec<ObjectId>,
    seen: BTreeSet<ObjectId>,
    found: Vec<Found>,
}

impl Walk<'_> {
    fn field(&mut self, object: &Object, from: &Inherited, depth: usize) {
        let (id, object) = tree::resolve(self.document, object);
        let Object::Dictionary(field) = object else { return };
        let is_new = id.is_none_or(|it| self.seen.insert(it));
        if !is_new || depth > DEEPEST || self.found.len() >= MOST {
            return;
        }
        let own = Inherited {
            name: joined(&from.name, &self.words(field, b"T")),
            label: Some(self.words(field, b"TU"))
                .filter(|it| !it.is_empty())
                .unwrap_or_else(|| from.label.clone()),
            kind: self.kind(field).or(from.kind),
        };
        let kids = tree::array(self.document, field, b"Kids").unwrap_or_default();
        if kids.is_empty() || own.kind == Some(Kind::Signature) {
            self.found.push(self.told(id, field, own));
            return;
        }
        for kid in kids {
            self.field(kid, &own, depth + 1);
        }
    }

    fn told(&self, id: Option<ObjectId>, field: &Dictionary, own: Inherited) -> Found {
        let kind = own.kind.unwrap_or(Kind::Other);
        let value = tree::get(self.document, field, b"V");
        let signed = value.and_then(|it| it.as_dict().ok()).filter(|_| kind == Kind::Signature);
        let page = field.get(b"P").and_then(Object::as_reference).ok();
        let page = page.and_then(|it| self.pages.iter().position(|page| *page == it));
        Found {
            id,
            name: own.name,
            label: own.label,
            page: page.map(|it| it + 1),
            kind,
            value: value.map(words).unwrap_or_default(),
            signed: signed.map(|it| self.signed(it)),
        }
    }

    fn signed(&self, value: &Dictionary) -> Signed {
        let range = tree::array(self.document, value, b"ByteRange").unwrap_or_default();
        let bytes = |key: &[u8]| match tree::get(self.document, value, key) {
            Some(Object::String(bytes, _) | Object::Name(bytes)) => bytes.clone(),
            _ => Vec::new(),
        };
        Signed {
            range: range.iter().filter_map(|it| it.as_i64().ok()).collect(),
            contents: bytes(b"Contents"),
            format: bytes(b"SubFilter"),
            written: moment::of_pdf(&bytes(b"M")),
        }
    }

    fn kind(&self, field: &Dictionary) -> Option<Kind> {
        match tree::get(self.document, field, b"FT")? {
            Object::Name(name) if name == b"Sig" => Some(Kind::Signature),
            _ => Some(Kind::Other),
        }
    }

    fn words(&self, field: &Dictionary, key: &[u8]) -> String {
        tree::get(self.document, field, key).map(words).unwrap_or_default()
    }
}

/// Words of a string or a name, without what could move the cursor of a terminal.
fn words(object: &Object) -> String {
    let text = match object {
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        other => decode_text_string(other).unwrap_or_default(),
    };
    normal::clean(&text)
}

fn joined(whole: &str, part: &str) -> String {
    match (whole.is_empty(), part.is_empty()) {
        (true, _) => part.to_owned(),
        (false, true) => whole.to_owned(),
        (false, false) => format!("{whole}.{part}"),
    }
}
