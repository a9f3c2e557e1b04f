//! Fonts of a PDF: their names, what their codes mean, and how wide they are.

use std::collections::BTreeMap;

use lopdf::Dictionary;
use lopdf::Document;
use lopdf::Encoding;
use lopdf::Object;

use crate::inspect::pdf::plane::number;

/// Bytes to which the table of a font's meanings may inflate.
pub(super) const MOST_OF_TABLE: usize = 4 << 20;

/// Parts of an em in which widths are told.
const EM: f64 = 1000.0;

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    pub(super) name: String,
    /// What each code means, as the font itself says.
    meanings: BTreeMap<u16, String>,
    is_composite: bool,
    widths: BTreeMap<u16, f64>,
    missing: f64,
}

impl Font {
    /// Reads a font, with the meaning of every code that it may use.
    pub(super) fn of(document: &Document, font: &Dictionary) -> Self {
        let is_composite = name_of(font, b"Subtype").as_deref() == Some("Type0");
        let name = name_of(font, b"BaseFont").unwrap_or_default();
        // `ABCDEF+Tinos-Bold`: the mark of a subset.
        let name = match name.split_once('+') {
            Some((mark, rest)) if mark.len() == 6 => rest.to_owned(),
            _ => name,
        };
        let (widths, missing) = match is_composite {
            true => composite_widths(document, font).unwrap_or_default(),
            false => (simple_widths(document, font).unwrap_or_default(), 0.0),
        };
        let encoding = font.get_font_encoding_with_limit(document, MOST_OF_TABLE).ok();
        let meanings = encoding.map(|it| meanings(&it, is_composite)).unwrap_or_default();
        Self { name, meanings, is_composite, widths, missing }
    }

    /// The codes of a string, each with whether it is the plain space that words are spaced by.
    fn codes(&self, bytes: &[u8]) -> impl Iterator<Item = (u16, bool)> {
        let step = if self.is_composite { 2 } else { 1 };
        bytes.chunks(step).map(move |it| match it {
            [high, low] => (u16::from_be_bytes([*high, *low]), false),
            [one, ..] => (u16::from(*one), *one == b' '),
            [] => (0, false),
        })
    }

    /// What a string says.
    pub(super) fn text(&self, bytes: &[u8]) -> String {
        let meaning = |(code, _)| self.meanings.get(&code).map_or("\u{fffd}", String::as_str);
        self.codes(bytes).map(meaning).collect()
    }

    /// How far a string goes, for the size of the font, the space between letters and after words.
    pub(super) fn advance(&self, bytes: &[u8], size: f64, letters: f64, words: f64) -> f64 {
        let one = |(code, is_space)| {
            let width = self.widths.get(&code).copied().unwrap_or(self.missing);
            width / EM * size + letters + if is_space { words } else { 0.0 }
        };
        self.codes(bytes).map(one).sum()
    }
}

fn name_of(dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    let name = dictionary.get(key).and_then(Object::as_name).ok()?;
    Some(String::from_utf8_lossy(name).into_owned())
}

/// What each code means. A table that gives a code no meaning leaves it out.
fn meanings(encoding: &Encoding<'_>, is_composite: bool) -> BTreeMap<u16, String> {
    let mut meanings = BTreeMap::new();
    for code in 0..=if is_composite { u16::MAX } else { u16::from(u8::MAX) } {
        let said = match encoding {
            Encoding::UnicodeMapEncoding(table) => {
                let units = table.get(u32::from(code), if is_composite { 2 } else { 1 });
                units.map(|it| String::from_utf16_lossy(&it))
            }
            other if !is_composite => {
                let byte = u8::try_from(code).unwrap_or_default();
                other.bytes_to_string(&[byte]).ok()
            }
            _ => None,
        };
        if let Some(said) = said.filter(|it| !it.is_empty()) {
            meanings.insert(code, said);
        }
    }
    meanings
}

/// Widths of a composite font, `[first [w w w] first last w …]`, and that of all others.
fn composite_widths(document: &Document, font: &Dictionary) -> Option<(BTreeMap<u16, f64>, f64)> {
    let descendants = font.get_deref(b"DescendantFonts", document).ok()?.as_array().ok()?;
    let (_, descendant) = document.dereference(descendants.first()?).ok()?;
    let descendant = descendant.as_dict().ok()?;
    let default = descendant.get_deref(b"DW", document).ok().and_then(number).unwrap_or(EM);
    let mut widths = BTreeMap::new();
    let listed = descendant.get_deref(b"W", document).and_then(Object::as_array);
    let mut left = listed.map(Vec::as_slice).unwrap_or_default();
    while let [first, second, rest @ ..] = left {
        let (_, second) = document.dereference(second).ok()?;
        let first = code(first)?;
        if let Ok(each) = second.as_array() {
            let numbers = each.iter().filter_map(number);
            widths.extend((first..=u16::MAX).zip(numbers));
            left = rest;
        } else {
            let [width, rest @ ..] = rest else { break };
            let width = number(width)?;
            widths.extend((first..=code(second)?).map(|it| (it, width)));
            left = rest;
        }
    }
    Some((widths, default))
}

/// Widths of a font of single bytes.
fn simple_widths(document: &Document, font: &Dictionary) -> Option<BTreeMap<u16, f64>> {
    let first = code(font.get_deref(b"FirstChar", document).ok()?)?;
    let widths = font.get_deref(b"Widths", document).ok()?.as_array().ok()?;
    let widths = widths.iter().map(|it| {
        let object = document.dereference(it).map(|(_, it)| it);
        object.ok().and_then(number).unwrap_or_default()
    });
    Some((first..=u16::from(u8::MAX)).zip(widths).collect())
}

fn code(object: &Object) -> Option<u16> {
    object.as_i64().ok()?.try_into().ok()
}
