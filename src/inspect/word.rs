//! The printed figures of a Word copy, read back by their bookmarks. The file is hostile until read: what
//! it inflates to is bounded, and whatever is wrong with it, it cannot be read.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::read::workbook::prescan;
use crate::render::docx::FIGURE;
use crate::text::normal;

/// The part that holds the text.
const TEXT: &str = "word/document.xml";

/// Bytes to which it may inflate.
const MOST: u64 = 256 << 20;

/// Bookmarks that may be open at once: ours are never inside each other.
const MOST_OPEN: usize = 64;

/// A bookmark around a figure, until its end.
struct Open {
    id: String,
    n: usize,
    text: String,
}

/// The words in the bookmark of each figure, by its position in the paper; `None` if it is no Word file
/// or a damaged one. What tracked changes delete is left out, what they insert counts.
#[must_use]
pub fn figures(docx: &[u8]) -> Option<BTreeMap<usize, String>> {
    prescan(docx).ok()?;
    let mut archive = ZipArchive::new(Cursor::new(docx)).ok()?;
    let mut text = String::new();
    archive.by_name(TEXT).ok()?.take(MOST).read_to_string(&mut text).ok()?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    reader.config_mut().expand_empty_elements = true;
    let mut found = BTreeMap::new();
    let mut open: Vec<Open> = Vec::new();
    let mut in_text = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(it) => match it.local_name().as_ref() {
                "t" => in_text = true,
                "tab" | "br" => push(&mut open, " "),
                "bookmarkStart" if open.len() < MOST_OPEN => open.extend(start(&it)),
                "bookmarkEnd" => {
                    let id = attribute(&it, "id");
                    let ended = open.iter().position(|it| Some(&it.id) == id.as_ref());
                    if let Some(Open { n, text, .. }) = ended.map(|it| open.remove(it)) {
                        // Of a passage that was copied the first stands.
                        found.entry(n).or_insert_with(|| normal::clean(&text));
                    }
                }
                _ => {}
            },
            Event::End(it) if it.local_name().as_ref() == "t" => in_text = false,
            Event::Text(it) if in_text => push(&mut open, &it.xml10_content()),
            Event::GeneralRef(it) if in_text => {
                let character = it.resolve_char_ref().ok()?.map(String::from);
                let known = || quick_xml::escape::resolve_predefined_entity(&it).map(str::to_owned);
                push(&mut open, &character.or_else(known).unwrap_or_default());
            }
            Event::Eof => return Some(found),
            _ => {}
        }
    }
}

/// Text belongs to every bookmark that is open.
fn push(open: &mut [Open], text: &str) {
    open.iter_mut().for_each(|it| it.text.push_str(text));
}

/// The bookmark of a figure.
fn start(element: &BytesStart<'_>) -> Option<Open> {
    let n = attribute(element, "name")?.strip_prefix(FIGURE)?.parse().ok()?;
    Some(Open { id: attribute(element, "id")?, n, text: String::new() })
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attributes = element.attributes();
    let found = attributes.flatten().find(|it| it.key.local_name().as_ref() == name)?;
    Some(found.value.as_ref().to_owned())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn docx(body: &str) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(TEXT, SimpleFileOptions::default()).unwrap();
        write!(zip, "<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>").unwrap();
        zip.finish().unwrap().into_inner()
    }

    fn bookmark(id: u32, name: &str, inside: &str) -> String {
        format!(
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/>{inside}<w:bookmarkEnd w:id=\"{id}\"/>"
        )
    }

    #[track_caller]
    fn check(body: &str, expected: &[(usize, &str)]) {
        let found = figures(&docx(body)).unwrap();
        let expected = expected.iter().map(|(n, text)| (*n, (*text).to_owned())).collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn figures_are_what_stands_in_their_bookmarks() {
        let run = "<w:r><w:t>25.493</w:t></w:r>";
        check(&bookmark(0, "so_7", run), &[(7, "25.493")]);
        check(&bookmark(0, "_Toc1", run), &[]);
        // Word splits a run that was typed into, and notes what was deleted.
        let typed = "<w:r><w:t>25.</w:t></w:r><w:del><w:r><w:delText>4</w:delText></w:r></w:del>\
                     <w:ins><w:r><w:t>593</w:t></w:r></w:ins>";
        check(&bookmark(3, "so_0", typed), &[(0, "25.593")]);
        check(&bookmark(3, "so_0", "<w:r><w:t>a&#160;&lt;b</w:t></w:r>"), &[(0, "a <b")]);
        check(&bookmark(3, "so_0", ""), &[(0, "")]);
        let twice = [bookmark(1, "so_0", run), bookmark(2, "so_0", "")].concat();
        check(&twice, &[(0, "25.493")]);
    }

    #[test]
    fn what_is_no_word_file_has_none() {
        for bytes in [&b""[..], b"%PDF-1.7", b"PK\x03\x04"] {
            assert!(figures(bytes).is_none());
        }
        assert!(figures(&docx("<w:p")).is_none());
    }
}
