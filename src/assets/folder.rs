//! The campaign's folder: the one door to what lies in it.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::finding::failure::Failure;
use crate::text::collate;
use crate::text::suggest;

/// Largest workbook that is read, in bytes (hazards: zip bombs, memory).
pub const LARGEST_WORKBOOK: u64 = 20 << 20;

/// Most files that `submissions` may hold.
const MOST_SUBMISSIONS: usize = 20_000;

/// Folder of what units send.
const SUBMISSIONS: &str = "submissions";

/// Folder of what the cluster's panel fills.
const PANEL: &str = "panel";

/// A campaign's folder.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    name: String,
}

/// A file that a unit sent.
#[derive(Debug, Clone)]
pub struct SentFile {
    /// Path relative to the campaign, with `/`.
    pub path: String,
    /// Its bytes, unless it is too large or cannot be read.
    pub bytes: Result<Vec<u8>, Unread>,
}

/// Why the bytes of a file were not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than [`LARGEST_WORKBOOK`].
    TooLarge,
    /// It is a link, a pipe or a device: links could lead anywhere.
    NotAFile,
    /// The system refused.
    Refused(String),
}

impl Folder {
    /// Opens the folder of a campaign.
    ///
    /// # Errors
    /// [`Failure::NoCampaign`] if there is no `campaign.toml` in it.
    pub fn open(root: &Path) -> Result<Self, Failure> {
        let no_campaign = || Failure::NoCampaign { folder: root.to_owned() };
        if !root.join("campaign.toml").is_file() {
            return Err(no_campaign());
        }
        let whole = fs::canonicalize(root).map_err(|_| no_campaign())?;
        let name = whole.file_name().and_then(|it| it.to_str()).ok_or_else(no_campaign)?;
        Ok(Self { root: root.to_owned(), name: name.to_owned() })
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text of `campaign.toml`.
    ///
    /// # Errors
    /// [`Failure::Io`] if it cannot be read as UTF-8.
    pub fn campaign_toml(&self) -> Result<String, Failure> {
        let path = self.root.join("campaign.toml");
        fs::read_to_string(&path).map_err(|source| Failure::io(path, source))
    }

    /// Names of the files in `submissions`, in Vietnamese order; lock files of Excel and
    /// LibreOffice, hidden files and those of the file manager are not submissions.
    ///
    /// # Errors
    /// [`Failure::Io`] if the folder cannot be listed.
    pub fn submissions(&self) -> Result<Vec<String>, Failure> {
        self.entries(SUBMISSIONS, |is_folder| !is_folder)
    }

    /// Names of the folders in `submissions`, which are not looked into, in Vietnamese order.
    ///
    /// # Errors
    /// [`Failure::Io`] if the folder cannot be listed.
    pub fn subfolders(&self) -> Result<Vec<String>, Failure> {
        self.entries(SUBMISSIONS, |is_folder| is_folder)
    }

    /// Names of the files in `panel`, as [`Folder::submissions`] gives those of units.
    ///
    /// # Errors
    /// [`Failure::Io`] if the folder cannot be listed.
    pub fn panel(&self) -> Result<Vec<String>, Failure> {
        self.entries(PANEL, |is_folder| !is_folder)
    }

    fn entries(&self, folder: &str, wanted: impl Fn(bool) -> bool) -> Result<Vec<String>, Failure> {
        let folder = self.root.join(folder);
        let mut names = Vec::new();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(names),
            Err(source) => return Err(Failure::io(folder, source)),
        };
        for entry in entries.take(MOST_SUBMISSIONS) {
            let entry = entry.map_err(|source| Failure::io(&folder, source))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_folder = entry.file_type().is_ok_and(|it| it.is_dir());
            if wanted(is_folder) && !is_of_the_system(&name) {
                names.push(name);
            }
        }
        names.sort_by(|a, b| collate::compare(a, b));
        Ok(names)
    }

    /// Reads one file of `submissions`.
    #[must_use]
    pub fn sent(&self, name: &str) -> SentFile {
        self.file(path_of(name))
    }

    /// Reads one file of `panel`.
    #[must_use]
    pub fn of_panel(&self, name: &str) -> SentFile {
        self.file(format!("{PANEL}/{name}"))
    }

    /// Reads one file that lies beside `campaign.toml`.
    #[must_use]
    pub fn beside(&self, name: &str) -> SentFile {
        self.file(name.to_owned())
    }

    fn file(&self, relative: String) -> SentFile {
        let path = self.root.join(&relative);
        let bytes = match fs::symlink_metadata(&path) {
            Ok(it) if !it.is_file() => Err(Unread::NotAFile),
            Ok(it) if it.len() > LARGEST_WORKBOOK => Err(Unread::TooLarge),
            Ok(_) => fs::read(&path).map_err(|error| Unread::Refused(error.to_string())),
            Err(error) => Err(Unread::Refused(error.to_string())),
        };
        SentFile { path: relative, bytes }
    }
}

/// Whether two paths lead to one folder.
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).ok();
    whole(one).is_some_and(|it| whole(other) == Some(it))
}

/// The name of the campaign in a folder that is most like `name`.
#[must_use]
pub fn nearest_campaign(folder: &Path, name: &str) -> Option<String> {
    let entries = fs::read_dir(folder).ok()?.take(MOST_SUBMISSIONS).filter_map(Result::ok);
    let campaigns = entries.filter(|it| it.path().join("campaign.toml").is_file());
    let mut names: Vec<String> =
        campaigns.map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    suggest::nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
}

/// Path of a submission relative to the campaign.
#[must_use]
pub fn path_of(name: &str) -> String {
    format!("{SUBMISSIONS}/{name}")
}

/// Files that Excel, LibreOffice or the file manager keep beside those of people.
fn is_of_the_system(name: &str) -> bool {
    let small = name.to_lowercase();
    name.starts_with("~$")
        || name.starts_with('.')
        || small == "desktop.ini"
        || small == "thumbs.db"
}
