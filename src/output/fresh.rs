//! A new campaign's folder: written where nothing stands yet, never over anything.

use std::fs;
use std::io::ErrorKind;
use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::finding::failure::Failure;
use crate::output::Artifact;
use crate::output::UNFINISHED;
use crate::output::readable;

/// Folder of what units send.
const SUBMISSIONS: &str = "submissions";

/// Makes a folder with these files and an empty `submissions`. The files are written in the order
/// given, each whole: the last one makes the folder a campaign.
///
/// # Errors
/// [`Failure::NotEmpty`] before anything is written if something stands in the folder already;
/// [`Failure::Io`] if it cannot be written.
pub fn create(folder: &Path, files: &[Artifact]) -> Result<(), Failure> {
    require_empty(folder)?;
    let submissions = folder.join(SUBMISSIONS);
    fs::create_dir_all(&submissions).map_err(|source| Failure::io(&submissions, source))?;
    files.iter().try_for_each(|it| place(folder, it))
}

/// Writes files into a folder that may hold others, never over any: says which were written and which
/// stood there already. Of each group all files are written or none.
///
/// # Errors
/// [`Failure::Io`] if one cannot be written.
pub fn add(folder: &Path, groups: &[Vec<Artifact>]) -> Result<Added, Failure> {
    let mut added = Added::default();
    for group in groups {
        if group.iter().any(|it| folder.join(&it.name).exists()) {
            added.stood.extend(group.first().map(|it| it.name.clone()));
            continue;
        }
        group.iter().try_for_each(|it| place(folder, it))?;
        added.written.extend(group.iter().map(|it| it.name.clone()));
    }
    Ok(added)
}

/// What became of files that were to be added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Added {
    /// Names of those that were written.
    pub written: Vec<String>,
    /// The first name of each group of which something stood there already.
    pub stood: Vec<String>,
}

/// Writes a file of the program's own keeping, over an earlier one.
///
/// # Errors
/// [`Failure::Io`] if it cannot be written.
pub fn renew(folder: &Path, file: &Artifact) -> Result<(), Failure> {
    let path = folder.join(&file.name);
    let unfinished = unfinished(&path, file)?;
    unfinished.persist(&path).map_err(|it| Failure::io(&path, it.error))?;
    Ok(())
}

/// Writes one whole file where none stands.
fn place(folder: &Path, file: &Artifact) -> Result<(), Failure> {
    let path = folder.join(&file.name);
    let unfinished = unfinished(&path, file)?;
    unfinished.persist_noclobber(&path).map_err(|it| Failure::io(&path, it.error))?;
    Ok(())
}

/// The bytes of a file beside its place.
fn unfinished(path: &Path, file: &Artifact) -> Result<NamedTempFile, Failure> {
    let parent = path.parent().unwrap_or(Path::new(""));
    let failed = |source| Failure::io(path, source);
    fs::create_dir_all(parent).map_err(failed)?;
    let mut unfinished = NamedTempFile::with_prefix_in(UNFINISHED, parent).map_err(failed)?;
    unfinished.write_all(file.bytes().unwrap_or_default()).map_err(failed)?;
    readable(&unfinished).map_err(failed)?;
    Ok(unfinished)
}

fn require_empty(folder: &Path) -> Result<(), Failure> {
    let not_empty = || Failure::NotEmpty { folder: folder.to_owned() };
    match fs::read_dir(folder) {
        Ok(entries) => {
            if entries.into_iter().next().is_none() {
                Ok(())
            } else {
                Err(not_empty())
            }
        }
        Err(source) if source.kind() == ErrorKind::NotFound => Ok(()),
        Err(source) if source.kind() == ErrorKind::NotADirectory => Err(not_empty()),
        Err(source) => Err(Failure::io(folder, source)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> Artifact {
        Artifact::new(name, name.as_bytes().to_vec())
    }

    #[test]
    fn a_folder_is_made_with_its_files() {
        let inside = tempfile::tempdir().unwrap();
        let folder = inside.path().join("a/b");
        create(&folder, &[file("templates/tables/x.toml"), file("campaign.toml")]).unwrap();
        assert!(folder.join("submissions").is_dir());
        assert_eq!(fs::read(folder.join("campaign.toml")).unwrap(), b"campaign.toml");
        assert!(folder.join("templates/tables/x.toml").is_file());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3);
    }

    #[test]
    fn files_are_added_and_none_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b"), "của tôi").unwrap();
        let groups = [vec![file("a"), file("goc/a")], vec![file("b"), file("goc/b")]];
        let added = add(folder.path(), &groups).unwrap();
        assert_eq!(added.written, ["a", "goc/a"]);
        assert_eq!(added.stood, ["b"]);
        assert_eq!(fs::read_to_string(folder.path().join("b")).unwrap(), "của tôi");
        assert!(!folder.path().join("goc/b").exists());
    }

    #[test]
    fn what_stands_there_is_never_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ghi-chu.txt");
        fs::write(&path, "của tôi").unwrap();
        for target in [folder.path(), &path] {
            let failed = create(target, &[file("campaign.toml")]).unwrap_err();
            assert!(matches!(failed, Failure::NotEmpty { .. }), "{failed:?}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(fs::read_to_string(path).unwrap(), "của tôi");
    }
}
