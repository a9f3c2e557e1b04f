//! A campaign that scores, votes and proposes, with points set by hand: each number is found nowhere else.

use rust_decimal::Decimal;
use thidua::finding::findings::Findings;
use thidua::model::figure::ScoreOf;
use thidua::model::figure::ScoreStage;
use thidua::model::id::UnitId;
use thidua::model::marks::Mark;
use thidua::model::place::CellRef;
use thidua::model::scoreboard::BallotResult;
use thidua::model::scoreboard::Candidate;
use thidua::model::scoreboard::Placing;
use thidua::model::scoreboard::Proposal;
use thidua::model::scoreboard::Score;
use thidua::model::scoreboard::Scoreboard;
use thidua::model::scoreboard::Total;
use thidua::model::scoreboard::UnitScores;
use thidua::pipeline::gather::Gathered;

use crate::case::CUM_5;
use crate::case::Case;

/// What the campaign says of points, votes and awards.
const DECLARED: &str = r#"
[scoring]
criteria = "cham-diem-100"

[meeting]
date = "2024-12-12"
place = "thành phố Cao Bằng"
absent = ["ha-giang"]
opinions = ["Đề nghị xem lại minh chứng của tiêu chí II.1."]

[meeting.chair]
title = "Chủ tịch Liên đoàn Lao động tỉnh Cao Bằng"

[meeting.secretary]
title = "Chánh Văn phòng Liên đoàn Lao động tỉnh Cao Bằng"

[[meeting.tellers]]
title = "Phó Chủ tịch Liên đoàn Lao động tỉnh Lạng Sơn"

[[meeting.tellers]]
title = "Phó Chủ tịch Liên đoàn Lao động tỉnh Thái Nguyên"

[[ballots]]
code = "co-thi-dua"
title = "Suy tôn đơn vị đề nghị tặng Cờ thi đua"
issued = 6
returned = 6
invalid = 1
votes = { cao-bang = 5, thai-nguyen = 2 }

[[ballots]]
code = "cum-truong"
title = "Bầu Cụm trưởng"
purpose = "head"
issued = 6
returned = 6
votes = { thai-nguyen = 6 }

[[awards]]
code = "co-thi-dua"
name = "Cờ thi đua hạng nhất"
quota = 1
ballot = "co-thi-dua"

[[awards]]
code = "bang-khen"
name = "Bằng khen hạng nhì"
quota = 2
"#;

/// The case on disk.
pub(crate) fn case() -> Case {
    let case = Case::of(CUM_5);
    let path = case.root.join("campaign.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let kept = without(&text, &["scoring", "meeting", "ballots", "awards"]);
    std::fs::write(path, format!("{kept}\n{DECLARED}")).unwrap();
    case
}

/// A campaign file without these tables.
fn without(text: &str, tables: &[&str]) -> String {
    let mut drops = false;
    let mut kept = String::new();
    for line in text.lines() {
        if line.starts_with('[') {
            let name = line.trim_matches(['[', ']']);
            drops = tables.contains(&name.split('.').next().unwrap());
        }
        if !drops {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The campaign with points set by hand, and nothing found against it.
pub(crate) fn gathered(case: &Case) -> Gathered {
    let mut gathered = case.gather();
    gathered.scoreboard = Some(board(&gathered));
    gathered.findings = Findings::default();
    gathered
}

/// Hundredths that no other number of the campaign has.
pub(crate) fn points(unit: UnitId, of: ScoreOf, stage: ScoreStage) -> Decimal {
    let unit = i64::from(unit.0);
    let stage = ScoreStage::ALL.iter().position(|it| *it == stage).unwrap();
    let stage = i64::try_from(stage).unwrap();
    let whole = match of {
        ScoreOf::Total => 795,
        ScoreOf::Merit => 793,
        ScoreOf::Bonus => return Decimal::new(207 + unit * 10, 2),
        ScoreOf::Penalty => return Decimal::new(7 + unit * 10, 2),
        ScoreOf::Group(group) => 10 + i64::from(group),
        _ => 1,
    };
    Decimal::new(whole * 100 - unit * 313 + 17 + stage, 2)
}

fn board(gathered: &Gathered) -> Scoreboard {
    let campaign = &gathered.declared.campaign;
    let criteria = gathered.declared.criteria.as_ref().unwrap();
    let mark = |unit: UnitId, stage, note: &str| Mark {
        points: points(unit, ScoreOf::Merit, stage) / Decimal::from(100),
        cell: CellRef {
            file: "panel/tham-dinh.xlsx".to_owned(),
            sheet: "Thẩm định".to_owned(),
            cell: "G7".to_owned(),
            text: String::new(),
        },
        note: note.to_owned(),
    };
    let of_unit = |unit: UnitId| {
        let groups = (0_u32..).take(criteria.groups.len()).map(ScoreOf::Group);
        let sums = [ScoreOf::Merit, ScoreOf::Bonus, ScoreOf::Penalty, ScoreOf::Total];
        let of = groups.chain(sums);
        let totals = of.flat_map(|of| ScoreStage::ALL.map(|stage| (of, stage)));
        let score = |_| Score {
            counted: None,
            own: Some(mark(unit, ScoreStage::Own, "")),
            verified: Some(mark(unit, ScoreStage::Verified, "thiếu minh chứng")),
            explained: None,
        };
        UnitScores {
            scores: criteria.ids().map(score).collect(),
            totals: totals
                .map(|(of, stage)| Total { of, stage, points: Some(points(unit, of, stage)) })
                .collect(),
            placing: placing(unit),
        }
    };
    let named = |code: &str| campaign.find(code).unwrap();
    let candidate = |code: &str, votes: u32, carried| Candidate {
        unit: named(code),
        votes,
        share: Some(Decimal::from(votes) * Decimal::new(1667, 2)),
        carried,
    };
    let flag = [candidate("cao-bang", 5, true), candidate("thai-nguyen", 2, false)];
    let head = [candidate("thai-nguyen", 6, true)];
    let result = |candidates: &[Candidate]| BallotResult {
        valid: 5,
        quorate: true,
        candidates: candidates.to_vec(),
    };
    let proposal = |codes: &[&str]| Proposal {
        units: codes.iter().map(|it| named(it)).collect(),
        passed_over: Vec::new(),
    };
    Scoreboard {
        decimals: 2,
        units: campaign.unit_ids().map(of_unit).collect(),
        ballots: vec![result(&flag), result(&head)],
        proposals: vec![proposal(&["cao-bang"]), proposal(&["thai-nguyen", "lang-son"])],
    }
}

/// The first is barred, the others are ranked with two sharing a place.
fn placing(unit: UnitId) -> Placing {
    use thidua::model::meeting::Bar;
    use thidua::model::meeting::Ground;
    match unit.0 {
        5 => Placing::Barred(vec![Bar { ground: Ground::Late, note: String::new() }]),
        n => Placing::Ranked {
            rank: if n == 2 { 2 } else { n + 1 },
            shared: n == 1 || n == 2,
            decided_by: None,
        },
    }
}
