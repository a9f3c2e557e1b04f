//! One run at a time in a folder.

use std::fs::File;
use std::fs::TryLockError;
use std::path::Path;

use crate::finding::failure::Failure;

/// Name of the lock file. It stays; only its lock comes and goes.
pub(super) const NAME: &str = ".thidua-lock";

/// The lock, given back when dropped or when the process ends.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    pub(super) fn take(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join(NAME);
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|source| Failure::io(&path, source))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Failure::Locked { folder: folder.to_owned() }),
            Err(TryLockError::Error(source)) => Err(Failure::io(path, source)),
        }
    }
}
