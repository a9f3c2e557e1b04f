//! The files that are watched, as they stand: size and time of the last change.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::time::SystemTime;

/// Deepest folder that is looked into: a link may lead to itself.
const DEEPEST: usize = 8;

/// Files by their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Seen(BTreeMap<PathBuf, Stamp>);

/// What tells that a file was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    changed: Option<SystemTime>,
}

impl Seen {
    /// The files under `roots` as they stand, without those that only editors need and those of the outputs.
    /// What cannot be looked at is not there.
    pub(super) fn of(roots: &[PathBuf], out: Option<&Path>) -> Self {
        let mut seen = Self::default();
        let out = out.and_then(|it| fs::canonicalize(it).ok());
        for root in roots {
            seen.look(root, out.as_deref(), DEEPEST);
        }
        seen
    }

    fn look(&mut self, folder: &Path, out: Option<&Path>, deeper: usize) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let path = entry.path();
            if is_passing(&entry.file_name().to_string_lossy()) {
                continue;
            }
            let Ok(about) = fs::metadata(&path) else { continue };
            if about.is_dir() {
                let is_out = out.is_some() && fs::canonicalize(&path).ok().as_deref() == out;
                if deeper > 0 && !is_out {
                    self.look(&path, out, deeper - 1);
                }
            } else {
                let stamp = Stamp { bytes: about.len(), changed: about.modified().ok() };
                self.0.insert(path, stamp);
            }
        }
    }

    /// Files that were saved, added or removed since, by their paths in `folder`.
    pub(super) fn changed_since(&self, before: &Self, folder: &Path) -> Vec<String> {
        let saved = self.0.iter().filter(|(path, stamp)| before.0.get(*path) != Some(*stamp));
        let removed = before.0.keys().filter(|it| !self.0.contains_key(*it));
        let mut paths: Vec<&PathBuf> = saved.map(|(path, _)| path).chain(removed).collect();
        paths.sort();
        let told = |it: &&PathBuf| it.strip_prefix(folder).unwrap_or(it).display().to_string();
        paths.iter().map(told).collect()
    }
}

/// Files that editors and offices keep beside an open one for a while.
fn is_passing(name: &str) -> bool {
    let begins = ["~$", "."].iter().any(|it| name.starts_with(it));
    let ends = ["~", ".tmp", ".swp", ".bak"].iter().any(|it| name.ends_with(it));
    begins || ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(folder: &Path) -> Seen {
        Seen::of(&[folder.to_owned()], Some(&folder.join("outputs")))
    }

    #[test]
    fn saved_added_and_removed_files_are_told() {
        let inside = tempfile::tempdir().unwrap();
        let folder = inside.path();
        let write = |name: &str, text: &str| {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("campaign.toml", "a");
        write("submissions/a.xlsx", "a");
        let before = seen(folder);
        assert_eq!(seen(folder), before);
        write("campaign.toml", "ab");
        write("templates/x.toml", "");
        fs::remove_file(folder.join("submissions/a.xlsx")).unwrap();
        let changed = seen(folder).changed_since(&before, folder);
        let expected = ["campaign.toml", "submissions/a.xlsx", "templates/x.toml"];
        assert_eq!(changed, expected.map(|it| it.replace('/', std::path::MAIN_SEPARATOR_STR)));
    }

    #[test]
    fn what_passes_is_not_watched() {
        let inside = tempfile::tempdir().unwrap();
        let folder = inside.path();
        fs::create_dir(folder.join("outputs")).unwrap();
        let before = seen(folder);
        for name in ["~$a.xlsx", ".~lock.a.xlsx#", "a.tmp", "body.md.hbs~", "outputs/a.pdf"] {
            fs::write(folder.join(name), "x").unwrap();
        }
        assert_eq!(seen(folder), before);
    }
}
