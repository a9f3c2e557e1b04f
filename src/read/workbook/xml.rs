//! XML as events. Names are compared without their prefix, since prefixes and namespaces differ
//! between the strict and the usual dialect, and between programs.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesRef;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;

/// A reader that splits a text exactly as calamine's own does, so that both count the same cells.
pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{FEFF}'));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.trim_text(false);
    config.check_comments = false;
    config.expand_empty_elements = true;
    reader
}

/// The next event; [`Event::Eof`] at the end.
pub(super) fn next<'a>(reader: &mut Reader<&'a [u8]>) -> Result<Event<'a>, Refusal> {
    reader.read_event().map_err(|error| damaged(&error))
}

/// An attribute by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| damaged(&error))?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            return Ok(Some(value.map_err(|error| damaged(&error))?.into_owned()));
        }
    }
    Ok(None)
}

/// Whether an attribute says yes.
pub(super) fn says_yes(element: &BytesStart<'_>, name: &str) -> Result<bool, Refusal> {
    Ok(matches!(attribute(element, name)?.as_deref(), Some("1" | "true")))
}

/// Adds the character that `&lt;` or `&#10;` stands for.
pub(super) fn push_reference(text: &mut String, reference: &BytesRef<'_>) -> Result<(), Refusal> {
    match reference.resolve_char_ref().map_err(|error| damaged(&error))? {
        Some(character) => text.push(character),
        None => text.push_str(resolve_predefined_entity(reference).unwrap_or_default()),
    }
    Ok(())
}

/// What stands inside an element whose start was just read, without what its children hold.
pub(super) fn text_inside(reader: &mut Reader<&[u8]>, name: &str) -> Result<String, Refusal> {
    let mut text = String::new();
    loop {
        match next(reader)? {
            Event::Text(it) => text.push_str(&it.xml10_content()),
            Event::CData(it) => text.push_str(&it.xml10_content()),
            Event::GeneralRef(it) => push_reference(&mut text, &it)?,
            Event::End(it) if it.local_name().as_ref() == name => return Ok(text),
            Event::Eof => return Err(ends_early()),
            _ => {}
        }
    }
}

/// Skips the element whose start was just read.
pub(super) fn skip(reader: &mut Reader<&[u8]>, element: &BytesStart<'_>) -> Result<(), Refusal> {
    reader.read_to_end(element.name()).map(|_| ()).map_err(|error| damaged(&error))
}

/// A part that stops in the middle.
pub(super) fn ends_early() -> Refusal {
    Refusal::Damaged(Damage::ParserStopped)
}

fn damaged(error: &impl std::fmt::Display) -> Refusal {
    Refusal::Damaged(Damage::Parser(error.to_string()))
}
