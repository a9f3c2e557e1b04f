//! Documents into PDF/A-2a and PDF/UA-1. Typst lives here.
//!
//! The engine keeps library, fonts and layouts; a document travels as a virtual JSON file, so that
//! nothing a province typed ever becomes source. There is no file system, no package, no clock.

pub mod fonts;
mod world;

use std::collections::BTreeMap;

use typst::Library;
use typst::LibraryExt;
use typst::diag::SourceDiagnostic;
use typst::diag::Warned;
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
use crate::render::pdf::fonts::Family;
use crate::render::pdf::fonts::Fonts;
use crate::render::pdf::world::Memory;
use crate::render::pdf::world::MemoryWorld;
use crate::text::date::Date;

/// Vietnam is seven hours ahead of UTC all year.
const MINUTES_AHEAD: i32 = 7 * 60;

/// Documents after which unused results of the typesetter are dropped (performance).
const KEEP_FOR: usize = 2;

/// The typesetter.
pub struct Engine {
    library: LazyHash<Library>,
    fonts: Fonts,
    layouts: BTreeMap<String, String>,
}

/// A finished PDF.
pub struct Pdf {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Family that it is set in.
    pub family: String,
    /// Number of its pages.
    pub pages: usize,
}

impl Engine {
    /// An engine over these fonts and layouts (name of the file to its source).
    #[must_use]
    pub fn new(fonts: Fonts, layouts: BTreeMap<String, String>) -> Self {
        Self { library: LazyHash::new(Library::default()), fonts, layouts }
    }

    /// The families that it may use.
    #[must_use]
    pub fn families(&self) -> &[Family] {
        self.fonts.families()
    }

    /// Draws a document; `ident` tells files apart that belong together in time.
    ///
    /// # Errors
    /// [`Failure::NoGlyph`] if no family has a character, [`Failure::Layout`] if the layout fails
    /// or so much as warns.
    pub fn render(&self, document: &Document, ident: &str) -> Result<Pdf, Failure> {
        let json = serde_json::to_value(document).expect("documents are plain data");
        let family = self.fonts.covering(&document.name, &json)?;
        let settings = serde_json::json!({ "font": [family.name] });
        let mut files = self.layouts.clone();
        files.insert("document.json".to_owned(), json.to_string());
        files.insert("settings.json".to_owned(), settings.to_string());
        let main = format!("{}.typ", document.layout);
        let world = MemoryWorld::new(&self.library, self.fonts.store(), Memory::new(files, &main));
        let bytes = export(&world, document, ident);
        comemo_evict();
        let (bytes, pages) = bytes?;
        Ok(Pdf { bytes, family: family.name.clone(), pages })
    }
}

fn comemo_evict() {
    typst::comemo::evict(KEEP_FOR);
}

fn export(
    world: &MemoryWorld<'_>,
    document: &Document,
    ident: &str,
) -> Result<(Vec<u8>, usize), Failure> {
    let failed = |problems: &[SourceDiagnostic]| layout_failure(world, document, problems);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(world);
    let paged = output.map_err(|errors| failed(&errors))?;
    if !warnings.is_empty() {
        return Err(failed(&warnings));
    }
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .expect("PDF/A-2a and PDF/UA-1 go together");
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        timestamp: timestamp(document.dated),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&paged, &options).map_err(|errors| failed(&errors))?;
    // Typst ends the file without a line end, which later signatures need (hazards 0.7).
    let mut bytes = bytes;
    if bytes.last() != Some(&b'\n') {
        bytes.push(b'\n');
    }
    Ok((bytes, paged.pages().len()))
}

fn timestamp(date: Date) -> Option<Timestamp> {
    let year = i32::from(date.year());
    let morning = Datetime::from_ymd_hms(year, date.month(), date.day(), 0, 0, 0)?;
    Timestamp::new_local(morning, MINUTES_AHEAD)
}

fn layout_failure(
    world: &MemoryWorld<'_>,
    document: &Document,
    problems: &[SourceDiagnostic],
) -> Failure {
    let mut buffer = Buffer::no_color();
    let written = emit(&mut buffer, world, problems, DiagnosticFormat::Human);
    let detail = match written {
        Ok(()) => String::from_utf8_lossy(buffer.as_slice()).trim().to_owned(),
        Err(error) => error.to_string(),
    };
    Failure::Layout { document: document.name.clone(), detail }
}
