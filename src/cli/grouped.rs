//! Lists of files for people: a folder with many papers is one line.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use thidua::finding::lang::Lang;
use thidua::pipeline::made::Written;

/// A line of the list: a file, or a folder with all its files.
pub(super) struct Entry<'a, T> {
    /// Name as it is shown: `giao-uoc-2025.pdf`, `de-nghi-ra-soat/`.
    pub(super) name: String,
    /// What stands under that name.
    pub(super) items: Vec<&'a T>,
}

/// Gathers what lies in a folder, in the order in which the first of each was met; one file alone in
/// its folder is named.
pub(super) fn by_folder<T>(items: &[T], file: impl Fn(&T) -> &str) -> Vec<Entry<'_, T>> {
    let mut entries: Vec<Entry<'_, T>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items {
        let folder = file(item).rsplit_once('/').map(|(folder, _)| folder);
        match folder.and_then(|it| known.get(it)) {
            Some(at) => entries[*at].items.push(item),
            None => {
                known.extend(folder.map(|it| (it, entries.len())));
                entries.push(Entry { name: file(item).to_owned(), items: vec![item] });
            }
        }
    }
    for entry in entries.iter_mut().filter(|it| it.items.len() > 1) {
        let end = entry.name.rfind('/').map_or(0, |at| at + 1);
        entry.name.truncate(end);
    }
    entries
}

/// `Bản giao ước … · 9 trang · Tinos · PDF và Word`, or `6 tệp · 24 trang · Tinos` for a folder.
pub(super) fn about(items: &[&&Written], copied: &BTreeSet<&str>, lang: Lang) -> String {
    let vi = lang == Lang::Vi;
    let mut parts = match items {
        [only] => vec![only.title.clone()],
        many => vec![files(many.len(), lang)],
    };
    let pages: usize = items.iter().filter_map(|it| it.pages).sum();
    if pages > 0 {
        let word = if vi { "trang" } else { "pages" };
        parts.push(format!("{pages} {word}"));
    }
    let mut families: Vec<&String> = items.iter().filter_map(|it| it.family.as_ref()).collect();
    families.dedup();
    parts.extend(families.into_iter().cloned());
    if items.iter().any(|it| copied.contains(it.file.as_str())) {
        parts.push(if vi { "kèm bản Word" } else { "with a copy for Word" }.to_owned());
    }
    parts.retain(|it| !it.is_empty());
    parts.join(" · ")
}

/// `6 tệp`.
pub(super) fn files(count: usize, lang: Lang) -> String {
    let word = if lang == Lang::Vi { "tệp" } else { "files" };
    format!("{count} {word}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_one_line() {
        let files = ["a.pdf", "phieu/x.pdf", "phieu/y.pdf", "thu/z.pdf", "b.json"];
        let entries = by_folder(&files, |it| it);
        let shown: Vec<(&str, usize)> =
            entries.iter().map(|it| (it.name.as_str(), it.items.len())).collect();
        let expected = [("a.pdf", 1), ("phieu/", 2), ("thu/z.pdf", 1), ("b.json", 1)];
        assert_eq!(shown, expected);
    }
}
