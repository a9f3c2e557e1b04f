//! Walks the zip of a workbook before anything else reads it: sizes are counted while inflating,
//! since declared ones may lie.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::io::Read;

use zip::ZipArchive;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;

/// Refuses a zip that is too large, lies, or carries what no office writes.
pub(super) fn scan(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > limits::ENTRIES {
        return Err(Refusal::Limit { what: Quantity::Entries, allowed: limits::ENTRIES as u64 });
    }
    let mut names = BTreeSet::new();
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let raw = archive.by_index_raw(index).map_err(|error| damaged(&error))?;
        if raw.encrypted() {
            return Err(Refusal::Encrypted);
        }
        let name = raw.name().map_err(|error| damaged(&error))?.to_lowercase();
        drop(raw);
        if !names.insert(name.clone()) {
            return Err(Refusal::Damaged(Damage::TwoEntries(name)));
        }
        total += entry(&mut archive, index, &name, limits::TOTAL_BYTES - total)?;
    }
    Ok(())
}

/// Inflates one entry within its limits and looks at it; returns its inflated size.
fn entry(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    name: &str,
    left: u64,
) -> Result<u64, Refusal> {
    let file = archive.by_index(index).map_err(|error| damaged(&error))?;
    let packed = file.compressed_size();
    let most = limits::ENTRY_BYTES.min(left);
    let mut content = Vec::new();
    file.take(most + 1).read_to_end(&mut content).map_err(|error| damaged(&error))?;
    let size = content.len() as u64;
    if size > most {
        return Err(Refusal::Limit { what: Quantity::InflatedBytes, allowed: most });
    }
    if size > limits::RATIO_GRACE && size / limits::RATIO > packed {
        return Err(Refusal::Limit { what: Quantity::Ratio, allowed: limits::RATIO });
    }
    look(name, &content)?;
    Ok(size)
}

fn look(name: &str, content: &[u8]) -> Result<(), Refusal> {
    let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
    if is_xml && contains(content, b"<!DOCTYPE") {
        return Err(Refusal::Damaged(Damage::Dtd(name.to_owned())));
    }
    if name.ends_with("sharedstrings.xml") {
        // The reader reserves room for as many strings as the part declares (hazards 1).
        let shortest = b"<si/>".len() as u64;
        if declared_count(content).is_some_and(|count| count > content.len() as u64 / shortest) {
            return Err(Refusal::Damaged(Damage::LyingCount(name.to_owned())));
        }
    }
    Ok(())
}

/// The largest number that an attribute `uniqueCount` or `count` declares.
fn declared_count(content: &[u8]) -> Option<u64> {
    let head = String::from_utf8_lossy(&content[..content.len().min(4096)]);
    let values = head.match_indices("ount=").filter_map(|(at, key)| {
        let value = head[at + key.len()..].trim_start_matches(['"', '\'']);
        let end = value.find(|it: char| !it.is_ascii_digit()).unwrap_or(value.len());
        // A count too long for the type is a lie of its own.
        Some(value[..end].parse().unwrap_or(u64::MAX)).filter(|_| end > 0)
    });
    values.max()
}

fn contains(content: &[u8], needle: &[u8]) -> bool {
    content.windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle))
}

fn damaged(error: &impl std::fmt::Display) -> Refusal {
    Refusal::Damaged(Damage::Parser(error.to_string()))
}
