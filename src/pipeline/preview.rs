//! One paper as pictures, as it would be made now: nothing else is made, and no paper is touched.

use crate::assets::document_spec::Format;
use crate::compose::Composer;
use crate::finding::failure::Failure;
use crate::model::id::UnitId;
use crate::output::Artifact;
use crate::pipeline::build;
use crate::pipeline::gather::Gathered;
use crate::pipeline::plan;
use crate::pipeline::refusing;
use crate::pipeline::variables;
use crate::render::pdf::fonts::FontFile;
use crate::render::pdf::picture::Picture;

/// What a person wants to see.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Name of a kind of paper, such as `giao-uoc`.
    pub document: &'a str,
    /// Whose paper, of one that each unit or block has; the first unit's if nobody is named.
    pub unit: Option<UnitId>,
    /// The page alone, from 1; all pages if none is named.
    pub page: Option<usize>,
    /// How pages are drawn.
    pub picture: Picture,
    /// Font files found on this machine.
    pub fonts: &'a [FontFile],
}

/// Pages as pictures.
#[derive(Debug)]
pub struct Preview {
    /// Title of the paper.
    pub title: String,
    /// How many pages the paper has.
    pub pages: usize,
    /// The pictures, named by paper and page.
    pub pictures: Vec<Artifact>,
    /// Whether the paper could be made as a draft only today.
    pub is_draft: bool,
}

/// Draws the pages of a paper. One that findings refuse today is drawn as a draft.
///
/// # Errors
/// [`Failure::Template`] for a name that is no document, [`Failure::NoPages`] for a workbook or for a
/// unit or block of which there is none, [`Failure::NoPage`] for a page beyond the last, or any of its
/// templates and layouts.
pub fn preview(gathered: &Gathered, asked: Asked<'_>) -> Result<Preview, Failure> {
    let specs = variables::specs(gathered, asked.document)?;
    let found = specs.iter().find(|(name, _)| name == asked.document);
    let spec = found.map(|(_, spec)| spec).filter(|it| it.format == Format::Pdf);
    let owner = spec.and_then(|it| variables::owner(gathered, it, asked.unit));
    let Some((spec, owner)) = spec.zip(owner) else {
        return Err(Failure::NoPages { document: asked.document.to_owned() });
    };
    let is_draft = refusing::count(gathered, spec, owner) > 0;
    let composer = Composer::new(plan::material(gathered, is_draft));
    let document = composer.document(asked.document, spec, owner)?;
    let engine = build::engine(gathered, asked.fonts)?;
    let drawn = engine.pages((&document).into(), asked.page, asked.picture)?;
    let stem = composer.file_stem(asked.document, spec, owner)?.replace('/', "-");
    let name = |page: usize| format!("{stem}-trang-{page:02}.{}", asked.picture.extension());
    let named = |(page, bytes)| Artifact::new(name(page), bytes);
    Ok(Preview {
        title: document.title,
        pages: drawn.pages,
        pictures: drawn.pictures.into_iter().map(named).collect(),
        is_draft,
    })
}
