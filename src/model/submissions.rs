//! Everything that units sent, with who sent what: of thousands of units each is asked for again and again.

use std::collections::BTreeMap;
use std::ops::Deref;

use crate::model::id::UnitId;
use crate::model::submission::Submission;

/// Submissions in the order of their files.
#[derive(Debug, Clone, Default)]
pub struct Submissions {
    all: Vec<Submission>,
    of_unit: BTreeMap<UnitId, Vec<usize>>,
}

impl From<Vec<Submission>> for Submissions {
    fn from(all: Vec<Submission>) -> Self {
        let mut of_unit: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        for (index, submission) in all.iter().enumerate() {
            if let Some(unit) = submission.unit {
                of_unit.entry(unit).or_default().push(index);
            }
        }
        Self { all, of_unit }
    }
}

impl FromIterator<Submission> for Submissions {
    fn from_iter<I: IntoIterator<Item = Submission>>(all: I) -> Self {
        Self::from(all.into_iter().collect::<Vec<_>>())
    }
}

impl<'a> IntoIterator for &'a Submissions {
    type Item = &'a Submission;
    type IntoIter = std::slice::Iter<'a, Submission>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

impl Deref for Submissions {
    type Target = [Submission];

    fn deref(&self) -> &[Submission] {
        &self.all
    }
}

impl Submissions {
    /// What a unit sent, in order.
    pub fn of(&self, unit: UnitId) -> impl Iterator<Item = &Submission> {
        self.of_unit.get(&unit).into_iter().flatten().map(|index| &self.all[*index])
    }

    /// The submission of a unit that sent one; of two nobody knows yet which is the valid one.
    #[must_use]
    pub fn only(&self, unit: UnitId) -> Option<&Submission> {
        match self.of_unit.get(&unit)?.as_slice() {
            [index] => Some(&self.all[*index]),
            _ => None,
        }
    }

    /// Whether a unit sent anything.
    #[must_use]
    pub fn has(&self, unit: UnitId) -> bool {
        self.of_unit.contains_key(&unit)
    }

    /// Units with the one submission of each that sent one.
    pub fn certain(&self) -> impl Iterator<Item = (UnitId, &Submission)> {
        self.of_unit.keys().filter_map(|unit| Some((*unit, self.only(*unit)?)))
    }
}
