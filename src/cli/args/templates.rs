//! What is typed behind `thidua templates`.

use std::path::PathBuf;

use clap::Args;
use clap::Subcommand;

use crate::cli::args::Common;
use crate::cli::args::TEMPLATE;

/// Arguments of `templates`.
#[derive(Debug, Args)]
pub(in crate::cli) struct TemplatesArgs {
    #[command(subcommand)]
    pub(in crate::cli) action: TemplatesAction,
}

/// What is done with templates.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum TemplatesAction {
    /// Copies built-in templates into a campaign.
    #[command(
        about = "Chép mẫu kèm chương trình vào thư mục templates của kỳ để sửa riêng; không ghi đè tệp đã có",
        override_usage = "thidua templates export <THƯ_MỤC> <MẪU>… [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Chỉ chép những mẫu định sửa: mẫu nào có trong thư mục templates của kỳ thì chương trình dùng bản đó, kể cả khi bản kèm chương trình đã mới hơn.\nKhông ghi mẫu nào thì in danh sách các mẫu.\n\nVí dụ:\n  thidua templates export inputs/cum-so-5-2024\n  thidua templates export inputs/cum-so-5-2024 documents/giao-uoc\n  thidua templates export inputs/cum-so-5-2024 tables/dang-ky.toml layouts/nghi-dinh-30.toml"
    )]
    Export(ExportArgs),
    /// Shows what own copies lack.
    #[command(
        about = "Mẫu riêng của kỳ còn thiếu gì so với mẫu kèm chương trình, sau khi nâng cấp",
        override_usage = "thidua templates diff <THƯ_MỤC> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Thư mục templates/ban-goc giữ bản gốc lúc chép, để biết chương trình đã đổi gì từ đó; không sửa trong thư mục này.\n\nVí dụ:\n  thidua templates diff inputs/cum-so-5-2024\n  thidua templates diff inputs/cum-so-5-2024 --taken documents/giao-uoc"
    )]
    Diff(TemplatesDiffArgs),
}

impl TemplatesAction {
    /// What every command takes.
    pub(in crate::cli) fn common(&self) -> &Common {
        match self {
            Self::Export(args) => &args.common,
            Self::Diff(args) => &args.common,
        }
    }
}

/// Arguments of `templates export`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ExportArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(value_name = "MẪU", help = "Tên mẫu hoặc thư mục mẫu, ví dụ documents/giao-uoc")]
    pub(in crate::cli) templates: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

/// Arguments of `templates diff`.
#[derive(Debug, Args)]
pub(in crate::cli) struct TemplatesDiffArgs {
    #[arg(value_name = "THƯ_MỤC", help = "Thư mục của kỳ, có tệp campaign.toml")]
    pub(in crate::cli) campaign: PathBuf,
    #[arg(
        long,
        value_name = "MẪU",
        help = "Đã tự đưa các thay đổi vào mẫu này: từ nay không nêu nữa; ghi nhiều lần cho nhiều mẫu"
    )]
    pub(in crate::cli) taken: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}
