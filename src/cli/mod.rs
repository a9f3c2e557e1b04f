//! The command line: the only room that prints, reads the environment or knows the terminal.

mod absent;
mod args;
mod build;
mod changes;
mod check;
mod diff;
mod explain;
mod fonts;
mod forms;
mod grouped;
mod json;
mod memory;
mod merge;
mod named_unit;
mod new;
mod plan;
mod preview;
mod progress;
mod reader;
mod report;
mod score;
mod screen;
mod standing;
mod status;
mod templates;
mod trace;
mod verify;
mod vocabulary;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use thidua::finding::failure::Failure;
use thidua::read::workbook::worker;

use crate::cli::args::Cli;
use crate::cli::args::Command;
use crate::cli::args::Common;
use crate::cli::args::Format;
use crate::cli::status::Status;

/// Runs the program.
pub(crate) fn run(arguments: Vec<OsString>) -> ExitCode {
    if matches!(arguments.as_slice(), [_, only] if only == worker::COMMAND) {
        return reader::run();
    }
    let dropped = args::is_bare_folder(&arguments);
    let cli = match Cli::try_parse_from(args::with_build(arguments)) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let (common, outcome) = match &cli.command {
        Command::Build(args) => (&args.common, build::run(args)),
        Command::Plan(args) => (&args.common, plan::run(args)),
        Command::Merge(args) => (&args.common, merge::run(args)),
        Command::Check(args) => (&args.common, check::run(args)),
        Command::Status(args) => (&args.common, standing::run(args)),
        Command::Diff(args) => (&args.common, diff::run(args)),
        Command::Forms(args) => (&args.common, forms::run(args)),
        Command::New(args) => (&args.common, new::run(args)),
        Command::Score(args) => (&args.common, score::run(args)),
        Command::Trace(args) => (&args.common, trace::run(args)),
        Command::Verify(args) => (&args.common, verify::run(args)),
        Command::Preview(args) => (&args.common, preview::run(args)),
        Command::Watch(args) => (&args.common, watch::run(args)),
        Command::Templates(args) => (args.action.common(), templates::run(args)),
        Command::Explain(args) => (&args.common, explain::run(args)),
        Command::List(args) => (&args.common, explain::list(args)),
    };
    let status = outcome.unwrap_or_else(|failure| fail(&failure, common));
    if dropped {
        progress::wait_for_reader();
    }
    status.into()
}

/// Prints why the program could not do its work.
fn fail(failure: &Failure, common: &Common) -> Status {
    match common.format {
        Format::Text => report::failure(failure, common.lang()),
        Format::Json => json::failure(failure, common.lang()),
    }
    Status::Failed
}

/// Prints help, the version, or what is wrong with the arguments.
fn usage(error: &clap::Error) -> ExitCode {
    let wrong = error.use_stderr();
    report::usage(error);
    if wrong { Status::Failed.into() } else { Status::Clean.into() }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }
}
