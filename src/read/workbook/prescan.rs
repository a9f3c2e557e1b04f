//! Walks the zip of a workbook before anything else reads it: sizes are counted while inflating,
//! since declared ones may lie. No entry is held in memory as a whole.

mod watch;

use std::collections::BTreeSet;
use std::io;
use std::io::BufReader;
use std::io::Cursor;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::prescan::watch::Watch;
use crate::text::normal;

/// Refuses a zip that is too large, lies, or carries what no office writes.
///
/// # Errors
/// Why it is refused.
pub fn scan(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > limits::ENTRIES {
        return Err(Refusal::Limit { what: Quantity::Entries, allowed: limits::ENTRIES as u64 });
    }
    // The archive keeps the last of two entries of one name, others may keep the first.
    if archive.has_duplicate_names() {
        return Err(Refusal::Damaged(Damage::EntryTwice));
    }
    if archive.has_overlapping_entries().map_err(|error| damaged(&error))? {
        return Err(Refusal::Damaged(Damage::Overlap));
    }
    let mut names = BTreeSet::new();
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let raw = archive.by_index_raw(index).map_err(|error| damaged(&error))?;
        if raw.encrypted() {
            return Err(Refusal::Encrypted);
        }
        let name = canonical(&raw.name().map_err(|error| damaged(&error))?);
        drop(raw);
        if !names.insert(name.clone()) {
            return Err(Refusal::Damaged(Damage::TwoEntries(name)));
        }
        total += entry(&mut archive, index, &name, limits::TOTAL_BYTES - total)?;
    }
    Ok(())
}

/// A name as the readers that come later may compare it: they differ on case, on the way letters
/// are composed, on `\` and on `./`.
fn canonical(name: &str) -> String {
    let name = normal::clean(name).to_lowercase().replace('\\', "/");
    let mut segments: Vec<&str> = Vec::new();
    for segment in name.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            other => segments.push(other),
        }
    }
    segments.join("/")
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
    let mut watch = Watch::new(file, packed, left);
    let declared =
        if name.ends_with("sharedstrings.xml") { declared_count(&mut watch) } else { None };
    let inflated = io::copy(&mut watch, &mut io::sink());
    let seen = watch.seen(name)?;
    inflated.map_err(|error| damaged(&error))?;
    // The reader reserves room for as many strings as the part declares (hazards 1).
    let shortest = b"<si/>".len() as u64;
    if declared.is_some_and(|count| count > seen / shortest) {
        return Err(Refusal::Damaged(Damage::LyingCount(name.to_owned())));
    }
    Ok(seen)
}

/// The number of strings that the first table of strings declares, found as calamine finds it.
fn declared_count(part: impl Read) -> Option<u64> {
    let mut xml = Reader::from_reader(BufReader::new(part));
    let config = xml.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).ok()? {
            Event::Start(start) if start.local_name().as_ref() == "sst" => {
                let mut attributes = start.attributes();
                let counts = attributes.with_checks(false).flatten();
                let counts = counts
                    .filter(|it| it.key.local_name().as_ref() == "uniqueCount")
                    .filter_map(|it| it.normalized_value(XmlVersion::Explicit1_0).ok())
                    .filter_map(|it| count(&it));
                return counts.max();
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// A number of strings; one too long for the type is a lie of its own.
fn count(text: &str) -> Option<u64> {
    let digits = text.trim().trim_start_matches('+');
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

fn damaged(error: &impl std::fmt::Display) -> Refusal {
    Refusal::Damaged(Damage::Parser(error.to_string()))
}

#[cfg(test)]
mod tests;
