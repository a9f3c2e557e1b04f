//! Stretches of a cell's text that have fonts of their own: calamine joins them, and with the font
//! goes the only trace of an old encoding.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::finding::refusal::Refusal;
use crate::read::workbook::raw::Run;
use crate::read::workbook::xml;

/// Runs by the index of their shared string; only strings whose runs name a font.
pub(super) fn shared(text: &str) -> Result<BTreeMap<usize, Vec<Run>>, Refusal> {
    let mut found = BTreeMap::new();
    // Most workbooks have none, and finding that out this way costs next to nothing.
    if !text.contains("rFont") {
        return Ok(found);
    }
    let mut reader = xml::reader(text);
    let mut index = 0;
    loop {
        match xml::next(&mut reader)? {
            Event::Start(it) if it.local_name().as_ref() == "si" => {
                let runs = inside(&mut reader, "si")?;
                if !runs.is_empty() {
                    found.insert(index, runs);
                }
                index += 1;
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// Runs of the string whose start was just read; none if no run names a font.
pub(super) fn inside(reader: &mut Reader<&[u8]>, closing: &str) -> Result<Vec<Run>, Refusal> {
    let mut runs: Vec<Run> = Vec::new();
    let mut font = None;
    let mut phonetic = false;
    loop {
        match xml::next(reader)? {
            Event::Start(it) => match it.local_name().as_ref() {
                "r" => font = None,
                "rPh" => phonetic = true,
                "rFont" => font = xml::attribute(&it, "val")?,
                "t" => {
                    let whole = xml::attribute(&it, "space")?.as_deref() == Some("preserve");
                    let text = xml::text_inside(reader, "t")?;
                    if !phonetic {
                        let text = if whole { text.as_str() } else { text.trim_matches(BLANKS) };
                        runs.push(Run { font: font.clone(), text: unescaped(text) });
                    }
                }
                _ => {}
            },
            Event::End(it) => match it.local_name().as_ref() {
                "rPh" => phonetic = false,
                name if name == closing => break,
                _ => {}
            },
            Event::Eof => return Err(xml::ends_early()),
            _ => {}
        }
    }
    runs.retain(|it| !it.text.is_empty());
    if runs.iter().all(|it| it.font.is_none()) {
        runs.clear();
    }
    Ok(runs)
}

const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// Excel writes what XML cannot hold as `_x000D_`.
fn unescaped(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let code = code.filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()));
        let code = code.and_then(|it| u32::from_str_radix(it, 16).ok());
        if let Some(code) = code {
            plain.push_str(&rest[..at]);
            plain.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            rest = &rest[at + 7..];
        } else {
            plain.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(font: Option<&str>, text: &str) -> Run {
        Run { font: font.map(str::to_owned), text: text.to_owned() }
    }

    #[test]
    fn only_strings_with_fonts_of_their_own_have_runs() {
        let text = "<sst><si><t>một</t></si>\
             <si><r><t>a</t></r><r><t>b</t></r></si>\
             <si><r><t xml:space=\"preserve\">Số </t></r>\
             <r><rPr><b/><rFont val=\".VnTime\"/></rPr><t>®oµn</t></r>\
             <rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>";
        let found = shared(text).unwrap();
        let runs = vec![run(None, "Số "), run(Some(".VnTime"), "®oµn")];
        assert_eq!(found, BTreeMap::from([(2, runs)]));
    }

    #[test]
    fn prefixes_do_not_matter() {
        let text = "<x:sst><x:si><x:r><x:rPr><x:rFont val='VNI-Times'/></x:rPr>\
             <x:t>A &lt; B</x:t></x:r></x:si></x:sst>";
        assert_eq!(shared(text).unwrap()[&0], [run(Some("VNI-Times"), "A < B")]);
    }

    #[test]
    fn what_excel_escapes_is_read() {
        for (written, plain) in
            [("a_x000D_b", "a\rb"), ("_x0041_", "A"), ("_xyz_x", "_xyz_x"), ("Số_x", "Số_x")]
        {
            assert_eq!(unescaped(written), plain);
        }
    }
}
