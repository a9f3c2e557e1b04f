//! Finished papers: what was found of their words and numbers before anybody signs them.

use crate::model::catalogue::Severity;
use crate::model::measure::Measure;

/// A finding about finished papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperFact {}

impl PaperFact {
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
