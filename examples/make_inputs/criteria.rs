//! The criteria of the year, read as far as score sheets need them.

use rust_decimal::Decimal;
use serde::Deserialize;

/// The criteria of a year.
#[derive(Debug, Deserialize)]
pub(crate) struct Criteria {
    /// Title.
    pub(crate) title: String,
    /// Groups in order.
    pub(crate) groups: Vec<Group>,
}

/// A group.
#[derive(Debug, Deserialize)]
pub(crate) struct Group {
    /// Mark such as `III`.
    pub(crate) code: String,
    /// Title.
    pub(crate) title: String,
    /// The most points of it.
    pub(crate) max: Decimal,
    /// Its criteria.
    pub(crate) criteria: Vec<Criterion>,
}

/// A criterion.
#[derive(Debug, Deserialize)]
pub(crate) struct Criterion {
    /// Code such as `III.2`.
    pub(crate) code: String,
    /// What is judged.
    pub(crate) name: String,
    /// The most points of it.
    pub(crate) max: Decimal,
    /// What is to be sent to prove it.
    #[serde(default)]
    pub(crate) evidence: String,
}

impl Criteria {
    /// Every criterion in order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Criterion> {
        self.groups.iter().flat_map(|group| &group.criteria)
    }
}
