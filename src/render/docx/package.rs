//! The package: its parts, what they are, and how they hang together. The same bytes each time.

use std::io::Cursor;
use std::io::Write;

use zip::CompressionMethod;
use zip::DateTime;
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use crate::model::document::Document;
use crate::render::docx::namespaces;
use crate::render::docx::paragraph::Paragraph;
use crate::render::docx::paragraph::lines;
use crate::render::docx::paragraph::paragraph;
use crate::render::docx::section;
use crate::render::docx::styles::Kind;
use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;
use crate::render::docx::xml::val;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE: &str = "application/vnd.openxmlformats-package.core-properties+xml";

/// A picture of the package.
pub(super) struct Picture {
    /// Its name in the folder of pictures.
    pub(super) name: String,
    /// Relation by which the text names it.
    pub(super) relation: String,
    /// Its bytes, a PNG.
    pub(super) bytes: Vec<u8>,
}

/// The parts that are made from the document.
pub(super) struct Parts {
    pub(super) text: Element,
    pub(super) styles: Element,
    pub(super) lists: Element,
    pub(super) pictures: Vec<Picture>,
}

/// The whole file.
pub(super) fn pack(document: &Document, parts: Parts) -> Vec<u8> {
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".to_owned(), content_types().part()),
        ("_rels/.rels".to_owned(), package_relations().part()),
        ("docProps/core.xml".to_owned(), core(document).part()),
        ("word/document.xml".to_owned(), parts.text.part()),
        ("word/styles.xml".to_owned(), parts.styles.part()),
        ("word/numbering.xml".to_owned(), parts.lists.part()),
        ("word/settings.xml".to_owned(), settings().part()),
        ("word/header1.xml".to_owned(), head(document, None).part()),
        ("word/header2.xml".to_owned(), head(document, Some(page_number())).part()),
        ("word/_rels/document.xml.rels".to_owned(), relations(&parts.pictures).part()),
    ];
    let pictures = parts.pictures.into_iter();
    files.extend(pictures.map(|it| (format!("word/media/{}", it.name), it.bytes)));
    zipped(&files).expect("writing to memory does not fail")
}

fn zipped(files: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types() -> Element {
    let default = |extension: &str, kind: &str| {
        el("Default").with("Extension", extension).with("ContentType", kind)
    };
    let part =
        |name: &str, kind: String| el("Override").with("PartName", name).with("ContentType", kind);
    let word = |name: &str, kind: &str| part(name, format!("{WORD}.{kind}+xml"));
    el("Types")
        .with("xmlns", TYPES)
        .child(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .child(default("xml", "application/xml"))
        .child(default("png", "image/png"))
        .child(part("/docProps/core.xml", CORE.to_owned()))
        .child(word("/word/document.xml", "document.main"))
        .child(word("/word/styles.xml", "styles"))
        .child(word("/word/numbering.xml", "numbering"))
        .child(word("/word/settings.xml", "settings"))
        .child(word("/word/header1.xml", "header"))
        .child(word("/word/header2.xml", "header"))
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    el("Relationship")
        .with("Id", id)
        .with("Type", format!("{OFFICE}/{kind}"))
        .with("Target", target)
}

fn package_relations() -> Element {
    let core = el("Relationship")
        .with("Id", "rId2")
        .with("Type", format!("{RELATIONS}/metadata/core-properties"))
        .with("Target", "docProps/core.xml");
    el("Relationships")
        .with("xmlns", RELATIONS)
        .child(relation("rId1", "officeDocument", "word/document.xml"))
        .child(core)
}

fn relations(pictures: &[Picture]) -> Element {
    let pictures =
        pictures.iter().map(|it| relation(&it.relation, "image", &format!("media/{}", it.name)));
    el("Relationships")
        .with("xmlns", RELATIONS)
        .child(relation("rId1", "styles", "styles.xml"))
        .child(relation("rId2", "numbering", "numbering.xml"))
        .child(relation("rId3", "settings", "settings.xml"))
        .child(relation(section::FIRST, "header", "header1.xml"))
        .child(relation(section::OTHERS, "header", "header2.xml"))
        .children(pictures)
}

/// Title and language; the date is the paper's own, never the clock's.
fn core(document: &Document) -> Element {
    let moment = format!("{}T00:00:00Z", document.dated);
    let date = |name| el(name).with("xsi:type", "dcterms:W3CDTF").text(&moment);
    el("cp:coreProperties")
        .with("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .child(el("dc:title").text(&document.title))
        .child(el("dc:language").text("vi-VN"))
        .child(date("dcterms:created"))
        .child(date("dcterms:modified"))
}

/// Word treats the file as one of its own of today, not of an older version.
fn settings() -> Element {
    let mode = el("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", 15);
    let language = el("w:themeFontLang").with("w:val", "vi-VN").with("w:eastAsia", "vi-VN");
    namespaces(el("w:settings"))
        .child(val("w:defaultTabStop", 720))
        .child(val("w:characterSpacingControl", "doNotCompress"))
        .child(el("w:compat").child(mode))
        .child(language)
        .child(val("w:decimalSymbol", ","))
        .child(val("w:listSeparator", ";"))
}

/// The head of a page: its number, and DỰ THẢO on a draft.
fn head(document: &Document, number: Option<Paragraph>) -> Element {
    let draft = document.draft.as_deref().map(|it| lines(Kind::PageNumber, [it]).element());
    let mut rows: Vec<Element> = number.map(Paragraph::element).into_iter().collect();
    rows.extend(draft);
    if rows.is_empty() {
        rows.push(paragraph(Kind::PageNumber).element());
    }
    namespaces(el("w:hdr")).children(rows)
}

fn page_number() -> Paragraph {
    let field = el("w:fldSimple").with("w:instr", " PAGE ");
    let shown = el("w:r").child(el("w:t").text("2"));
    paragraph(Kind::PageNumber).with([field.child(shown)])
}
