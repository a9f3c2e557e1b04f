//! What changed between two versions of a text, line by line.

use similar::ChangeTag;
use similar::TextDiff;

/// Neighbouring lines that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk {
    /// First line in the later version, from 1.
    pub line: usize,
    /// Lines that are gone.
    pub gone: Vec<String>,
    /// Lines that came.
    pub came: Vec<String>,
}

/// The changes from one version to a later one, from the top.
#[must_use]
pub fn hunks(before: &str, after: &str) -> Vec<Hunk> {
    let diff = TextDiff::from_lines(before, after);
    let groups = diff.grouped_ops(0);
    let hunk = |ops: &Vec<similar::DiffOp>| {
        let line = ops.first().map_or(0, |it| it.new_range().start) + 1;
        let mut hunk = Hunk { line, gone: Vec::new(), came: Vec::new() };
        for change in ops.iter().flat_map(|it| diff.iter_changes(it)) {
            let text = change.value().trim_end_matches(['\r', '\n']).to_owned();
            match change.tag() {
                ChangeTag::Delete => hunk.gone.push(text),
                ChangeTag::Insert => hunk.came.push(text),
                ChangeTag::Equal => {}
            }
        }
        hunk
    };
    groups.iter().map(hunk).collect()
}

/// The changes from `before` to `after` that a third version, `own`, does not have yet: lines that came
/// and do not stand in it together, lines that are gone and still stand in it.
#[must_use]
pub fn lacking(before: &str, after: &str, own: &str) -> Vec<Hunk> {
    let own: Vec<&str> = own.lines().map(str::trim_end).collect();
    let stands = |lines: &[String]| {
        let wanted: Vec<&str> = lines.iter().map(|it| it.trim_end()).collect();
        own.windows(wanted.len()).any(|it| it == wanted)
    };
    let lacks = |it: &Hunk| match (it.gone.is_empty(), it.came.is_empty()) {
        (_, false) => !stands(&it.came),
        (false, true) => stands(&it.gone),
        (true, true) => false,
    };
    hunks(before, after).into_iter().filter(lacks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hunk(line: usize, gone: &[&str], came: &[&str]) -> Hunk {
        let all = |lines: &[&str]| lines.iter().map(|it| (*it).to_owned()).collect();
        Hunk { line, gone: all(gone), came: all(came) }
    }

    #[test]
    fn changes_are_told_with_their_lines() {
        let before = "một\nhai\nba\nbốn\n";
        assert_eq!(hunks(before, before), []);
        assert_eq!(
            hunks(before, "một\nhai rưỡi\nba\nbốn\nnăm\n"),
            [hunk(2, &["hai"], &["hai rưỡi"]), hunk(5, &[], &["năm"]),]
        );
        assert_eq!(
            hunks(before, "hai\nba\nbốn"),
            [hunk(1, &["một"], &[]), hunk(3, &["bốn"], &["bốn"]),]
        );
    }

    #[test]
    fn what_an_own_copy_has_already_is_not_lacking() {
        let (before, after) = ("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n");
        assert_eq!(lacking(before, after, "a của tôi\nB\nc\nd\ne\n"), []);
        assert_eq!(lacking(before, after, "a\nb\nc của tôi\nd\ne\n"), [hunk(2, &["b"], &["B"])]);
        assert_eq!(lacking("a\nb\n", "a\n", "a\nb\nc\n"), [hunk(2, &["b"], &[])]);
        assert_eq!(lacking("a\nb\n", "a\n", "a\nc\n"), []);
    }
}
