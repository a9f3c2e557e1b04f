//! What is typed behind `thidua explain` and `thidua list`.

use std::path::PathBuf;

use clap::Args;
use clap::ValueEnum;

use crate::cli::args::Common;

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ExplainArgs {
    #[arg(value_name = "MÃ", help = "Mã phát hiện, ví dụ required")]
    pub(in crate::cli) code: String,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

/// Arguments of `list`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ListArgs {
    #[arg(
        value_enum,
        value_name = "LOẠI",
        help = "findings (mã phát hiện), helpers (hàm của mẫu) hoặc variables (tên dùng được trong mẫu)",
        hide_possible_values = true
    )]
    pub(in crate::cli) what: Listed,
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, để in giá trị hôm nay")]
    pub(in crate::cli) campaign: Option<PathBuf>,
    #[arg(
        value_name = "VĂN_BẢN",
        requires = "campaign",
        help = "Tên văn bản, ví dụ bao-cao-tong-ket; không ghi thì là bao-cao-tong-ket"
    )]
    pub(in crate::cli) document: Option<String>,
    #[arg(
        long,
        value_name = "ĐƠN_VỊ",
        requires = "campaign",
        help = "Với văn bản của từng đơn vị: đơn vị nào (mã hoặc tên); không ghi thì là đơn vị đầu tiên"
    )]
    pub(in crate::cli) unit: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

/// What can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Listed {
    /// Codes of findings.
    Findings,
    /// Helpers of templates.
    Helpers,
    /// Names that templates may say.
    Variables,
}
