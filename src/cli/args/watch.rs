//! What is typed behind `thidua watch`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;
use crate::cli::args::Making;

/// Arguments of `watch`.
#[derive(Debug, Args)]
pub(in crate::cli) struct WatchArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) making: Making,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
