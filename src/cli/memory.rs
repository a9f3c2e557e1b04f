//! The program's memory: who hands it out, and how that of a worker is limited.

use std::io;

use mimalloc::MiMalloc;
use thidua::read::workbook::limits;

/// A fifth of the work on a paper was memory taken and given back in small pieces.
#[cfg(not(windows))]
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The same, counted: the job objects of Windows limit committed memory only through calls that no safe crate offers.
#[cfg(windows)]
#[global_allocator]
static ALLOCATOR: cap::Cap<MiMalloc> = cap::Cap::new(MiMalloc, usize::MAX);

/// A variable for workers: how much address space the allocator asks for at a time, KiB. By itself it asks for as much
/// as a worker may have at all, before anything is limited.
pub(super) const RESERVE: (&str, &str) = ("MIMALLOC_ARENA_RESERVE", "32768");

/// Seconds of computing after which a worker ends that has lost its parent in the middle of a file.
#[cfg(unix)]
const CPU_SECONDS: u64 = 600;

/// Limits the address space; forbids dumps of memory and files.
#[cfg(unix)]
pub(super) fn limit() -> io::Result<()> {
    use rlimit::Resource;
    let limits = [
        (Resource::AS, limits::MEMORY),
        (Resource::CORE, 0),
        (Resource::CPU, CPU_SECONDS),
        (Resource::FSIZE, 0),
    ];
    for (resource, most) in limits {
        let (_, hard) = resource.get()?;
        let most = most.min(hard);
        resource.set(most, most)?;
    }
    Ok(())
}

/// Limits what may be allocated.
#[cfg(windows)]
pub(super) fn limit() -> io::Result<()> {
    let most = usize::try_from(limits::MEMORY).unwrap_or(usize::MAX);
    ALLOCATOR.set_limit(most).map_err(|()| io::Error::from(io::ErrorKind::OutOfMemory))
}
