//! The story of one figure: what it is made of, down to the cells that were sent.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::inspect::wording;
use crate::inspect::wording::Wording;
use crate::model::dataset::PastHow;
use crate::model::figure::Derivation;
use crate::model::figure::ScoreStage;
use crate::model::ledger::Aggregate;
use crate::model::ledger::BaseEntry;
use crate::model::ledger::Counting;
use crate::model::ledger::DerivedEntry;
use crate::model::ledger::Entry;
use crate::model::ledger::IndicatorName;
use crate::model::ledger::Ledger;
use crate::model::ledger::PastEntry;
use crate::model::ledger::PointsEntry;
use crate::model::ledger::PointsKind;
use crate::model::ledger::PrintedAt;
use crate::model::ledger::UnitName;
use crate::model::ledger::amount;
use crate::model::measure::Measure;
use crate::model::place::CellRef;

/// Figures that a story tells at most; a ledger of ours needs far fewer for any one figure.
const MOST: usize = 20_000;

/// How deep a story goes at most: rank, total, group, criterion, two stages, figure, units.
const DEEPEST: usize = 12;

/// Where a figure is printed, and how its words say the value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shown {
    /// The place and the words.
    #[serde(flatten)]
    pub at: PrintedAt,
    /// How they say the value.
    pub wording: Wording,
}

/// A figure with all that it rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Node {
    /// Name of the figure.
    pub id: String,
    /// What it is.
    pub subject: Subject,
    /// Its value.
    #[serde(serialize_with = "amount::serialize")]
    pub value: Option<Decimal>,
    /// How it came about.
    pub origin: Origin,
    /// The cells that it was read from itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<Source>,
    /// The figures that it was made from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Node>,
}

/// What a figure is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// What was reported of an indicator, or added up.
    Indicator {
        /// The indicator.
        indicator: IndicatorName,
        /// What it says of it.
        measure: Measure,
        /// The unit or the block; `None` for the cluster.
        unit: Option<UnitName>,
    },
    /// Computed from two others.
    Derived(Derivation),
    /// Points, a rank or votes.
    Points {
        /// What for.
        of: PointsOf,
        /// The unit.
        unit: UnitName,
    },
    /// A figure that the ledger names and does not hold.
    Unknown,
}

/// What points are for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PointsOf {
    /// Of what kind.
    pub of: PointsKind,
    /// Code of the criterion, the group or the ballot.
    pub code: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// At which stage.
    pub stage: Option<ScoreStage>,
    /// How the program counted them.
    pub counted: Option<Counting>,
    /// What was written beside the cell.
    pub note: Option<String>,
}

/// How a figure came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Read from a cell.
    Cell,
    /// Made from figures of units.
    Aggregate {
        /// How.
        how: Aggregate,
        /// Units whose number went in.
        reported: u32,
        /// Units that should have reported.
        expected: u32,
        /// Those that did not.
        missing: Vec<UnitName>,
    },
    /// Made from two others.
    Derived,
    /// Made from other points.
    Points,
    /// Given by an earlier campaign.
    Past {
        /// Its folder, relative to this one.
        campaign: String,
        /// Which measure it was there.
        measure: Measure,
        /// How it comes of its parts.
        how: PastHow,
        /// Each body with its number and its cells.
        bodies: Vec<Body>,
    },
    /// Nothing was reported.
    Nothing,
}

/// What one body had in an earlier campaign.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Body {
    /// Its name then.
    pub unit: String,
    /// Code of the indicator, since a ratio rests on two.
    pub indicator: String,
    /// Its number.
    #[serde(serialize_with = "amount::serialize")]
    pub value: Option<Decimal>,
    /// Its cells.
    pub cells: Vec<Source>,
}

/// A cell, with the digest of its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The cell.
    #[serde(flatten)]
    pub cell: CellRef,
    /// SHA-256 of the file that was read; `None` if it is not known.
    pub sha256: Option<String>,
}

/// Tells stories from a ledger.
pub struct Teller<'a> {
    ledger: &'a Ledger,
    entries: BTreeMap<&'a str, &'a Entry>,
    points: BTreeMap<&'a str, &'a PointsEntry>,
    indicators: BTreeMap<&'a str, &'a IndicatorName>,
    units: BTreeMap<&'a str, &'a UnitName>,
    files: BTreeMap<&'a str, &'a str>,
}

impl<'a> Teller<'a> {
    /// A teller over a ledger.
    #[must_use]
    pub fn new(ledger: &'a Ledger) -> Self {
        Self {
            ledger,
            entries: ledger.figures.iter().map(|it| (it.id(), it)).collect(),
            points: ledger.points.iter().map(|it| (it.id.as_str(), it)).collect(),
            indicators: ledger.indicators.iter().map(|it| (it.code.as_str(), it)).collect(),
            units: ledger.units.iter().map(|it| (it.code.as_str(), it)).collect(),
            files: ledger.files.iter().map(|it| (it.file.as_str(), it.sha256.as_str())).collect(),
        }
    }

    /// Whether the ledger holds a figure.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.entries.contains_key(id) || self.points.contains_key(id)
    }

    /// Value of a figure.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<Decimal> {
        match self.entries.get(id) {
            Some(entry) => entry.value(),
            None => self.points.get(id)?.value,
        }
    }

    /// The story of a figure.
    #[must_use]
    pub fn story(&self, id: &str) -> Node {
        self.node(id, DEEPEST, &mut MOST.clone())
    }

    /// A figure without what it rests on.
    #[must_use]
    pub fn head(&self, id: &str) -> Node {
        Node { parts: Vec::new(), ..self.node(id, 1, &mut 2) }
    }

    /// Where papers print a figure.
    #[must_use]
    pub fn printed(&self, id: &str) -> Vec<Shown> {
        let places = self.ledger.printed.iter().filter(|it| it.figure == id);
        places.map(|it| self.shown(it)).collect()
    }

    /// A printed figure with how its words say the value.
    #[must_use]
    pub fn shown(&self, at: &PrintedAt) -> Shown {
        let wording = wording::of(&at.text, self.value(&at.figure), self.factor(&at.figure));
        Shown { at: at.clone(), wording }
    }

    /// From the unit in which tables print a figure to the one in which it is kept.
    fn factor(&self, id: &str) -> Decimal {
        let Some(Entry::Base(it)) = self.entries.get(id) else { return Decimal::ONE };
        let known = self.indicators.get(it.indicator.as_str());
        known.and_then(|it| it.factor).unwrap_or(Decimal::ONE)
    }

    /// A figure and what it rests on. A ledger may come from a file that somebody spoiled: neither
    /// its depth nor its size is believed.
    fn node(&self, id: &str, depth: usize, budget: &mut usize) -> Node {
        *budget = budget.saturating_sub(1);
        let may_go_on = depth > 0 && *budget > 0;
        let entry = self.entries.get(id).filter(|_| may_go_on);
        let points = self.points.get(id).filter(|_| may_go_on);
        let mut part = |id: &String| self.node(id, depth - 1, budget);
        match (entry, points) {
            (None, None) => Node {
                id: id.to_owned(),
                subject: Subject::Unknown,
                value: None,
                origin: Origin::Nothing,
                cells: Vec::new(),
                parts: Vec::new(),
            },
            (Some(Entry::Base(it)), _) => self.base(it, it.from.iter().map(part).collect()),
            (Some(Entry::Derived(it)), _) => derived(it, it.from.each_ref().map(&mut part)),
            (None, Some(it)) => self.of_points(it, it.from.iter().map(part).collect()),
        }
    }

    fn base(&self, it: &BaseEntry, parts: Vec<Node>) -> Node {
        let origin = match (&it.past, it.how) {
            (Some(past), _) => self.past(past),
            (None, Some(how)) => Origin::Aggregate {
                how,
                reported: it.reported,
                expected: it.expected,
                missing: self.missing(it, how),
            },
            (None, None) if it.value.is_some() => Origin::Cell,
            (None, None) => Origin::Nothing,
        };
        let own = matches!(origin, Origin::Cell);
        Node {
            id: it.id.clone(),
            subject: Subject::Indicator {
                indicator: self.indicator(&it.indicator),
                measure: it.measure,
                unit: it.unit.as_deref().or(it.group.as_deref()).map(|code| self.unit(code)),
            },
            value: it.value,
            cells: if own { self.sources(&it.cells) } else { Vec::new() },
            origin,
            parts,
        }
    }

    /// The units whose number did not go into a sum or a mean.
    fn missing(&self, it: &BaseEntry, how: Aggregate) -> Vec<UnitName> {
        if it.unit.is_some() || how == Aggregate::Ratio {
            return Vec::new();
        }
        let name =
            |unit: &UnitName| format!("{}.{}.{}", it.indicator, it.measure.name(), unit.code);
        let of_group = it
            .group
            .as_ref()
            .and_then(|code| self.ledger.groups.iter().find(|group| group.code == *code));
        let is_member = |unit: &&UnitName| of_group.is_none_or(|it| it.units.contains(&unit.code));
        let units = self.ledger.units.iter().filter(is_member);
        units.filter(|unit| !it.from.contains(&name(unit))).cloned().collect()
    }

    fn past(&self, past: &PastEntry) -> Origin {
        let bodies = past.parts.iter().map(|it| Body {
            unit: it.unit.clone(),
            indicator: it.indicator.clone(),
            value: it.value,
            cells: self.sources(&it.cells),
        });
        Origin::Past {
            campaign: past.campaign.clone(),
            measure: past.measure,
            how: past.how,
            bodies: bodies.collect(),
        }
    }

    /// Cells are told once, at the points that were typed into them.
    fn of_points(&self, it: &PointsEntry, parts: Vec<Node>) -> Node {
        let own = !it.cells.is_empty() && parts.is_empty();
        let origin = if own { Origin::Cell } else { Origin::Points };
        Node {
            id: it.id.clone(),
            subject: Subject::Points { of: points_of(it, own), unit: self.unit(&it.unit) },
            value: it.value,
            origin,
            cells: if own { self.sources(&it.cells) } else { Vec::new() },
            parts,
        }
    }

    fn sources(&self, cells: &[CellRef]) -> Vec<Source> {
        let digest = |file: &str| self.files.get(file).map(|it| (*it).to_owned());
        cells.iter().map(|it| Source { cell: it.clone(), sha256: digest(&it.file) }).collect()
    }

    fn indicator(&self, code: &str) -> IndicatorName {
        let unknown = || IndicatorName {
            code: code.to_owned(),
            name: String::new(),
            unit: String::new(),
            factor: None,
        };
        self.indicators.get(code).map_or_else(unknown, |it| (*it).clone())
    }

    fn unit(&self, code: &str) -> UnitName {
        let unknown = || UnitName { code: code.to_owned(), name: code.to_owned() };
        let group = self.ledger.groups.iter().find(|it| it.code == code);
        let group = group.map(|it| UnitName { code: it.code.clone(), name: it.name.clone() });
        self.units.get(code).map(|it| (*it).clone()).or(group).unwrap_or_else(unknown)
    }
}

fn points_of(it: &PointsEntry, own: bool) -> PointsOf {
    PointsOf {
        of: it.of,
        code: it.code.clone(),
        name: it.name.clone(),
        stage: it.stage,
        counted: it.counted.clone(),
        note: it.note.clone().filter(|_| own),
    }
}

fn derived(it: &DerivedEntry, parts: [Node; 2]) -> Node {
    Node {
        id: it.id.clone(),
        subject: Subject::Derived(it.derived),
        value: it.value,
        origin: Origin::Derived,
        cells: Vec::new(),
        parts: parts.into(),
    }
}

#[cfg(test)]
mod tests;
