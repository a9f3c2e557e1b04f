//! Documents into PDF/A-2a and PDF/UA-1; with their figures attached, into PDF/A-3a. Typst lives here.
//!
//! The engine keeps library, fonts and layouts; a document travels as a virtual JSON file, so that
//! nothing a province typed ever becomes source. There is no file system, no package, no clock.

mod attachment;
mod complete;
mod fields;
pub mod fonts;
mod objects;
pub mod picture;
mod places;
mod world;

use std::collections::BTreeMap;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;

use typst::Library;
use typst::LibraryExt;
use typst::diag::SourceDiagnostic;
use typst::diag::Warned;
use typst::foundations::Bytes;
use typst::foundations::Datetime;
use typst::foundations::Smart;
use typst::utils::LazyHash;
use typst_kit::diagnostics::DiagnosticFormat;
use typst_kit::diagnostics::emit;
use typst_kit::diagnostics::termcolor::Buffer;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_pdf::PdfStandard;
use typst_pdf::PdfStandards;
use typst_pdf::Timestamp;

use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::look::Look;
use crate::render::pdf::attachment::Attachment;
use crate::render::pdf::fonts::Family;
use crate::render::pdf::fonts::Fonts;
use crate::render::pdf::world::Data;
use crate::render::pdf::world::Layouts;
use crate::render::pdf::world::MemoryWorld;
use crate::text::date::Date;
use crate::text::digest;

/// Vietnam is seven hours ahead of UTC all year.
const MINUTES_AHEAD: i32 = 7 * 60;

/// The file that draws all papers of a PDF, each by its layout.
const MAIN: &str = "chinh.typ";

/// The emblem, as `bia.typ` names it.
const EMBLEM: &str = "bieu-trung.png";

/// Documents after which results of the typesetter are dropped that none of them used, whoever draws them: kept longer
/// they take memory and save no time; dropped after each, looking for them takes a thirtieth of the time.
const KEEP_FOR: usize = 4;

/// The typesetter.
pub struct Engine {
    library: LazyHash<Library>,
    fonts: Fonts,
    layouts: Layouts,
    look: Look,
    /// Documents drawn.
    drawn: AtomicUsize,
}

/// Papers in one PDF: one, or several of a kind bound together, each with page numbers of its own.
#[derive(Clone, Copy)]
pub struct Binding<'a> {
    /// Title in the file's properties.
    pub title: &'a str,
    /// The papers in order; at least one.
    pub papers: &'a [Document],
    /// For a PDF that is for the printer alone, how many pages each paper has: none has form fields, and each
    /// begins on a sheet of its own where both sides are printed.
    pub printed_pages: Option<&'a [usize]>,
}

impl<'a> From<&'a Document> for Binding<'a> {
    fn from(document: &'a Document) -> Self {
        Self { title: &document.title, papers: std::slice::from_ref(document), printed_pages: None }
    }
}

impl Binding<'_> {
    fn first(&self) -> &Document {
        &self.papers[0]
    }

    /// How many figures it prints.
    fn printed(&self) -> usize {
        self.papers.iter().map(|it| it.printed.len()).sum()
    }
}

/// What a PDF carries beside its pages.
#[derive(Clone, Copy)]
pub enum Carries<'a> {
    /// Nothing.
    Nothing,
    /// A file, made once the page of each figure is known.
    File {
        /// Its name.
        name: &'static str,
        /// What it holds, in words for the reader of the PDF.
        description: &'static str,
        /// Makes it from the pages of the figures, which are as in [`Pdf::places`].
        make: &'a dyn Fn(&[Option<usize>]) -> Vec<u8>,
    },
}

impl Carries<'_> {
    /// PDF/A-2 forbids files of other kinds inside; PDF/A-3 is the same with them.
    fn standards(self) -> PdfStandards {
        let archive = match self {
            Self::Nothing => PdfStandard::A_2a,
            Self::File { .. } => PdfStandard::A_3a,
        };
        PdfStandards::new(&[archive, PdfStandard::Ua_1]).expect("PDF/A and PDF/UA-1 go together")
    }

    /// The file, of a paper whose figures are on these pages.
    fn file(self, places: &[Option<usize>]) -> Option<Attachment> {
        match self {
            Self::Nothing => None,
            Self::File { name, description, make } => {
                Some(Attachment { name, description, bytes: make(places) })
            }
        }
    }
}

/// A finished PDF.
pub struct Pdf {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Family that it is set in.
    pub family: String,
    /// Number of its pages.
    pub pages: usize,
    /// The page of each figure, by its position among those printed; `None` where the layout does
    /// not tell.
    pub places: Vec<Option<usize>>,
}

impl Engine {
    /// An engine over these fonts, layouts (name of the file to its source) and looks.
    #[must_use]
    pub fn new(fonts: Fonts, layouts: BTreeMap<String, String>, look: Look) -> Self {
        let library = LazyHash::new(Library::default());
        let (layouts, drawn) = (Layouts::new(layouts), AtomicUsize::new(0));
        Self { library, fonts, layouts, look, drawn }
    }

    /// The families that it may use.
    #[must_use]
    pub fn families(&self) -> &[Family] {
        self.fonts.families()
    }

    /// Digest of what every paper is drawn with: layouts, looks and fonts.
    #[must_use]
    pub fn digest(&self) -> String {
        let faces = self.families().iter().flat_map(|family| {
            family.files().map(|(_, bytes)| format!("{} {}", family.name, digest::sha256(bytes)))
        });
        let faces: Vec<String> = faces.collect();
        digest::sha256(format!("{:?}\n{:?}\n{faces:?}", self.layouts.texts(), self.look).as_bytes())
    }

    /// Draws a paper, or several bound together; `ident` tells files apart that belong together in time.
    ///
    /// # Errors
    /// [`Failure::NoGlyph`] if no family has a character, [`Failure::Layout`] if the layout fails or so much as warns.
    pub fn render(
        &self,
        binding: Binding<'_>,
        ident: &str,
        carries: Carries<'_>,
    ) -> Result<Pdf, Failure> {
        let desk = self.desk(binding)?;
        let drawn = draw(&self.world(binding, &desk), binding, ident, carries);
        self.forget();
        let Drawn { bytes, pages, places } = drawn?;
        let document = &binding.first().name;
        let bytes = complete::complete(bytes, desk.family, carries.file(&places))
            .map_err(|detail| Failure::Layout { document: document.clone(), detail })?;
        Ok(Pdf { bytes: ended(bytes), family: desk.family.name.clone(), pages, places })
    }
}

/// A paper ready to be drawn: its data, and the family that has all its characters.
struct Desk<'a> {
    json: String,
    family: &'a Family,
}

impl Engine {
    fn desk(&self, binding: Binding<'_>) -> Result<Desk<'_>, Failure> {
        let json = serde_json::to_value(binding.papers).expect("documents are plain data");
        let family = self.fonts.covering(&binding.first().name, &json)?;
        Ok(Desk { json: json.to_string(), family })
    }

    /// Drops what the last documents did not use.
    fn forget(&self) {
        if self.drawn.fetch_add(1, Ordering::Relaxed) % KEEP_FOR == KEEP_FOR - 1 {
            typst::comemo::evict(1);
        }
    }

    fn world(&self, binding: Binding<'_>, desk: &Desk<'_>) -> MemoryWorld<'_> {
        let data = self.data(binding, desk);
        MemoryWorld::new(&self.library, self.fonts.store(), (&self.layouts, MAIN), data)
    }

    /// What the layouts read, by the names under which they read it. What all papers of a kind share stands apart
    /// from what each has of its own: a layout that reads nothing new is not evaluated again.
    fn data(&self, binding: Binding<'_>, desk: &Desk<'_>) -> Data {
        let sheet = binding.first().sheet;
        let settings = serde_json::json!({
            "font": [desk.family.name],
            "look": self.look.on(sheet),
            "growth": sheet.growth(),
        });
        let file = serde_json::json!({
            "title": binding.title,
            "dated": binding.first().dated,
            "printed_pages": binding.printed_pages,
        });
        let mut data = Data::new();
        let mut insert =
            |name: &str, bytes: Vec<u8>| data.insert(name.to_owned(), Bytes::new(bytes));
        insert("papers.json", desk.json.clone().into_bytes());
        insert("settings.json", settings.to_string().into_bytes());
        insert("file.json", file.to_string().into_bytes());
        for emblem in binding.papers.iter().filter_map(|it| it.cover.as_ref()?.emblem.as_ref()) {
            insert(EMBLEM, emblem.png.to_vec());
        }
        data
    }

    /// Everything that a paper is drawn from, by the names of the files: the layouts and what they read. With the
    /// fonts it is what a bare typesetter needs to draw the same pages.
    ///
    /// # Errors
    /// [`Failure::NoGlyph`] if no family has a character.
    pub fn project(&self, document: &Document) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
        let binding = Binding::from(document);
        let data = self.data(binding, &self.desk(binding)?).into_iter();
        let texts = self.layouts.texts().iter();
        let layouts = texts.map(|(name, text)| (name.clone(), text.clone().into_bytes()));
        Ok(data.map(|(name, bytes)| (name, bytes.to_vec())).chain(layouts).collect())
    }

    /// The pages of a paper, laid out.
    fn paged(&self, binding: Binding<'_>) -> Result<PagedDocument, Failure> {
        let desk = self.desk(binding)?;
        compile(&self.world(binding, &desk), &binding.first().name)
    }
}

/// With a line end at the end of the file, which later signatures need (ISO 19005-2, 6.1.9).
fn ended(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n');
    }
    bytes
}

/// What was drawn.
struct Drawn {
    bytes: Vec<u8>,
    pages: usize,
    places: Vec<Option<usize>>,
}

fn draw(
    world: &MemoryWorld<'_>,
    binding: Binding<'_>,
    ident: &str,
    carries: Carries<'_>,
) -> Result<Drawn, Failure> {
    let document = binding.first();
    let paged = compile(world, &document.name)?;
    let places = places::of(&paged, binding.printed());
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        timestamp: timestamp(document.dated),
        standards: carries.standards(),
        ..PdfOptions::default()
    };
    let failed = |errors: &[SourceDiagnostic]| layout_failure(world, &document.name, errors);
    let bytes = typst_pdf::pdf(&paged, &options).map_err(|errors| failed(&errors))?;
    Ok(Drawn { bytes, pages: paged.pages().len(), places })
}

fn compile(world: &MemoryWorld<'_>, document: &str) -> Result<PagedDocument, Failure> {
    let failed = |problems: &[SourceDiagnostic]| layout_failure(world, document, problems);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    let paged = output.map_err(|errors| failed(&errors))?;
    if warnings.is_empty() { Ok(paged) } else { Err(failed(&warnings)) }
}

fn timestamp(date: Date) -> Option<Timestamp> {
    let year = i32::from(date.year());
    let morning = Datetime::from_ymd_hms(year, date.month(), date.day(), 0, 0, 0)?;
    Timestamp::new_local(morning, MINUTES_AHEAD)
}

fn layout_failure(
    world: &MemoryWorld<'_>,
    document: &str,
    problems: &[SourceDiagnostic],
) -> Failure {
    let mut buffer = Buffer::no_color();
    let written = emit(&mut buffer, world, problems, DiagnosticFormat::Human);
    let detail = match written {
        Ok(()) => String::from_utf8_lossy(buffer.as_slice()).trim().to_owned(),
        Err(error) => error.to_string(),
    };
    Failure::Layout { document: document.to_owned(), detail }
}
