//! A file inside a PDF (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4). The typesetter can attach one too, but it would have to
//! lay the paper out once more: what the file tells is on which pages the figures are.

use std::io;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::Dictionary;
use lopdf::Document;
use lopdf::Object;
use lopdf::Stream;
use lopdf::dictionary;
use lopdf::text_string;

/// A file of data, in JSON.
pub(super) struct Attachment {
    /// Its name.
    pub(super) name: &'static str,
    /// What it holds, in words for the reader of the PDF.
    pub(super) description: &'static str,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// Puts a file into a PDF that carries none.
pub(super) fn put(document: &mut Document, attachment: Attachment) -> Result<(), lopdf::Error> {
    let Attachment { name, description, bytes } = attachment;
    let mut about = dictionary! { "Size" => bytes.len() as i64 };
    // It is as old as the paper.
    if let Some(dated) = dated(document) {
        about.set("ModDate", dated);
    }
    let stream = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => "application/json",
        "Params" => about,
        "Filter" => "FlateDecode",
    };
    let stream = document.add_object(Stream::new(stream, deflated(&bytes)?));
    let specification = document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => Object::string_literal(name),
        "UF" => text_string(name),
        "Desc" => text_string(description),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    });
    let named = vec![Object::string_literal(name), specification.into()];
    let files = dictionary! { "Names" => named };
    let catalog = document.catalog_mut()?;
    catalog.set("AF", vec![specification.into()]);
    names(document)?.set("EmbeddedFiles", files);
    Ok(())
}

/// When the PDF was last changed.
fn dated(document: &Document) -> Option<Object> {
    let about = document.trailer.get(b"Info").ok()?;
    let (_, about) = document.dereference(about).ok()?;
    about.as_dict().ok()?.get(b"ModDate").ok().cloned()
}

/// The trees of names of a PDF.
fn names(document: &mut Document) -> Result<&mut Dictionary, lopdf::Error> {
    let catalog = document.catalog_mut()?;
    if let Ok(Object::Reference(elsewhere)) = catalog.get(b"Names") {
        let elsewhere = *elsewhere;
        return document.get_dictionary_mut(elsewhere);
    }
    let catalog = document.catalog_mut()?;
    if !catalog.has(b"Names") {
        catalog.set("Names", Dictionary::new());
    }
    catalog.get_mut(b"Names")?.as_dict_mut()
}

/// At the level that the typesetter uses: the highest takes several times as long and saves nothing.
fn deflated(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}
