//! Elements of XML as a tree; quick-xml writes and escapes them.

use quick_xml::Writer;
use quick_xml::events::BytesDecl;
use quick_xml::events::BytesEnd;
use quick_xml::events::BytesStart;
use quick_xml::events::BytesText;
use quick_xml::events::Event;

/// An element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Child>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Child {
    Element(Element),
    Text(String),
}

/// An element without content.
pub(super) fn el(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

/// An element whose only attribute is `w:val`, as most properties are.
pub(super) fn val(name: &'static str, value: impl ToString) -> Element {
    el(name).with("w:val", value)
}

impl Element {
    /// With an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.attributes.push((name, clean(&value.to_string())));
        self
    }

    /// With an element inside, at the end.
    pub(super) fn child(mut self, child: Element) -> Self {
        self.children.push(Child::Element(child));
        self
    }

    /// With elements inside, at the end.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children.extend(children.into_iter().map(Child::Element));
        self
    }

    /// With words inside.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(clean(text)));
        self
    }

    /// The whole part of a package that this is the root of.
    pub(super) fn part(&self) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new());
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
        let written =
            writer.write_event(Event::Decl(declaration)).and_then(|()| self.write(&mut writer));
        written.expect("writing to memory does not fail");
        writer.into_inner()
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for child in &self.children {
            match child {
                Child::Element(element) => element.write(writer)?,
                Child::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// Without the characters that XML 1.0 cannot hold.
fn clean(text: &str) -> String {
    let allowed = |it: &char| matches!(it, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    text.chars().filter(allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_written_escaped() {
        let element = el("w:p")
            .with("w:x", "a\"b&")
            .child(val("w:jc", "both"))
            .child(el("w:t").text("1 < 2 & 3\u{B}\u{FFFE}"));
        let text = String::from_utf8(element.part()).unwrap();
        assert_eq!(
            text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
             <w:p w:x=\"a&quot;b&amp;\"><w:jc w:val=\"both\"/><w:t>1 &lt; 2 &amp; 3</w:t></w:p>"
        );
    }
}
