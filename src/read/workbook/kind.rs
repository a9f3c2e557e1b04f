//! What a file is, by its content and never by its extension.

use crate::finding::refusal::Content;
use crate::finding::refusal::Refusal;

/// Refuses what is not a zip, saying what it seems to be.
pub(super) fn require_zip(bytes: &[u8]) -> Result<(), Refusal> {
    let start = &bytes[..bytes.len().min(512)];
    if bytes.is_empty() {
        Err(Refusal::Empty)
    } else if start.starts_with(b"PK\x03\x04") {
        Ok(())
    } else if start.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        Err(ole(bytes))
    } else {
        Err(Refusal::NotAWorkbook { seems: guess(start) })
    }
}

/// An OLE container is an old .xls, or a workbook under a password.
fn ole(bytes: &[u8]) -> Refusal {
    let marker: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(marker.len()).any(|window| window == marker) {
        Refusal::Encrypted
    } else {
        Refusal::NotAWorkbook { seems: Content::OldExcel }
    }
}

fn guess(start: &[u8]) -> Content {
    let text =
        String::from_utf8_lossy(start).trim_start_matches('\u{FEFF}').trim_start().to_lowercase();
    if start.starts_with(b"%PDF") {
        Content::Pdf
    } else if start.starts_with(&[0xFF, 0xD8]) || start.starts_with(b"\x89PNG") {
        Content::Picture
    } else if text.starts_with("<html") || text.starts_with("<!doctype html") {
        Content::WebPage
    } else if text.starts_with("<?xml") {
        Content::Xml
    } else if start.iter().all(|byte| *byte >= 0x20 || matches!(byte, b'\t' | b'\r' | b'\n')) {
        Content::Text
    } else {
        Content::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_content() {
        let seems = |bytes: &[u8]| match require_zip(bytes) {
            Err(Refusal::NotAWorkbook { seems }) => seems,
            other => panic!("{other:?}"),
        };
        assert_eq!(require_zip(b""), Err(Refusal::Empty));
        assert_eq!(require_zip(b"PK\x03\x04rest"), Ok(()));
        assert_eq!(seems(b"%PDF-1.7"), Content::Pdf);
        assert_eq!(seems("TT,Nội dung\n1,2".as_bytes()), Content::Text);
        assert_eq!(seems(b"  <html><body>"), Content::WebPage);
        assert_eq!(seems(&[0xD0, 0xCF, 0x11, 0xE0, 0, 0]), Content::OldExcel);
        assert_eq!(seems(&[0, 1, 2, 3]), Content::Unknown);
    }

    #[test]
    fn a_password_is_told_from_an_old_workbook() {
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0];
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(require_zip(&bytes), Err(Refusal::Encrypted));
    }
}
