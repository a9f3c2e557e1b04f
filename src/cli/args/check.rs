//! What is typed behind `thidua check`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;
use crate::cli::args::FontSource;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CheckArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(
        long,
        value_name = "THƯ_MỤC",
        help = "Nơi ghi tệp gửi lại đơn vị (mặc định: outputs/<tên kỳ>)"
    )]
    pub(in crate::cli) out: Option<PathBuf>,
    #[arg(long, help = "Chỉ in kết quả, không ghi tệp nào")]
    pub(in crate::cli) no_write: bool,
    #[command(flatten)]
    pub(in crate::cli) fonts: FontSource,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
