//! Form fields, which Typst cannot make: a field for each hand and each seal, and for the number and
//! the date that the văn thư gives after signing (NĐ30 Điều 14, Điều 15 k.2).
//!
//! The layouts draw a link where a field shall be, with what it is in its address (`truong.typ`). The
//! link is in the right place of the page, of the tab order and of the tags, so it is turned into the
//! field. Signing itself is left to the office's own program.

pub(super) mod font;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use lopdf::Dictionary;
use lopdf::Document;
use lopdf::Object;
use lopdf::ObjectId;
use lopdf::Stream;
use lopdf::dictionary;
use lopdf::text_string;
use serde::Deserialize;

use crate::render::pdf::fonts::Family;

/// What the addresses of the layouts' links begin with.
const SCHEME: &[u8] = b"truong:";

/// Beyond the line of a text field above and below, points: viewers keep that much free.
const AROUND: f32 = 1.5;

/// Names of the fonts in the form.
const UPRIGHT: &str = "Chu";
const ITALIC: &str = "ChuNghieng";

/// Annotation flag "print" (ISO 32000-1, table 165).
const PRINT: i64 = 4;

/// What a layout asks for.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum Wanted {
    /// Room for the signature of a person; `of` is the code of whom the person signs for, or empty.
    Hand { of: String, label: String },
    /// Room for the seal of whom the last hand signs for.
    Seal { of: String, label: String },
    /// Room for words; a name with a dot is a part of a field.
    Text {
        name: String,
        label: String,
        /// Size of the letters, points.
        size: f32,
        #[serde(default)]
        italic: bool,
        #[serde(default)]
        align: Align,
    },
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Align {
    #[default]
    Left,
    Center,
    Right,
}

/// Whether a PDF may have links that stand for fields.
pub(super) fn may_be_wanted(bytes: &[u8]) -> bool {
    bytes.windows(4).any(|it| it == b"/URI")
}

/// Turns the links that stand for fields into fields; tells whether there are any.
///
/// # Errors
/// What is wrong, in words for keepers of layouts.
pub(super) fn put(document: &mut Document, family: &Family) -> Result<bool, String> {
    let failed = |error: lopdf::Error| error.to_string();
    let mut form = Form::new(document);
    let rooms = form.rooms().map_err(failed)?;
    if rooms.is_empty() {
        return Ok(false);
    }
    for room in rooms {
        form.field(room).map_err(failed)?;
    }
    form.finish(family)?;
    Ok(true)
}

/// A link that stands for a field.
struct Room {
    page: ObjectId,
    link: ObjectId,
    wanted: Vec<u8>,
}

struct Form<'a> {
    document: &'a mut Document,
    /// Fields of the whole form, in reading order.
    fields: Vec<Object>,
    /// Names that are taken.
    names: BTreeSet<String>,
    /// Fields with parts, by name.
    whole: BTreeMap<String, ObjectId>,
    /// The element of the tags that holds each link.
    elements: BTreeMap<ObjectId, ObjectId>,
    /// Hands so far.
    hands: usize,
    has_upright: bool,
    has_italic: bool,
}

impl<'a> Form<'a> {
    fn new(document: &'a mut Document) -> Self {
        let elements = elements(document);
        Self {
            document,
            fields: Vec::new(),
            names: BTreeSet::new(),
            whole: BTreeMap::new(),
            elements,
            hands: 0,
            has_upright: false,
            has_italic: false,
        }
    }

    /// The links that stand for fields, in reading order.
    fn rooms(&self) -> Result<Vec<Room>, lopdf::Error> {
        let mut rooms = Vec::new();
        for page in self.document.page_iter() {
            let Ok(annotations) = self.document.get_dictionary(page)?.get(b"Annots") else {
                continue;
            };
            let (_, annotations) = self.document.dereference(annotations)?;
            for link in annotations.as_array()? {
                let link = link.as_reference()?;
                let address = self.document.get_dictionary(link)?.get(b"A");
                let address = address.and_then(Object::as_dict).and_then(|it| it.get(b"URI"));
                let Ok(address) = address.and_then(Object::as_str) else { continue };
                if let Some(wanted) = address.strip_prefix(SCHEME) {
                    rooms.push(Room { page, link, wanted: wanted.to_owned() });
                }
            }
        }
        Ok(rooms)
    }

    /// Turns a link into a field.
    fn field(&mut self, room: Room) -> Result<(), lopdf::Error> {
        let wanted = serde_json::from_slice(&room.wanted)
            .map_err(|error| lopdf::Error::InvalidStream(error.to_string()))?;
        let link = self.document.get_dictionary(room.link)?.clone();
        let mut widget = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Widget",
            "F" => PRINT,
            "P" => room.page,
        };
        for key in [&b"Rect"[..], b"StructParent"] {
            widget.set(key, link.get(key)?.clone());
        }
        let label = match wanted {
            Wanted::Hand { of, label } => {
                self.hands += 1;
                let name = self.signer("ky", &of);
                self.signature(&mut widget, room.link, name, &label);
                label
            }
            Wanted::Seal { of, label } => {
                let name = self.signer("dau", &of);
                self.signature(&mut widget, room.link, name, &label);
                label
            }
            Wanted::Text { name, label, size, italic, align } => {
                *(if italic { &mut self.has_italic } else { &mut self.has_upright }) = true;
                let look = format!("/{} {size} Tf 0 g", if italic { ITALIC } else { UPRIGHT });
                widget.set("DA", Object::string_literal(look));
                widget.set("Q", align as i64);
                heighten(&mut widget)?;
                self.text(&mut widget, room.link, &name, &label);
                label
            }
        };
        let appearance = self.appearance(&widget)?;
        widget.set("AP", dictionary! { "N" => appearance });
        self.document.set_object(room.link, widget);
        let element = self.elements.get(&room.link).copied();
        let element = element.ok_or(lopdf::Error::DictKey("OBJR".to_owned()))?;
        let element = self.document.get_dictionary_mut(element)?;
        element.set("S", "Form");
        // Alone, not in a list of one: validators of signatures look for it there.
        if let Some(only) = element.get(b"K").and_then(Object::as_array).ok()
            && let [only] = only.as_slice()
        {
            element.set("K", only.clone());
        }
        element.set("Alt", text_string(&label));
        Ok(())
    }

    /// `ky_01_cao-bang`; without a code `ky_01`.
    fn signer(&self, what: &str, of: &str) -> String {
        let end = if of.is_empty() { String::new() } else { format!("_{of}") };
        format!("{what}_{:02}{end}", self.hands)
    }

    fn signature(&mut self, widget: &mut Dictionary, id: ObjectId, name: String, label: &str) {
        widget.set("FT", "Sig");
        widget.set("T", text_string(&name));
        widget.set("TU", text_string(label));
        self.fields.push(id.into());
    }

    /// A text field, or a part of one. Papers that are bound together have fields of their own:
    /// `so_van_ban`, `so_van_ban_2`.
    fn text(&mut self, widget: &mut Dictionary, id: ObjectId, name: &str, label: &str) {
        let (whole, part) = match name.split_once('.') {
            Some((whole, part)) => (whole, Some(part)),
            None => (name, None),
        };
        let numbered = |number: u32| match number {
            1 => whole.to_owned(),
            _ => format!("{whole}_{number}"),
        };
        let own = |whole: &String| part.map_or(whole.clone(), |it| format!("{whole}.{it}"));
        let free = (1..).map(numbered).find(|it| !self.names.contains(&own(it)));
        let whole = free.expect("there is always a free number");
        self.names.insert(own(&whole));
        widget.set("TU", text_string(label));
        let Some(part) = part else {
            widget.set("FT", "Tx");
            widget.set("T", text_string(&whole));
            self.fields.push(id.into());
            return;
        };
        widget.set("T", text_string(part));
        widget.set("Parent", self.whole(whole, id));
    }

    /// The field that a part belongs to.
    fn whole(&mut self, name: String, part: ObjectId) -> ObjectId {
        if let Some(whole) = self.whole.get(&name) {
            let field = self.document.get_dictionary_mut(*whole);
            if let Ok(parts) =
                field.and_then(|it| it.get_mut(b"Kids")).and_then(Object::as_array_mut)
            {
                parts.push(part.into());
            }
            return *whole;
        }
        let field = dictionary! {
            "FT" => "Tx",
            "T" => text_string(&name),
            "Kids" => vec![part.into()],
        };
        let whole = self.document.add_object(field);
        self.fields.push(whole.into());
        self.whole.insert(name, whole);
        whole
    }

    /// An empty appearance of the size of a field.
    fn appearance(&mut self, widget: &Dictionary) -> Result<ObjectId, lopdf::Error> {
        let corners = rectangle(widget)?;
        let [x0, y0, x1, y1] = corners;
        let form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => vec![0.into(), 0.into(), (x1 - x0).into(), (y1 - y0).into()],
            "Resources" => Dictionary::new(),
        };
        let is_text = !matches!(widget.get(b"FT").and_then(Object::as_name), Ok(b"Sig"));
        let content: &[u8] = if is_text { b"/Tx BMC EMC" } else { b"" };
        Ok(self.document.add_object(Stream::new(form, content.to_vec())))
    }

    /// The form itself.
    fn finish(self, family: &Family) -> Result<(), String> {
        let mut form = dictionary! { "Fields" => self.fields, "SigFlags" => 1 };
        let mut fonts = Dictionary::new();
        for (is_used, name, is_italic) in
            [(self.has_upright, UPRIGHT, false), (self.has_italic, ITALIC, true)]
        {
            if is_used {
                fonts.set(name, font::embedded(self.document, family, is_italic)?);
            }
        }
        if !fonts.is_empty() {
            form.set("DA", Object::string_literal(format!("/{UPRIGHT} 13 Tf 0 g")));
            form.set("DR", dictionary! { "Font" => fonts });
        }
        let form = self.document.add_object(form);
        let catalog = self.document.catalog_mut().map_err(|it| it.to_string())?;
        catalog.set("AcroForm", form);
        Ok(())
    }
}

/// Which element of the tags holds which link.
fn elements(document: &Document) -> BTreeMap<ObjectId, ObjectId> {
    let mut elements = BTreeMap::new();
    for (id, object) in &document.objects {
        let Ok(element) = object.as_dict() else { continue };
        if !matches!(element.get(b"S").and_then(Object::as_name), Ok(b"Link")) {
            continue;
        }
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.as_slice(),
            Ok(kid) => std::slice::from_ref(kid),
            Err(_) => continue,
        };
        let links = kids.iter().filter_map(|it| it.as_dict().ok()?.get(b"Obj").ok());
        elements.extend(links.filter_map(|it| Some((it.as_reference().ok()?, *id))));
    }
    elements
}

/// Left, bottom, right, top.
fn rectangle(widget: &Dictionary) -> Result<[f32; 4], lopdf::Error> {
    let corners = widget.get(b"Rect")?.as_array()?;
    let corners = corners.iter().map(Object::as_float).collect::<Result<Vec<_>, _>>()?;
    corners.try_into().map_err(|_| lopdf::Error::DictKey("Rect".to_owned()))
}

fn heighten(widget: &mut Dictionary) -> Result<(), lopdf::Error> {
    let [x0, y0, x1, y1] = rectangle(widget)?;
    let corners = [x0, y0 - AROUND, x1, y1 + AROUND];
    widget.set("Rect", corners.map(Object::from).to_vec());
    Ok(())
}
