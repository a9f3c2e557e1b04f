//! What goes back to the units in which something must be mended or looked at.

use std::path::Path;

use crate::finding::failure::Failure;
use crate::model::file::File;
use crate::model::id::UnitId;
use crate::output;
use crate::output::Artifact;
use crate::output::manifest::Output;
use crate::pipeline::beside;
use crate::pipeline::build;
use crate::pipeline::feedback_form;
use crate::pipeline::forms::Beside;
use crate::pipeline::gather::Gathered;
use crate::pipeline::letters;
use crate::pipeline::letters::Letters;
use crate::pipeline::made::Made;
use crate::render::form;
use crate::render::pdf::fonts::FontFile;

/// Folder of what goes back.
pub const FOLDER: &str = "de-nghi-ra-soat";

/// What goes back, and what went back earlier and is settled.
#[derive(Debug, Default)]
pub struct Feedback {
    /// Whose the artifacts are, in the same order.
    pub units: Vec<UnitId>,
    /// The files.
    pub artifacts: Vec<Artifact>,
    /// Names of files for units that are clean now.
    pub withdrawn: Vec<String>,
}

/// Makes what goes back; touches no disk.
///
/// # Errors
/// [`Failure::Workbook`] for what Excel cannot hold.
pub fn make(gathered: &Gathered) -> Result<Feedback, Failure> {
    let mut feedback = Feedback::default();
    for unit in gathered.declared.campaign.unit_ids() {
        let name = name(gathered, unit);
        if concerns(gathered, unit) {
            let bytes = form::render(&feedback_form::of(gathered, unit))?;
            feedback.units.push(unit);
            feedback.artifacts.push(Artifact::new(name, bytes));
        } else {
            feedback.withdrawn.push(name);
        }
    }
    Ok(feedback)
}

/// Writes what goes back, workbooks and letters, and nothing else. A folder of outputs is not made for
/// nothing.
///
/// # Errors
/// As [`make`] and [`letters::letters`], and as the folder of outputs.
pub fn write(gathered: &Gathered, fonts: &[FontFile], out: &Path) -> Result<Beside, Failure> {
    let Feedback { units, mut artifacts, mut withdrawn } = make(gathered)?;
    let engine = build::engine(gathered, fonts)?;
    let Letters { made, needless } = letters::letters(gathered, &engine)?;
    let (of_letters, made): (Vec<UnitId>, Vec<Made>) = made.into_iter().unzip();
    let fonts = build::fonts_used(&made, &engine);
    artifacts.extend(made.into_iter().map(|it| it.artifact));
    withdrawn.extend(needless);
    let kept = if artifacts.is_empty() && !output::is_there(out) {
        Vec::new()
    } else {
        let campaign = &gathered.declared.campaign;
        let files = (artifacts.as_slice(), withdrawn.as_slice());
        beside::write(campaign, inputs(gathered), fonts, FOLDER, out, files)?
    };
    let names = artifacts.into_iter().map(|it| it.name);
    let mut written: Vec<_> = units.into_iter().chain(of_letters).zip(names).collect();
    written.sort();
    Ok(Beside { folder: out.to_owned(), written, kept })
}

/// An artifact as the manifest lists it.
pub(super) fn listed(gathered: &Gathered, artifact: &Artifact) -> Output {
    beside::listed(artifact, FOLDER, &inputs(gathered))
}

fn name(gathered: &Gathered, unit: UnitId) -> String {
    format!("{FOLDER}/{}.xlsx", gathered.declared.campaign[unit].code)
}

fn inputs(gathered: &Gathered) -> Vec<File> {
    gathered.declared_files.iter().chain(&gathered.sent).cloned().collect()
}

/// Whether a unit sent something, and something in it must be mended or looked at.
#[must_use]
pub fn concerns(gathered: &Gathered, unit: UnitId) -> bool {
    gathered.submissions.has(unit) && gathered.findings.of(&unit).any(|it| it.asks(unit))
}
