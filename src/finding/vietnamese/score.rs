//! Words for findings about points, votes and awards, in Vietnamese.

use crate::finding::fact::score::ScoreFact;
use crate::finding::lang::Words;

pub(super) fn fact(fact: &ScoreFact) -> Words {
    match *fact {}
}
