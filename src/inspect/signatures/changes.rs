//! What differs between two states of a PDF, as whoever opens it sees it: everything that can be
//! reached from its catalog is compared. Unreached objects are nobody's.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use lopdf::Dictionary;
use lopdf::Document;
use lopdf::Object;
use lopdf::ObjectId;
use lopdf::decode_text_string;

use crate::inspect::signatures::change::Change;
use crate::inspect::signatures::fields;
use crate::inspect::signatures::fields::Found;
use crate::inspect::signatures::fields::Kind;
use crate::inspect::signatures::tree;
use crate::text::normal;

/// Most pairs of objects that are compared.
const MOST: usize = 5_000_000;

/// What changed from one state to a later one.
pub(super) fn between(before: &Document, after: &Document) -> BTreeSet<Change> {
    let mut walk = Walk {
        before: Side::of(before),
        after: Side::of(after),
        waiting: Vec::new(),
        seen: BTreeSet::new(),
        given: BTreeSet::new(),
        found: BTreeSet::new(),
    };
    walk.catalog();
    walk.fields();
    walk.pages();
    walk.rest();
    walk.found
}

/// One state of a file.
struct Side<'a> {
    document: &'a Document,
    pages: Vec<ObjectId>,
    /// Position of each page.
    places: BTreeMap<ObjectId, usize>,
    fields: BTreeMap<String, Found>,
    /// Objects of fields, with their names.
    widgets: BTreeMap<ObjectId, String>,
}

impl<'a> Side<'a> {
    fn of(document: &'a Document) -> Self {
        let pages: Vec<ObjectId> = document.page_iter().take(tree::MOST_PAGES).collect();
        let found = fields::of(document);
        Self {
            document,
            places: pages.iter().enumerate().map(|(at, it)| (*it, at)).collect(),
            pages,
            widgets: found.iter().filter_map(|it| Some((it.id?, it.name.clone()))).collect(),
            fields: found.into_iter().map(|it| (it.name.clone(), it)).collect(),
        }
    }

    fn resolve(&self, object: &'a Object) -> (Option<ObjectId>, &'a Object) {
        tree::resolve(self.document, object)
    }
}

/// Where two objects are that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Where {
    Page(usize),
    Field(String),
    /// Under this key of the catalog.
    Part(String),
}

impl Where {
    fn change(&self) -> Change {
        match self {
            Self::Page(at) => Change::Page { page: at + 1 },
            Self::Field(field) => Change::FieldAltered { field: field.clone() },
            Self::Part(name) => Change::Part { name: name.clone() },
        }
    }
}

/// Keys of the catalog that later signatures bring: proofs for the archive, what certification allows,
/// when the file was last written, of which version it is since.
const OF_SIGNERS: [&[u8]; 5] = [b"DSS", b"Extensions", b"Perms", b"Metadata", b"Version"];

/// Keys of a field that may change with its value.
const WITH_VALUE: [&[u8]; 9] = [b"V", b"AP", b"AS", b"F", b"Ff", b"M", b"MK", b"DA", b"RV"];

/// Keys of a form that later signatures may bring: fonts of their own, that there are signatures.
const OF_FORM: [&[u8]; 4] = [b"Fields", b"SigFlags", b"DR", b"DA"];

struct Walk<'a> {
    before: Side<'a>,
    after: Side<'a>,
    waiting: Vec<(&'a Object, &'a Object, Where)>,
    seen: BTreeSet<(ObjectId, ObjectId)>,
    /// Fields that were signed or filled.
    given: BTreeSet<String>,
    found: BTreeSet<Change>,
}

impl<'a> Walk<'a> {
    fn catalog(&mut self) {
        let [before, after] = [self.before.document, self.after.document];
        let (Ok(old), Ok(new)) = (before.catalog(), after.catalog()) else {
            self.found.insert(Change::Unknown);
            return;
        };
        let skip = [&OF_SIGNERS[..], &[b"AcroForm"]].concat();
        self.keys(old, new, &skip, None);
        if let (Some(old), Some(new)) = (tree::form(before), tree::form(after)) {
            self.keys(old, new, &OF_FORM, Some(&Where::Part("AcroForm".to_owned())));
        }
    }

    fn fields(&mut self) {
        let [old, new] = [&self.before.fields, &self.after.fields];
        let mut pairs = Vec::new();
        for (name, it) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
            let field = name.clone();
            self.found.insert(match it.kind {
                Kind::Signature => Change::FieldAdded { field },
                Kind::Other => Change::OtherFieldAdded { field },
            });
            if it.signed.is_some() {
                self.found.insert(Change::Signed { field: name.clone() });
            }
        }
        for (name, it) in old {
            let Some(now) = new.get(name) else {
                self.found.insert(Change::FieldRemoved { field: name.clone() });
                continue;
            };
            if let Some(change) = value(it, now) {
                self.given.insert(name.clone());
                self.found.insert(change);
            }
            pairs.push((name.clone(), it.id.zip(now.id)));
        }
        for (field, ids) in pairs {
            let [old, new] = [self.before.document, self.after.document];
            let objects = ids.map(|(a, b)| (old.get_dictionary(a), new.get_dictionary(b)));
            let Some((Ok(old), Ok(new))) = objects else {
                self.found.insert(Change::FieldAltered { field });
                continue;
            };
            self.seen.extend(ids);
            let skip: &[&[u8]] = if self.given.contains(&field) { &WITH_VALUE } else { &[] };
            self.keys(old, new, skip, Some(&Where::Field(field)));
        }
    }

    fn pages(&mut self) {
        let (old, new) = (self.before.pages.len(), self.after.pages.len());
        if new > old {
            self.found.insert(Change::PagesAdded { count: new - old });
        }
        if new < old {
            self.found.insert(Change::PagesRemoved { count: old - new });
        }
        for at in 0..old.min(new) {
            let (a, b) = (self.before.pages[at], self.after.pages[at]);
            let [old, new] = [self.before.document, self.after.document];
            if let (Ok(a), Ok(b)) = (old.get_dictionary(a), new.get_dictionary(b)) {
                self.page(a, b, at);
            }
        }
    }

    fn page(&mut self, old: &'a Dictionary, new: &'a Dictionary, at: usize) {
        let place = Where::Page(at);
        self.keys(old, new, &[b"Annots"], Some(&place));
        let annotations = |side: &Side<'a>, page| tree::array(side.document, page, b"Annots");
        let before = annotations(&self.before, old).unwrap_or_default();
        let after = annotations(&self.after, new).unwrap_or_default();
        for (a, b) in before.iter().zip(after) {
            self.pair(a, b, place.clone());
        }
        if after.len() < before.len() {
            self.found.insert(Change::AnnotationRemoved { page: at + 1 });
        }
        for added in after.iter().skip(before.len()) {
            let (id, added) = self.after.resolve(added);
            let name = id.and_then(|it| self.after.widgets.get(&it));
            if name.is_some_and(|it| !self.before.fields.contains_key(it)) {
                // A field that was added is told as such.
                continue;
            }
            let what = added.as_dict().ok().and_then(|it| it.get(b"Subtype").ok()?.as_name().ok());
            let what = normal::clean(&String::from_utf8_lossy(what.unwrap_or_default()));
            self.found.insert(Change::Annotation { page: at + 1, what });
        }
    }

    /// Compares everything that waits.
    fn rest(&mut self) {
        let mut budget = MOST;
        while let Some((old, new, place)) = self.waiting.pop() {
            budget -= 1;
            if budget == 0 {
                self.found.insert(Change::Unknown);
                return;
            }
            let ((old_id, old), (new_id, new)) =
                (self.before.resolve(old), self.after.resolve(new));
            if let Some(pair) = old_id.zip(new_id)
                && !self.seen.insert(pair)
            {
                continue;
            }
            if let Some(at) = old_id.and_then(|it| self.before.places.get(&it)) {
                // Pages are compared by their order.
                if new_id.and_then(|it| self.after.places.get(&it)) != Some(at) {
                    self.found.insert(place.change());
                }
                continue;
            }
            let field = old_id.and_then(|it| self.before.widgets.get(&it));
            let place = field.map_or(place, |it| Where::Field(it.clone()));
            self.values(old, new, &place);
        }
    }

    fn values(&mut self, old: &'a Object, new: &'a Object, place: &Where) {
        match (old, new) {
            (Object::Dictionary(old), Object::Dictionary(new)) => {
                let skip: &[&[u8]] = match old.get(b"Type").and_then(Object::as_name) {
                    // Pages are compared one by one.
                    Ok(b"Pages") => &[b"Kids", b"Count"],
                    _ => &[],
                };
                self.keys(old, new, skip, Some(place));
            }
            (Object::Stream(old), Object::Stream(new)) => {
                if old.content != new.content {
                    self.found.insert(place.change());
                }
                self.keys(&old.dict, &new.dict, &[b"Length"], Some(place));
            }
            (Object::Array(old), Object::Array(new)) if old.len() == new.len() => {
                old.iter().zip(new).for_each(|(old, new)| self.pair(old, new, place.clone()));
            }
            (old, new) if is_same(old, new) => {}
            _ => {
                self.found.insert(place.change());
            }
        }
    }

    /// Compares the values of two dictionaries; without a place each key is one.
    fn keys(
        &mut self,
        old: &'a Dictionary,
        new: &'a Dictionary,
        skip: &[&[u8]],
        place: Option<&Where>,
    ) {
        let own = |key: &[u8]| Where::Part(normal::clean(&String::from_utf8_lossy(key)));
        let is_told = |key: &[u8]| !skip.contains(&key);
        for (key, value) in old.iter().filter(|(key, _)| is_told(key)) {
            let place = place.cloned().unwrap_or_else(|| own(key));
            match new.get(key) {
                Ok(now) => self.pair(value, now, place),
                Err(_) => self.pair(value, &Object::Null, place),
            }
        }
        for (key, now) in new.iter().filter(|(key, _)| is_told(key) && !old.has(key)) {
            let place = place.cloned().unwrap_or_else(|| own(key));
            self.pair(&Object::Null, now, place);
        }
    }

    fn pair(&mut self, old: &'a Object, new: &'a Object, place: Where) {
        self.waiting.push((old, new, place));
    }
}

/// Whether two plain values are one, however they are written: `<41>` is `(A)`, and `1.0` is `1`.
fn is_same(old: &Object, new: &Object) -> bool {
    match (old, new) {
        (Object::String(before, _), Object::String(after, _)) => {
            let text = |it| decode_text_string(it).ok();
            before == after || text(old).is_some_and(|it| text(new) == Some(it))
        }
        (old, new) => match (old.as_float(), new.as_float()) {
            (Ok(before), Ok(after)) => before == after,
            _ => old == new,
        },
    }
}

/// What was given to a field.
fn value(old: &Found, new: &Found) -> Option<Change> {
    let field = old.name.clone();
    match (&old.signed, &new.signed) {
        (None, Some(_)) => Some(Change::Signed { field }),
        (Some(_), None) => Some(Change::SignatureReplaced { field }),
        (Some(old), Some(new)) if old.contents != new.contents || old.range != new.range => {
            Some(Change::SignatureReplaced { field })
        }
        _ if old.value != new.value => Some(Change::Filled { field, value: new.value.clone() }),
        _ => None,
    }
}
