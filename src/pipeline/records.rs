//! Workbooks about the collection: how it stands, and what changed from file to file.

use std::path::Path;

use crate::compose::records;
use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::standing::Standing;
use crate::output::Artifact;
use crate::output::Kept;
use crate::output::Outputs;
use crate::output::manifest::Manifest;
use crate::output::manifest::Status;
use crate::pipeline::gather::Gathered;
use crate::pipeline::made::Made;
use crate::pipeline::made::Written;
use crate::render::xlsx;
use crate::render::xlsx::Sources;

/// What changed where files were replaced; `None` if none was.
///
/// # Errors
/// [`Failure::Workbook`] for what Excel cannot hold.
pub(super) fn changes(gathered: &Gathered) -> Result<Option<Made>, Failure> {
    if gathered.replacements.is_empty() {
        return Ok(None);
    }
    let declared = &gathered.declared;
    let document =
        records::changes(&declared.campaign, &declared.catalogue, &gathered.replacements);
    made(gathered, &document).map(Some)
}

/// Name of the workbook of changes.
pub(super) fn changes_file(gathered: &Gathered) -> String {
    file(gathered, "thay-doi-so-lieu")
}

/// What was written about how the collection stands.
#[derive(Debug)]
pub struct Noted {
    /// Name of the workbook.
    pub file: String,
    /// Files that were moved aside.
    pub kept: Vec<Kept>,
}

/// Writes how the collection stands as a workbook into a folder of outputs, beside the papers.
///
/// # Errors
/// [`Failure::Workbook`], or any [`Failure`] of the folder.
pub fn write_standing(
    gathered: &Gathered,
    standing: &Standing,
    folder: &Path,
) -> Result<Noted, Failure> {
    let document = records::standing(&gathered.declared.campaign, standing);
    let made = made(gathered, &document)?;
    let output = made.listed();
    let manifest = Manifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        campaign: gathered.declared.campaign.name.clone(),
        status: Status::NoPapers,
        inputs: gathered.inputs(),
        fonts: Vec::new(),
        outputs: vec![output],
        refused: Vec::new(),
    };
    let file = made.artifact.name.clone();
    let kept = Outputs::open(folder)?.add(&[made.artifact], &[], &manifest)?;
    Ok(Noted { file, kept })
}

fn made(gathered: &Gathered, document: &Document) -> Result<Made, Failure> {
    let file = file(gathered, &document.name);
    let xlsx::Xlsx { bytes, spots } = xlsx::render(document, Sources::Untold)?;
    let written = Written::new(&file, &document.title);
    let artifact = Artifact::new(file, bytes);
    let reads = artifact.sum().sha256;
    Ok(Made { reads, spots, ..Made::new(artifact, &document.name, written) })
}

fn file(gathered: &Gathered, name: &str) -> String {
    format!("{name}-{}.xlsx", gathered.declared.campaign.period.slug())
}
