//! Which bodies of an earlier campaign went into the units of this one.

use crate::model::campaign::Campaign;
use crate::model::id::UnitId;
use crate::model::period::Period;
use crate::model::succession;
use crate::model::succession::Successions;
use crate::text::date::Date;

/// What became of the units of an earlier campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    /// Folder of the earlier campaign, relative to this one.
    pub campaign: String,
    /// Its period.
    pub period: Period,
    /// Where each unit of this campaign comes from.
    pub units: Vec<Ancestry>,
    /// Names of its units that went into none of this campaign.
    pub left: Vec<String>,
}

/// Where a unit comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ancestry {
    /// Units of the earlier campaign that went into it, in that campaign's order.
    pub parts: Vec<UnitId>,
    /// Their short names then.
    pub names: Vec<String>,
    /// Names of bodies that went into it and were not in that campaign.
    pub missing: Vec<String>,
    /// Names of bodies of which it is a part, so that nobody can say what was its own.
    pub split_from: Vec<String>,
}

impl Lineage {
    /// Follows every unit of `now` back to the units of `then`, by the mergers between their periods.
    #[must_use]
    pub fn of(now: &Campaign, then: &Campaign, folder: &str) -> Self {
        let since = then.period.last_day();
        let units: Vec<Ancestry> = now
            .units
            .iter()
            .map(|unit| {
                let mut origins = Origins {
                    known: &now.successions,
                    since,
                    bodies: Vec::new(),
                    split: Vec::new(),
                };
                origins.follow(&unit.identity, now.successions.mergers.len());
                ancestry(origins, then)
            })
            .collect();
        let gone = |id: &UnitId| !units.iter().any(|it| it.parts.contains(id));
        let left = then.unit_ids().filter(gone).map(|id| then[id].name.clone()).collect();
        Self { campaign: folder.to_owned(), period: then.period, units, left }
    }

    /// Where a unit comes from.
    #[must_use]
    pub fn of_unit(&self, unit: UnitId) -> &Ancestry {
        &self.units[unit.index()]
    }
}

impl Ancestry {
    /// Whether all that went into the unit was in that campaign, so that its figures can be told.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.parts.is_empty() && self.missing.is_empty() && self.split_from.is_empty()
    }

    /// Whether several bodies went into the unit.
    #[must_use]
    pub fn is_merged(&self) -> bool {
        self.parts.len() + self.missing.len() > 1
    }

    /// Whether the unit is a body that was not in that campaign at all.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.parts.is_empty() && self.split_from.is_empty()
    }
}

/// The bodies that one body was on a day.
struct Origins<'a> {
    known: &'a Successions,
    since: Date,
    bodies: Vec<&'a str>,
    split: Vec<&'a str>,
}

impl<'a> Origins<'a> {
    fn follow(&mut self, body: &'a str, depth: usize) {
        let after = |on: Date| on > self.since;
        let merger = self.known.iter().find(|it| it.into == body && after(it.on));
        let split = self
            .known
            .splits
            .iter()
            .find(|it| after(it.on) && it.into.iter().any(|into| into == body));
        match (merger, split) {
            // Circles are refused where successions are read; this must end all the same.
            (Some(merger), _) if depth > 0 => {
                merger.from.iter().for_each(|it| self.follow(it, depth - 1));
            }
            (None, Some(split)) => self.split.push(&split.from),
            _ => self.bodies.push(body),
        }
    }
}

fn ancestry(origins: Origins<'_>, then: &Campaign) -> Ancestry {
    let mut it = Ancestry::default();
    let unit = |body: &str| then.unit_ids().find(|id| then[*id].identity == body);
    let (there, missing): (Vec<_>, Vec<_>) =
        origins.bodies.into_iter().partition(|body| unit(body).is_some());
    it.parts = there.into_iter().filter_map(unit).collect();
    it.parts.sort();
    it.names = it.parts.iter().map(|id| then[*id].name.clone()).collect();
    it.missing = missing.into_iter().map(succession::spoken).collect();
    it.split_from = origins.split.into_iter().map(succession::spoken).collect();
    it
}
