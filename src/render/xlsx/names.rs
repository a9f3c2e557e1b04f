//! Names of sheets, as Excel accepts them.

use std::collections::BTreeSet;

/// Longest name, counted in UTF-16 units.
const LONGEST: usize = 31;

/// Name of a table that has none.
const NAMELESS: &str = "Biểu";

/// Gives every sheet a valid name of its own.
pub(super) struct SheetNames {
    /// Names in use, in lower case: Excel does not tell `Biểu 1` from `BIỂU 1`.
    taken: BTreeSet<String>,
}

impl Default for SheetNames {
    fn default() -> Self {
        // Excel keeps `History` for itself.
        Self { taken: BTreeSet::from(["history".to_owned()]) }
    }
}

impl SheetNames {
    /// `wanted` without what Excel forbids, with a number behind it if the name is in use.
    pub(super) fn next(&mut self, wanted: &str) -> String {
        let base = valid(wanted);
        let mut name = base.clone();
        let mut n = 1;
        while !self.taken.insert(name.to_lowercase()) {
            n += 1;
            let suffix = format!(" ({n})");
            name = format!("{}{suffix}", shortened(&base, LONGEST - suffix.len()));
        }
        name
    }
}

/// `wanted` without forbidden characters, short enough and not empty.
fn valid(wanted: &str) -> String {
    // The last two are no characters in XML, and nobody escapes them in a name.
    let forbidden = |c: char| c.is_control() || "[]:*?/\\\u{fffe}\u{ffff}".contains(c);
    let allowed = |c: char| if forbidden(c) { ' ' } else { c };
    let spaced: String = wanted.chars().map(allowed).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let words = words.join(" ");
    let name = trimmed(shortened(trimmed(&words), LONGEST));
    if name.is_empty() { NAMELESS.to_owned() } else { name.to_owned() }
}

/// `name` without the spaces and apostrophes at its ends.
fn trimmed(name: &str) -> &str {
    name.trim_matches([' ', '\''])
}

/// The beginning of `name` that is at most `longest` UTF-16 units long.
fn shortened(name: &str, longest: usize) -> &str {
    let mut length = 0;
    let cut = name.char_indices().find(|(_, c)| {
        length += c.len_utf16();
        length > longest
    });
    cut.map_or(name, |(end, _)| name[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &[&str], expected: &[&str]) {
        let mut names = SheetNames::default();
        let given: Vec<String> = wanted.iter().map(|name| names.next(name)).collect();
        assert_eq!(given, expected);
    }

    #[test]
    fn good_names_stay() {
        check(&["Biểu 01", "Điểm thi đua"], &["Biểu 01", "Điểm thi đua"]);
    }

    #[test]
    fn forbidden_characters_become_spaces() {
        check(&["Biểu 01/CTĐ [a]:*?\\", "'x\u{ffff}'", "\u{1}"], &["Biểu 01 CTĐ a", "x", "Biểu"]);
    }

    #[test]
    fn equal_names_are_numbered_whatever_their_case() {
        check(&["Biểu", "BIỂU", ""], &["Biểu", "BIỂU (2)", "Biểu (3)"]);
        check(&["History"], &["History (2)"]);
    }

    #[test]
    fn long_names_are_cut_and_stay_unique() {
        let long = "Số liệu đoàn viên và công đoàn cơ sở của cụm";
        check(
            &[long, long],
            &["Số liệu đoàn viên và công đoàn", "Số liệu đoàn viên và công đ (2)"],
        );
        check(&["😀".repeat(20).as_str()], &["😀".repeat(15).as_str()]);
    }
}
