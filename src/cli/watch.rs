//! `thidua watch`: builds again whenever a file of the campaign is saved, and tells at once what is wrong.
//!
//! Files are looked at a few times a second rather than announced by the system: network drives announce
//! nothing.

mod folder;

use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::model::catalogue::Severity;
use thidua::pipeline::build;
use thidua::pipeline::build::Built;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;
use thidua::render::pdf::fonts::FontFile;

use crate::cli::args::Format;
use crate::cli::args::WatchArgs;
use crate::cli::build::options;
use crate::cli::fonts;
use crate::cli::json;
use crate::cli::reader;
use crate::cli::report;
use crate::cli::screen;
use crate::cli::status::Status;
use crate::cli::watch::folder::Seen;

/// Time between two looks at the files.
const PAUSE: Duration = Duration::from_millis(250);

/// Most names in a line of what was saved or made.
const MOST: usize = 4;

pub(super) fn run(args: &WatchArgs) -> Result<Status, Failure> {
    let lang = args.common.lang();
    let fonts = fonts::find(&args.making.fonts.fonts)?;
    let mut watched = Watched { roots: vec![args.campaign.clone()], out: args.making.out.clone() };
    let mut seen = watched.look();
    let mut changed = Vec::new();
    loop {
        let outcome = work(args, &fonts);
        if let Ok((gathered, built)) = &outcome {
            watched = Watched::by(args, gathered, built);
        } else if changed.is_empty() && !args.campaign.is_dir() {
            // Nothing was ever there to be watched.
            return outcome.map(|_| Status::Clean);
        }
        tell(&outcome, &changed, args, lang);
        (seen, changed) = wait(&watched, &args.campaign, &seen);
    }
}

/// What is watched.
struct Watched {
    /// Folders with everything in them.
    roots: Vec<PathBuf>,
    /// The folder of the outputs, which may lie in one of them.
    out: Option<PathBuf>,
}

impl Watched {
    /// The campaign, and the one that it follows, whose figures of the year before it takes over.
    fn by(args: &WatchArgs, gathered: &Gathered, built: &Built) -> Self {
        let before = gathered.declared.campaign.predecessor.iter();
        let before = before.map(|it| args.campaign.join(it));
        let roots = std::iter::once(args.campaign.clone()).chain(before).collect();
        Self { roots, out: Some(built.folder.clone()) }
    }

    fn look(&self) -> Seen {
        Seen::of(&self.roots, self.out.as_deref())
    }
}

fn work(args: &WatchArgs, fonts: &[FontFile]) -> Result<(Gathered, Built), Failure> {
    let gathered = gather::gather(&args.campaign, &reader::workers()?, &mut |_| {})?;
    let options = options(&args.making, &[], &gathered, fonts.to_vec());
    let built = build::build(&gathered, &options, &mut |_| {})?;
    Ok((gathered, built))
}

/// Waits until files differ from `seen`, and until nobody is writing them any more.
fn wait(watched: &Watched, campaign: &Path, seen: &Seen) -> (Seen, Vec<String>) {
    loop {
        std::thread::sleep(PAUSE);
        let mut now = watched.look();
        if now == *seen {
            continue;
        }
        loop {
            std::thread::sleep(PAUSE / 2);
            let next = watched.look();
            if next == now {
                break;
            }
            now = next;
        }
        let changed = now.changed_since(seen, campaign);
        if !changed.is_empty() {
            return (now, changed);
        }
    }
}

fn tell(
    outcome: &Result<(Gathered, Built), Failure>,
    changed: &[String],
    args: &WatchArgs,
    lang: Lang,
) {
    match (args.common.format, outcome) {
        (Format::Text, _) => tell_people(outcome, changed, &args.campaign, lang),
        (Format::Json, Ok((gathered, built))) => json::build(gathered, built, lang),
        (Format::Json, Err(failure)) => json::failure(failure, lang),
    }
}

fn tell_people(
    outcome: &Result<(Gathered, Built), Failure>,
    changed: &[String],
    campaign: &Path,
    lang: Lang,
) {
    let vi = lang == Lang::Vi;
    if changed.is_empty() {
        let words = if vi {
            "Lưu một tệp là văn bản liên quan được làm lại. Nhấn Ctrl+C để dừng.\nĐang theo dõi"
        } else {
            "Save a file, and the papers that rest on it are made again. Ctrl+C ends it.\nWatching"
        };
        screen::answer(format_args!("{words} {}", campaign.display()));
    } else {
        let word = if vi { "Vừa sửa" } else { "Saved" };
        screen::answer(format_args!("\n── {word} {}", few(changed, lang)));
    }
    match outcome {
        Err(failure) => report::failure(failure, lang),
        Ok((gathered, built)) => tell_built(gathered, built, lang),
    }
}

fn tell_built(gathered: &Gathered, built: &Built, lang: Lang) {
    let vi = lang == Lang::Vi;
    report::findings(gathered, lang);
    // The files for programs are written each time, and nobody looks at them.
    let made = built.written.iter().filter(|it| !it.as_before() && !it.file.ends_with(".json"));
    let made: Vec<String> = made.map(|it| it.file.clone()).collect();
    let stay = if vi { "giữ nguyên" } else { "as before:" };
    let word = match (made.is_empty(), vi) {
        (true, true) => "Không văn bản nào khác đi".to_owned(),
        (true, false) => "No paper changed".to_owned(),
        (false, true) => format!("Đã làm {}", few(&made, lang)),
        (false, false) => format!("Made {}", few(&made, lang)),
    };
    screen::answer(format_args!("{word}; {stay} {}", built.reused()));
    if !built.refused.is_empty() {
        let refused: Vec<String> = built.refused.iter().map(|it| it.file.clone()).collect();
        let errors = gathered.findings.iter().filter(|it| it.is_open_as(Severity::Error)).count();
        screen::answer(if vi {
            format!(
                "Chưa làm {}, vì {errors} chỗ cần sửa (xem trước thì thêm --draft)",
                few(&refused, lang)
            )
        } else {
            format!(
                "Not made: {}, for {errors} to mend (--draft shows a draft)",
                few(&refused, lang)
            )
        });
    }
    report::kept(&built.kept, lang);
}

/// The first names, and how many more there are.
fn few(names: &[String], lang: Lang) -> String {
    let first = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    match (names.len().saturating_sub(MOST), lang) {
        (0, _) => first,
        (more, Lang::Vi) => format!("{first} và {more} tệp khác"),
        (more, Lang::En) => format!("{first} and {more} more"),
    }
}
