//! `difference-wrong`: a rise or fall that its own two ends do not give (domain 0.3).

use crate::finding::fact::paper::Slip;
use crate::proof::Look;
use crate::proof::paper::At;
use crate::text::claims;
use crate::text::number;

pub(super) fn find(look: &Look<'_>, slips: &mut Vec<(Slip, At)>) {
    for (index, passage) in look.paper.numbered() {
        for change in claims::changes(&passage.text).into_iter().filter(|it| !it.holds) {
            let Some(start) = passage.text.find(&change.difference) else { continue };
            let range = start..start + change.difference.len();
            // What a unit wrote was told where it wrote it.
            if passage.is_quoted(&range) {
                continue;
            }
            let slip = Slip::DifferenceWrong {
                difference: change.difference,
                from: change.from,
                to: change.to,
                computed: number::plain(change.computed),
            };
            slips.push((slip, At { passage: index, range }));
        }
    }
}
