//! Arguments of `score`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;

/// Arguments of `score`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ScoreArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(
        long,
        value_name = "ĐƠN_VỊ",
        help = "Điểm của đơn vị này (mã hoặc tên) từ đâu ra: từng tiêu chí, từ ô số liệu đến thứ hạng"
    )]
    pub(in crate::cli) explain: Option<String>,
    #[arg(
        long,
        value_name = "MÃ[.CỘT].ĐƠN_VỊ=SỐ",
        conflicts_with = "explain",
        help = "Thử một số khác xem điểm, thứ hạng nào đổi; ghi nhiều lần cho nhiều số"
    )]
    pub(in crate::cli) what_if: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
