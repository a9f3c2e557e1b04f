//! What is typed behind `thidua build`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::args::Common;
use crate::cli::args::Making;

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(in crate::cli) struct BuildArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(
        long,
        value_name = "MÃ,MÃ",
        value_delimiter = ',',
        help = "Chỉ làm văn bản riêng của các đơn vị này, ví dụ cao-bang"
    )]
    pub(in crate::cli) unit: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) making: Making,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
