//! Words for findings about finished papers, in English.

use crate::finding::fact::paper::PaperFact;
use crate::finding::lang::Words;

pub(super) fn fact(fact: &PaperFact) -> Words {
    match *fact {}
}
