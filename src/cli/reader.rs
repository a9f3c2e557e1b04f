//! The process that reads workbooks: where the program itself is, and how its memory is limited.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use thidua::finding::failure::Failure;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;
use thidua::read::workbook::limits;
use thidua::read::workbook::worker;
use thidua::read::workbook::worker::Workers;

use crate::cli::args::Common;
use crate::cli::args::Format;
use crate::cli::progress::Progress;

/// Workers that are this program.
pub(super) fn workers() -> Result<Workers, Failure> {
    let program = std::env::current_exe().map_err(|source| Failure::NoReader {
        program: "thidua".into(),
        detail: source.to_string(),
    })?;
    Ok(Workers::new(program))
}

/// Gathers a campaign through workers, with its progress on the screen.
pub(super) fn gather(campaign: &Path, common: &Common) -> Result<Gathered, Failure> {
    let mut progress = Progress::new(common.lang(), common.format == Format::Json);
    let gathered =
        workers().and_then(|it| gather::gather(campaign, &it, &mut |event| progress.show(&event)));
    progress.finish();
    gathered
}

/// Is a worker until the parent has no more files. A process whose memory cannot be limited says
/// nothing, so that the parent does not take it for a worker.
pub(super) fn run() -> ExitCode {
    let served =
        limit_memory().and_then(|()| worker::serve(io::stdin().lock(), io::stdout().lock()));
    if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Seconds of computing after which a worker ends that has lost its parent in the middle of a file.
#[cfg(unix)]
const CPU_SECONDS: u64 = 600;

/// Limits the address space; forbids dumps of memory and files.
#[cfg(unix)]
fn limit_memory() -> io::Result<()> {
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

/// Counts what is allocated: the job objects of Windows limit committed memory only through calls
/// that no safe crate offers.
#[cfg(windows)]
#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

/// Limits what may be allocated.
#[cfg(windows)]
fn limit_memory() -> io::Result<()> {
    let most = usize::try_from(limits::MEMORY).unwrap_or(usize::MAX);
    ALLOCATOR.set_limit(most).map_err(|()| io::Error::from(io::ErrorKind::OutOfMemory))
}
