//! Words for findings and failures in English.

use crate::finding::fact::Fact;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlFault;
use crate::finding::lang::Words;
use crate::finding::vietnamese;

pub(super) fn fact(fact: &Fact) -> Words {
    vietnamese::fact(fact)
}

pub(super) fn failure(failure: &Failure) -> Words {
    vietnamese::failure(failure)
}

pub(super) fn toml_fault(fault: &TomlFault) -> Words {
    vietnamese::toml_fault(fault)
}
