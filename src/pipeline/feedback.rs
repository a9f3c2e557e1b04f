//! What goes back to the units in which something must be mended or looked at.

use std::path::Path;

use crate::finding::failure::Failure;
use crate::model::catalogue::Severity;
use crate::model::file::File;
use crate::model::id::UnitId;
use crate::output;
use crate::output::Artifact;
use crate::output::manifest::Output;
use crate::pipeline::beside;
use crate::pipeline::feedback_form;
use crate::pipeline::forms::Beside;
use crate::pipeline::gather::Gathered;
use crate::render::form;

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
            feedback.artifacts.push(Artifact { name, bytes });
        } else {
            feedback.withdrawn.push(name);
        }
    }
    Ok(feedback)
}

/// Writes what goes back, and nothing else. A folder of outputs is not made for nothing.
///
/// # Errors
/// As [`make`], and as the folder of outputs.
pub fn write(gathered: &Gathered, out: &Path) -> Result<Beside, Failure> {
    let feedback = make(gathered)?;
    let kept = if feedback.artifacts.is_empty() && !output::is_there(out) {
        Vec::new()
    } else {
        let campaign = &gathered.declared.campaign;
        let files = (feedback.artifacts.as_slice(), feedback.withdrawn.as_slice());
        beside::write(campaign, inputs(gathered), FOLDER, out, files)?
    };
    let names = feedback.artifacts.into_iter().map(|it| it.name);
    let written = feedback.units.into_iter().zip(names).collect();
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
    let sent = gathered.submissions.iter().any(|it| it.unit == Some(unit));
    let own = gathered.findings.iter().filter(|it| it.unit == Some(unit));
    sent && own.map(|it| it.fact.severity()).any(|it| it < Severity::Notice)
}
