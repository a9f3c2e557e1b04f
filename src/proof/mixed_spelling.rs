//! `mixed-spelling`: one word in two spellings in one paper.

use crate::finding::fact::paper::Slip;
use crate::proof::Look;
use crate::proof::paper::At;
use crate::proof::paper::Passage;
use crate::text::spelling;

pub(super) fn find(look: &Look<'_>, slips: &mut Vec<(Slip, At)>) {
    let own: Vec<String> = look.paper.passages.iter().map(own_words).collect();
    for mixed in spelling::mixed(own.iter().map(String::as_str)) {
        let place = own.iter().enumerate().find_map(|(passage, text)| {
            let start = text.find(&mixed.other)?;
            Some(At { passage, range: start..start + mixed.other.len() })
        });
        let Some(at) = place else { continue };
        slips.push((Slip::MixedSpelling { keep: mixed.keep, other: mixed.other }, at));
    }
}

/// The words of a passage, each where it stood, with spaces for what a unit wrote.
fn own_words(passage: &Passage) -> String {
    let mut own = passage.text.clone();
    for quoted in &passage.quoted {
        own.replace_range(quoted.clone(), &" ".repeat(quoted.len()));
    }
    own
}
