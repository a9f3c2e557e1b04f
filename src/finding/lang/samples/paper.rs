//! Facts about finished papers.

use crate::finding::fact::paper::PaperFact;

pub(super) fn facts() -> Vec<PaperFact> {
    Vec::new()
}
