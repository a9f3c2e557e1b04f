//! What is typed. Help is Vietnamese, since clerks read it.

mod build;
mod check;
mod diff;
mod explain;
mod forms;
mod new;
mod plan;
mod preview;
mod score;
mod status;
mod templates;
mod trace;
mod verify;
mod watch;

use std::ffi::OsString;
use std::path::Path;
use std::path::PathBuf;

use clap::ArgAction;
use clap::Args;
use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;
use thidua::finding::lang::Lang;

pub(super) use self::build::BuildArgs;
pub(super) use self::check::CheckArgs;
pub(super) use self::diff::DiffArgs;
pub(super) use self::explain::ExplainArgs;
pub(super) use self::explain::ListArgs;
pub(super) use self::explain::Listed;
pub(super) use self::forms::FormsArgs;
pub(super) use self::new::NewArgs;
pub(super) use self::plan::MergeArgs;
pub(super) use self::plan::PlanArgs;
pub(super) use self::preview::PreviewArgs;
pub(super) use self::score::ScoreArgs;
pub(super) use self::status::StatusArgs;
pub(super) use self::templates::ExportArgs;
pub(super) use self::templates::TemplatesAction;
pub(super) use self::templates::TemplatesArgs;
pub(super) use self::templates::TemplatesDiffArgs;
pub(super) use self::trace::TraceArgs;
pub(super) use self::verify::VerifyArgs;
pub(super) use self::watch::WatchArgs;

/// Words that are commands, even where a folder has such a name.
const COMMANDS: [&str; 16] = [
    "build",
    "check",
    "diff",
    "explain",
    "forms",
    "list",
    "merge",
    "new",
    "plan",
    "preview",
    "score",
    "status",
    "templates",
    "trace",
    "verify",
    "watch",
];

const TEMPLATE: &str = "{about}\n\nCách dùng: {usage}\n\nTham số:\n{positionals}\n\nTùy chọn:\n{options}\n{after-help}";

/// Help of a command with commands inside.
const GROUP: &str = "{about}\n\nCách dùng: {usage}\n\nCác lệnh:\n{subcommands}\n\nTùy chọn:\n{options}\n{after-help}";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "thidua",
    version,
    about = "Từ bảng tính của các đơn vị đến bản giao ước, báo cáo tổng kết và bảng tổng hợp số liệu",
    override_usage = "thidua <LỆNH> …   hoặc   thidua <THƯ_MỤC>",
    disable_help_flag = true,
    disable_version_flag = true,
    help_template = "{about}\n\nCách dùng: {usage}\n\nCác lệnh:\n{subcommands}\n\nTùy chọn:\n{options}\n{after-help}",
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "Ví dụ:\n  thidua build inputs/cum-so-5-2024      làm mọi văn bản của một kỳ\n  thidua inputs/cum-so-5-2024            như trên (kéo thả thư mục vào chương trình)\n  thidua forms inputs/cum-so-5-2024      làm biểu mẫu trống gửi các đơn vị\n  thidua check inputs/cum-so-5-2024      chỉ kiểm tra số liệu các đơn vị gửi\n  thidua status inputs/cum-so-5-2024     ai đã gửi, ai chưa, ai chậm\n  thidua explain required                giải thích một loại phát hiện\n  thidua new inputs/cum-so-5-2025 --from inputs/cum-so-5-2024   lập kỳ mới từ kỳ trước\n  thidua trace inputs/cum-so-5-2024 TC12 một con số lấy từ đâu\n  thidua score inputs/cum-so-5-2024      điểm thi đua, xếp thứ, đề nghị khen thưởng\n  thidua preview inputs/cum-so-5-2024 giao-uoc   xem trước từng trang một văn bản\n  thidua verify outputs/cum-so-5-2024    mọi con số đã in còn đúng không"
)]
pub(super) struct Cli {
    #[arg(short, long, global = true, action = ArgAction::Help, help = "In hướng dẫn này")]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = "In số phiên bản")]
    version: Option<bool>,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Builds everything.
    #[command(
        about = "Đọc, kiểm tra, tổng hợp và làm mọi văn bản",
        override_usage = "thidua build <THƯ_MỤC> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Ví dụ:\n  thidua build inputs/cum-so-5-2024\n  thidua build inputs/cum-so-5-2024 --draft\n  thidua build inputs/cum-so-5-2024 --only giao-uoc --out D:/nop\n  thidua build --plan outputs/an-giang-2021.plan --shard 3"
    )]
    Build(BuildArgs),
    /// Divides a build among machines.
    #[command(
        about = "Chia việc làm văn bản cho nhiều máy: mỗi máy một mảnh, xong ghép lại bằng merge",
        override_usage = "thidua plan <THƯ_MỤC> --shards <N> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Chỉ cần khi có hàng vạn đơn vị: một máy hai lõi làm khoảng bốn nghìn phiếu một trang một phút. Các máy phải có cùng bản chương trình, cùng thư mục của kỳ; nên dùng --fonts embedded. Cách chạy với Slurm và GNU parallel: thư mục deploy.\n\nVí dụ:\n  thidua plan inputs/an-giang-2021 --shards 8 --fonts embedded\n  thidua build --plan outputs/an-giang-2021.plan --shard 3\n  thidua merge outputs/an-giang-2021.plan"
    )]
    Plan(PlanArgs),
    /// Merges what the shards of a divided build made.
    #[command(
        about = "Ghép các mảnh đã làm: kiểm tra đủ và nguyên vẹn rồi ghi kết quả, giống hệt như một máy làm",
        override_usage = "thidua merge <KẾ_HOẠCH> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Còn thiếu mảnh nào thì nêu mảnh đó và không ghi gì.\n\nVí dụ:\n  thidua merge outputs/an-giang-2021.plan\n  thidua merge outputs/an-giang-2021.plan --out D:/nop"
    )]
    Merge(MergeArgs),
    /// Reads and checks.
    #[command(
        about = "Kiểm tra số liệu: ai đã gửi, ô nào cần sửa; làm tệp gửi lại đơn vị",
        override_usage = "thidua check <THƯ_MỤC> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Ví dụ:\n  thidua check inputs/cum-so-5-2024\n  thidua check inputs/cum-so-5-2024 --out D:/gui-lai\n  thidua check inputs/cum-so-5-2024 --format json --no-write"
    )]
    Check(CheckArgs),
    /// Who has sent, when and in which version.
    #[command(
        about = "Tình hình gửi số liệu: ai đã gửi, ngày nào, đúng hạn hay chậm, bản nào đang dùng",
        override_usage = "thidua status <THƯ_MỤC> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Ngày nhận lấy từ received trong campaign.toml, không có thì từ ngày báo cáo ghi trong tệp; không bao giờ lấy ngày của tệp trên ổ đĩa.\nMã thoát là 0 khi trả lời được, kể cả khi có đơn vị chưa gửi.\n\nVí dụ:\n  thidua status inputs/cum-so-5-2024\n  thidua status inputs/cum-so-5-2024 --format json\n  thidua status inputs/cum-so-5-2024 --out outputs/cum-so-5-2024"
    )]
    Status(StatusArgs),
    /// What changed since an earlier build.
    #[command(
        about = "Đối chiếu với lần làm trước: số liệu, xếp thứ, văn bản nào thay đổi; làm trang để ký",
        override_usage = "thidua diff <THƯ_MỤC> [--against <LẦN_TRƯỚC>] [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Ví dụ:\n  thidua diff inputs/cum-so-5-2024\n  thidua diff inputs/cum-so-5-2024 --against D:/nop/manifest.json --all\n  thidua diff inputs/cum-so-5-2024 --no-write --format json"
    )]
    Diff(DiffArgs),
    /// Writes blank forms.
    #[command(
        about = "Làm biểu mẫu trống để các đơn vị điền, mỗi đơn vị một tệp",
        override_usage = "thidua forms <THƯ_MỤC> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Ví dụ:\n  thidua forms inputs/cum-so-5-2024\n  thidua forms inputs/cum-so-5-2024 --unit cao-bang --unit \"Lạng Sơn\"\n  thidua forms inputs/cum-so-5-2024 --out D:/gui-di\n  thidua forms inputs/cum-so-5-2024 --panel"
    )]
    Forms(FormsArgs),
    /// Writes a new campaign.
    #[command(
        about = "Lập thư mục của một kỳ mới, trống hoặc nối tiếp một kỳ đã có",
        override_usage = "thidua new <THƯ_MỤC_MỚI> [--from <THƯ_MỤC>] [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Kỳ nối tiếp giữ cụm, đơn vị, người ký, mẫu riêng; Cụm trưởng và chủ đề lấy theo bản giao ước đã ký; số năm trước và chỉ tiêu lấy từ kỳ trước. Sau kỳ 6 tháng là kỳ cả năm đó. Thư mục đã có và không trống thì không ghi gì.\n\nVí dụ:\n  thidua new inputs/cum-thi-dua-2026\n  thidua new inputs/cum-so-5-2025 --from inputs/cum-so-5-2024\n  thidua new inputs/cum-so-5-2025-6-thang --from inputs/cum-so-5-2024 --half"
    )]
    New(NewArgs),
    /// Where a figure comes from.
    #[command(
        about = "Truy nguồn một con số: in ở đâu, làm tròn thế nào, cộng từ đơn vị nào, ô nào của tệp nào",
        override_usage = "thidua trace <THƯ_MỤC> <CHỈ_TIÊU> [TÙY CHỌN]   hoặc   thidua trace <TỆP> <SỐ> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Tệp là văn bản PDF hoặc bảng tính do chương trình làm; báo cáo và bảng tổng hợp chép riêng sang máy khác vẫn tra được, vì mang theo số liệu của mình.\nMã thoát là 0 khi tìm thấy, 1 khi không có số nào như vậy, 2 khi không làm được.\n\nVí dụ:\n  thidua trace inputs/cum-so-5-2024 TC12\n  thidua trace inputs/cum-so-5-2024 \"đoàn viên kết nạp mới\" --unit \"Cao Bằng\" --measure \"kế hoạch\"\n  thidua trace outputs/cum-so-5-2024/bao-cao-tong-ket-2024.pdf 25.493\n  thidua trace outputs/cum-so-5-2024/bao-cao-tong-ket-2024.pdf \"39,764 tỷ đồng\" --page 8\n  thidua trace bang-tong-hop-so-lieu-2024.xlsx --list"
    )]
    Trace(TraceArgs),
    /// What holds of a finished paper.
    #[command(
        about = "Kiểm tra tệp PDF đã ký: ai ký, còn nguyên không; hoặc thư mục kết quả: mọi con số còn đúng không",
        override_usage = "thidua verify <TỆP>… [TÙY CHỌN]   hoặc   thidua verify <THƯ_MỤC> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Mã thoát là 0 khi mọi chữ ký hợp lệ hoặc chưa có chữ ký nào, 1 khi có điều không đúng, 2 khi không đọc được tệp.\n\nVí dụ:\n  thidua verify outputs/cum-so-5-2024/giao-uoc-2025.pdf\n  thidua verify outputs/cum-so-5-2024\n  thidua verify D:/nhan-ve/giao-uoc-2025.pdf --against outputs/cum-so-5-2024\n  thidua verify bao-cao.pdf --format json"
    )]
    Verify(VerifyArgs),
    /// Points, ranks and proposals.
    #[command(
        about = "Điểm thi đua, xếp thứ, đề nghị khen thưởng; điểm từ đâu ra, số khác đi thì đổi gì",
        override_usage = "thidua score <THƯ_MỤC> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Điểm chốt là điểm thẩm định (sau giải trình nếu có), không bao giờ là điểm cao nhất trong các lần chấm.\n--what-if chỉ thử trên máy, không ghi vào tệp nào; ghi số như trên biểu mẫu.\n\nVí dụ:\n  thidua score inputs/cum-so-5-2024\n  thidua score inputs/cum-so-5-2024 --explain \"Cao Bằng\"\n  thidua score inputs/cum-so-5-2024 --what-if TC12.cao-bang=1900 --what-if TC05.kh.lang-son=30"
    )]
    Score(ScoreArgs),
    /// A paper as pictures.
    #[command(
        about = "Xem trước một văn bản: mỗi trang một hình PNG hoặc SVG, không động vào văn bản đã làm",
        override_usage = "thidua preview <THƯ_MỤC> <VĂN_BẢN> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Số liệu còn chỗ cần sửa thì hình là bản dự thảo, có chữ DỰ THẢO.\n\nVí dụ:\n  thidua preview inputs/cum-so-5-2024 giao-uoc\n  thidua preview inputs/cum-so-5-2024 phieu-diem --unit \"Cao Bằng\" --page 1\n  thidua preview inputs/cum-so-5-2024 bao-cao-tong-ket --svg --out D:/hinh"
    )]
    Preview(PreviewArgs),
    /// Builds again after each change.
    #[command(
        about = "Theo dõi thư mục: lưu mẫu, campaign.toml hay tệp số liệu là văn bản liên quan được làm lại",
        override_usage = "thidua watch <THƯ_MỤC> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Dùng được cả trên ổ đĩa mạng. Chỗ sai của mẫu hay số liệu báo ngay, sửa xong lưu lại là làm tiếp. Nhấn Ctrl+C để dừng.\n\nVí dụ:\n  thidua watch inputs/cum-so-5-2024\n  thidua watch inputs/cum-so-5-2024 --only giao-uoc --draft\n  thidua watch inputs/cum-so-5-2024 --out D:/xem-thu"
    )]
    Watch(WatchArgs),
    /// Own copies of templates.
    #[command(
        about = "Mẫu riêng của kỳ: chép mẫu kèm chương trình ra để sửa, xem còn thiếu gì sau nâng cấp",
        override_usage = "thidua templates export <THƯ_MỤC> <MẪU>…   hoặc   thidua templates diff <THƯ_MỤC>",
        help_template = GROUP,
        disable_help_subcommand = true,
        subcommand_required = true,
        arg_required_else_help = true,
        after_help = "Ví dụ:\n  thidua templates export inputs/cum-so-5-2024 documents/giao-uoc\n  thidua templates diff inputs/cum-so-5-2024"
    )]
    Templates(TemplatesArgs),
    /// Explains a finding.
    #[command(
        about = "Giải thích một loại phát hiện: nghĩa là gì, cách sửa",
        override_usage = "thidua explain <MÃ> [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Ví dụ:\n  thidua explain parts-and-total"
    )]
    Explain(ExplainArgs),
    /// Lists what can be named.
    #[command(
        about = "Liệt kê: mã phát hiện, hàm của mẫu, tên dùng được trong mẫu với giá trị hôm nay",
        override_usage = "thidua list <LOẠI> [THƯ_MỤC [VĂN_BẢN]] [TÙY CHỌN]",
        help_template = TEMPLATE,
        after_help = "Ví dụ:\n  thidua list findings\n  thidua list helpers\n  thidua list helpers inputs/cum-so-5-2024 bao-cao-tong-ket\n  thidua list variables inputs/cum-so-5-2024 bao-cao-tong-ket\n  thidua list variables inputs/cum-so-5-2024 phieu-diem --unit \"Cao Bằng\""
    )]
    List(ListArgs),
}

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Common {
    #[arg(long, value_enum, value_name = "DẠNG", default_value_t = Format::Text, hide_possible_values = true, hide_default_value = true, help = "Dạng kết quả: text (mặc định) hoặc json")]
    pub(super) format: Format,
    #[arg(long, value_enum, value_name = "TIẾNG", default_value_t = Language::Vi, hide_possible_values = true, hide_default_value = true, help = "Ngôn ngữ thông báo: vi (mặc định) hoặc en")]
    pub(super) lang: Language,
}

impl Common {
    pub(super) fn lang(&self) -> Lang {
        match self.lang {
            Language::Vi => Lang::Vi,
            Language::En => Lang::En,
        }
    }
}

/// How answers are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// Which papers are made, and where they go.
#[derive(Debug, Args)]
pub(super) struct Making {
    #[arg(
        long,
        value_name = "TÊN,TÊN",
        value_delimiter = ',',
        help = "Chỉ làm các văn bản này, ví dụ giao-uoc,tin-hoi-nghi"
    )]
    pub(super) only: Vec<String>,
    #[arg(long, help = "Làm bản dự thảo dù số liệu chưa đủ; in DỰ THẢO trên mỗi trang")]
    pub(super) draft: bool,
    #[arg(long, value_name = "THƯ_MỤC", help = "Nơi ghi kết quả (mặc định: outputs/<tên kỳ>)")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) fonts: FontSource,
}

/// Where fonts come from.
#[derive(Debug, Args)]
pub(super) struct FontSource {
    #[arg(
        long,
        value_name = "NGUỒN",
        default_value = "auto",
        help = "Phông chữ: auto (của máy, rồi phông kèm theo), embedded (phông kèm theo, máy nào cũng ra tệp giống nhau) hoặc một thư mục"
    )]
    pub(super) fonts: PathBuf,
}

/// Whether a folder was dropped on the program: one argument, and it is a folder.
pub(super) fn is_bare_folder(arguments: &[OsString]) -> bool {
    matches!(arguments, [_, only] if Path::new(only).is_dir())
}

/// A bare folder means `build`. One that was dropped on the program comes with its whole path, and
/// the folder in which the program then starts may be anywhere: its outputs go beside `inputs`.
pub(super) fn with_build(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let Some(first) = arguments.get(1).map(PathBuf::from) else { return arguments };
    let is_command = COMMANDS.iter().any(|it| first.as_os_str() == *it);
    if is_command || !first.is_dir() {
        return arguments;
    }
    if is_bare_folder(&arguments) {
        arguments.extend(
            beside_inputs(&first)
                .map(|out| [OsString::from("--out"), out.into()])
                .into_iter()
                .flatten(),
        );
    }
    arguments.insert(1, OsString::from("build"));
    arguments
}

/// `…/outputs/<name>` for a campaign at the absolute path `…/inputs/<name>`.
fn beside_inputs(campaign: &Path) -> Option<PathBuf> {
    let inputs = campaign.parent().filter(|it| campaign.is_absolute() && it.ends_with("inputs"))?;
    Some(inputs.parent()?.join("outputs").join(campaign.file_name()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_folder_has_its_outputs_beside_inputs() {
        let folder = tempfile::tempdir().unwrap();
        let campaign = folder.path().join("inputs").join("cum");
        std::fs::create_dir_all(&campaign).unwrap();
        let typed = vec![OsString::from("thidua"), campaign.clone().into_os_string()];
        let out = folder.path().join("outputs").join("cum");
        let expected =
            vec!["thidua".into(), "build".into(), campaign.into(), "--out".into(), out.into()];
        let expected: Vec<OsString> = expected;
        assert_eq!(with_build(typed), expected);
        let check: Vec<OsString> = vec!["thidua".into(), "check".into(), "x".into()];
        assert_eq!(with_build(check.clone()), check);
    }
}
