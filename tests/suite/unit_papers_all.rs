//! Over every paper of every unit of every committed campaign: nothing in it is another unit's.

use thidua::compose::Composer;
use thidua::model::figure::FigureRef;
use thidua::model::id::UnitId;
use thidua::pipeline::plan;
use thidua::pipeline::plan::Wanted;

use crate::case::AN_GIANG;
use crate::case::CAMPAIGNS;
use crate::case::SOC_TRANG;
use crate::case::TUYEN_QUANG;
use crate::case::committed;
use crate::plain;

/// Whether a printed figure is of this unit alone.
fn is_of(figure: FigureRef, unit: UnitId) -> bool {
    match figure {
        FigureRef::Base(id) => id.owner.unit() == Some(unit),
        FigureRef::Derived(it) => [it.of, it.by].iter().all(|it| it.owner.unit() == Some(unit)),
        FigureRef::Score(it) => it.unit == unit,
    }
}

#[test]
fn no_paper_of_a_unit_holds_anything_of_another() {
    let mut looked = 0;
    for campaign in CAMPAIGNS.into_iter().chain([AN_GIANG, SOC_TRANG, TUYEN_QUANG]) {
        let gathered = committed(campaign);
        let units = &gathered.declared.campaign;
        let composer = Composer::new(plan::material(&gathered, true));
        let planned = plan::plan(&gathered, &composer, Wanted::default(), true).unwrap();
        for job in &planned.jobs {
            let Some(unit) = job.owner.unit() else { continue };
            let document = composer.document(&job.name, &job.spec, job.owner).unwrap();
            assert!(document.printed.iter().all(|it| is_of(it.figure, unit)), "{}", job.file);
            let own = &units[unit].full_name;
            let text = plain::text(&document);
            // The head is named, since it asks and collects; a name may lie within another.
            let others = units.unit_ids().filter(|it| *it != unit && *it != units.report.head);
            for other in others.map(|it| &units[it].full_name).filter(|it| !own.contains(*it)) {
                assert!(!text.contains(other), "{}: {other}", job.file);
            }
            looked += 1;
        }
    }
    assert!(looked > 150, "{looked} papers");
}
