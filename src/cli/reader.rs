//! The process that reads workbooks: where the program itself is.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use thidua::finding::failure::Failure;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;
use thidua::read::workbook::worker;
use thidua::read::workbook::worker::Workers;

use crate::cli::args::Common;
use crate::cli::args::Format;
use crate::cli::memory;
use crate::cli::progress::Progress;

/// Workers that are this program.
pub(super) fn workers() -> Result<Workers, Failure> {
    let program = std::env::current_exe().map_err(|source| Failure::NoReader {
        program: "thidua".into(),
        detail: source.to_string(),
    })?;
    let (name, value) = memory::RESERVE;
    Ok(Workers::new(program).with_variable(name, value))
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
        memory::limit().and_then(|()| worker::serve(io::stdin().lock(), io::stdout().lock()));
    if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
