//! What happens to a file that stands where an output goes: nothing that a person made is lost.

use std::fs;
use std::path::Path;

use crate::finding::failure::Failure;
use crate::output::Kept;
use crate::output::digest;
use crate::output::manifest::Manifest;

/// Folder of papers that are no longer valid.
pub(super) const OLD: &str = "cu";

/// A file to be moved aside.
#[derive(Debug)]
pub(super) struct Move {
    /// Its name, relative to the folder of outputs.
    name: String,
    why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// It is not as an earlier run wrote it: a person worked on it.
    EditedByHand,
    /// It is an earlier paper that the findings of today refuse.
    Withdrawn,
}

/// Looks at what stands under `name`, where `bytes` go (or nothing, when the paper is refused).
pub(super) fn make_room(
    folder: &Path,
    name: &str,
    bytes: Option<&[u8]>,
    earlier: Option<&Manifest>,
) -> Result<Option<Move>, Failure> {
    let path = folder.join(name);
    let standing = match fs::read(&path) {
        Ok(standing) => standing,
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(Failure::io(path, source)),
    };
    if bytes == Some(standing.as_slice()) {
        return Ok(None);
    }
    if is_signed(&standing) {
        return Err(Failure::Signed { path });
    }
    let is_ours = earlier.and_then(|it| it.digest(name)) == Some(&digest::sha256(&standing));
    let why = match (is_ours, bytes) {
        (true, Some(_)) => return Ok(None),
        (true, None) => Why::Withdrawn,
        (false, _) => Why::EditedByHand,
    };
    Ok(Some(Move { name: name.to_owned(), why }))
}

/// A PDF that carries a signature names the bytes that it covers.
#[must_use]
pub fn is_signed(bytes: &[u8]) -> bool {
    let needle = b"/ByteRange";
    bytes.starts_with(b"%PDF") && bytes.windows(needle.len()).any(|it| it == needle)
}

/// Moves the file to a name that is free.
pub(super) fn carry_out(folder: &Path, it: Move) -> Result<Kept, Failure> {
    let Move { name, why } = it;
    let (stem, extension) = name.split_once('.').unwrap_or((&name, ""));
    let target = |number: u32| match why {
        Why::Withdrawn if number == 1 => format!("{OLD}/{name}"),
        Why::Withdrawn => format!("{OLD}/{stem}-{number}.{extension}"),
        Why::EditedByHand => format!("{stem}.sua-tay-{number}.{extension}"),
    };
    let free = (1..).map(target).find(|it| !folder.join(it).exists());
    let now = free.expect("there is always a free number");
    let (from, to) = (folder.join(&name), folder.join(&now));
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent).map_err(|source| Failure::io(parent, source))?;
    }
    fs::rename(&from, to).map_err(|source| super::blocked(&from, source))?;
    if let (true, Some(emptied)) = (name.contains('/'), from.parent()) {
        // Only an empty folder goes; one that still holds papers stays, and that is no fault.
        let _ = fs::remove_dir(emptied);
    }
    Ok(Kept { name, now })
}
