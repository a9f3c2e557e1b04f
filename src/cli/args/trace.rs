//! What is typed behind `thidua trace`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;

/// Arguments of `trace`.
#[derive(Debug, Args)]
pub(in crate::cli) struct TraceArgs {
    #[arg(value_name = "THƯ_MỤC|TỆP", help = "Thư mục của kỳ, hoặc một tệp PDF, bảng tính đã làm")]
    pub(in crate::cli) place: PathBuf,
    #[arg(
        value_name = "CHỈ_TIÊU|SỐ",
        required_unless_present = "list",
        help = "Mã hoặc tên chỉ tiêu (TC12); với tệp là con số đúng như in, ví dụ 25.493"
    )]
    pub(in crate::cli) wanted: Option<String>,
    #[arg(
        long,
        value_name = "ĐƠN_VỊ",
        help = "Số của đơn vị này (mã hoặc tên); không ghi là toàn cụm"
    )]
    pub(in crate::cli) unit: Option<String>,
    #[arg(
        long,
        value_name = "CỘT",
        help = "Cột số liệu: giao, kh, th, uoc, nt, dk hoặc tên đầy đủ (mặc định: thực hiện)"
    )]
    pub(in crate::cli) measure: Option<String>,
    #[arg(long, value_name = "SỐ", help = "Chỉ tìm ở trang này của tệp PDF")]
    pub(in crate::cli) page: Option<usize>,
    #[arg(long, conflicts_with = "wanted", help = "Liệt kê mọi con số của tệp theo thứ tự đọc")]
    pub(in crate::cli) list: bool,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
