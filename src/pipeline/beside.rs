//! Files that lie beside the papers: forms, and what goes back to the units.

use std::path::Path;

use crate::finding::failure::Failure;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::file::File;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::past::Earlier;
use crate::output::Artifact;
use crate::output::Kept;
use crate::output::Outputs;
use crate::output::manifest::Font;
use crate::output::manifest::Manifest;
use crate::output::manifest::Output;
use crate::output::manifest::Status;
use crate::render::form::Numbers;
use crate::text::digest;

/// An output as the manifest lists it; `kind` is the folder that it lies in.
pub(super) fn listed(artifact: &Artifact, kind: &str, inputs: &[File]) -> Output {
    let read: String = inputs.iter().map(|it| format!("{} {}\n", it.file, it.sha256)).collect();
    let reads = digest::sha256(format!("{read}{kind}").as_bytes());
    Output { reads, ..Output::of(artifact, kind) }
}

/// Writes files beside the papers.
///
/// # Errors
/// As [`Outputs::commit`].
pub(super) fn write(
    campaign: &Campaign,
    inputs: Vec<File>,
    fonts: Vec<Font>,
    kind: &str,
    out: &Path,
    (artifacts, withdrawn): (&[Artifact], &[String]),
) -> Result<Vec<Kept>, Failure> {
    let manifest = Manifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        campaign: campaign.name.clone(),
        status: Status::NoPapers,
        outputs: artifacts.iter().map(|it| listed(it, kind, &inputs)).collect(),
        inputs,
        fonts,
        refused: Vec::new(),
    };
    Outputs::open(out)?.add(artifacts, withdrawn, &manifest)
}

/// What is known of a unit's figures from the campaigns before: what it did then is last year's
/// figure, what it pledged then is the target.
pub(super) fn given(
    campaign: &Campaign,
    catalogue: &Catalogue,
    earlier: &Earlier<'_>,
    unit: UnitId,
) -> Numbers {
    let mut known = Numbers::new();
    for now in Measure::ALL {
        let Some((past, then)) = earlier.source(campaign.period, now) else { continue };
        known.extend(catalogue.ids().filter_map(|id| {
            let number = past.number(unit, &catalogue[id], then)?;
            Some(((id, now), number.normalize()))
        }));
    }
    known
}
