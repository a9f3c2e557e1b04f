//! What is typed behind `thidua new`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;

/// Arguments of `new`.
#[derive(Debug, Args)]
pub(in crate::cli) struct NewArgs {
    #[arg(value_name = "THƯ_MỤC_MỚI", help = "Thư mục của kỳ mới, chưa có hoặc còn trống")]
    pub(in crate::cli) folder: PathBuf,
    #[arg(long, value_name = "THƯ_MỤC", help = "Thư mục của kỳ trước, có tệp campaign.toml")]
    pub(in crate::cli) from: Option<PathBuf>,
    #[arg(long, requires = "from", help = "Lập kỳ 6 tháng đầu năm của năm sau")]
    pub(in crate::cli) half: bool,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
