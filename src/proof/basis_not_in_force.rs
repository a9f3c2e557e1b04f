//! `basis-not-in-force` and `regulation-not-in-force`: a regulation that was not in force on the day
//! of the paper; the first where the paper rests on it, the second where it only names it.

use crate::assets::legal::LegalBasis;
use crate::finding::fact::paper::Force;
use crate::finding::fact::paper::Slip;
use crate::proof::Look;
use crate::proof::paper::At;
use crate::proof::paper::Kind;
use crate::text::citation;
use crate::text::fold;

/// How many characters before a citation say whether the paper rests on it.
const BEFORE: usize = 40;

/// Words before a regulation on which a paper rests.
const RESTS: [&str; 5] = ["cancu", "theo", "thuchien", "quydinhtai", "apdung"];

/// Words of a sentence that speaks of a regulation as past.
const PAST: [&str; 6] =
    ["thaythe", "truocday", "hethieuluc", "baibo", "suadoibosung", "khongconhieuluc"];

pub(super) fn find(look: &Look<'_>, slips: &mut Vec<(Slip, At)>) {
    let legal = look.context.legal;
    for (index, passage) in look.paper.numbered() {
        for cited in citation::citations(&passage.text) {
            let Some(basis) = legal.cited(&cited.key) else { continue };
            let Some(force) = force(look, basis) else { continue };
            if passage.is_quoted(&cited.at) {
                continue;
            }
            let sentence = fold::fold(passage.sentence(&cited.at));
            if passage.kind != Kind::Basis && PAST.iter().any(|it| sentence.contains(it)) {
                continue;
            }
            let before: Vec<char> =
                passage.text[..cited.at.start].chars().rev().take(BEFORE).collect();
            let before = fold::fold(&before.into_iter().rev().collect::<String>());
            let rests = RESTS.iter().any(|it| before.contains(it));
            let instead = legal
                .bases
                .iter()
                .find(|it| it.family == basis.family && it.is_in_force(look.paper.dated));
            let instead = instead.map(|it| it.text.clone());
            let cited_text = cited.text.clone();
            let dated = look.paper.dated;
            let slip = if passage.kind == Kind::Basis || rests {
                Slip::BasisNotInForce { cited: cited_text, force, dated, instead }
            } else {
                Slip::RegulationNotInForce { cited: cited_text, force, dated, instead }
            };
            slips.push((slip, At { passage: index, range: cited.at }));
        }
    }
}

/// Why a regulation is not in force on the day of the paper; `None` if it is.
fn force(look: &Look<'_>, basis: &LegalBasis) -> Option<Force> {
    let day = look.paper.dated;
    let ended = basis.until.filter(|it| *it < day).map(Force::Ended);
    ended.or_else(|| basis.from.filter(|it| day < *it).map(Force::NotYet))
}
