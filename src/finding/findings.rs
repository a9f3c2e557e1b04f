//! Everything that was found, with what concerns whom: of thousands of units each is asked for again and again.

use std::collections::BTreeMap;
use std::ops::Deref;

use crate::finding::fact;
use crate::finding::fact::Finding;
use crate::model::id::UnitId;

/// Findings, sorted.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    all: Vec<Finding>,
    about: BTreeMap<UnitId, Vec<usize>>,
}

impl From<Vec<Finding>> for Findings {
    fn from(mut all: Vec<Finding>) -> Self {
        fact::sort(&mut all);
        let mut about: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        for (index, finding) in all.iter().enumerate() {
            let judged = finding.fact.judged().filter(|it| finding.unit != Some(*it));
            for unit in finding.unit.into_iter().chain(judged) {
                about.entry(unit).or_default().push(index);
            }
        }
        Self { all, about }
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

impl Deref for Findings {
    type Target = [Finding];

    fn deref(&self) -> &[Finding] {
        &self.all
    }
}

impl Findings {
    /// Those of a unit, and those of what was judged of it, in order.
    pub fn about(&self, unit: UnitId) -> impl Iterator<Item = &Finding> {
        self.about.get(&unit).into_iter().flatten().map(|index| &self.all[*index])
    }

    /// These and more.
    #[must_use]
    pub fn and(self, more: impl IntoIterator<Item = Finding>) -> Self {
        let mut all = self.all;
        all.extend(more);
        Self::from(all)
    }
}
