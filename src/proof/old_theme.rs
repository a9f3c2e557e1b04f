//! `old-theme`: the theme of last year's campaign stands on a paper of this one.

use crate::finding::fact::paper::Slip;
use crate::proof::Look;
use crate::proof::paper::At;
use crate::text::fold;

/// A shorter theme may be said by chance.
const SHORTEST: usize = 12;

pub(super) fn find(look: &Look<'_>, slips: &mut Vec<(Slip, At)>) {
    let Some(before) = look.context.predecessor else { return };
    let now = &look.context.campaign.period;
    let theme = &before.report.theme;
    let folded = fold::fold(theme);
    if before.period.year >= now.year || folded.len() < SHORTEST {
        return;
    }
    for (index, passage) in look.paper.numbered() {
        let range = passage.text.find(theme.as_str()).map(|at| at..at + theme.len());
        let range = range.or_else(|| {
            fold::fold(&passage.text).contains(&folded).then(|| 0..passage.text.len().min(1))
        });
        let Some(range) = range.filter(|it| passage.text.is_char_boundary(it.end)) else {
            continue;
        };
        if !passage.is_quoted(&range) {
            let slip = Slip::OldTheme { theme: theme.clone(), year: before.period.year };
            slips.push((slip, At { passage: index, range }));
            return;
        }
    }
}
