//! What is typed behind `thidua forms`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;

/// Arguments of `forms`.
#[derive(Debug, Args)]
pub(in crate::cli) struct FormsArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(
        long,
        value_name = "MÃ",
        help = "Chỉ làm cho đơn vị này (mã hoặc tên); ghi nhiều lần cho nhiều đơn vị"
    )]
    pub(in crate::cli) unit: Vec<String>,
    #[arg(
        long,
        conflicts_with = "unit",
        help = "Làm biểu thẩm định của Cụm (điểm của mọi đơn vị, kiểm phiếu) thay cho biểu của các đơn vị"
    )]
    pub(in crate::cli) panel: bool,
    #[arg(long, value_name = "THƯ_MỤC", help = "Nơi ghi kết quả (mặc định: outputs/<tên kỳ>)")]
    pub(in crate::cli) out: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
