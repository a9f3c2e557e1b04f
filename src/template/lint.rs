//! What a template may not hold: ways around the escaping, and partials, whose circles would end the
//! program.

use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::template::Source;
use crate::template::mark;

const REFUSED: [(&str, &str); 5] = [
    ("{{{", "không dùng {{{…}}}: chỉ dùng {{…}}"),
    ("{{&", "không dùng {{&…}}: chỉ dùng {{…}}"),
    ("{{>", "không dùng mẫu con {{> …}}"),
    ("{{#>", "không dùng mẫu con {{#> …}}"),
    ("{{#*", "không dùng mẫu con {{#* …}}"),
];

/// Refuses the first such part, with its line.
pub(super) fn refuse(source: Source<'_>) -> Result<(), Failure> {
    for (index, line) in source.text.lines().enumerate() {
        // `{{ > x}}` and `{{~> x}}` mean the same as `{{> x}}`.
        let dense: String = line.chars().filter(|it| !it.is_whitespace() && *it != '~').collect();
        let refused = REFUSED.iter().find(|(part, _)| dense.contains(part));
        let message = match refused {
            Some((_, message)) => *message,
            None if mark::is_marked(line) => "có ký tự mà chương trình dành riêng",
            None => continue,
        };
        return Err(Failure::Template {
            path: source.path.to_owned(),
            line: Some(index + 1),
            fault: TemplateFault::Other(message.to_owned()),
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_around_the_escaping_are_refused() {
        let check = |text: &str| refuse(Source { path: "thu", text });
        assert!(check("{{so th.TC12}} và {{#if a}}b{{/if}}").is_ok());
        for text in
            ["{{{a}}}", "{{&a}}", "{{> a}}", "{{~ > a}}", "{{#> a}}", "x {{#*inline \"a\"}}"]
        {
            assert!(check(text).is_err(), "{text}");
        }
        assert!(check("\u{E000}1\u{E001}x\u{E002}").is_err());
    }
}
