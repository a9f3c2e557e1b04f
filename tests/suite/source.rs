//! Rust source as the rules of the house read it: without comments, strings and tests.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// A file of source.
pub(crate) struct Source {
    /// Path from the top of the repository, with `/`.
    pub(crate) path: String,
    /// The whole text.
    pub(crate) text: String,
    /// Its code with comments, strings and characters blanked; lines stay where they are.
    pub(crate) code: String,
    /// The same without what is compiled for tests only.
    pub(crate) shipped: String,
}

/// The top of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under these folders, sorted.
pub(crate) fn under(folders: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    folders.iter().for_each(|folder| gather(&root().join(folder), &mut paths));
    paths.sort();
    let mut sources: Vec<Source> = paths.iter().map(|path| Source::read(path)).collect();
    let tests: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    for source in &mut sources {
        if tests.contains(&source.path) {
            source.shipped = String::new();
        }
    }
    sources
}

fn gather(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, paths);
        } else if path.extension().is_some_and(|it| it == "rs") {
            paths.push(path);
        }
    }
}

impl Source {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let code = blanked(&text);
        let shipped = without_tests(&code);
        let path = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        Self { path, text, code, shipped }
    }

    /// Paths of the modules that this file declares for tests only.
    fn test_modules(&self) -> Vec<String> {
        let folder = match self.path.strip_suffix("/mod.rs") {
            Some(folder) => folder,
            None => self.path.strip_suffix(".rs").unwrap(),
        };
        let lines: Vec<&str> = self.code.lines().map(str::trim).collect();
        let after = lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]").map(|pair| pair[1]);
        let name = |line: &str| line.strip_suffix(';')?.rsplit(' ').next().map(str::to_owned);
        after.filter_map(name).map(|name| format!("{folder}/{name}.rs")).collect()
    }

    /// Lines of `code` that hold `needle` as a whole word, each as `path:line: text`.
    pub(crate) fn lines_with(&self, code: &str, needle: &str) -> Vec<String> {
        let original: Vec<&str> = self.text.lines().collect();
        let holds = |line: &str| {
            line.match_indices(needle)
                .any(|(at, _)| !needle.starts_with(is_word) || !line[..at].ends_with(is_word))
        };
        let found = code.lines().enumerate().filter(|(_, line)| holds(line));
        found
            .map(|(index, _)| format!("{}:{}: {}", self.path, index + 1, original[index].trim()))
            .collect()
    }
}

/// Whether a character may stand in a name.
pub(crate) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The name that a text begins with.
pub(crate) fn first_word(text: &str) -> &str {
    &text[..text.find(|it| !is_word(it)).unwrap_or(text.len())]
}

/// `code` up to its inner module of tests, which stands last by the custom of the house.
fn without_tests(code: &str) -> String {
    let lines: Vec<&str> = code.lines().collect();
    let begins = lines
        .windows(2)
        .position(|pair| pair[0].trim() == "#[cfg(test)]" && pair[1].trim_end().ends_with('{'));
    lines[..begins.unwrap_or(lines.len())].join("\n")
}

/// `text` with everything that is no code replaced by spaces.
fn blanked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skip = skipped(rest, out.chars().last());
        let length = skip.unwrap_or(first.len_utf8());
        for character in rest[..length].chars() {
            let blank = skip.is_some() && character != '\n';
            out.push(if blank { ' ' } else { character });
        }
        rest = &rest[length..];
    }
    out
}

/// Bytes of the comment, string or character that `rest` begins with, if it does.
fn skipped(rest: &str, before: Option<char>) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(rest.find("*/").map_or(rest.len(), |it| it + 2));
    }
    if rest.starts_with('r') && !before.is_some_and(is_word) {
        let hashes = rest[1..].chars().take_while(|it| *it == '#').count();
        if rest[1 + hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let body = &rest[2 + hashes..];
            return Some(2 + hashes + body.find(&close).unwrap() + close.len());
        }
    }
    if rest.starts_with('"') {
        return Some(closed(rest, '"'));
    }
    // A character, unless it is a lifetime.
    let mut ahead = rest.chars().skip(1);
    let is_character =
        rest.starts_with('\'') && (ahead.next() == Some('\\') || ahead.next() == Some('\''));
    is_character.then(|| closed(rest, '\''))
}

/// Bytes up to the closing quote, past escapes.
fn closed(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, it)| {
        let closes = *it == quote && !escaped;
        escaped = *it == '\\' && !escaped;
        closes
    });
    end.map_or(rest.len(), |(at, _)| at + 1)
}

#[test]
fn comments_strings_and_characters_are_no_code() {
    let source =
        "use a::b; // crate::x\nlet s = \"crate::y \\\" //\"; let c = '\"'; f::<'a>(r#\"z\"#)";
    let code = blanked(source);
    assert_eq!(code.len(), source.len());
    assert!(code.contains("use a::b;") && code.contains("f::<'a>("), "{code}");
    for gone in ["crate", "x", "y", "z", "\""] {
        assert!(!code.contains(gone), "{gone}: {code}");
    }
}

#[test]
fn modules_of_tests_are_not_shipped() {
    let code = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}";
    assert_eq!(without_tests(code), "fn a() {}");
    let declared = "fn a() {}\n#[cfg(test)]\nmod tests;";
    assert_eq!(without_tests(declared), declared);
}
