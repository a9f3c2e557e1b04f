//! What is typed behind `thidua diff`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;
use crate::cli::args::FontSource;

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub(in crate::cli) struct DiffArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(
        long,
        value_name = "LẦN_TRƯỚC",
        help = "Thư mục kết quả hoặc manifest.json của lần làm trước (mặc định: outputs/<tên kỳ>)"
    )]
    pub(in crate::cli) against: Option<PathBuf>,
    #[arg(long, help = "In hết, kể cả từng số in khác trong mỗi văn bản")]
    pub(in crate::cli) all: bool,
    #[arg(
        long,
        value_name = "THƯ_MỤC",
        help = "Nơi ghi bảng đối chiếu để ký (mặc định: outputs/<tên kỳ>)"
    )]
    pub(in crate::cli) out: Option<PathBuf>,
    #[arg(long, help = "Chỉ in kết quả, không ghi tệp nào")]
    pub(in crate::cli) no_write: bool,
    #[command(flatten)]
    pub(in crate::cli) fonts: FontSource,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
