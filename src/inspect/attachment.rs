//! The figures that a PDF of ours carries inside. The file is hostile until read: sizes are bounded,
//! and whatever is wrong with it, it carries no figures.

use std::panic;

use lopdf::Dictionary;
use lopdf::Document;
use lopdf::LoadOptions;
use lopdf::Object;
use lopdf::Stream;

use crate::model::ledger::Ledger;
use crate::render::figures;

/// Bytes to which one stream of a PDF may inflate.
const MOST: usize = 64 << 20;

/// The figures inside a PDF; `None` if it carries none that can be read.
#[must_use]
pub fn read(pdf: &[u8]) -> Option<Ledger> {
    // The parser is foreign code over hostile bytes; a panic in it is a damaged file, not our end.
    let bytes = panic::catch_unwind(|| attached(pdf, figures::ATTACHMENT)).ok()??;
    serde_json::from_slice(&bytes).ok()
}

/// The bytes of the file attached under this name.
fn attached(pdf: &[u8], name: &str) -> Option<Vec<u8>> {
    let options = LoadOptions { max_decompressed_size: Some(MOST), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(pdf, options).ok()?;
    let stream =
        document.objects.values().find_map(|it| file(&document, it.as_dict().ok()?, name))?;
    match stream.dict.has(b"Filter") {
        true => stream.decompressed_content_with_limit(MOST).ok(),
        false => Some(stream.content.clone()),
    }
}

/// The stream of a file specification, if it bears the name.
fn file<'a>(
    document: &'a Document,
    specification: &'a Dictionary,
    name: &str,
) -> Option<&'a Stream> {
    let is_named = specification.get(b"F").and_then(Object::as_str).ok()? == name.as_bytes();
    let files = specification.get(b"EF").ok().filter(|_| is_named)?;
    let (_, files) = document.dereference(files).ok()?;
    let (_, stream) = document.dereference(files.as_dict().ok()?.get(b"F").ok()?).ok()?;
    stream.as_stream().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pdf_carries_nothing() {
        for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<\nendobj\n", b"PK\x03\x04"] {
            assert!(read(bytes).is_none());
        }
    }
}
