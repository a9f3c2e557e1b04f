//! What happens to a file that stands where an output goes: nothing that a person made is lost.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::finding::failure::Failure;
use crate::output::Kept;
use crate::output::digest;
use crate::output::manifest::Manifest;

/// Folder of papers that are no longer valid.
const OLD: &str = "cu";

/// A file to be moved aside.
#[derive(Debug)]
pub(super) struct Move {
    from: PathBuf,
    why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// It is not as an earlier run wrote it: a person worked on it.
    EditedByHand,
    /// It is an earlier paper that the findings of today refuse.
    Withdrawn,
}

/// Looks at what stands at `path`, where `bytes` go (or nothing, when the paper is refused).
pub(super) fn make_room(
    path: &Path,
    bytes: Option<&[u8]>,
    earlier: Option<&Manifest>,
) -> Result<Option<Move>, Failure> {
    let standing = match fs::read(path) {
        Ok(standing) => standing,
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(Failure::io(path, source)),
    };
    if bytes == Some(standing.as_slice()) {
        return Ok(None);
    }
    if is_signed(&standing) {
        return Err(Failure::Signed { path: path.to_owned() });
    }
    let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
    let is_ours = earlier.and_then(|it| it.digest(name)) == Some(&digest::sha256(&standing));
    let why = match (is_ours, bytes) {
        (true, Some(_)) => return Ok(None),
        (true, None) => Why::Withdrawn,
        (false, _) => Why::EditedByHand,
    };
    Ok(Some(Move { from: path.to_owned(), why }))
}

/// A PDF that carries a signature names the bytes that it covers.
fn is_signed(bytes: &[u8]) -> bool {
    let needle = b"/ByteRange";
    bytes.starts_with(b"%PDF") && bytes.windows(needle.len()).any(|it| it == needle)
}

/// Moves the file to a name that is free.
pub(super) fn carry_out(folder: &Path, it: Move) -> Result<Kept, Failure> {
    let name = it.from.file_name().and_then(|it| it.to_str()).unwrap_or_default().to_owned();
    let (stem, extension) = name.split_once('.').unwrap_or((&name, ""));
    let target = |number: u32| match it.why {
        Why::Withdrawn if number == 1 => format!("{OLD}/{name}"),
        Why::Withdrawn => format!("{OLD}/{stem}-{number}.{extension}"),
        Why::EditedByHand => format!("{stem}.sua-tay-{number}.{extension}"),
    };
    if it.why == Why::Withdrawn {
        let old = folder.join(OLD);
        fs::create_dir_all(&old).map_err(|source| Failure::io(old, source))?;
    }
    let free = (1..).map(target).find(|it| !folder.join(it).exists());
    let now = free.expect("there is always a free number");
    fs::rename(&it.from, folder.join(&now)).map_err(|source| super::blocked(&it.from, source))?;
    Ok(Kept { name, now })
}
