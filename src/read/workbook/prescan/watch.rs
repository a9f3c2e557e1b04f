//! Reads an entry of a zip through the limits, and looks at what passes.

use std::io;
use std::io::Read;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;

/// Bytes from the start in which the encoding is declared.
const HEAD: usize = 256;
const DTD: &[u8] = b"<!DOCTYPE";

/// An entry while it is inflated.
pub(super) struct Watch<R> {
    entry: R,
    /// Bytes in the file.
    packed: u64,
    /// Bytes that the entries may still inflate to.
    left: u64,
    /// Bytes inflated so far.
    size: u64,
    head: Vec<u8>,
    /// The last bytes of what passed before, in which a declaration may have begun.
    tail: Vec<u8>,
    has_dtd: bool,
    over: Option<Refusal>,
}

impl<R: Read> Watch<R> {
    /// Watches an entry of so many packed bytes, which may inflate to so many.
    pub(super) fn new(entry: R, packed: u64, left: u64) -> Self {
        let (head, tail) = (Vec::new(), Vec::new());
        Self { entry, packed, left, size: 0, head, tail, has_dtd: false, over: None }
    }

    /// What was seen: the inflated size, or why the entry is refused.
    pub(super) fn seen(self, name: &str) -> Result<u64, Refusal> {
        if let Some(refusal) = self.over {
            return Err(refusal);
        }
        let named = name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".vml");
        // Nobody here reads what other programs keep under customXml; Excel writes UTF-16 there.
        if !name.starts_with("customxml/") && !is_utf8(&self.head, named) {
            return Err(Refusal::Damaged(Damage::NotUtf8(name.to_owned())));
        }
        let is_xml = named || text_of(&self.head).starts_with('<');
        if is_xml && self.has_dtd {
            return Err(Refusal::Damaged(Damage::Dtd(name.to_owned())));
        }
        Ok(self.size)
    }

    fn within(&self) -> Result<(), Refusal> {
        let limit = |what, allowed| Err(Refusal::Limit { what, allowed });
        if self.size > limits::ENTRY_BYTES {
            limit(Quantity::InflatedBytes, limits::ENTRY_BYTES)
        } else if self.size > self.left {
            limit(Quantity::InflatedBytes, limits::TOTAL_BYTES)
        } else if self.size > limits::RATIO_GRACE && self.size / limits::RATIO > self.packed {
            limit(Quantity::Ratio, limits::RATIO)
        } else {
            Ok(())
        }
    }

    fn look(&mut self, passing: &[u8]) {
        let room = HEAD - self.head.len();
        self.head.extend(&passing[..passing.len().min(room)]);
        if self.has_dtd {
            return;
        }
        self.tail.extend(&passing[..passing.len().min(DTD.len())]);
        self.has_dtd = has_dtd(&self.tail) || has_dtd(passing);
        if passing.len() >= DTD.len() {
            self.tail.clear();
            self.tail.extend(&passing[passing.len() - DTD.len()..]);
        } else {
            self.tail.drain(..self.tail.len().saturating_sub(DTD.len()));
        }
    }
}

impl<R: Read> Read for Watch<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.entry.read(buffer)?;
        self.size += read as u64;
        if let Err(refusal) = self.within() {
            self.over = Some(refusal);
            return Err(io::Error::other("over a limit"));
        }
        self.look(&buffer[..read]);
        Ok(read)
    }
}

/// Looks at the second byte first, which is rare in XML.
fn has_dtd(bytes: &[u8]) -> bool {
    bytes.windows(DTD.len()).any(|it| it[1] == DTD[1] && it.eq_ignore_ascii_case(DTD))
}

fn text_of(head: &[u8]) -> String {
    String::from_utf8_lossy(head).trim_start_matches('\u{FEFF}').trim_start().to_lowercase()
}

/// Whether a part that is named XML, or is XML by its first bytes, is written in UTF-8.
fn is_utf8(head: &[u8], named: bool) -> bool {
    let wide = [[0xFE, 0xFF].as_slice(), &[0xFF, 0xFE], &[b'<', 0], &[0, b'<'], &[0, 0]];
    let marks = [[0xFE, 0xFF, 0, b'<'].as_slice(), &[0xFF, 0xFE, b'<', 0], &[b'<', 0, b'?', 0]];
    if marks.iter().any(|it| head.starts_with(it))
        || (named && wide.iter().any(|it| head.starts_with(it)))
    {
        return false;
    }
    let text = text_of(head);
    let declaration = text.strip_prefix("<?xml").and_then(|it| it.split("?>").next());
    let encoding = declaration.and_then(|it| it.split_once("encoding")).map(|(_, after)| {
        after.trim_start_matches(|it: char| it.is_whitespace() || "='\"".contains(it))
    });
    encoding.is_none_or(|it| ["utf-8", "utf8", "us-ascii"].iter().any(|name| it.starts_with(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watched(content: &[u8], name: &str, step: usize) -> Result<u64, Refusal> {
        let mut watch = Watch::new(content, content.len() as u64, limits::TOTAL_BYTES);
        let mut buffer = vec![0; step];
        while watch.read(&mut buffer).is_ok_and(|read| read > 0) {}
        watch.seen(name)
    }

    #[test]
    fn a_declaration_is_seen_wherever_it_is_cut() {
        let content = [b"<?xml?>".as_slice(), &[b' '; 4000], b"<!docTYPE x>"].concat();
        for step in [1, 2, 5, 8, 9, 10, 64, 4007, 4012, 9000] {
            let refused = Err(Refusal::Damaged(Damage::Dtd("a.xml".into())));
            assert_eq!(watched(&content, "a.xml", step), refused, "{step}");
            assert!(watched(&content, "a.bin", step).is_err(), "XML by content, {step}");
            assert_eq!(watched(&content[1..], "a.bin", step), Ok(content.len() as u64 - 1));
        }
    }

    #[test]
    fn parts_are_utf8() {
        let utf16 =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet/>";
        let marked = [vec![0xFF, 0xFE], utf16("<worksheet/>")].concat();
        for bad in [xml.into(), xml.replace('"', "'").into_bytes(), utf16(xml), marked] {
            for name in ["xl/a.xml", "xl/_rels/a.rels", "xl/a.dat"] {
                let refused = Err(Refusal::Damaged(Damage::NotUtf8(name.into())));
                assert_eq!(watched(&bad, name, 7), refused, "{name} {bad:?}");
            }
            assert!(watched(&bad, "customxml/item1.xml", 7).is_ok());
        }
        let big = [vec![0xFE, 0xFF], vec![0; 4]].concat();
        assert!(watched(&big, "a.xml", 7).is_err());
        assert!(watched(&big, "xl/media/a.bin", 7).is_ok());
        for good in ["", "<a/>", "\u{FEFF}<?xml version='1.0' encoding = 'utf-8' ?><a/>"] {
            assert_eq!(watched(good.as_bytes(), "a.xml", 7), Ok(good.len() as u64));
        }
    }
}
