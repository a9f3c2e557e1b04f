//! What a file is, by its content and never by its extension.

use crate::finding::refusal::Content;
use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::parts::Parts;
use crate::read::workbook::raw::Kind;

/// What holds the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// A zip, as of .xlsx, .xlsb and .ods.
    Zip,
    /// A compound file, as of .xls.
    Ole,
    /// Text, perhaps values between separators.
    Text,
}

/// Marks of files that are no workbook, by how they begin.
const MARKS: &[(&[u8], Content)] = &[
    (b"%PDF", Content::Pdf),
    (&[0xFF, 0xD8, 0xFF], Content::Picture),
    (b"\x89PNG", Content::Picture),
    (b"GIF8", Content::Picture),
    (b"II*\0", Content::Picture),
    (b"MM\0*", Content::Picture),
    (b"BM", Content::Picture),
    (b"{\\rtf", Content::Word),
    (b"Rar!", Content::Archive),
    (b"7z\xBC\xAF\x27\x1C", Content::Archive),
    (&[0x1F, 0x8B], Content::Archive),
];

/// Length of the file that Excel leaves beside an open workbook, and of the name in it.
const LOCK_FILE: usize = 165;
const LOCK_FILE_NAME: u8 = 54;

/// Refuses what holds no workbook, saying what it seems to be.
pub(super) fn container(bytes: &[u8]) -> Result<Container, Refusal> {
    let start = &bytes[..bytes.len().min(512)];
    if bytes.is_empty() {
        Err(Refusal::Empty)
    } else if start.starts_with(b"PK\x03\x04") {
        whole_zip(bytes).map(|()| Container::Zip)
    } else if start.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        ole(bytes).map(|()| Container::Ole)
    } else {
        guess(bytes, start)
            .map_or(Ok(Container::Text), |seems| Err(Refusal::NotAWorkbook { seems }))
    }
}

/// A zip whose list of contents, which stands at its end, is missing was copied in part.
fn whole_zip(bytes: &[u8]) -> Result<(), Refusal> {
    let tail = &bytes[bytes.len().saturating_sub(22 + 65_535)..];
    match holds(tail, b"PK\x05\x06") {
        true => Ok(()),
        false => Err(Refusal::Damaged(Damage::CutShort)),
    }
}

/// A compound file is an old workbook, an old document, or a workbook under a password.
fn ole(bytes: &[u8]) -> Result<(), Refusal> {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(bytes, &wide)
    };
    if names("EncryptedPackage") {
        Err(Refusal::Encrypted)
    } else if names("Workbook") || names("Book") {
        Ok(())
    } else if names("WordDocument") {
        Err(Refusal::NotAWorkbook { seems: Content::Word })
    } else {
        Err(Refusal::NotAWorkbook { seems: Content::OldOffice })
    }
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// What a file seems to be; `None` if it is text that may be a table.
fn guess(bytes: &[u8], start: &[u8]) -> Option<Content> {
    if let Some((_, seems)) = MARKS.iter().find(|(mark, _)| start.starts_with(mark)) {
        return Some(*seems);
    }
    if bytes.len() == LOCK_FILE && (1..=LOCK_FILE_NAME).contains(&bytes[0]) {
        return Some(Content::LockFile);
    }
    if start.get(4..8) == Some(b"ftyp") || start.get(8..12) == Some(b"WEBP") {
        return Some(Content::Picture);
    }
    let wide = start.starts_with(&[0xFF, 0xFE]) || start.starts_with(&[0xFE, 0xFF]);
    // The letters of UTF-16 without the zeros between them are enough to know markup by.
    let letters: Vec<u8> = start.iter().copied().filter(|it| *it != 0 || !wide).collect();
    let text = String::from_utf8_lossy(&letters).to_lowercase();
    let text = text.trim_start_matches(['\u{FEFF}', '\u{FFFD}']).trim_start();
    let begins = |marks: &[&str]| marks.iter().any(|it| text.starts_with(it));
    let is_page = begins(&["<html", "<!doctype html", "<table", "<head", "<meta", "<body"])
        || begins(&["mime-version:"])
        || (begins(&["<?xml"]) && text.contains("<html"));
    if is_page {
        Some(Content::WebPage)
    } else if begins(&["<?xml", "<workbook"]) {
        Some(Content::Xml)
    } else if wide
        || start.iter().all(|byte| *byte >= 0x20 || matches!(byte, b'\t' | b'\r' | b'\n'))
    {
        None
    } else {
        Some(Content::Unknown)
    }
}

/// Which workbook a zip holds.
pub(super) fn of_zip(parts: &mut Parts<'_>) -> Result<Kind, Refusal> {
    let mimetype = parts.bytes("mimetype")?.unwrap_or_default();
    let mimetype = String::from_utf8_lossy(&mimetype);
    let mimetype = mimetype.trim();
    let seems = if mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        return Ok(Kind::Ods);
    } else if mimetype.starts_with("application/vnd.oasis.opendocument.text") {
        Content::Word
    } else if parts.any_ending("/workbook.bin") {
        return Ok(Kind::Xlsb);
    } else if parts.any_ending("/workbook.xml") || parts.any("xl/") || parts.has("workbook.xml") {
        return Ok(Kind::Xlsx);
    } else if parts.any("word/") {
        Content::Word
    } else {
        Content::Archive
    };
    Err(Refusal::NotAWorkbook { seems })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn ole_with(name: &str) -> Vec<u8> {
        [vec![0xD0, 0xCF, 0x11, 0xE0, 0, 0], wide(name)].concat()
    }

    #[test]
    fn files_are_known_by_content() {
        use Container::*;
        let other = |seems| Err(Refusal::NotAWorkbook { seems });
        let lock = [vec![5], b"Ng\xE2n".to_vec(), vec![b' '; 160]].concat();
        assert_eq!(lock.len(), 165);
        let cases: Vec<(Vec<u8>, Result<Container, Refusal>)> = vec![
            (b"".to_vec(), Err(Refusal::Empty)),
            (b"PK\x03\x04restPK\x05\x06".to_vec(), Ok(Zip)),
            (b"PK\x03\x04rest".to_vec(), Err(Refusal::Damaged(Damage::CutShort))),
            (b"%PDF-1.7".to_vec(), other(Content::Pdf)),
            ("TT,Nội dung\n1,2".into(), Ok(Text)),
            ([vec![0xFF, 0xFE], wide("TT\tMã")].concat(), Ok(Text)),
            (b"  <html><body>".to_vec(), other(Content::WebPage)),
            ([vec![0xFF, 0xFE], wide("<html>")].concat(), other(Content::WebPage)),
            (b"\xEF\xBB\xBF<table>".to_vec(), other(Content::WebPage)),
            (b"MIME-Version: 1.0".to_vec(), other(Content::WebPage)),
            (b"<?xml version=\"1.0\"?><Workbook/>".to_vec(), other(Content::Xml)),
            (b"\xFF\xD8\xFF\xE0".to_vec(), other(Content::Picture)),
            (b"\0\0\0\x18ftypheic".to_vec(), other(Content::Picture)),
            (b"{\\rtf1".to_vec(), other(Content::Word)),
            (b"Rar!\x1A\x07".to_vec(), other(Content::Archive)),
            (lock, other(Content::LockFile)),
            (vec![0, 1, 2, 3], other(Content::Unknown)),
            (ole_with("Workbook"), Ok(Ole)),
            (ole_with("WordDocument"), other(Content::Word)),
            (ole_with("?"), other(Content::OldOffice)),
            (ole_with("EncryptedPackage"), Err(Refusal::Encrypted)),
        ];
        for (bytes, expected) in cases {
            assert_eq!(container(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }
}
