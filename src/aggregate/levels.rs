//! The common levels that were pledged for this year, held against what was done.

use crate::model::campaign::Bound;
use crate::model::campaign::Campaign;
use crate::model::campaign::Level;
use crate::model::catalogue::Catalogue;
use crate::model::dataset::Dataset;
use crate::model::dataset::Figure;
use crate::model::dataset::LevelReached;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::past::Earlier;

/// Every level of the pledge that was signed for this year, in its order.
pub(super) fn reached(
    campaign: &Campaign,
    catalogue: &Catalogue,
    earlier: &Earlier<'_>,
    dataset: &Dataset,
) -> Vec<LevelReached> {
    let Some((past, _)) = earlier.source(campaign.period, Measure::Target) else {
        return Vec::new();
    };
    let level = |level: &Level| {
        let then = level.indicator.map(|it| &past.catalogue[it].code);
        let indicator = then.and_then(|code| catalogue.find(code));
        let mut reached = LevelReached {
            level: level.clone(),
            indicator,
            cluster: None,
            met: Vec::new(),
            unmet: Vec::new(),
        };
        if let Some(id) = indicator {
            let column = dataset.column(Measure::Actual, id);
            let is_met = |figure: &Figure| meets(catalogue, id, level.bound, figure);
            reached.cluster = is_met(&column.cluster);
            for (unit, figure) in (0_u32..).map(UnitId).zip(&column.units) {
                match is_met(figure) {
                    Some(true) => reached.met.push(unit),
                    Some(false) => reached.unmet.push(unit),
                    None => {}
                }
            }
        }
        reached
    };
    past.campaign.pledge.levels.iter().map(level).collect()
}

/// Whether a figure keeps within a bound, which is written in the unit that the form prints.
fn meets(catalogue: &Catalogue, id: IndicatorId, bound: Bound, figure: &Figure) -> Option<bool> {
    let value = figure.value?.checked_div(catalogue[id].factor())?;
    Some(match bound {
        Bound::AtLeast(least) => value >= least,
        Bound::AtMost(most) => value <= most,
    })
}
