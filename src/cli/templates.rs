//! `thidua templates`.

use std::path::Path;

use serde_json::Value;
use serde_json::json;
use thidua::assets::templates::Templates;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::output::fresh;
use thidua::pipeline::upgrade;
use thidua::pipeline::upgrade::Own;
use thidua::pipeline::upgrade::Standing;
use thidua::text::revision::Hunk;

use crate::cli::args::ExportArgs;
use crate::cli::args::Format;
use crate::cli::args::TemplatesAction;
use crate::cli::args::TemplatesArgs;
use crate::cli::args::TemplatesDiffArgs;
use crate::cli::json;
use crate::cli::screen;
use crate::cli::status::Status;

pub(super) fn run(args: &TemplatesArgs) -> Result<Status, Failure> {
    match &args.action {
        TemplatesAction::Export(args) => export(args),
        TemplatesAction::Diff(args) => diff(args),
    }
}

/// The folder of a campaign, by its file alone: its templates may be at fault just now.
fn require_campaign(folder: &Path) -> Result<(), Failure> {
    if folder.join("campaign.toml").is_file() {
        return Ok(());
    }
    Err(Failure::NoCampaign { folder: folder.to_owned() })
}

fn export(args: &ExportArgs) -> Result<Status, Failure> {
    let vi = args.common.lang() == Lang::Vi;
    require_campaign(&args.campaign)?;
    if args.templates.is_empty() {
        return Ok(names(args));
    }
    let added = fresh::add(&args.campaign, &upgrade::copies(&args.templates)?)?;
    if args.common.format == Format::Json {
        json::print(&json!({ "outputs": added.written, "kept": added.stood }));
        return Ok(Status::Clean);
    }
    if !added.written.is_empty() {
        let head = if vi { "Đã ghi vào" } else { "Written to" };
        screen::answer(format_args!("{head} {}", args.campaign.display()));
        added.written.iter().for_each(|it| screen::answer(format_args!("  {it}")));
        screen::answer(if vi {
            "→ sửa tệp trong templates; giữ nguyên templates/ban-goc để sau này biết mẫu kèm chương trình đổi gì"
        } else {
            "→ edit the files in templates; leave templates/ban-goc, which tells later what the program's became"
        });
    }
    for name in &added.stood {
        screen::answer(if vi {
            format!("  {name}: đã có, giữ nguyên")
        } else {
            format!("  {name}: is there already, left as it is")
        });
    }
    Ok(Status::Clean)
}

/// What can be exported.
fn names(args: &ExportArgs) -> Status {
    let names = upgrade::names();
    match args.common.format {
        Format::Json => json::print(&json!({ "templates": names })),
        Format::Text => names.iter().for_each(screen::answer),
    }
    Status::Clean
}

fn diff(args: &TemplatesDiffArgs) -> Result<Status, Failure> {
    require_campaign(&args.campaign)?;
    let folder = args.campaign.join("templates");
    for original in upgrade::taken(&args.taken)? {
        fresh::renew(&folder, &original)?;
    }
    let own = upgrade::own(&Templates::of(&args.campaign))?;
    match args.common.format {
        Format::Json => json::print(&Value::Array(own.iter().map(as_json).collect())),
        Format::Text => tell(&own, args.common.lang()),
    }
    Ok(Status::Clean)
}

fn as_json(own: &Own) -> Value {
    let (standing, hunks) = match &own.standing {
        Standing::Own => ("own", None),
        Standing::Same => ("same", None),
        Standing::Edited => ("edited", None),
        Standing::Behind(hunks) => ("behind", Some(hunks)),
        Standing::Unknown(hunks) => ("unknown", Some(hunks)),
    };
    let hunk = |it: &Hunk| json!({ "line": it.line, "gone": it.gone, "came": it.came });
    let hunks: Vec<Value> = hunks.into_iter().flatten().map(hunk).collect();
    json!({ "path": own.path, "standing": standing, "changes": hunks })
}

fn tell(own: &[Own], lang: Lang) {
    let vi = lang == Lang::Vi;
    if own.is_empty() {
        screen::answer(if vi {
            "Kỳ này không có mẫu riêng: mọi mẫu lấy từ chương trình."
        } else {
            "This campaign has no templates of its own."
        });
    }
    for it in own {
        let hunks = match &it.standing {
            Standing::Behind(hunks) | Standing::Unknown(hunks) => hunks.as_slice(),
            Standing::Own | Standing::Same | Standing::Edited => &[],
        };
        screen::answer(format_args!("{}: {}", it.path, words(&it.standing, vi)));
        hunks.iter().for_each(|it| change(it, vi));
    }
    if own.iter().any(|it| matches!(it.standing, Standing::Behind(_))) {
        screen::answer(if vi {
            "→ đưa các dòng trên vào mẫu riêng nếu cần, rồi chạy lại với --taken TÊN_MẪU"
        } else {
            "→ take these lines over where they are wanted, then run again with --taken NAME"
        });
    }
}

fn words(standing: &Standing, vi: bool) -> &'static str {
    match (standing, vi) {
        (Standing::Own, true) => "mẫu riêng, chương trình không có mẫu cùng tên",
        (Standing::Own, false) => "the campaign's own, the program has none of this name",
        (Standing::Same, true) => {
            "giống hệt mẫu kèm chương trình; xóa đi thì từ nay dùng mẫu mới nhất"
        }
        (Standing::Same, false) => "the same as the program's; without it the latest one is used",
        (Standing::Edited, true) => "đã sửa riêng, không thiếu gì của mẫu kèm chương trình",
        (Standing::Edited, false) => "edited, lacks nothing of the program's",
        (Standing::Behind(_), true) => {
            "mẫu kèm chương trình đã đổi từ khi chép; bản riêng chưa có:"
        }
        (Standing::Behind(_), false) => {
            "the program's changed since it was copied; this one lacks:"
        }
        (Standing::Unknown(_), true) => {
            "không có bản gốc trong ban-goc để biết phần nào do chương trình đổi; mẫu kèm chương trình khác ở:"
        }
        (Standing::Unknown(_), false) => {
            "nothing in ban-goc tells what it was copied from; the program's differs in:"
        }
    }
}

/// A change, as a comparison of texts shows it: `-` is gone, `+` came.
fn change(hunk: &Hunk, vi: bool) {
    let line = if vi { "dòng" } else { "line" };
    screen::answer(format_args!("  {line} {}", hunk.line));
    hunk.gone.iter().for_each(|it| screen::answer(format_args!("    - {it}")));
    hunk.came.iter().for_each(|it| screen::answer(format_args!("    + {it}")));
}
