//! Figures that an earlier campaign settled: last year's results, and the targets signed for this
//! year. They take the place of what was typed again, unless a person accepted the typed one.

use std::collections::BTreeMap;

use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::dataset::CellIndex;
use crate::model::dataset::Column;
use crate::model::dataset::Dataset;
use crate::model::dataset::Figure;
use crate::model::dataset::Origin;
use crate::model::dataset::Parted;
use crate::model::dataset::PastFigure;
use crate::model::dataset::PastPart;
use crate::model::dataset::Years;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::past::Earlier;
use crate::model::past::Past;
use crate::model::past::Taken;
use crate::model::place::CellRef;
use crate::model::submissions::Submissions;

/// The measures that an earlier campaign settles, each with the code of the finding by which a
/// person accepts what is typed instead.
const SETTLED: [(Measure, &str); 2] =
    [(Measure::Previous, "previous-differs"), (Measure::Target, "target-differs")];

/// Puts settled figures in the place of typed ones.
pub(super) fn settle(
    campaign: &Campaign,
    catalogue: &Catalogue,
    earlier: &Earlier<'_>,
    submissions: &Submissions,
    (columns, cells): (&mut [Column], &mut Vec<CellRef>),
) -> Vec<PastFigure> {
    let mut figures = Vec::new();
    for (measure, waiver) in SETTLED {
        let Some((past, then)) = earlier.source(campaign.period, measure) else { continue };
        for unit in campaign.unit_ids() {
            for id in catalogue.ids() {
                if is_accepted(campaign, submissions, unit, (id, measure), waiver) {
                    continue;
                }
                let Some(taken) = past.taken(unit, &catalogue[id], then) else { continue };
                let index = u32::try_from(figures.len()).expect("catalogues are far below 2^32");
                let position = Dataset::position(catalogue.indicators.len(), measure, id);
                columns[position].units[unit.index()] = Figure {
                    value: Some(taken.value),
                    origin: Origin::Past(index),
                    reported: 1,
                    expected: 1,
                };
                figures.push(figure(past, then, &taken, cells));
            }
        }
    }
    figures
}

/// Whether a person accepted what a unit typed although the earlier campaign says otherwise: a
/// target adjusted by a signed annex, a figure of last year that was wrong then.
fn is_accepted(
    campaign: &Campaign,
    submissions: &Submissions,
    unit: UnitId,
    (id, measure): (IndicatorId, Measure),
    code: &str,
) -> bool {
    let mut waivers = campaign.collection.waivers.iter();
    waivers.any(|waiver| {
        let reading = || {
            let mut sent = submissions.of(&unit);
            sent.find_map(|it| it.reading(id, measure))
        };
        let cell = || reading().map(|(_, reading)| reading.cell.at.to_string());
        waiver.unit == unit && waiver.finding == code && waiver.cell == cell()
    })
}

fn figure(
    past: &Past<'_>,
    measure: Measure,
    taken: &Taken,
    cells: &mut Vec<CellRef>,
) -> PastFigure {
    let folder = &past.lineage.campaign;
    let parts = taken.parts.iter().filter_map(|id| {
        let sources = past.dataset.sources(*id).into_iter().map(|source| {
            let index = u32::try_from(cells.len()).expect("cells are limited per workbook");
            cells.push(CellRef { file: format!("{folder}/{}", source.file), ..source.clone() });
            CellIndex(index)
        });
        Some(PastPart {
            unit: past.campaign[id.owner.unit()?].name.clone(),
            indicator: past.catalogue[id.indicator].code.clone(),
            value: past.dataset.figure(*id).value?,
            cells: sources.collect(),
        })
    });
    let (campaign, parts) = (folder.clone(), parts.collect());
    PastFigure { campaign, measure, how: taken.how, parts }
}

/// What is known of the year before besides its figures.
pub(super) fn years(campaign: &Campaign, catalogue: &Catalogue, earlier: &Earlier<'_>) -> Years {
    let mut parted: BTreeMap<IndicatorId, Parted> = BTreeMap::new();
    for (index, change) in campaign.scope_changes.iter().enumerate() {
        for id in change.parted(catalogue, campaign.period) {
            parted.entry(id).or_insert(Parted::ByScope(index));
        }
    }
    for id in catalogue.ids().filter(|id| !catalogue[*id].comparable) {
        parted.entry(id).or_insert(Parted::ByCatalogue);
    }
    let source = earlier.source(campaign.period, Measure::Previous);
    let lineage = source.map(|(past, _)| past.lineage.clone());
    Years { lineage, parted, ..Years::default() }
}
