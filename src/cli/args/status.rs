//! What is typed behind `thidua status`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;

/// Arguments of `status`.
#[derive(Debug, Args)]
pub(in crate::cli) struct StatusArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(
        long,
        value_name = "THƯ_MỤC",
        help = "Ghi thêm bảng tính tinh-hinh-gui-so-lieu-<kỳ>.xlsx vào thư mục này"
    )]
    pub(in crate::cli) out: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
