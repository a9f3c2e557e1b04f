//! `old-year`: a year before this campaign's that somebody typed and nothing explains: left behind
//! when last year's folder was copied.

use crate::finding::fact::paper::Slip;
use crate::proof::Look;
use crate::proof::paper::At;
use crate::proof::paper::Kind;
use crate::text::citation;
use crate::text::claims;
use crate::text::fold;

/// Words of a sentence that speaks of the past on purpose.
const PAST: [&str; 30] = [
    "sovoi",
    "cungky",
    "namtruoc",
    "tunam",
    "ketu",
    "giaidoan",
    "nhiemky",
    "kyniem",
    "thanhlap",
    "tang",
    "giam",
    "truocday",
    "nghiquyet",
    "nghidinh",
    "quyetdinh",
    "luat",
    "thongtu",
    "chithi",
    "ketluan",
    "kehoach",
    "huongdan",
    "congvan",
    "baocao",
    "daihoi",
    "lichsu",
    "tronghainam",
    "banam",
    "lientuc",
    "thangle",
    "chienthang",
];

/// Words right before a year that name the period of the campaign itself.
const OWN: [&str; 6] =
    ["tongketnam", "phongtraothiduanam", "giaouocthiduanam", "chudenam", "nhiemvunam", "trongnam"];

/// How many characters before a year are looked at.
const BEFORE: usize = 40;

pub(super) fn find(look: &Look<'_>, slips: &mut Vec<(Slip, At)>) {
    let now = look.context.campaign.period.year;
    for (index, passage) in look.paper.numbered().filter(|(_, it)| it.kind != Kind::Basis) {
        for year in claims::years(&passage.text).into_iter().filter(|it| it.year < now) {
            let at = At { passage: index, range: year.at.clone() };
            let before: Vec<char> =
                passage.text[..at.range.start].chars().rev().take(BEFORE).collect();
            let before = fold::fold(&before.into_iter().rev().collect::<String>());
            let sentence = passage.sentence(&at.range);
            let folded = fold::fold(sentence);
            let is_own = OWN.iter().any(|it| before.ends_with(it));
            let is_past = PAST.iter().any(|it| folded.contains(it))
                || !citation::citations(sentence).is_empty();
            let is_told =
                passage.is_typed(&at.range) && before.ends_with("nam") && (is_own || !is_past);
            if is_told && look.sources.line(passage, &at.range).is_some() {
                slips.push((Slip::OldYear { year: year.year, now }, at));
            }
        }
    }
}
