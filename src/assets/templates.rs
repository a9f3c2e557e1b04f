//! The templates: those built in, overlaid file by file by the campaign's own `templates` folder.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use include_dir::Dir;
use include_dir::include_dir;

use crate::finding::failure::Failure;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Folders inside each other that a campaign's own templates may have.
const DEEPEST: usize = 5;

/// Folder in a campaign's own templates that keeps what its copies were copied from. Nothing there is a
/// template.
pub const ORIGINALS: &str = "ban-goc";

/// The templates of a campaign.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    overlay: Option<PathBuf>,
}

impl Templates {
    /// The built-in templates under those of the folder `campaign`, if it has any.
    #[must_use]
    pub fn of(campaign: &Path) -> Self {
        Self { overlay: Some(campaign.join("templates")) }
    }

    /// The text of the template at `path`, such as `documents/giao-uoc/body.md.hbs`. The campaign's
    /// own file wins; if it exists and cannot be read, that is a failure, never a second choice.
    ///
    /// # Errors
    /// [`Failure::NoTemplate`] if there is none, [`Failure::Io`] if it cannot be read.
    pub fn text(&self, path: &str) -> Result<String, Failure> {
        if let Some(folder) = &self.overlay {
            let file = folder.join(path);
            match fs::read_to_string(&file) {
                Ok(text) => return Ok(text),
                Err(source) if source.kind() == io::ErrorKind::NotFound => {}
                Err(source) => return Err(Failure::io(file, source)),
            }
        }
        BUILT_IN
            .get_file(path)
            .and_then(include_dir::File::contents_utf8)
            .map(str::to_owned)
            .ok_or_else(|| Failure::NoTemplate { path: path.to_owned() })
    }

    /// Names of what lies directly in `folder`, such as `documents`, sorted.
    ///
    /// # Errors
    /// [`Failure::Io`] if the campaign's own folder exists and cannot be listed.
    pub fn names(&self, folder: &str) -> Result<Vec<String>, Failure> {
        let mut names = BTreeSet::new();
        if let Some(built_in) = BUILT_IN.get_dir(folder) {
            names.extend(built_in.entries().iter().filter_map(|it| file_name(it.path())));
        }
        if let Some(overlay) = &self.overlay {
            let path = overlay.join(folder);
            match fs::read_dir(&path) {
                Ok(entries) => {
                    for entry in entries {
                        let entry = entry.map_err(|source| Failure::io(&path, source))?;
                        names.extend(file_name(&entry.path()));
                    }
                }
                Err(source) if source.kind() == io::ErrorKind::NotFound => {}
                Err(source) => return Err(Failure::io(path, source)),
            }
        }
        Ok(names.into_iter().collect())
    }
}

impl Templates {
    /// Every template with its path (`templates/…`), sorted: the campaign's own in place of the
    /// built-in one of the same path.
    ///
    /// # Errors
    /// [`Failure::Io`] if the campaign's own cannot be read.
    pub fn all(&self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let mut files = built_in();
        if let Some(overlay) = &self.overlay {
            gather_own(overlay, "", 0, &mut files)?;
        }
        files.retain(|path, _| !is_original(path));
        Ok(files.into_iter().map(|(path, bytes)| (format!("templates/{path}"), bytes)).collect())
    }
}

impl Templates {
    /// The campaign's own templates with their paths (`templates/…`), sorted, and what they were copied
    /// from.
    ///
    /// # Errors
    /// [`Failure::Io`] if they cannot be read.
    pub fn own(&self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let mut files = BTreeMap::new();
        if let Some(overlay) = &self.overlay {
            gather_own(overlay, "", 0, &mut files)?;
        }
        Ok(files.into_iter().map(|(path, bytes)| (format!("templates/{path}"), bytes)).collect())
    }
}

/// The templates inside the program by their paths, such as `documents/giao-uoc/body.md.hbs`.
#[must_use]
pub fn built_in() -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    gather_built_in(&BUILT_IN, &mut files);
    files
}

/// Whether a path in a campaign's own templates is of what a copy was copied from.
#[must_use]
pub fn is_original(path: &str) -> bool {
    path.split_once('/').is_some_and(|(folder, _)| folder == ORIGINALS)
}

fn gather_built_in(dir: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, file.contents().to_vec());
    }
    dir.dirs().for_each(|inner| gather_built_in(inner, files));
}

fn gather_own(
    folder: &Path,
    prefix: &str,
    depth: usize,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Failure> {
    let failed = |source| Failure::io(folder, source);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(source) if source.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(failed(source)),
    };
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if kind.is_dir() && depth < DEEPEST {
            gather_own(&entry.path(), &format!("{path}/"), depth + 1, files)?;
        } else if kind.is_file() {
            let bytes = fs::read(entry.path()).map_err(|it| Failure::io(entry.path(), it))?;
            files.insert(path, bytes);
        }
    }
    Ok(())
}

fn file_name(path: &Path) -> Option<String> {
    path.file_name()?.to_str().map(str::to_owned)
}
