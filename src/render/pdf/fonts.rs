//! Chooses a font by what it covers: a character that it lacks would be a box on the paper.
//!
//! Order: the user's Times New Roman, else Tinos, else Liberation Serif (2.x; 1.07 lacks 93
//! Vietnamese letters under the same name), else the embedded Libertinus Serif. Faces without
//! every Vietnamese letter are left out: so is Libertinus' bold italic, which lacks ơ and ư, and
//! its semibold italic takes the place.

use std::sync::OnceLock;

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::Font;
use typst_kit::fonts;
use typst_kit::fonts::FontStore;

use crate::finding::failure::Failure;
use crate::render::pdf::fields::font;
use crate::render::pdf::fields::font::Small;

/// Families in the order of preference.
const PREFERRED: [&str; 4] = ["Times New Roman", "Tinos", "Liberation Serif", EMBEDDED];

/// The family inside the program.
const EMBEDDED: &str = "Libertinus Serif";

/// Characters of words around a missing one that a message shows.
const CONTEXT: usize = 20;

/// A font file that was handed in.
#[derive(Debug, Clone)]
pub struct FontFile {
    /// Its name, for the manifest.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Vietnamese letters outside the block of composed ones.
const LETTERS: &str = "ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩũĨŨ";

/// Whether a face has every Vietnamese letter.
fn is_vietnamese(font: &Font) -> bool {
    let coverage = &font.info().coverage;
    let composed = 0x1EA0..=0x1EF9;
    composed.into_iter().all(|it| coverage.contains(it))
        && LETTERS.chars().all(|it| coverage.contains(u32::from(it)))
}

/// A family with its faces.
pub struct Family {
    /// Name.
    pub name: String,
    faces: Vec<Face>,
    /// The small fonts of its fields, upright and italic: the same in every paper, so they are made once.
    small: [OnceLock<Option<Small>>; 2],
}

/// One face, with the name of the file that it lies in; `embedded` for the program itself.
struct Face {
    file: String,
    font: Font,
}

/// The fonts that documents may be set in.
pub struct Fonts {
    families: Vec<Family>,
    store: FontStore,
}

impl Fonts {
    /// The preferred families among `files`, then the embedded one.
    #[must_use]
    pub fn new(files: &[FontFile]) -> Self {
        let mut families: Vec<Family> = Vec::new();
        for name in PREFERRED {
            let mut family =
                Family { name: name.to_owned(), faces: Vec::new(), small: Default::default() };
            for file in files {
                for font in Font::iter(Bytes::new(file.bytes.clone())) {
                    if font.info().family == name {
                        family.faces.push(Face { file: file.name.clone(), font });
                    }
                }
            }
            if name == EMBEDDED && family.faces.is_empty() {
                let embedded = fonts::embedded().map(|(font, _)| font);
                let own = embedded.filter(|font| font.info().family == EMBEDDED);
                family.faces.extend(own.map(|font| Face { file: "embedded".to_owned(), font }));
            }
            family.faces.retain(|face| is_vietnamese(&face.font));
            if family.is_whole() {
                families.push(family);
            }
        }
        let mut store = FontStore::new();
        for face in families.iter().flat_map(|family| &family.faces) {
            store.push((face.font.clone(), face.font.info().clone()));
        }
        Self { families, store }
    }

    /// The families that are whole, in the order of preference.
    #[must_use]
    pub fn families(&self) -> &[Family] {
        &self.families
    }

    pub(super) fn store(&self) -> &FontStore {
        &self.store
    }

    /// The first family that has every character of a document.
    pub(super) fn covering(&self, document: &str, json: &Value) -> Result<&Family, Failure> {
        let mut texts = Vec::new();
        gather(json, &mut texts);
        let fits = |family: &&Family| texts.iter().all(|text| family.missing(text).is_none());
        if let Some(family) = self.families.iter().find(fits) {
            return Ok(family);
        }
        let last = self.families.last().expect("the embedded family is always whole");
        let missing = texts.iter().find_map(|text| Some((*text, last.missing(text)?)));
        let (text, character) = missing.expect("no family fits, so the last one lacks something");
        Err(Failure::NoGlyph {
            character,
            context: around(text, character),
            document: document.to_owned(),
        })
    }
}

impl Family {
    /// File name and bytes of each face.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.faces.iter().map(|face| (face.file.as_str(), face.font.data().as_slice()))
    }

    /// Whether upright, bold, italic and bold italic are there.
    fn is_whole(&self) -> bool {
        let has = |bold, italic| self.face(bold, italic).is_some();
        has(false, false) && has(true, false) && has(false, true) && has(true, true)
    }

    /// The small font of what is typed into its fields; `None` if it cannot be made.
    pub(super) fn small(&self, italic: bool) -> Option<&Small> {
        let made = || self.face(false, italic).and_then(font::small);
        self.small[usize::from(italic)].get_or_init(made).as_ref()
    }

    fn face(&self, bold: bool, italic: bool) -> Option<&Font> {
        let is_such = |font: &&Font| {
            let variant = font.info().variant;
            let is_italic = variant.style != typst::text::FontStyle::Normal;
            (variant.weight >= typst::text::FontWeight::SEMIBOLD) == bold && is_italic == italic
        };
        self.faces.iter().map(|it| &it.font).find(is_such)
    }

    /// The first character of a text that a face lacks.
    fn missing(&self, text: &str) -> Option<char> {
        let lacks = |it: &char| {
            !it.is_control()
                && self.faces.iter().any(|face| !face.font.info().coverage.contains(u32::from(*it)))
        };
        text.chars().find(lacks)
    }
}

fn gather<'a>(json: &'a Value, texts: &mut Vec<&'a str>) {
    match json {
        Value::String(text) => texts.push(text),
        Value::Array(items) => items.iter().for_each(|it| gather(it, texts)),
        Value::Object(object) => object.values().for_each(|it| gather(it, texts)),
        _ => {}
    }
}

fn around(text: &str, character: char) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = characters.iter().position(|it| *it == character).unwrap_or(0);
    let end = (at + CONTEXT).min(characters.len());
    characters[at.saturating_sub(CONTEXT)..end].iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_family_has_every_vietnamese_letter() {
        let fonts = Fonts::new(&[]);
        let vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
        let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
        for vowel in vowels.chars() {
            for tone in tones {
                let letter = crate::text::normal::clean(&format!("{vowel}{tone}"));
                let family = fonts.covering("thử", &Value::from(format!("{letter}đĐ₫")));
                assert_eq!(family.unwrap().name, EMBEDDED, "{letter}");
            }
        }
    }

    #[test]
    fn a_character_without_a_glyph_is_named() {
        let error = Fonts::new(&[]).covering("thử", &Value::from("tỉnh 漢 Bằng")).err().unwrap();
        let Failure::NoGlyph { character, context, .. } = error else { panic!("{error:?}") };
        assert_eq!((character, context.as_str()), ('漢', "tỉnh 漢 Bằng"));
    }
}
