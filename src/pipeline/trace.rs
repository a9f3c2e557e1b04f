//! Where a figure comes from: of a campaign, or of a finished paper.

use std::collections::BTreeSet;
use std::path::Path;

use crate::compose::Composer;
use crate::finding::failure::Failure;
use crate::inspect::attachment;
use crate::inspect::beside;
use crate::inspect::beside::FiguresFile;
use crate::inspect::beside::Paper;
use crate::inspect::sources;
use crate::model::figure::FigureRef;
use crate::model::ledger::Ledger;
use crate::model::owner::Owner;
use crate::output::manifest::Manifest;
use crate::output::shelf;
use crate::pipeline::carried;
use crate::pipeline::gather::Gathered;
use crate::pipeline::plan;
use crate::pipeline::plan::Wanted;
use crate::read::workbook::Opener;
use crate::render::figures;
use crate::render::figures::prints::Prints;
use crate::text::digest;

/// The ledger of some figures of a campaign, and which papers of the cluster print them. The papers
/// are composed and not drawn: on which page they stand is told by the finished ones.
///
/// # Errors
/// As composing the papers.
pub fn of_campaign(gathered: &Gathered, wanted: &[FigureRef]) -> Result<Ledger, Failure> {
    let inputs = gathered.inputs();
    let told = carried::told(gathered, &inputs);
    let composer = Composer::new(plan::material(gathered, false));
    let plan = plan::plan(gathered, &composer, Wanted::default(), false)?;
    let mut prints = Prints::default();
    for job in plan.jobs.iter().filter(|it| it.owner == Owner::Cluster) {
        let document = composer.document(&job.name, &job.spec, job.owner)?;
        prints.paper(&job.file, document.printed, Vec::new());
    }
    let wanted: BTreeSet<FigureRef> = wanted.iter().copied().collect();
    Ok(figures::of(told, &wanted, &prints))
}

/// A finished paper with the figures that it prints.
#[derive(Debug)]
pub struct Traced {
    /// Name of the file, as the figures call it.
    pub document: String,
    /// The figures.
    pub ledger: Ledger,
    /// Where the figures were found.
    pub found: Found,
    /// Whether it is the file that was made.
    pub state: State,
}

/// Where the figures of a paper were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// In the file of figures beside it.
    Beside {
        /// Name of that file.
        name: &'static str,
    },
    /// Inside a PDF.
    Attached,
    /// On the sheet of sources of a workbook.
    Sheet,
}

/// Whether a file is the one that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its digest is that of the manifest.
    AsMade,
    /// It is another one: edited, or made anew.
    Changed,
    /// It is another one, and it carries a signature.
    Signed,
    /// No manifest tells.
    Unknown,
}

/// Reads a finished paper; `None` if neither it nor its folder tells of its figures.
///
/// # Errors
/// [`Failure::Io`] if it cannot be read, [`Failure::NoReader`] if workbooks cannot be.
pub fn of_file(path: &Path, opener: &dyn Opener) -> Result<Option<Traced>, Failure> {
    let paper = beside::paper(path)?;
    let manifest = paper.folder.as_deref().and_then(Manifest::of_folder);
    let state = state(&paper, manifest.as_ref());
    let beside = paper.folder.as_deref().and_then(|it| beside::figures(it, &paper.name));
    // A file of figures speaks of the papers that were made with it, and only if it is that one.
    let beside = beside.filter(|it| manifest.as_ref().is_some_and(|made| is_as_made(it, made)));
    let beside = beside.filter(|it| it.ledger.printed.iter().any(|at| at.document == paper.name));
    let within = || match inside(&paper.bytes, opener) {
        Ok(found) => Ok(found.map(|(ledger, found)| {
            let document =
                ledger.printed.first().map_or_else(String::new, |it| it.document.clone());
            Traced { document, ledger, found, state }
        })),
        Err(failure) => Err(failure),
    };
    let traced = |it: FiguresFile| Traced {
        document: paper.name.clone(),
        ledger: it.ledger,
        found: Found::Beside { name: it.name },
        state,
    };
    match (beside, state) {
        (Some(it), State::AsMade) => Ok(Some(traced(it))),
        // What it carries itself is truer than what lies beside another file.
        (it, _) => Ok(within()?.or_else(|| it.map(traced))),
    }
}

/// The figures that a file carries itself.
fn inside(bytes: &[u8], opener: &dyn Opener) -> Result<Option<(Ledger, Found)>, Failure> {
    if bytes.starts_with(b"%PDF") {
        return Ok(attachment::read(bytes).map(|it| (it, Found::Attached)));
    }
    if !bytes.starts_with(b"PK") {
        return Ok(None);
    }
    let book = opener.open(bytes, None)?.ok();
    Ok(book.and_then(|it| sources::read(&it)).map(|it| (it, Found::Sheet)))
}

fn state(paper: &Paper, manifest: Option<&Manifest>) -> State {
    let Some(made) = manifest.and_then(|it| it.digest(&paper.name)) else { return State::Unknown };
    if made == digest::sha256(&paper.bytes) {
        State::AsMade
    } else if shelf::is_signed(&paper.bytes) {
        State::Signed
    } else {
        State::Changed
    }
}

fn is_as_made(figures: &FiguresFile, manifest: &Manifest) -> bool {
    manifest.digest(figures.name).is_some_and(|it| it == digest::sha256(&figures.bytes))
}
