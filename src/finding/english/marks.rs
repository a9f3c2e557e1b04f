//! Words for findings about points and votes that people typed, in English.

use rust_decimal::Decimal;

use crate::finding::english::figure::rejection;
use crate::finding::english::suggestion;
use crate::finding::fact::marks::CountAt;
use crate::finding::fact::marks::Giver;
use crate::finding::fact::marks::MarkAt;
use crate::finding::fact::marks::MarkFact;
use crate::finding::fact::marks::WhatCount;
use crate::finding::lang::Words;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &MarkFact) -> Words {
    match fact {
        MarkFact::UnknownCriterion { typed, nearest } => Words::new(
            format!("the row holds points, but {} is no criterion of this period", quoted(typed)),
            suggestion(
                nearest.as_deref(),
                "type the criterion's code, or clear the points of the row",
            ),
        ),
        MarkFact::UnknownUnit { typed, nearest } => Words::new(
            format!("the row holds points, but {} is no unit of this campaign", quoted(typed)),
            suggestion(nearest.as_deref(), "type the unit's code, or clear the points of the row"),
        ),
        MarkFact::NotPoints { at, text, why } => {
            let (reason, hint) = rejection(text, why);
            Words::new(format!("{}: {reason}", row(at)), hint)
        }
        MarkFact::PointsInWords { at, text, points } => Words::new(
            format!(
                "{}: says {}, read as {} points",
                row(at),
                quoted(text),
                number::plain(*points)
            ),
            "see whether that is right; type the number of points next time",
        ),
        MarkFact::OutOfScale { at, points, max } => {
            let points = number::plain(*points);
            let most = number::plain(*max);
            Words::new(
                format!("{}: {points} points, outside 0 to {most}; not taken", row(at)),
                format!("type points from 0 to {most}"),
            )
        }
        MarkFact::PenaltyWithSign { at, points } => Words::new(
            format!(
                "{}: a negative penalty, read as {} points to take",
                row(at),
                number::plain(*points)
            ),
            "nothing to mend; type penalties as positive numbers next time",
        ),
        MarkFact::TooFine { at, points, decimals } => Words::new(
            format!(
                "{}: {} points, finer than the {decimals} decimals that are published",
                row(at),
                number::plain(*points)
            ),
            "look at the points again and round them as the rules of scoring say",
        ),
        MarkFact::CriterionTwice { at, first, same } => twice(at, first, *same),
        MarkFact::MaxDiffers { criterion, typed, max } => Words::new(
            format!(
                "{}: the most points are given as {}, this period's criteria say {}",
                named(criterion),
                number::plain(*typed),
                number::plain(*max)
            ),
            "see whether this is another year's sheet, and score by this period's maximum",
        ),
        MarkFact::SumDiffers { label, typed, sum } => Words::new(
            format!(
                "row {} says {}, its criteria add up to {}",
                quoted(label),
                number::plain(*typed),
                number::plain(*sum)
            ),
            "look at the points of each criterion; the program adds those up itself",
        ),
        MarkFact::OwnMissing { sheet } => Words::new(
            format!("the file has no sheet {} with the unit's own points", quoted(sheet)),
            "fill the sheet of own points of this period's form and send the file again",
        ),
        MarkFact::NotScored { codes } => Words::new(
            format!("{} criteria without own points: {}", codes.len(), codes.join(", ")),
            "score every criterion; type 0 for none",
        ),
        MarkFact::EvidenceMissing { codes } => Words::new(
            format!(
                "{} criteria with points and no evidence named: {}",
                codes.len(),
                codes.join(", ")
            ),
            "name the document or the figure that proves them in the column of evidence",
        ),
        MarkFact::ReasonMissing { at, from, to } => Words::new(
            format!(
                "{}: {} points instead of {}, without a reason",
                row(at),
                number::plain(*to),
                number::plain(*from)
            ),
            reason_column(at.giver),
        ),
        MarkFact::PanelDiffers { at, here, there, other } => Words::new(
            format!(
                "{}: {} points here, {} points in {other}",
                row(at),
                number::plain(*here),
                number::plain(*there)
            ),
            "agree on the points and mend one of the two cells",
        ),
        MarkFact::OwnChanged { at, seen, sent } => own_changed(at, *seen, *sent),
        MarkFact::UnknownBallot { typed, nearest } => Words::new(
            format!("the sheet counts ballot {}, which campaign.toml does not have", quoted(typed)),
            suggestion(nearest.as_deref(), "type a code of [[ballots]] in campaign.toml"),
        ),
        MarkFact::NotVotes { count, text } => Words::new(
            format!("{}: the cell holds {}, which is no count", counted(count), quoted(text)),
            "type a whole number from 0 on; leave the cell blank if it is not counted yet",
        ),
        MarkFact::VotesDiffer { count, here, there, other } => Words::new(
            format!("{}: {here} here, {there} in {other}", counted(count)),
            "look at the minutes of the count and mend the place that is wrong",
        ),
    }
}

fn twice(at: &MarkAt, first: &str, same: bool) -> Words {
    if same {
        Words::new(
            format!(
                "{}: a further row with the same points (first in {first}), counted once",
                row(at)
            ),
            "nothing to mend; the row may be deleted",
        )
    } else {
        Words::new(
            format!(
                "{}: two rows with different points (first in {first}); none was taken",
                row(at)
            ),
            "keep the right row, delete the other",
        )
    }
}

fn own_changed(at: &MarkAt, seen: Decimal, sent: Option<Decimal>) -> Words {
    let now = match sent {
        Some(points) => format!("the unit's file now says {}", number::plain(points)),
        None => "the unit's file now has no such points".to_owned(),
    };
    Words::new(
        format!(
            "{}: the panel's workbook has {} as own points, {now}",
            row(at),
            number::plain(seen)
        ),
        "see whether the unit sent a new file after the workbook was made; judge again if needed",
    )
}

fn reason_column(giver: Giver) -> &'static str {
    match giver {
        Giver::PanelLater => "write it in column “Ý kiến giải trình”",
        Giver::Unit | Giver::Panel => "write it in column “Lý do”",
    }
}

/// `Cao Bằng, III.2 “Kết nạp đoàn viên”, verified`.
fn row(at: &MarkAt) -> String {
    let unit = at.unit.as_ref().map(|it| format!("{it}, ")).unwrap_or_default();
    let giver = match at.giver {
        Giver::Unit => "own points",
        Giver::Panel => "verified",
        Giver::PanelLater => "after the explanation",
    };
    format!("{unit}{}, {giver}", named(&at.criterion))
}

fn counted(at: &CountAt) -> String {
    let what = match &at.what {
        WhatCount::Voters => "members with a vote".to_owned(),
        WhatCount::Issued => "papers handed out".to_owned(),
        WhatCount::Returned => "papers returned".to_owned(),
        WhatCount::Invalid => "invalid papers".to_owned(),
        WhatCount::Votes(unit) => format!("votes for {unit}"),
    };
    format!("ballot {}, {what}", quoted(&at.ballot))
}
