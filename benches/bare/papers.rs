//! What each PDF of a build is drawn from, one folder a paper: the layouts and their data.

use std::fs;
use std::path::Path;

use thidua::assets::document_spec::Format;
use thidua::compose::Composer;
use thidua::pipeline::build;
use thidua::pipeline::gather;
use thidua::pipeline::plan;
use thidua::pipeline::plan::Wanted;
use thidua::read::workbook::InProcess;

use crate::Outcome;

/// Writes them; all papers unless some kinds are named.
pub(crate) fn write(campaign: &str, folder: &str, only: &[&str]) -> Outcome {
    let failed = |it| format!("{it:?}");
    let gathered = gather::gather(Path::new(campaign), &InProcess, &mut |_| {}).map_err(failed)?;
    let composer = Composer::new(plan::material(&gathered, false));
    let only: Vec<String> = only.iter().map(|it| (*it).to_owned()).collect();
    let wanted = Wanted { only: &only, units: &[] };
    let plan = plan::plan(&gathered, &composer, wanted, false).map_err(failed)?;
    let engine = build::engine(&gathered, &[]).map_err(failed)?;
    let mut count = 0;
    for job in plan.jobs.iter().filter(|it| it.wanted && it.spec.format == Format::Pdf) {
        let document = composer.document(&job.name, &job.spec, job.owner).map_err(failed)?;
        let own = Path::new(folder).join(format!("{count:06}"));
        fs::create_dir_all(&own)?;
        for (name, bytes) in engine.project(&document).map_err(failed)? {
            fs::write(own.join(name), bytes)?;
        }
        count += 1;
    }
    println!("{count} papers");
    Ok(())
}
