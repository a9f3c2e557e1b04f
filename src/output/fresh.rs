//! A new campaign's folder: written where nothing stands yet, never over anything.

use std::fs;
use std::io::ErrorKind;
use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::finding::failure::Failure;
use crate::output::Artifact;
use crate::output::UNFINISHED;

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
    for file in files {
        let path = folder.join(&file.name);
        let parent = path.parent().unwrap_or(folder);
        let failed = |source| Failure::io(&path, source);
        fs::create_dir_all(parent).map_err(failed)?;
        let mut unfinished = NamedTempFile::with_prefix_in(UNFINISHED, parent).map_err(failed)?;
        unfinished.write_all(&file.bytes).map_err(failed)?;
        unfinished.persist_noclobber(&path).map_err(|it| failed(it.error))?;
    }
    Ok(())
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
        Artifact { name: name.to_owned(), bytes: name.as_bytes().to_vec() }
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
