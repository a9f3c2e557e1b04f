//! What is typed behind `thidua preview`.

use std::path::PathBuf;

use clap::Args;
use clap::value_parser;

use crate::cli::args::Common;
use crate::cli::args::FontSource;

/// Arguments of `preview`.
#[derive(Debug, Args)]
pub(in crate::cli) struct PreviewArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(value_name = "VĂN_BẢN", help = "Tên văn bản, ví dụ giao-uoc, bao-cao-tong-ket")]
    pub(in crate::cli) document: String,
    #[arg(
        long,
        value_name = "ĐƠN_VỊ",
        help = "Văn bản của đơn vị nào: mã hoặc tên (mặc định: đơn vị đầu tiên)"
    )]
    pub(in crate::cli) unit: Option<String>,
    #[arg(
        long,
        value_name = "SỐ",
        value_parser = page,
        help = "Chỉ vẽ trang này (mặc định: mọi trang)"
    )]
    pub(in crate::cli) page: Option<usize>,
    #[arg(long, help = "Vẽ SVG, phóng to bao nhiêu cũng nét, thay cho PNG")]
    pub(in crate::cli) svg: bool,
    #[arg(
        long,
        value_name = "SỐ",
        default_value_t = 144,
        value_parser = value_parser!(u16).range(24..=600),
        help = "Độ nét của PNG, số điểm ảnh trên một inch, từ 24 đến 600"
    )]
    pub(in crate::cli) dpi: u16,
    #[arg(
        long,
        value_name = "THƯ_MỤC",
        help = "Nơi ghi hình (mặc định: outputs/xem-truoc/<tên kỳ>)"
    )]
    pub(in crate::cli) out: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) fonts: FontSource,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

/// A page, from 1.
fn page(typed: &str) -> Result<usize, String> {
    let read = typed.parse().ok().filter(|it| *it > 0);
    read.ok_or_else(|| "cần một số trang, từ 1".to_owned())
}
