//! The parts inside a workbook that is a zip, by their names as Excel compares them: without case.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::io::Read;

use zip::ZipArchive;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;

/// Bytes of a part for which room is taken at once on the word of the zip.
const LIKELY_BYTES: u64 = 1 << 20;

/// The parts of a zip that [`prescan`](super::prescan) has passed.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    index: BTreeMap<String, usize>,
}

impl<'a> Parts<'a> {
    /// Lists the parts.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        let mut index = BTreeMap::new();
        for (at, name) in archive.file_names().enumerate() {
            let name = name.map_err(|error| damaged(&error))?;
            index.insert(key(&name), at);
        }
        Ok(Self { archive, index })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index.contains_key(&key(name))
    }

    /// Whether there is a part whose name begins so.
    pub(super) fn any(&self, start: &str) -> bool {
        self.index.keys().any(|it| it.starts_with(start))
    }

    /// Whether there is a part whose name ends so.
    pub(super) fn any_ending(&self, end: &str) -> bool {
        self.index.keys().any(|it| it.ends_with(end))
    }

    /// The bytes of a part.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(at) = self.index.get(&key(name)) else { return Ok(None) };
        let file = self.archive.by_index(*at).map_err(|error| damaged(&error))?;
        let likely = file.size().min(LIKELY_BYTES);
        let mut content = Vec::with_capacity(usize::try_from(likely).unwrap_or(0));
        file.take(limits::ENTRY_BYTES).read_to_end(&mut content).map_err(|it| damaged(&it))?;
        Ok(Some(content))
    }

    /// The text of a part. Every office writes UTF-8; what is written otherwise would be read as
    /// an empty sheet (hazards O13).
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let other = |_| Refusal::Damaged(Damage::NotUtf8(name.to_owned()));
        String::from_utf8(bytes).map(Some).map_err(other)
    }
}

fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

fn damaged(error: &impl std::fmt::Display) -> Refusal {
    Refusal::Damaged(Damage::Parser(error.to_string()))
}
