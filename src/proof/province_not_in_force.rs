//! `province-not-in-force`: a province that had gone on in another one by the day of the paper, named
//! as a body of today (domain 10.2).

use crate::finding::fact::paper::Slip;
use crate::model::succession;
use crate::proof::Look;
use crate::proof::paper::At;
use crate::text::claims;
use crate::text::date::Date;
use crate::text::fold;
use crate::text::provinces;

/// Words before a name that make it a body; without them it may be that of a ward or of a road.
const BODIES: [&str; 5] = ["tinh", "liendoanlaodong", "liendoanlaodongtinh", "ldld", "ldldtinh"];

/// Words of a sentence that speaks of the merger or of the time before it.
const PAST: [&str; 7] =
    ["sapnhap", "hopnhat", "truocday", "nayla", "sapxep", "truockhi", "thoidiem"];

/// How many characters before a name are looked at.
const BEFORE: usize = 30;

pub(super) fn find(look: &Look<'_>, slips: &mut Vec<(Slip, At)>) {
    let successions = &look.paper.context().campaign.successions;
    for (name, _) in provinces::PROVINCES {
        let slug = fold::slug(name);
        let Some(end) = successions.end(&slug).filter(|it| it.on <= look.paper.dated) else {
            continue;
        };
        if end.into.iter().any(|it| succession::stem(it) == slug) {
            continue;
        }
        if let Some(at) = first(look, name, end.on) {
            let into = end.into.first().map(|it| succession::spoken(it)).unwrap_or_default();
            slips.push((
                Slip::ProvinceNotInForce { name: (*name).to_owned(), on: end.on, into },
                at,
            ));
        }
    }
}

/// The first place that names the province as a body of today.
fn first(look: &Look<'_>, name: &str, on: Date) -> Option<At> {
    look.paper.numbered().find_map(|(index, passage)| {
        let mut found = passage.text.match_indices(name);
        found.find_map(|(start, _)| {
            let range = start..start + name.len();
            let before: Vec<char> = passage.text[..start].chars().rev().take(BEFORE).collect();
            let before = fold::fold(&before.into_iter().rev().collect::<String>());
            let is_body = BODIES.iter().any(|it| before.ends_with(it));
            let sentence = passage.sentence(&range);
            let mut words = sentence.split(|it: char| !it.is_alphanumeric()).map(fold::fold);
            let is_past = words.any(|it| it == "cu")
                || PAST.iter().any(|it| fold::fold(sentence).contains(it))
                || claims::years(sentence).iter().any(|it| it.year < on.year());
            (is_body && !is_past && !passage.is_quoted(&range))
                .then_some(At { passage: index, range })
        })
    })
}
