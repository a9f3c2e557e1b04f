//! What `thidua verify` says of a folder of outputs, in both languages.

use std::path::Path;

use serde_json::Value;
use serde_json::json;
use thidua::finding::failure::Failure;
use thidua::finding::lang::Lang;
use thidua::inspect::held::Odd;
use thidua::inspect::story::Node;
use thidua::pipeline::verify::folder;
use thidua::pipeline::verify::folder::Fault;
use thidua::pipeline::verify::folder::Folder;
use thidua::text::normal;
use thidua::text::number;

use crate::cli::args::Common;
use crate::cli::args::Format;
use crate::cli::progress::Progress;
use crate::cli::reader;
use crate::cli::screen;
use crate::cli::trace::tell;
use crate::cli::trace::words;
use crate::cli::trace::words::of;

/// Figures of one file that are told one by one; of more there is a count.
const MOST: usize = 20;

/// A folder that was looked at, with the name under which it was asked for.
pub(super) struct Looked {
    name: String,
    pub(super) folder: Folder,
}

/// Looks at a folder of outputs, with its progress on the screen.
pub(super) fn look(path: &Path, common: &Common) -> Result<Looked, Failure> {
    let mut progress = Progress::new(common.lang(), common.format == Format::Json);
    let workers = reader::workers()?;
    let found = folder::of_folder(path, &workers, &mut |event| progress.show_on_bar(&event));
    progress.finish();
    Ok(Looked { name: path.display().to_string(), folder: found? })
}

/// Tells what holds, and file by file what does not.
pub(super) fn tell(looked: &Looked, lang: Lang) {
    let Looked { name, folder } = looked;
    let mut last = "";
    let mut told = 0;
    for fault in &folder.faults {
        let file = file_of(fault);
        if file != last {
            more(told, lang);
            screen::answer(normal::clean(file));
            (last, told) = (file, 0);
        }
        let is_figure = matches!(fault, Fault::Figure { .. } | Fault::Value { .. });
        told += usize::from(is_figure);
        if !is_figure || told <= MOST {
            for line in lines(fault, lang) {
                screen::answer(format_args!("  {}", normal::clean(&line)));
            }
        }
    }
    more(told, lang);
    for file in &folder.signed {
        let words = of(lang, "đã ký, nội dung như khi làm", "signed, its content as it was made");
        screen::answer(format_args!("{}: {words}", normal::clean(file)));
    }
    for file in &folder.unlisted {
        let words =
            of(lang, "không phải tệp do chương trình làm ra", "not a file that the program made");
        screen::answer(format_args!("{}: {words}", normal::clean(file)));
    }
    screen::answer(format_args!("{name}: {}", verdict(folder, lang)));
}

fn more(told: usize, lang: Lang) {
    if let Some(more) = told.checked_sub(MOST).filter(|it| *it > 0) {
        let more = number::plain(more.into());
        let words = of(lang, "con số khác cũng không đúng", "more figures are wrong");
        screen::answer(format_args!("  … {more} {words}"));
    }
}

fn verdict(folder: &Folder, lang: Lang) -> String {
    let [files, figures, faults] =
        [folder.files, folder.figures, folder.faults.len()].map(|it| number::plain(it.into()));
    match (folder.faults.is_empty(), lang) {
        (true, Lang::Vi) => format!("{files} tệp, {figures} con số: đúng cả"),
        (true, Lang::En) => format!("{files} files, {figures} figures: all as they should be"),
        (false, Lang::Vi) => format!("{files} tệp, {figures} con số: {faults} chỗ không đúng"),
        (false, Lang::En) => format!("{files} files, {figures} figures: {faults} are not right"),
    }
}

fn file_of(fault: &Fault) -> &str {
    match fault {
        Fault::Missing { file }
        | Fault::Edited { file }
        | Fault::Unreadable { file }
        | Fault::Figure { file, .. }
        | Fault::Value { file, .. } => file,
    }
}

fn lines(fault: &Fault, lang: Lang) -> Vec<String> {
    match fault {
        Fault::Missing { .. } => vec![of(
            lang,
            "không còn tệp này → chạy lại thidua build".to_owned(),
            "the file is gone → run thidua build again".to_owned(),
        )],
        Fault::Edited { .. } => vec![of(
            lang,
            "đã khác với khi làm ra (bị sửa, hoặc lưu lại bằng chương trình khác)".to_owned(),
            "not as it was made (edited, or saved by another program)".to_owned(),
        )],
        Fault::Unreadable { .. } => vec![of(
            lang,
            "không đọc được các con số trong tệp".to_owned(),
            "its figures cannot be read".to_owned(),
        )],
        Fault::Figure { odd, subject, .. } => figure(odd, subject.as_deref(), lang),
        Fault::Value { at, subject, .. } => {
            let value = subject.value.map_or_else(|| "…".to_owned(), number::plain);
            let (text, paper) = (&at.text, &at.document);
            vec![
                of(
                    lang,
                    format!("ghi “{text}” cho {paper}, nhưng giá trị là {value}"),
                    format!("tells “{text}” for {paper}, but the value is {value}"),
                ),
                format!("  {}", words::subject(subject, lang)),
            ]
        }
    }
}

fn figure(odd: &Odd, subject: Option<&Node>, lang: Lang) -> Vec<String> {
    let text = &odd.at.text;
    let place = odd.at.spot.as_ref().map(|it| format!("{}: ", tell::spot(it, lang)));
    let place = place.unwrap_or_default();
    let line = match &odd.found {
        Some(found) => of(
            lang,
            format!("{place}đang ghi “{found}”, phải là “{text}”"),
            format!("{place}says “{found}”, must be “{text}”"),
        ),
        None => {
            of(lang, format!("{place}không thấy “{text}”"), format!("{place}“{text}” is not there"))
        }
    };
    let what = subject.map_or_else(|| odd.at.figure.clone(), |it| words::subject(it, lang));
    vec![line, format!("→ {what}")]
}

/// A folder as JSON.
pub(super) fn answer(looked: &Looked) -> Value {
    let folder = &looked.folder;
    let fault = |it: &Fault| {
        let (kind, more) = match it {
            Fault::Missing { .. } => ("missing", json!({})),
            Fault::Edited { .. } => ("edited", json!({})),
            Fault::Unreadable { .. } => ("unreadable", json!({})),
            Fault::Figure { odd, .. } => ("figure", json!({ "at": odd.at, "found": odd.found })),
            Fault::Value { at, subject, .. } => ("value", json!({ "at": at, "figure": subject })),
        };
        let mut value = json!({ "kind": kind, "file": file_of(it) });
        if let (Some(value), Value::Object(more)) = (value.as_object_mut(), more) {
            value.extend(more);
        }
        value
    };
    json!({
        "folder": looked.name,
        "good": folder.faults.is_empty(),
        "files": folder.files,
        "figures": folder.figures,
        "faults": folder.faults.iter().map(fault).collect::<Vec<_>>(),
        "signed": folder.signed,
        "unlisted": folder.unlisted,
    })
}
