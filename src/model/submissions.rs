//! Everything that units sent, with who sent what.

use crate::model::id::UnitId;
use crate::model::indexed::Indexed;
use crate::model::submission::Submission;

/// Submissions in the order of their files, by the units that sent them.
pub type Submissions = Indexed<UnitId, Submission>;

impl From<Vec<Submission>> for Submissions {
    fn from(all: Vec<Submission>) -> Self {
        Self::new(all, |it| it.unit)
    }
}

impl FromIterator<Submission> for Submissions {
    fn from_iter<I: IntoIterator<Item = Submission>>(all: I) -> Self {
        Self::from(all.into_iter().collect::<Vec<_>>())
    }
}

impl Submissions {
    /// The submission of a unit that sent one; of two nobody knows yet which is the valid one.
    #[must_use]
    pub fn only(&self, unit: UnitId) -> Option<&Submission> {
        let mut sent = self.of(&unit);
        sent.next().filter(|_| sent.len() == 0)
    }

    /// Whether a unit sent anything.
    #[must_use]
    pub fn has(&self, unit: UnitId) -> bool {
        self.of(&unit).len() > 0
    }

    /// Units with the one submission of each that sent one.
    pub fn certain(&self) -> impl Iterator<Item = (UnitId, &Submission)> {
        self.keys().filter_map(|unit| Some((*unit, self.only(*unit)?)))
    }
}
