//! Blank forms, one for each unit.

use std::path::Path;
use std::path::PathBuf;

use crate::assets::panel_form::STAMPED;
use crate::finding::failure::Failure;
use crate::model::figure::ScoreStage;
use crate::model::id::UnitId;
use crate::output::Artifact;
use crate::output::Kept;
use crate::pipeline::beside;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::gather::Announced;
use crate::pipeline::gather::Gathered;
use crate::render;
use crate::render::form;
use crate::render::form::Book;
use crate::render::form::Filled;
use crate::render::panel::PanelBook;

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

/// The workbook of the panel, written.
#[derive(Debug)]
pub struct PanelWritten {
    /// Folder of the outputs.
    pub folder: PathBuf,
    /// Its file.
    pub file: String,
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
        artifacts.push(Artifact::new(file, form::render(&blank(announced, *unit))?));
    }
    listen(Event::Writing);
    let campaign = &announced.declared.campaign;
    let inputs = announced.predecessor.iter().flat_map(|it| &it.sent);
    let inputs = announced.declared_files.iter().chain(inputs).cloned().collect();
    let kept = beside::write(campaign, inputs, Vec::new(), FOLDER, out, (&artifacts, &[]))?;
    let written = units.iter().copied().zip(artifacts.into_iter().map(|it| it.name)).collect();
    Ok(Beside { folder: out.to_owned(), written, kept })
}

/// Writes the workbook of the panel: the points of every unit, and a sheet for each ballot. `None` for a
/// campaign that does not score.
///
/// # Errors
/// [`Failure::Workbook`] for what Excel cannot hold, and as the folder of outputs.
pub fn write_panel(
    gathered: &Gathered,
    out: &Path,
    listen: &mut Listener<'_>,
) -> Result<Option<PanelWritten>, Failure> {
    let Some(book) = panel(gathered) else { return Ok(None) };
    let file = format!("{FOLDER}/{STAMPED}.xlsx");
    listen(Event::Making { file: file.clone(), done: 0, total: 1 });
    let artifacts = [Artifact::new(file.clone(), render::panel::render(&book)?)];
    listen(Event::Writing);
    let campaign = &gathered.declared.campaign;
    let inputs = gathered.inputs();
    let kept = beside::write(campaign, inputs, Vec::new(), FOLDER, out, (&artifacts, &[]))?;
    Ok(Some(PanelWritten { folder: out.to_owned(), file, kept }))
}

/// The workbook of the panel, with what is known; what the panel gives is blank.
#[must_use]
pub fn panel(gathered: &Gathered) -> Option<PanelBook<'_>> {
    let declared = &gathered.declared;
    let (criteria, board) = declared.criteria.as_ref().zip(gathered.scoreboard.as_ref())?;
    let units = declared.campaign.unit_ids().zip(&board.units);
    let counted = units.flat_map(|(unit, it)| {
        let scores = criteria.ids().zip(&it.scores);
        scores.filter_map(move |(id, score)| Some(((unit, id), score.at(ScoreStage::Counted)?)))
    });
    let own = gathered.submissions.certain().flat_map(|(unit, it)| {
        it.own_marks.marks.iter().map(move |(id, mark)| ((unit, *id), mark.points))
    });
    Some(PanelBook {
        campaign: &declared.campaign,
        criteria,
        form: &declared.panel_form,
        stamp: &declared.form.stamp.sheet,
        counted: counted.collect(),
        own: own.collect(),
    })
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
        criteria: declared.criteria.as_ref(),
        unit,
        given: beside::given(&declared.campaign, &declared.catalogue, &pasts.earlier(), unit),
        filled: Filled::default(),
        feedback: None,
    }
}
