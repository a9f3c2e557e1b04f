//! Where somebody typed words that stand on a paper: a line of a template or of `campaign.toml`.

use std::ops::Range;

use crate::finding::fact::paper::Typed;
use crate::finding::failure::Failure;
use crate::proof::Context;
use crate::proof::paper::Passage;

/// The files in which words of one kind of paper are typed.
pub(super) struct Sources {
    files: Vec<(String, String)>,
}

/// How many words beside a place are looked for, the most telling first.
const BESIDE: [usize; 5] = [8, 5, 3, 2, 1];

impl Sources {
    /// The campaign's own file, and the templates of this kind of paper.
    pub(super) fn of(context: Context<'_>, document: &str) -> Result<Self, Failure> {
        let mut files = vec![("campaign.toml".to_owned(), without_notes(context.campaign_text))];
        let own = ["body.md.hbs", "document.toml"];
        let own = own.into_iter().map(|it| format!("documents/{document}/{it}"));
        let shared = context.templates.names("partials")?;
        let shared = shared.into_iter().map(|it| format!("partials/{it}"));
        for path in own.chain(shared) {
            match context.templates.text(&path) {
                Ok(text) => files.push((format!("templates/{path}"), without_notes(&text))),
                // A workbook has no body.
                Err(Failure::NoTemplate { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(Self { files })
    }

    /// The line in which a place of a passage was typed; `None` if the program made it.
    pub(super) fn line(&self, passage: &Passage, at: &Range<usize>) -> Option<Typed> {
        let stretch = passage.stretch(at);
        BESIDE.iter().find_map(|words| {
            let (wide, left, right) = windows(&passage.text, at, &stretch, *words);
            [wide, left, right].into_iter().flatten().find_map(|it| self.find(&it))
        })
    }

    /// Where a text stands last: what a file says of itself stands at its beginning.
    fn find(&self, words: &str) -> Option<Typed> {
        self.files.iter().find_map(|(file, text)| {
            let mut found = text.rmatch_indices(words);
            let (at, _) = found.find(|(at, _)| is_whole(text, *at, words.len()))?;
            Some(Typed { file: file.clone(), line: text[..at].matches('\n').count() + 1 })
        })
    }
}

/// The text without comments, line for line, and without what a campaign notes of itself.
fn without_notes(text: &str) -> String {
    let mut in_note = false;
    let lines = text.lines().map(|line| {
        let begins = line.starts_with("note ") && line.contains("\"\"\"");
        let ends = in_note && line.contains("\"\"\"");
        let is_note = in_note || begins || line.trim_start().starts_with("# ");
        in_note = (in_note || begins) && !ends;
        if is_note { "" } else { line }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A place with so many words before and behind it, before it alone, behind it alone; each only if
/// there is such a word in the stretch.
fn windows(
    text: &str,
    at: &Range<usize>,
    stretch: &Range<usize>,
    words: usize,
) -> (Option<String>, Option<String>, Option<String>) {
    let left = start_of(&text[stretch.start..at.start], words).map(|it| stretch.start + it);
    let right = end_of(&text[at.end..stretch.end], words).map(|it| at.end + it);
    let cut = |from: usize, to: usize| text[from..to].trim().to_owned();
    (
        left.zip(right).map(|(from, to)| cut(from, to)),
        left.map(|from| cut(from, at.end)),
        right.map(|to| cut(at.start, to)),
    )
}

/// Where the last so many words of a text begin.
fn start_of(text: &str, words: usize) -> Option<usize> {
    let mut starts = word_starts(text).collect::<Vec<_>>();
    starts.reverse();
    starts.get(words - 1).or(starts.last()).copied()
}

/// Where the first so many words of a text end.
fn end_of(text: &str, words: usize) -> Option<usize> {
    let starts: Vec<usize> = word_starts(text).collect();
    let start = starts.get(words - 1).or(starts.last())?;
    let word = &text[*start..];
    Some(start + word.find(char::is_whitespace).unwrap_or(word.len()))
}

/// Where words with letters begin.
fn word_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let words = text.split_whitespace();
    words
        .filter(|it| it.contains(char::is_alphabetic))
        .map(move |it| it.as_ptr() as usize - text.as_ptr() as usize)
}

/// Whether words found at a place are no piece of longer ones.
fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let joined = |it: char| it.is_alphanumeric();
    let before = text[..at].chars().next_back().is_some_and(joined);
    let behind = text[at + length..].chars().next().is_some_and(joined);
    !before && !behind
}
