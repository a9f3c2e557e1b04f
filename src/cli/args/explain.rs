//! What is typed behind `thidua explain` and `thidua list`.

use clap::Args;
use clap::ValueEnum;

use crate::cli::args::Common;

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ExplainArgs {
    #[arg(value_name = "MÃ", help = "Mã phát hiện, ví dụ required")]
    pub(in crate::cli) code: String,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

/// Arguments of `list`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ListArgs {
    #[arg(
        value_enum,
        value_name = "LOẠI",
        help = "findings (mã phát hiện) hoặc helpers (hàm của mẫu)",
        hide_possible_values = true
    )]
    pub(in crate::cli) what: Listed,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Listed {
    /// Codes of findings.
    Findings,
    /// Helpers of templates.
    Helpers,
}
