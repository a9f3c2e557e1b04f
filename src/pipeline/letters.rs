//! The letters that ask units to mend their figures, for `check`; `build` plans them with its papers.

use crate::assets::document_spec::Occasion;
use crate::compose::Composer;
use crate::finding::failure::Failure;
use crate::model::id::UnitId;
use crate::pipeline::gather::Gathered;
use crate::pipeline::made::Made;
use crate::pipeline::plan;
use crate::pipeline::plan::Job;
use crate::pipeline::plan::Wanted;
use crate::pipeline::press::Press;
use crate::render::pdf::Engine;

/// The letters of a campaign, and the files of those that nobody needs any more.
pub struct Letters {
    /// One for each unit with something to mend or to look at again, in the campaign's order.
    pub made: Vec<(UnitId, Made)>,
    /// Files of letters to the other units, of an earlier day.
    pub needless: Vec<String>,
}

/// Makes every letter; touches no disk.
///
/// # Errors
/// Any [`Failure`] of templates and layouts.
pub fn letters(gathered: &Gathered, engine: &Engine) -> Result<Letters, Failure> {
    let composer = Composer::new(plan::material(gathered, false));
    let plan = plan::plan(gathered, &composer, Wanted::default(), false)?;
    let letters = plan.jobs.iter().filter(|it| is_letter(it));
    let letters = letters.filter_map(|job| Some((job.owner.unit()?, job)));
    let press = Press::new(gathered, engine);
    let made = letters.map(|(unit, job)| {
        let document = composer.document(&job.name, &job.spec, job.owner)?;
        Ok((unit, press.paper(job, &document)?))
    });
    Ok(Letters { made: made.collect::<Result<_, _>>()?, needless: plan.needless })
}

fn is_letter(job: &Job) -> bool {
    job.spec.occasion == Occasion::Findings
}
