//! Everything that was found, with what concerns whom.

use crate::finding::fact;
use crate::finding::fact::Finding;
use crate::model::id::UnitId;
use crate::model::indexed::Indexed;

/// Findings, sorted, by the units that they are of and those that they judge.
pub type Findings = Indexed<UnitId, Finding>;

impl From<Vec<Finding>> for Findings {
    fn from(mut all: Vec<Finding>) -> Self {
        fact::sort(&mut all);
        Self::new(all, |it| {
            let judged = it.fact.judged().filter(|judged| it.unit != Some(*judged));
            it.unit.into_iter().chain(judged)
        })
    }
}

impl Findings {
    /// These and more.
    #[must_use]
    pub fn and(self, more: impl IntoIterator<Item = Finding>) -> Self {
        let mut all = self.into_vec();
        all.extend(more);
        Self::from(all)
    }
}
