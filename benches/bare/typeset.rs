//! The typesetter alone in a loop: what is the same for all papers is loaded and parsed once, each paper is compiled
//! and exported as the program exports it, and what is not used again is forgotten.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread;

use typst::Library;
use typst::LibraryExt;
use typst::World;
use typst::diag::FileError;
use typst::diag::FileResult;
use typst::foundations::Bytes;
use typst::foundations::Datetime;
use typst::foundations::Duration;
use typst::foundations::Smart;
use typst::syntax::FileId;
use typst::syntax::RootedPath;
use typst::syntax::Source;
use typst::syntax::VirtualPath;
use typst::syntax::VirtualRoot;
use typst::text::Font;
use typst::text::FontBook;
use typst::utils::LazyHash;
use typst_kit::fonts;
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_pdf::PdfStandard;
use typst_pdf::PdfStandards;
use typst_pdf::Timestamp;

use crate::Outcome;
use crate::arguments::Arguments;

/// Papers after which results of the typesetter that nothing used are forgotten.
const KEEP_FOR: usize = 2;

/// Draws every paper that `papers` wrote.
pub(crate) fn all(folder: &str, arguments: &Arguments) -> Outcome {
    let mut papers: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<std::io::Result<_>>()?;
    papers.sort();
    let out = arguments.get("out").map(PathBuf::from);
    out.iter().try_for_each(fs::create_dir_all)?;
    let common = Common::new(papers.first().ok_or("no papers")?)?;
    let waiting = Mutex::new(papers.iter());
    let draw_some = || -> Result<(), String> {
        loop {
            let Some(paper) = waiting.lock().map_err(|it| it.to_string())?.next() else {
                return Ok(());
            };
            let pdf = common.draw(paper).map_err(|it| format!("{}: {it}", paper.display()))?;
            typst::comemo::evict(KEEP_FOR);
            if let (Some(out), Some(name)) = (&out, paper.file_name()) {
                let path = out.join(name).with_extension("pdf");
                fs::write(path, pdf).map_err(|it| it.to_string())?;
            }
        }
    };
    thread::scope(|scope| -> Result<(), String> {
        let threads = arguments.number("threads", 1).map_err(|it| it.to_string())?;
        let hands: Vec<_> = (0..threads).map(|_| scope.spawn(draw_some)).collect();
        hands
            .into_iter()
            .try_for_each(|it| it.join().map_err(|_| "a thread panicked".to_owned())?)
    })?;
    println!("{} papers", papers.len());
    Ok(())
}

/// What all papers share.
struct Common {
    library: LazyHash<Library>,
    fonts: FontStore,
    layouts: HashMap<FileId, Source>,
    main: FileId,
}

impl Common {
    fn new(paper: &Path) -> Result<Self, Box<dyn Error>> {
        let mut layouts = HashMap::new();
        for entry in fs::read_dir(paper)? {
            let path = entry?.path();
            if path.extension().is_some_and(|it| it == "typ") {
                let id = id(&path)?;
                layouts.insert(id, Source::new(id, fs::read_to_string(&path)?));
            }
        }
        let mut store = FontStore::new();
        for (font, info) in fonts::embedded() {
            store.push((font, info));
        }
        let main = id(Path::new("chinh.typ"))?;
        Ok(Self { library: LazyHash::new(Library::default()), fonts: store, layouts, main })
    }

    fn draw(&self, paper: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut data = HashMap::new();
        for entry in fs::read_dir(paper)? {
            let path = entry?.path();
            if path.extension().is_none_or(|it| it != "typ") {
                data.insert(id(&path)?, Bytes::new(fs::read(&path)?));
            }
        }
        let file: serde_json::Value = serde_json::from_slice(&fs::read(paper.join("file.json"))?)?;
        let world = Paper { common: self, data };
        let paged = typst::compile::<PagedDocument>(&world).output;
        let paged = paged.map_err(|it| format!("{it:?}"))?;
        let options = PdfOptions {
            ident: Smart::Custom(paper.display().to_string()),
            timestamp: file["dated"].as_str().and_then(morning),
            standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
                .map_err(|it| format!("{it:?}"))?,
            ..PdfOptions::default()
        };
        Ok(typst_pdf::pdf(&paged, &options).map_err(|it| format!("{it:?}"))?)
    }
}

/// `2026-01-05` at midnight in Vietnam.
fn morning(day: &str) -> Option<Timestamp> {
    let mut parts = day.split('-');
    let year = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Timestamp::new_local(Datetime::from_ymd_hms(year, month, day, 0, 0, 0)?, 7 * 60)
}

fn id(path: &Path) -> Result<FileId, Box<dyn Error>> {
    let name = path.file_name().and_then(|it| it.to_str()).ok_or("not a name")?;
    let path = VirtualPath::new(name).map_err(|it| format!("{it:?}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One paper.
struct Paper<'a> {
    common: &'a Common,
    data: HashMap<FileId, Bytes>,
}

impl World for Paper<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.common.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.common.fonts.book()
    }

    fn main(&self) -> FileId {
        self.common.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.common.layouts.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.data.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.common.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.vpath().get_without_slash()))
}
