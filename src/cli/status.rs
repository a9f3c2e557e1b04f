//! The exit code.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// Nothing that must be mended.
    Clean,
    /// Findings of severity error.
    Findings,
    /// What was asked for does not exist.
    NothingFound,
    /// The program could not do its work.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Clean => Self::SUCCESS,
            Status::Findings | Status::NothingFound => Self::from(1),
            Status::Failed => Self::from(2),
        }
    }
}
