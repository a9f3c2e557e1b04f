//! What a template may not hold: ways around the escaping, and partials that are made while filling.

use crate::finding::failure::Closed;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::template::Source;
use crate::template::mark;

/// What may not stand behind `{{`, whatever space is between.
const REFUSED: [(&str, Closed); 4] = [
    ("{", Closed::Triple),
    ("&", Closed::Ampersand),
    ("#>", Closed::PartialBlock),
    ("#*", Closed::Decorator),
];

/// Refuses the first such part, with its line.
pub(super) fn refuse(source: Source<'_>) -> Result<(), Failure> {
    let text = source.text;
    let opened = text.match_indices("{{").find_map(|(at, open)| {
        let behind = &text[at + open.len()..];
        // `{{ > x}}` and `{{~> x}}` mean the same as `{{> x}}`, over several lines too.
        let dense = behind.chars().filter(|it| !it.is_whitespace() && *it != '~');
        let first: String = dense.take(2).collect();
        let refused = REFUSED.iter().find(|(part, _)| first.starts_with(part));
        refused.map(|(_, closed)| (at, *closed))
    });
    let marked = text.char_indices().find(|(_, it)| mark::is_marked(it.encode_utf8(&mut [0; 4])));
    let marked = marked.map(|(at, _)| (at, Closed::Character));
    let first = opened.into_iter().chain(marked).min_by_key(|(at, _)| *at);
    let Some((at, closed)) = first else { return Ok(()) };
    let end = text[at..].find('\n').map_or(text.len(), |it| at + it);
    let fault = TemplateFault::Closed(closed);
    Err(Failure::template_at(source.path, text, at..end, fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_around_the_escaping_are_refused() {
        let check = |text: &str| refuse(Source { path: "thu", text });
        assert!(check("{{so th.TC12}} và {{#if a}}b{{/if}}").is_ok());
        for text in ["{{{a}}}", "{{&a}}", "{{~ & a}}", "{{#> a}}", "x {{#*inline \"a\"}}"] {
            assert!(check(text).is_err(), "{text}");
            let over_lines = text.replacen("{{", "{{\n\n", 1);
            assert!(check(&over_lines).is_err(), "{over_lines}");
        }
        assert!(check("\u{E000}1\u{E001}x\u{E002}").is_err());
    }
}
