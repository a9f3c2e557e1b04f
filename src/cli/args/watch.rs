//! What is typed behind `thidua watch`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;
use crate::cli::args::FontSource;

/// Arguments of `watch`.
#[derive(Debug, Args)]
pub(in crate::cli) struct WatchArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(
        long,
        value_name = "TÊN,TÊN",
        value_delimiter = ',',
        help = "Chỉ làm các văn bản này, ví dụ giao-uoc,tin-hoi-nghi"
    )]
    pub(in crate::cli) only: Vec<String>,
    #[arg(long, help = "Làm bản dự thảo dù số liệu chưa đủ; in DỰ THẢO trên mỗi trang")]
    pub(in crate::cli) draft: bool,
    #[arg(long, value_name = "THƯ_MỤC", help = "Nơi ghi kết quả (mặc định: outputs/<tên kỳ>)")]
    pub(in crate::cli) out: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) fonts: FontSource,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
