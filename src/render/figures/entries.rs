//! One figure as an entry of the ledger.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::model::catalogue::Indicator;
use crate::model::dataset::CellIndex;
use crate::model::dataset::Origin;
use crate::model::dataset::PastPart;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::id::GroupId;
use crate::model::id::UnitId;
use crate::model::identity::Identities;
use crate::model::ledger::Aggregate;
use crate::model::ledger::BaseEntry;
use crate::model::ledger::DerivedEntry;
use crate::model::ledger::Entry;
use crate::model::ledger::FileDigest;
use crate::model::ledger::GroupName;
use crate::model::ledger::IndicatorName;
use crate::model::ledger::PastBody;
use crate::model::ledger::PastEntry;
use crate::model::ledger::PointsEntry;
use crate::model::ledger::UnitName;
use crate::model::place::CellRef;
use crate::render::figures::Figures;

/// What entries speak of: indicators by their codes, and files in which cells lie.
#[derive(Default)]
pub(super) struct Seen {
    codes: BTreeSet<String>,
    files: BTreeSet<String>,
}

impl Seen {
    pub(super) fn entry(&mut self, entry: &Entry) {
        if let Entry::Base(it) = entry {
            add(&mut self.codes, &it.indicator);
            self.cells(&it.cells);
        }
    }

    pub(super) fn points(&mut self, points: &PointsEntry) {
        self.cells(&points.cells);
    }

    fn cells(&mut self, cells: &[CellRef]) {
        cells.iter().for_each(|it| add(&mut self.files, &it.file));
    }
}

fn add(names: &mut BTreeSet<String>, name: &str) {
    if !names.contains(name) {
        names.insert(name.to_owned());
    }
}

impl<'a> Figures<'a> {
    /// Name of a figure.
    pub(super) fn id(self, figure: FigureRef) -> String {
        self.identities().of(figure)
    }

    /// What figures are named by.
    pub(super) fn identities(self) -> Identities<'a> {
        let Self { campaign, catalogue, criteria, .. } = self;
        Identities { campaign, catalogue, criteria }
    }

    /// These figures and all that they are made of, in the order of figures.
    pub(super) fn and_what_they_rest_on(self, figures: BTreeSet<FigureRef>) -> BTreeSet<FigureRef> {
        let mut all = BTreeSet::new();
        let mut open: Vec<FigureRef> = figures.into_iter().collect();
        while let Some(figure) = open.pop() {
            if all.insert(figure) {
                open.extend(self.parts(figure));
            }
        }
        all
    }

    /// The figures that a figure is made from.
    pub(super) fn parts(self, figure: FigureRef) -> Vec<FigureRef> {
        match figure {
            FigureRef::Base(id) => {
                let parts = self.results.dataset.parts(id).into_iter();
                parts.filter(|it| self.is_listed(*it)).map(FigureRef::from).collect()
            }
            FigureRef::Derived(it) => vec![it.of.into(), it.by.into()],
            FigureRef::Score(id) => self.points_parts(id),
        }
    }

    /// The entry of a figure; `None` for one that nobody reported and nothing is made from, and for
    /// points, which have entries of their own.
    pub(super) fn entry(self, figure: FigureRef) -> Option<Entry> {
        match figure {
            FigureRef::Base(id) => self.base(id).map(Entry::Base),
            FigureRef::Derived(it) => Some(Entry::Derived(self.derived(it))),
            FigureRef::Score(_) => None,
        }
    }

    /// The names of the figures that a figure is made from.
    pub(super) fn from(self, figure: FigureRef) -> Vec<String> {
        self.parts(figure).into_iter().map(|it| self.id(it)).collect()
    }

    /// Whether anybody reported the figure or something it is made of.
    fn is_listed(self, id: FigureId) -> bool {
        let column = self.results.dataset.column(id.measure, id.indicator);
        column.cluster.value.is_some() || column.units.iter().any(|it| it.value.is_some())
    }

    fn base(self, id: FigureId) -> Option<BaseEntry> {
        if !self.is_listed(id) {
            return None;
        }
        let dataset = self.results.dataset;
        let figure = dataset.figure(id);
        Some(BaseEntry {
            id: self.id(id.into()),
            indicator: self.catalogue[id.indicator].code.clone(),
            measure: id.measure,
            unit: id.owner.unit().map(|unit| self.campaign[unit].code.clone()),
            group: id.owner.group().map(|group| self.campaign[group].code.clone()),
            value: figure.value,
            reported: figure.reported,
            expected: figure.expected.max(1),
            cells: dataset.sources(id).into_iter().cloned().collect(),
            from: self.from(id.into()),
            how: how(&figure.origin),
            past: self.past(&figure.origin),
        })
    }

    fn past(self, origin: &Origin) -> Option<PastEntry> {
        let Origin::Past(index) = origin else { return None };
        let dataset = self.results.dataset;
        let past = dataset.past(*index);
        let cell = |index: &CellIndex| dataset.cell(*index).clone();
        let body = |part: &PastPart| PastBody {
            unit: part.unit.clone(),
            indicator: part.indicator.clone(),
            value: Some(part.value),
            cells: part.cells.iter().map(cell).collect(),
        };
        Some(PastEntry {
            campaign: past.campaign.clone(),
            measure: past.measure,
            how: past.how,
            parts: past.parts.iter().map(body).collect(),
        })
    }

    fn derived(self, derived: Derived) -> DerivedEntry {
        DerivedEntry {
            id: self.id(derived.into()),
            derived: derived.rule,
            from: [self.id(derived.of.into()), self.id(derived.by.into())],
            value: self.results.value(derived.into()),
        }
    }

    /// The indicators of these figures, in the order of the catalogue.
    pub(super) fn indicator_names(self, seen: &Seen) -> Vec<IndicatorName> {
        let named = self.catalogue.indicators.iter().filter(|it| seen.codes.contains(&it.code));
        let name = |it: &Indicator| IndicatorName {
            code: it.code.clone(),
            name: it.name.clone(),
            unit: it.unit.clone(),
            factor: Some(it.factor()).filter(|it| *it != Decimal::ONE),
        };
        named.map(name).collect()
    }

    /// The files that were read among those of cells, with their digests.
    pub(super) fn digests(self, seen: &Seen) -> Vec<FileDigest> {
        let files = self.inputs.iter().filter(|it| seen.files.contains(&it.file));
        files.map(|it| FileDigest { file: it.file.clone(), sha256: it.sha256.clone() }).collect()
    }

    /// Every block by its code, with its members.
    pub(super) fn group_names(self) -> Vec<GroupName> {
        let code = |unit: UnitId| self.campaign[unit].code.clone();
        let name = |group: GroupId| GroupName {
            code: self.campaign[group].code.clone(),
            name: self.campaign[group].name.clone(),
            units: self.campaign.of_group(group).map(code).collect(),
        };
        self.campaign.group_ids().map(name).collect()
    }

    /// Every unit by its code.
    pub(super) fn unit_names(self) -> Vec<UnitName> {
        let units = self.campaign.units.iter();
        units.map(|it| UnitName { code: it.code.clone(), name: it.name.clone() }).collect()
    }
}

fn how(origin: &Origin) -> Option<Aggregate> {
    match origin {
        Origin::Nothing | Origin::Cell(_) | Origin::Past(_) => None,
        Origin::Sum => Some(Aggregate::Sum),
        Origin::Ratio { .. } => Some(Aggregate::Ratio),
        Origin::WeightedMean { .. } => Some(Aggregate::WeightedMean),
    }
}
