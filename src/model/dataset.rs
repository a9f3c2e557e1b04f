//! Every figure of a campaign with what it rests on: a tree from the printed page to the cells.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;
use serde::Serialize;

use crate::model::campaign::Level;
use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::lineage::Lineage;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::place::CellRef;

/// Số liệu tổng hợp: one column per measure and indicator.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    indicators: usize,
    columns: Vec<Column>,
    cells: Vec<CellRef>,
    past: Vec<PastFigure>,
    members: Vec<Vec<UnitId>>,
    years: Years,
}

/// What is known of the year before besides its figures.
#[derive(Debug, Clone, Default)]
pub struct Years {
    /// Which bodies of the campaign of the year before went into which units.
    pub lineage: Option<Lineage>,
    /// Indicators that do not compare with the year before, and why.
    pub parted: BTreeMap<IndicatorId, Parted>,
    /// The common levels that were pledged for this year.
    pub levels: Vec<LevelReached>,
}

/// A common level that was pledged for this year, and who reached it.
#[derive(Debug, Clone)]
pub struct LevelReached {
    /// The level as it was pledged.
    pub level: Level,
    /// The indicator of this year's catalogue; `None` for one that no figure tells.
    pub indicator: Option<IndicatorId>,
    /// Whether the whole cluster reached it, if that is known.
    pub cluster: Option<bool>,
    /// Units that reached it.
    pub met: Vec<UnitId>,
    /// Units that did not. One without a figure is in neither.
    pub unmet: Vec<UnitId>,
}

/// Why a figure is not compared with that of the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parted {
    /// The catalogue says that the indicator does not compare.
    ByCatalogue,
    /// What is counted changed, by position among the campaign's changes of scope.
    ByScope(usize),
    /// The totals are not those of the same units: some have no figure of one of the years.
    ByUnits,
}

/// A figure that an earlier campaign gives: what this unit, or those that went into it, had then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastFigure {
    /// Folder of that campaign, relative to this one.
    pub campaign: String,
    /// Which measure it was there: what was done, or what was pledged.
    pub measure: Measure,
    /// How it comes of its parts.
    pub how: PastHow,
    /// The bodies of that campaign that it was made from.
    pub parts: Vec<PastPart>,
}

/// How a figure comes of those that went into a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PastHow {
    /// It is that of the same body.
    Same,
    /// The sum of its parts.
    Sum,
    /// Recomputed from the sums of a numerator and a denominator, in this order.
    Ratio,
    /// The mean of its parts, by weights that stand behind them.
    #[serde(rename = "weighted-mean")]
    Mean,
}

/// What one body had in an earlier campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastPart {
    /// Its name then.
    pub unit: String,
    /// Code of the indicator, since a ratio rests on two.
    pub indicator: String,
    /// Its number.
    pub value: Decimal,
    /// The cells of that campaign on which it rests; their files are relative to this one.
    pub cells: Vec<CellIndex>,
}

/// All figures of one measure of one indicator.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// One entry per unit of the campaign.
    pub units: Vec<Figure>,
    /// One entry per block of the campaign.
    pub groups: Vec<Figure>,
    /// The whole cluster.
    pub cluster: Figure,
}

/// A number and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number, if there is one.
    pub value: Option<Decimal>,
    /// What it rests on.
    pub origin: Origin,
    /// Units whose number went in.
    pub reported: u32,
    /// Units that should have reported.
    pub expected: u32,
}

/// What a figure rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nothing.
    Nothing,
    /// A cell, by position in [`Dataset::cells`].
    Cell(CellIndex),
    /// An earlier campaign, by position in [`Dataset::past`].
    Past(u32),
    /// The sum over the units of the cluster or of the block.
    Sum,
    /// Recomputed from two indicators of the same unit, block or cluster.
    Ratio {
        /// Numerator.
        numerator: IndicatorId,
        /// Denominator.
        denominator: IndicatorId,
    },
    /// The mean over the units by a weight.
    WeightedMean {
        /// The weight.
        weight: IndicatorId,
    },
}

/// Position of a cell in [`Dataset::cells`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellIndex(pub u32);

impl Default for Figure {
    fn default() -> Self {
        Self { value: None, origin: Origin::Nothing, reported: 0, expected: 0 }
    }
}

impl Dataset {
    /// A dataset whose columns follow [`Dataset::position`].
    #[must_use]
    pub fn new(
        indicators: usize,
        columns: Vec<Column>,
        cells: Vec<CellRef>,
        past: Vec<PastFigure>,
    ) -> Self {
        Self { indicators, columns, cells, past, members: Vec::new(), years: Years::default() }
    }

    /// The same with what is known of the year before.
    #[must_use]
    pub fn with_years(self, years: Years) -> Self {
        Self { years, ..self }
    }

    /// What is known of the year before.
    #[must_use]
    pub fn years(&self) -> &Years {
        &self.years
    }

    /// Why a comparison of two figures is none, if one of them is of the year before: its scope was
    /// another, or the two totals are not of the same units.
    #[must_use]
    pub fn parted(&self, derived: Derived) -> Option<Parted> {
        let is_before = |id: FigureId| id.measure == Measure::Previous;
        if is_before(derived.of) == is_before(derived.by) {
            return None;
        }
        let by_rule = [derived.of, derived.by].map(|it| self.years.parted.get(&it.indicator));
        let by_rule = by_rule.into_iter().flatten().next().copied();
        by_rule.or_else(|| self.other_units(derived).then_some(Parted::ByUnits))
    }

    /// Whether two totals of the cluster or of a block rest on figures of other units.
    fn other_units(&self, derived: Derived) -> bool {
        let columns = [derived.of, derived.by].map(|it| self.column(it.measure, it.indicator));
        let [of, by] = columns;
        let are_totals = derived.of.owner == derived.by.owner
            && derived.of.owner.unit().is_none()
            && self.figure(derived.of).value.is_some()
            && self.figure(derived.by).value.is_some();
        are_totals
            && self
                .members(derived.of.owner)
                .into_iter()
                .map(UnitId::index)
                .any(|unit| of.units[unit].value.is_some() != by.units[unit].value.is_some())
    }

    /// The same with the members of each block, over which [`Column::groups`] were added up.
    #[must_use]
    pub fn with_groups(self, members: Vec<Vec<UnitId>>) -> Self {
        Self { members, ..self }
    }

    /// The units that an owner's figures are made from, in order.
    #[must_use]
    pub fn members(&self, owner: Owner) -> Vec<UnitId> {
        match owner {
            Owner::Cluster => (0_u32..).take(self.units()).map(UnitId).collect(),
            Owner::Group(group) => self.members.get(group.index()).cloned().unwrap_or_default(),
            Owner::Unit(unit) => vec![unit],
        }
    }

    /// Position of a column among all columns.
    #[must_use]
    pub fn position(indicators: usize, measure: Measure, indicator: IndicatorId) -> usize {
        measure.index() * indicators + indicator.index()
    }

    /// Number of units.
    #[must_use]
    pub fn units(&self) -> usize {
        self.columns.first().map_or(0, |column| column.units.len())
    }

    /// The column of a measure of an indicator.
    #[must_use]
    pub fn column(&self, measure: Measure, indicator: IndicatorId) -> &Column {
        &self.columns[Self::position(self.indicators, measure, indicator)]
    }

    /// A figure.
    #[must_use]
    pub fn figure(&self, id: FigureId) -> &Figure {
        let column = self.column(id.measure, id.indicator);
        match id.owner {
            Owner::Cluster => &column.cluster,
            Owner::Group(group) => &column.groups[group.index()],
            Owner::Unit(unit) => &column.units[unit.index()],
        }
    }

    /// The value of a derived figure; none where the year before does not compare.
    #[must_use]
    pub fn derive(&self, derived: Derived) -> Option<Decimal> {
        if self.parted(derived).is_some() {
            return None;
        }
        let of = self.figure(derived.of).value?;
        let by = self.figure(derived.by).value?;
        match derived.rule {
            Derivation::Percent => of.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(by),
            Derivation::ChangePercent => {
                of.checked_sub(by)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(by)
            }
            Derivation::Difference => of.checked_sub(by),
            Derivation::PerOne => of.checked_div(by),
        }
    }

    /// What an earlier campaign gave.
    #[must_use]
    pub fn past(&self, index: u32) -> &PastFigure {
        &self.past[index as usize]
    }

    /// A cell.
    #[must_use]
    pub fn cell(&self, index: CellIndex) -> &CellRef {
        &self.cells[index.0 as usize]
    }

    /// The figures that a figure was made from; empty for one that rests on a cell or nothing.
    #[must_use]
    pub fn parts(&self, id: FigureId) -> Vec<FigureId> {
        let members = self.members(id.owner);
        let of_units = |indicator| {
            let column = self.column(id.measure, indicator);
            let reported = members.iter().filter(|it| column.units[it.index()].value.is_some());
            reported.map(move |it| FigureId { indicator, owner: Owner::Unit(*it), ..id })
        };
        match self.figure(id).origin {
            Origin::Nothing | Origin::Cell(_) | Origin::Past(_) => Vec::new(),
            Origin::Sum => of_units(id.indicator).collect(),
            Origin::Ratio { numerator, denominator } => {
                [numerator, denominator].map(|it| FigureId { indicator: it, ..id }).into()
            }
            Origin::WeightedMean { weight } => {
                of_units(id.indicator).chain(of_units(weight)).collect()
            }
        }
    }

    /// The cells that a figure rests on in the end, in the order of units.
    #[must_use]
    pub fn sources(&self, id: FigureId) -> Vec<&CellRef> {
        match self.figure(id).origin {
            Origin::Cell(index) => vec![self.cell(index)],
            Origin::Past(index) => {
                let parts = self.past(index).parts.iter();
                parts.flat_map(|part| &part.cells).map(|cell| self.cell(*cell)).collect()
            }
            _ => self.parts(id).into_iter().flat_map(|part| self.sources(part)).collect(),
        }
    }
}
