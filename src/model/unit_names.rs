//! Finds a unit by whatever name a person writes for it.

use std::collections::BTreeMap;

use crate::model::campaign::Unit;
use crate::model::id::UnitId;
use crate::text::fold;

/// Every name of every unit, folded: short name, full name, code and aliases.
#[derive(Debug, Clone, Default)]
pub struct UnitNames {
    /// `None` for a name that several units bear: it is asked about, never guessed.
    by_name: BTreeMap<String, Option<UnitId>>,
}

impl UnitNames {
    /// The names of these units.
    #[must_use]
    pub fn of(units: &[Unit]) -> Self {
        let mut by_name: BTreeMap<String, Option<UnitId>> = BTreeMap::new();
        for (index, unit) in (0_u32..).zip(units) {
            let id = UnitId(index);
            let names = [&unit.name, &unit.full_name, &unit.code];
            for name in names.into_iter().chain(&unit.aliases) {
                by_name
                    .entry(fold::fold_unit_name(name))
                    .and_modify(|it| *it = it.filter(|other| *other == id))
                    .or_insert(Some(id));
            }
        }
        Self { by_name }
    }

    /// The unit that a typed name means, if it means exactly one.
    #[must_use]
    pub fn find(&self, typed: &str) -> Option<UnitId> {
        let key = fold::fold_unit_name(typed);
        if key.is_empty() { None } else { self.by_name.get(&key).copied().flatten() }
    }
}
