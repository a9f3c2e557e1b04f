//! Facts about points, votes and awards.

use crate::finding::fact::score::ScoreFact;

pub(super) fn facts() -> Vec<ScoreFact> {
    Vec::new()
}
