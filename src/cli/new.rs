//! `thidua new`.

use std::fs;
use std::path::Component;
use std::path::Path;
use std::path::PathBuf;

use serde_json::json;
use thidua::assets;
use thidua::assets::Declared;
use thidua::assets::hand_over as words;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::period::Span;
use thidua::output::Artifact;
use thidua::output::fresh;
use thidua::pipeline::hand_over;
use thidua::pipeline::hand_over::HandOver;
use thidua::pipeline::hand_over::HandedOver;

use crate::cli::args::Format;
use crate::cli::args::NewArgs;
use crate::cli::screen;
use crate::cli::status::Status;

pub(super) fn run(args: &NewArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let (files, from) = match &args.from {
        None => (vec![campaign_file(words::starter()?)], None),
        Some(folder) => {
            let declared = assets::open(folder)?;
            let next = next(args, folder, &declared)?;
            let mut files = own_files(&declared)?;
            files.push(campaign_file(next.text.clone()));
            (files, Some((declared, next)))
        }
    };
    fresh::create(&args.folder, &files)?;
    let from = from.as_ref().map(|(declared, next)| (declared, next));
    match args.common.format {
        Format::Json => {
            let names: Vec<&str> = files.iter().map(|it| it.name.as_str()).collect();
            screen::answer(
                json!({ "folder": args.folder.display().to_string(), "outputs": names }),
            );
        }
        Format::Text => tell(&args.folder, from, lang),
    }
    Ok(Status::Clean)
}

fn campaign_file(text: String) -> Artifact {
    Artifact::new("campaign.toml", text.into_bytes())
}

/// The templates that the campaign keeps for itself go on with it, and its emblem.
fn own_files(declared: &Declared) -> Result<Vec<Artifact>, Failure> {
    let own = declared.templates.own()?.into_iter().chain(declared.emblem_file.clone());
    Ok(own.map(|(name, bytes)| Artifact::new(name, bytes)).collect())
}

fn next(args: &NewArgs, folder: &Path, declared: &Declared) -> Result<HandedOver, Failure> {
    let span = if args.half { Span::FirstHalf } else { Span::Full };
    hand_over::hand_over(HandOver {
        declared,
        words: &words::words(&declared.templates)?,
        from: &relative(&args.folder, folder),
        span,
    })
}

fn tell(folder: &Path, from: Option<(&Declared, &HandedOver)>, lang: Lang) {
    let shown = folder.display();
    let vi = lang == Lang::Vi;
    if let Some((declared, next)) = from {
        let (before, units) = (&declared.campaign, next.heirs.len());
        screen::answer(if vi {
            format!("Đã lập kỳ {} từ {}: {units} đơn vị", next.period.title(), before.name)
        } else {
            format!("Made “{}” from {}: {units} units", next.period.title(), before.name)
        });
        merged(declared, next, vi);
    }
    screen::answer(format_args!("{} {shown}", if vi { "Đã ghi vào" } else { "Written to" }));
    screen::answer("  campaign.toml");
    screen::answer("  submissions/");
    screen::answer(if vi {
        format!("→ mở campaign.toml, xem các dòng “XEM LẠI” và “ĐIỀN”; rồi: thidua forms {shown}")
    } else {
        format!("→ go through the comments of campaign.toml, then: thidua forms {shown}")
    });
}

/// Tells what became of members that were merged.
fn merged(declared: &Declared, next: &HandedOver, vi: bool) {
    for heir in next.heirs.iter().filter(|it| it.parts.len() > 1 || it.renamed) {
        let parts: Vec<&str> =
            heir.parts.iter().map(|it| declared.campaign.units[*it].name.as_str()).collect();
        let parts = parts.join(" + ");
        let to = &heir.identity;
        screen::answer(match (vi, heir.renamed) {
            (true, false) => format!("  {parts}: gộp thành một đơn vị ({to})"),
            (true, true) => {
                format!("  {parts}: nay thuộc {to}; không còn trong Cụm thì xóa mục này")
            }
            (false, false) => format!("  {parts}: joined into one unit ({to})"),
            (false, true) => {
                format!("  {parts}: now part of {to}; remove it if it left the cluster")
            }
        });
    }
}

/// Where a folder is, seen from another that need not be there yet; with `/`. On another drive it
/// has no such path, and its whole one is given.
fn relative(from: &Path, to: &Path) -> String {
    let (from, to) = (whole(from), whole(to));
    let common = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    if common == 0 {
        return to.to_string_lossy().replace('\\', "/");
    }
    let up = from.components().skip(common).map(|_| "..".to_owned());
    let down = to.components().skip(common).map(|it| it.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// The whole path of a folder, links followed as far as it is there.
fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut there = path.as_path();
    loop {
        if let Ok(found) = fs::canonicalize(there) {
            let rest = path.strip_prefix(there).unwrap_or(Path::new(""));
            return rest.components().fold(found, |mut whole, step| {
                match step {
                    Component::ParentDir => drop(whole.pop()),
                    other => whole.push(other),
                }
                whole
            });
        }
        match there.parent() {
            Some(parent) => there = parent,
            None => return path,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_as_seen_from_another() {
        let inside = tempfile::tempdir().unwrap();
        let old = inside.path().join("inputs/cum-2024");
        fs::create_dir_all(&old).unwrap();
        let at = |path: &str| relative(&inside.path().join(path), &old);
        assert_eq!(at("inputs/cum-2025"), "../cum-2024");
        assert_eq!(at("inputs/moi/../cum-2025"), "../cum-2024");
        assert_eq!(at("khac/sau/cum-2025"), "../../../inputs/cum-2024");
    }
}
