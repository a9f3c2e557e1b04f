//! The figures of an earlier campaign, as the present one asks for them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::campaign::Campaign;
use crate::model::campaign::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Indicator;
use crate::model::dataset::Dataset;
use crate::model::figure::FigureId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;

/// An earlier campaign. Units are the same body if their identities are, since a name is not an
/// identity; indicators are the same if their codes are.
#[derive(Debug, Clone, Copy)]
pub struct Past<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its catalogue.
    pub catalogue: &'a Catalogue,
    /// Its figures.
    pub dataset: &'a Dataset,
    /// What was sent then: the file with each digest.
    pub files: &'a BTreeMap<String, String>,
}

impl Past<'_> {
    /// The unit of that campaign that is the same body.
    #[must_use]
    pub fn unit(&self, unit: &Unit) -> Option<UnitId> {
        self.campaign.unit_ids().find(|id| self.campaign[*id].identity == unit.identity)
    }

    /// Which figure of that campaign is a unit's; `None` if the unit or the indicator was not there.
    #[must_use]
    pub fn figure(&self, unit: &Unit, indicator: &Indicator, measure: Measure) -> Option<FigureId> {
        self.figure_of(self.unit(unit)?, indicator, measure)
    }

    /// Which figure of that campaign is that of one of its units.
    #[must_use]
    pub fn figure_of(
        &self,
        unit: UnitId,
        indicator: &Indicator,
        measure: Measure,
    ) -> Option<FigureId> {
        let indicator = self.catalogue.find(&indicator.code)?;
        Some(FigureId { indicator, measure, unit: Some(unit) })
    }

    /// The number of a unit, if it was reported then.
    #[must_use]
    pub fn number(&self, unit: &Unit, indicator: &Indicator, measure: Measure) -> Option<Decimal> {
        self.dataset.figure(self.figure(unit, indicator, measure)?).value
    }
}
