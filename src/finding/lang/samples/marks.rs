//! One or more of every fact about points and votes that people typed.

use rust_decimal::Decimal;

use crate::finding::fact::marks::CountAt;
use crate::finding::fact::marks::Giver;
use crate::finding::fact::marks::MarkAt;
use crate::finding::fact::marks::MarkFact;
use crate::finding::fact::marks::WhatCount;
use crate::finding::lang::samples::named;
use crate::model::value::Rejection;

fn at(unit: Option<&str>, giver: Giver) -> MarkAt {
    let criterion = named("III.2", "Phát triển đoàn viên");
    MarkAt { unit: unit.map(str::to_owned), criterion, giver }
}

pub(super) fn facts() -> Vec<MarkFact> {
    let own = || at(None, Giver::Unit);
    let panel = || at(Some("Cao Bằng"), Giver::Panel);
    let (points, max) = (Decimal::new(95, 1), Decimal::from(9));
    let mut facts = vec![
        MarkFact::NotPoints { at: own(), text: "7-8".into(), why: Rejection::Several },
        MarkFact::PointsInWords { at: own(), text: "đạt".into(), points: max },
        MarkFact::OutOfScale { at: own(), points, max },
        MarkFact::PenaltyWithSign { at: own(), points: Decimal::ONE },
        MarkFact::TooFine { at: panel(), points: Decimal::new(9125, 3), decimals: 2 },
        MarkFact::MaxDiffers {
            criterion: named("III.2", "Phát triển đoàn viên"),
            typed: points,
            max,
        },
        MarkFact::SumDiffers { label: "Cộng III".into(), typed: points, sum: max },
        MarkFact::OwnMissing { sheet: "Tự chấm điểm".into() },
        MarkFact::NotScored { codes: vec!["I.1".into(), "III.2".into()] },
        MarkFact::EvidenceMissing { codes: vec!["III.2".into()] },
        MarkFact::PanelDiffers {
            at: panel(),
            here: points,
            there: max,
            other: "panel/2.xlsx, ô H9".into(),
        },
    ];
    for nearest in [Some("III.2".to_owned()), None] {
        facts.push(MarkFact::UnknownCriterion { typed: "III.22".into(), nearest: nearest.clone() });
        facts.push(MarkFact::UnknownUnit { typed: "cao-bag".into(), nearest: nearest.clone() });
        facts.push(MarkFact::UnknownBallot { typed: "cờ".into(), nearest });
    }
    facts.extend([true, false].map(|same| MarkFact::CriterionTwice {
        at: own(),
        first: "E9".into(),
        same,
    }));
    facts.extend([Giver::Panel, Giver::PanelLater].map(|giver| MarkFact::ReasonMissing {
        at: at(Some("Cao Bằng"), giver),
        from: points,
        to: max,
    }));
    facts.extend([Some(points), None].map(|sent| MarkFact::OwnChanged {
        at: panel(),
        seen: max,
        sent,
    }));
    let counts = [
        WhatCount::Voters,
        WhatCount::Issued,
        WhatCount::Returned,
        WhatCount::Invalid,
        WhatCount::Votes("Cao Bằng".into()),
    ];
    for what in counts {
        let count = CountAt { ballot: "Suy tôn Cờ thi đua".into(), what };
        facts.push(MarkFact::NotVotes { count: count.clone(), text: "năm".into() });
        let other = "campaign.toml".to_owned();
        facts.push(MarkFact::VotesDiffer { count, here: 5, there: 6, other });
    }
    facts
}
