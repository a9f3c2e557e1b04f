//! What is typed behind `thidua build`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;
use crate::cli::args::Making;

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(in crate::cli) struct BuildArgs {
    #[arg(
        value_name = "THƯ_MỤC",
        required_unless_present = "plan",
        help = "Thư mục của kỳ, có tệp campaign.toml"
    )]
    pub(in crate::cli) campaign: Option<PathBuf>,
    #[arg(
        long,
        value_name = "MÃ,MÃ",
        value_delimiter = ',',
        help = "Chỉ làm văn bản riêng của các đơn vị này, ví dụ cao-bang"
    )]
    pub(in crate::cli) unit: Vec<String>,
    #[arg(
        long,
        value_name = "KẾ_HOẠCH",
        requires = "shard",
        conflicts_with_all = ["unit", "only", "draft", "out", "fonts"],
        help = "Làm một mảnh của kế hoạch do thidua plan lập, thay vì làm cả kỳ"
    )]
    pub(in crate::cli) plan: Option<PathBuf>,
    #[arg(long, value_name = "SỐ", requires = "plan", help = "Mảnh thứ mấy của kế hoạch, từ 1")]
    pub(in crate::cli) shard: Option<usize>,
    #[command(flatten)]
    pub(in crate::cli) making: Making,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
