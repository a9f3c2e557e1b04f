//! Words with marks into inlines.

use crate::finding::failure::CallNeeds;
use crate::finding::failure::TemplateFault;
use crate::model::document::Inline;
use crate::template::mark;

/// Splits a text at its marks; an open reference that no helper printed is a fault.
pub(super) fn split(text: &str, out: &mut Vec<Inline>) -> Result<(), TemplateFault> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(mark::OPEN) {
        words(before, out);
        let (inner, after) = after.split_once(mark::CLOSE).ok_or_else(bare)?;
        let (number, words) = inner.split_once(mark::WORDS).ok_or_else(bare)?;
        let n = number.parse().map_err(|_| bare())?;
        out.push(Inline::Figure { n, text: words.to_owned() });
        rest = after;
    }
    words(rest, out);
    Ok(())
}

/// Adds words; a sentence that a helper left out leaves one space, not two.
fn words(text: &str, out: &mut Vec<Inline>) {
    let mut before = match out.last() {
        Some(Inline::Text { text } | Inline::Figure { text, .. }) => text.ends_with(' '),
        _ => false,
    };
    let mut single = String::with_capacity(text.len());
    for character in text.chars() {
        if character != ' ' || !before {
            single.push(character);
        }
        before = character == ' ';
    }
    if let Some(Inline::Text { text: last }) = out.last_mut() {
        last.push_str(&single);
    } else if !single.is_empty() {
        out.push(Inline::Text { text: single });
    }
}

fn bare() -> TemplateFault {
    TemplateFault::Call { helper: "th.…".to_owned(), needs: CallNeeds::Helper }
}
