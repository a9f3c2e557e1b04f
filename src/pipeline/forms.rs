//! Blank forms, one for each unit.

use std::path::Path;
use std::path::PathBuf;

use crate::finding::failure::Failure;
use crate::model::id::UnitId;
use crate::output::Artifact;
use crate::output::Kept;
use crate::pipeline::beside;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::gather::Announced;
use crate::render::form;
use crate::render::form::Book;
use crate::render::form::Filled;

/// Folder of the forms.
pub const FOLDER: &str = "bieu-mau";

/// Files that were written beside the papers.
#[derive(Debug)]
pub struct Beside {
    /// Folder of the outputs.
    pub folder: PathBuf,
    /// Each unit with the name of its file.
    pub written: Vec<(UnitId, String)>,
    /// Files that were moved aside.
    pub kept: Vec<Kept>,
}

/// Writes the forms of these units.
///
/// # Errors
/// [`Failure::Workbook`] for what Excel cannot hold, and as the folder of outputs.
pub fn write(
    announced: &Announced,
    units: &[UnitId],
    out: &Path,
    listen: &mut Listener<'_>,
) -> Result<Beside, Failure> {
    let mut artifacts = Vec::new();
    for (done, unit) in units.iter().enumerate() {
        let file = name(announced, *unit);
        listen(Event::Making { file: file.clone(), done, total: units.len() });
        artifacts.push(Artifact { name: file, bytes: form::render(&blank(announced, *unit))? });
    }
    listen(Event::Writing);
    let campaign = &announced.declared.campaign;
    let inputs = announced.predecessor.iter().flat_map(|it| &it.sent);
    let inputs = announced.declared_files.iter().chain(inputs).cloned().collect();
    let kept = beside::write(campaign, inputs, Vec::new(), FOLDER, out, (&artifacts, &[]))?;
    let written = units.iter().copied().zip(artifacts.into_iter().map(|it| it.name)).collect();
    Ok(Beside { folder: out.to_owned(), written, kept })
}

fn name(announced: &Announced, unit: UnitId) -> String {
    format!("{FOLDER}/{}.xlsx", announced.declared.campaign[unit].code)
}

/// The blank form of a unit, with what is known from last year.
#[must_use]
pub fn blank(announced: &Announced, unit: UnitId) -> Book<'_> {
    let declared = &announced.declared;
    let pasts = announced.pasts();
    Book {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        form: &declared.form,
        unit,
        given: beside::given(&declared.campaign, &declared.catalogue, &pasts.earlier(), unit),
        filled: Filled::default(),
        feedback: None,
    }
}
