//! What is typed behind `thidua verify`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub(in crate::cli) struct VerifyArgs {
    #[arg(
        value_name = "TỆP|THƯ_MỤC",
        required = true,
        help = "Tệp PDF đã ký hoặc chưa ký, hoặc cả thư mục kết quả"
    )]
    pub(in crate::cli) files: Vec<PathBuf>,
    #[arg(
        long,
        value_name = "THƯ_MỤC",
        help = "Thư mục kết quả để đối chiếu nội dung (mặc định: nơi tệp đang nằm)"
    )]
    pub(in crate::cli) against: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
