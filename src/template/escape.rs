//! Escapes values for Markdown.

/// Puts a backslash before every ASCII punctuation mark, which CommonMark then prints as it is.
pub(super) fn markdown(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len() + 8);
    for character in value.chars() {
        if character.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(if matches!(character, '\n' | '\r') { ' ' } else { character });
    }
    escaped
}
