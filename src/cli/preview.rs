//! `thidua preview`.

use std::path::Path;
use std::path::PathBuf;

use serde_json::json;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::output::fresh;
use thidua::pipeline::preview;
use thidua::pipeline::preview::Asked;
use thidua::pipeline::preview::Preview;
use thidua::render::pdf::picture::Picture;

use crate::cli::args::Format;
use crate::cli::args::PreviewArgs;
use crate::cli::fonts;
use crate::cli::json;
use crate::cli::named_unit;
use crate::cli::reader;
use crate::cli::screen;
use crate::cli::status::Status;

pub(super) fn run(args: &PreviewArgs) -> Result<Status, Failure> {
    let gathered = reader::gather(&args.campaign, &args.common)?;
    let campaign = &gathered.declared.campaign;
    let unit = match named_unit::find_or_tell(campaign, args.unit.as_deref(), args.common.lang()) {
        Ok(unit) => unit,
        Err(status) => return Ok(status),
    };
    let fonts = fonts::find(&args.fonts.fonts)?;
    let picture = if args.svg { Picture::Svg } else { Picture::Png { dpi: f64::from(args.dpi) } };
    let asked = Asked { document: &args.document, unit, page: args.page, picture, fonts: &fonts };
    let preview = preview::preview(&gathered, asked)?;
    let folder = args.out.clone().unwrap_or_else(|| default_folder(&campaign.name));
    preview.pictures.iter().try_for_each(|it| fresh::renew(&folder, it))?;
    match args.common.format {
        Format::Text => tell(&preview, &folder, args.common.lang()),
        Format::Json => json::print(&json!({
            "title": preview.title,
            "pages": preview.pages,
            "draft": preview.is_draft,
            "files": preview.pictures.iter().map(|it| folder.join(&it.name)).collect::<Vec<_>>(),
        })),
    }
    Ok(Status::Clean)
}

/// `outputs/xem-truoc/<name of the campaign's folder>`: never among the papers themselves.
fn default_folder(campaign: &str) -> PathBuf {
    Path::new("outputs").join("xem-truoc").join(campaign)
}

fn tell(preview: &Preview, folder: &Path, lang: Lang) {
    let vi = lang == Lang::Vi;
    let pages = if vi { "trang" } else { "pages" };
    screen::answer(format_args!("{} · {} {pages}", preview.title, preview.pages));
    for picture in &preview.pictures {
        screen::answer(format_args!("  {}", folder.join(&picture.name).display()));
    }
    if preview.is_draft {
        screen::answer(if vi {
            "Số liệu còn chỗ cần sửa, nên hình là bản dự thảo (thidua check cho biết chỗ nào)."
        } else {
            "Some figures need mending first, so that this is a draft (see thidua check)."
        });
    }
}
