//! Finds font files: by their usual names in the usual folders, or all of a folder that was named.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use thidua::finding::failure::Failure;
use thidua::render::pdf::fonts::FontFile;

/// File names of the families that papers are set in.
const NAMES: [&str; 20] = [
    "times.ttf",
    "timesbd.ttf",
    "timesi.ttf",
    "timesbi.ttf",
    "Times_New_Roman.ttf",
    "Times_New_Roman_Bold.ttf",
    "Times_New_Roman_Italic.ttf",
    "Times_New_Roman_Bold_Italic.ttf",
    "Times New Roman.ttf",
    "Times New Roman Bold.ttf",
    "Times New Roman Italic.ttf",
    "Times New Roman Bold Italic.ttf",
    "Tinos-Regular.ttf",
    "Tinos-Bold.ttf",
    "Tinos-Italic.ttf",
    "Tinos-BoldItalic.ttf",
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
];

/// Largest font file that is read.
const LARGEST: u64 = 32 << 20;

/// Font files for `--fonts`: `auto`, `embedded`, or a folder.
pub(super) fn find(choice: &Path) -> Result<Vec<FontFile>, Failure> {
    match choice.to_str() {
        Some("embedded") => Ok(Vec::new()),
        Some("auto") => Ok(folders().iter().flat_map(|folder| usual(folder)).collect()),
        _ => all(choice),
    }
}

/// Folders in which systems keep the fonts that papers use.
fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    let from = |variable: &str, rest: &str| {
        std::env::var_os(variable).map(|it| PathBuf::from(it).join(rest))
    };
    folders.extend(from("WINDIR", "Fonts"));
    folders.extend(from("LOCALAPPDATA", "Microsoft/Windows/Fonts"));
    folders.extend(from("HOME", "Library/Fonts"));
    folders.extend(from("HOME", ".local/share/fonts"));
    folders.extend(
        [
            "/System/Library/Fonts/Supplemental",
            "/Library/Fonts",
            "/usr/share/fonts/truetype/msttcorefonts",
            "/usr/share/fonts/truetype/croscore",
            "/usr/share/fonts/truetype/liberation2",
            "/usr/share/fonts/truetype/liberation",
            "/usr/share/fonts/liberation-serif",
        ]
        .map(PathBuf::from),
    );
    folders
}

fn usual(folder: &Path) -> Vec<FontFile> {
    NAMES.iter().filter_map(|name| read(&folder.join(name)).ok()).collect()
}

fn all(folder: &Path) -> Result<Vec<FontFile>, Failure> {
    let failed = |source| Failure::Io { path: folder.to_owned(), source };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    let is_font = |path: &&PathBuf| {
        let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        ["ttf", "otf", "ttc"].contains(&extension.to_ascii_lowercase().as_str())
    };
    paths
        .iter()
        .filter(is_font)
        .map(|path| read(path).map_err(|source| Failure::Io { path: path.clone(), source }))
        .collect()
}

fn read(path: &Path) -> std::io::Result<FontFile> {
    let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default().to_owned();
    if fs::metadata(path)?.len() > LARGEST {
        return Err(std::io::Error::other("font quá lớn"));
    }
    Ok(FontFile { name, bytes: fs::read(path)? })
}
