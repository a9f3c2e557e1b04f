//! What happens to a file that stands where an output goes: nothing that a person made is lost.

use std::fs;
use std::path::Path;

use crate::finding::failure::Failure;
use crate::output::Artifact;
use crate::output::Kept;
use crate::output::Why;
use crate::output::manifest::Manifest;
use crate::text::digest;

/// Folder of papers that are no longer valid.
pub const OLD: &str = "cu";

/// A folder of outputs with what is known of the files in it.
pub(super) struct Shelf<'a> {
    /// The folder.
    pub(super) folder: &'a Path,
    /// What the earlier run made.
    pub(super) earlier: Option<&'a Manifest>,
    /// What this run makes.
    pub(super) today: &'a Manifest,
}

/// What stands where an output goes.
pub(super) enum Place {
    /// Nothing, or what an earlier run made and nobody touched.
    Free,
    /// The same bytes.
    Done,
    /// Something that is to be kept, and why.
    Taken(Kept),
}

impl Shelf<'_> {
    /// Looks at what stands under `name`, where `artifact` goes (or nothing, when the paper is refused).
    pub(super) fn look(&self, name: &str, artifact: Option<&Artifact>) -> Result<Place, Failure> {
        let path = self.folder.join(name);
        let standing = match fs::read(&path) {
            Ok(standing) => standing,
            Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(Place::Free),
            Err(source) => return Err(Failure::io(path, source)),
        };
        if artifact
            .is_some_and(|it| it.sum().bytes == standing.len() as u64 && it.begins(&standing))
        {
            return Ok(Place::Done);
        }
        let earlier = self.earlier.and_then(|it| it.digest(name));
        let why = if is_signed(&standing) {
            self.of_signed(name, &standing, artifact)
        } else {
            match (earlier == Some(&digest::sha256(&standing)), artifact) {
                (true, Some(_)) => return Ok(Place::Free),
                (true, None) => Why::Withdrawn,
                (false, _) => Why::EditedByHand,
            }
        };
        Ok(Place::Taken(Kept { name: name.to_owned(), now: name.to_owned(), why }))
    }

    /// A signed paper says the same if it begins with the bytes of today, or if its words are those of
    /// today: a newer program or another font draws other bytes of the same words.
    fn of_signed(&self, name: &str, standing: &[u8], artifact: Option<&Artifact>) -> Why {
        let content = |of: Option<&Manifest>| of?.output(name)?.content.clone();
        let words = content(self.earlier).zip(content(Some(self.today)));
        match (artifact, words) {
            (None, _) => Why::SignedUnknown,
            (Some(today), _) if today.begins(standing) => Why::SignedSame,
            (Some(_), Some((before, today))) if before == today => Why::SignedSame,
            (Some(_), Some(_)) => Why::SignedOther,
            (Some(_), None) => Why::SignedUnknown,
        }
    }
}

/// A PDF that carries a signature names the bytes that it covers.
#[must_use]
pub fn is_signed(bytes: &[u8]) -> bool {
    let needle = b"/ByteRange";
    bytes.starts_with(b"%PDF") && bytes.windows(needle.len()).any(|it| it == needle)
}

/// Moves the file to a name that is free.
pub(super) fn carry_out(folder: &Path, it: Kept) -> Result<Kept, Failure> {
    let Kept { name, why, .. } = it;
    let (stem, extension) = name.split_once('.').unwrap_or((&name, ""));
    let target = |number: u32| match why {
        Why::Withdrawn if number == 1 => format!("{OLD}/{name}"),
        Why::Withdrawn => format!("{OLD}/{stem}-{number}.{extension}"),
        _ => format!("{stem}.sua-tay-{number}.{extension}"),
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
    Ok(Kept { name, now, why })
}
