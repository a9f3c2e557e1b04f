//! Finds a unit by whatever name a person writes for it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::model::campaign::Unit;
use crate::model::id::UnitId;
use crate::text::provinces::PROVINCES;
use crate::text::unit_name;
use crate::text::unit_name::Rank;
use crate::text::unit_name::UnitName;

/// Letters that a name may have to be taken for the initials of a longer one.
const LONGEST_INITIALS: usize = 5;

/// The units that bear a name, in order.
type Bearers = BTreeSet<UnitId>;

/// Every name of every unit: short name, full name, code, aliases, and the other writings of its
/// province where only one unit bears that province's name.
#[derive(Debug, Clone, Default)]
pub struct UnitNames {
    /// One map for each key of [`UnitName::keys`], from the strictest to the loosest.
    by_key: [BTreeMap<String, Bearers>; 5],
    /// The units whose short name has these first letters.
    by_initials: BTreeMap<String, Bearers>,
    /// Units that call themselves a province and nowhere a city.
    provinces: Bearers,
}

/// What a typed name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// One unit, for certain.
    One(UnitId),
    /// It may mean any of these units: a person must say which. Never empty.
    Unsure(Vec<UnitId>),
    /// None of the units.
    Nobody,
}

impl UnitNames {
    /// The names of these units.
    #[must_use]
    pub fn of(units: &[Unit]) -> Self {
        let mut names = Self::default();
        for (index, unit) in (0_u32..).zip(units) {
            names.add(UnitId(index), unit);
        }
        for (name, writings) in PROVINCES {
            names.add_writings(name, writings);
        }
        names
    }

    fn add(&mut self, id: UnitId, unit: &Unit) {
        let names = [&unit.name, &unit.full_name, &unit.code];
        let mut ranks = BTreeSet::new();
        for name in names.into_iter().chain(&unit.aliases) {
            let name = UnitName::of(name);
            ranks.extend(name.rank);
            for (map, key) in self.by_key.iter_mut().zip(name.keys) {
                map.entry(key).or_default().insert(id);
            }
        }
        if ranks == BTreeSet::from([Rank::Province]) {
            self.provinces.insert(id);
        }
        self.by_initials.entry(unit_name::initials(&unit.name)).or_default().insert(id);
    }

    /// Adds the other writings of a province if one unit bears its name and nobody bears them.
    fn add_writings(&mut self, name: &str, writings: &[&str]) {
        let known: BTreeSet<String> = std::iter::once(&name)
            .chain(writings)
            .map(|it| UnitName::of(it).bare().to_owned())
            .collect();
        let [.., bare, _] = &self.by_key;
        let bearers: Bearers =
            known.iter().filter_map(|it| bare.get(it)).flatten().copied().collect();
        let mut bearers = bearers.into_iter();
        let (Some(only), None) = (bearers.next(), bearers.next()) else { return };
        for writing in std::iter::once(&name).chain(writings) {
            for (map, key) in self.by_key.iter_mut().zip(UnitName::of(writing).keys).skip(2) {
                map.entry(key).or_insert_with(|| Bearers::from([only]));
            }
        }
    }

    /// The unit that a typed name means, if it means exactly one.
    #[must_use]
    pub fn find(&self, typed: &str) -> Option<UnitId> {
        match self.meaning(typed) {
            Meaning::One(unit) => Some(unit),
            Meaning::Unsure(_) | Meaning::Nobody => None,
        }
    }

    /// What a typed name means. The strictest key that anybody bears decides: of Hà Nam and Hà Năm,
    /// each is found by its own marks, and `Ha Nam` may be either.
    #[must_use]
    pub fn meaning(&self, typed: &str) -> Meaning {
        let name = UnitName::of(typed);
        if name.bare().is_empty() {
            return Meaning::Nobody;
        }
        let mut found = self.by_key.iter().zip(&name.keys).filter_map(|(map, key)| map.get(key));
        let Some(bearers) = found.next() else { return self.by_initials(typed) };
        let mut units = bearers.iter().copied();
        match (units.next(), units.next()) {
            (Some(only), None) if self.may_be(only, &name) => Meaning::One(only),
            _ => Meaning::Unsure(bearers.iter().copied().collect()),
        }
    }

    /// Whether the rank fits: the city of Cao Bằng is a body inside the province of Cao Bằng.
    fn may_be(&self, unit: UnitId, name: &UnitName) -> bool {
        let [_, _, whole, bare, _] = &name.keys;
        let is_own_writing = whole != bare && self.by_key[2].contains_key(whole);
        is_own_writing || name.rank != Some(Rank::City) || !self.provinces.contains(&unit)
    }

    /// Initials are never enough to be sure.
    fn by_initials(&self, typed: &str) -> Meaning {
        let key = UnitName::of(typed).bare().to_owned();
        let bearers = Some(key).filter(|key| (2..=LONGEST_INITIALS).contains(&key.len()));
        match bearers.and_then(|key| self.by_initials.get(&key)) {
            Some(bearers) => Meaning::Unsure(bearers.iter().copied().collect()),
            None => Meaning::Nobody,
        }
    }
}

#[cfg(test)]
mod table;
#[cfg(test)]
mod tests;
