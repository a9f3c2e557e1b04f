//! What papers carry besides their pages: the figures that they print, with where they came from.

use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::file::File;
use crate::model::ledger::Ledger;
use crate::model::ledger::Spot;
use crate::pipeline::gather::Gathered;
use crate::pipeline::plan::Job;
use crate::render::figures;
use crate::render::figures::Figures;
use crate::render::pdf::Carries;
use crate::render::pdf::Engine;
use crate::render::pdf::Pdf;
use crate::render::xlsx;
use crate::render::xlsx::Sources;
use crate::render::xlsx::Xlsx;

/// Draws a paper, with its figures attached if its kind says so.
pub(super) fn pdf(
    gathered: &Gathered,
    engine: &Engine,
    job: &Job,
    document: &Document,
) -> Result<Pdf, Failure> {
    let ident = format!("{}/{}", gathered.declared.campaign.name, job.file);
    if !job.spec.attach_figures {
        return engine.render(document.into(), &ident, Carries::Nothing);
    }
    let make =
        |pages: &[Option<usize>]| figures::bytes(&ledger(gathered, job, document, &spots(pages)));
    let (name, description) = (figures::ATTACHMENT, figures::WHAT_IS_ATTACHED);
    engine.render(document.into(), &ident, Carries::File { name, description, make: &make })
}

/// The figures that a paper of such a kind carries, before anybody knows where they stand.
pub(super) fn attached(gathered: &Gathered, job: &Job, document: &Document) -> Vec<u8> {
    figures::bytes(&ledger(gathered, job, document, &[]))
}

/// Draws a workbook, with a sheet of the sources of its figures if its kind says so.
pub(super) fn workbook(
    gathered: &Gathered,
    job: &Job,
    document: &Document,
) -> Result<Xlsx, Failure> {
    if !job.spec.attach_figures {
        return xlsx::render(document, Sources::Untold);
    }
    let sources = |spots: &[Option<Spot>]| ledger(gathered, job, document, spots);
    xlsx::render(document, Sources::Sheet(&sources))
}

/// Pages as places of figures.
pub(super) fn spots(pages: &[Option<usize>]) -> Vec<Option<Spot>> {
    pages.iter().map(|it| it.map(|page| Spot::Page { page })).collect()
}

fn ledger(gathered: &Gathered, job: &Job, document: &Document, spots: &[Option<Spot>]) -> Ledger {
    let inputs = gathered.inputs();
    figures::of_document(told(gathered, &inputs), &job.file, &document.printed, spots)
}

/// What figures are told from.
pub(super) fn told<'a>(gathered: &'a Gathered, inputs: &'a [File]) -> Figures<'a> {
    let declared = &gathered.declared;
    Figures {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        criteria: declared.criteria.as_ref(),
        results: gathered.results(),
        inputs,
        replacements: &gathered.replacements,
        accepted: &gathered.accepted,
    }
}
