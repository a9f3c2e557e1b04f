//! What is typed behind `thidua plan` and `thidua merge`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;
use crate::cli::args::Making;

/// Arguments of `plan`.
#[derive(Debug, Args)]
pub(in crate::cli) struct PlanArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=10_000), help = "Chia thành N mảnh, mỗi mảnh một máy làm")]
    pub(in crate::cli) shards: u16,
    #[arg(
        long,
        value_name = "THƯ_MỤC",
        help = "Nơi ghi kế hoạch và các mảnh (mặc định: <nơi ghi kết quả>.plan)"
    )]
    pub(in crate::cli) plan: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) making: Making,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

/// Arguments of `merge`.
#[derive(Debug, Args)]
pub(in crate::cli) struct MergeArgs {
    #[arg(value_name = "KẾ_HOẠCH", help = "Thư mục của kế hoạch, có tệp plan.json")]
    pub(in crate::cli) plan: PathBuf,
    #[arg(long, value_name = "THƯ_MỤC", help = "Nơi ghi kết quả (mặc định: như trong kế hoạch)")]
    pub(in crate::cli) out: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
