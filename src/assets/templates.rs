//! The templates: those built in, overlaid file by file by the campaign's own `templates` folder.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use include_dir::Dir;
use include_dir::include_dir;

use crate::finding::failure::Failure;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

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

fn file_name(path: &Path) -> Option<String> {
    path.file_name()?.to_str().map(str::to_owned)
}
