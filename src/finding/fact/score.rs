//! Points, votes and awards: what was found of marks, ballots and proposals.

use crate::model::catalogue::Severity;
use crate::model::measure::Measure;

/// A finding about points, votes and awards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScoreFact {}

impl ScoreFact {
    pub(super) fn code(&self) -> &'static str {
        match *self {}
    }

    pub(super) fn severity(&self) -> Severity {
        match *self {}
    }

    pub(super) fn measure(&self) -> Option<Measure> {
        match *self {}
    }
}
