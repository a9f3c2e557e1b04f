//! The files of the panel together, and the votes that they count with those of the campaign.
//! Which of two that differ is right, the program does not choose.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::finding::fact::Finding;
use crate::finding::fact::Named;
use crate::finding::fact::marks::Giver;
use crate::finding::fact::marks::MarkAt;
use crate::finding::fact::marks::MarkFact;
use crate::model::campaign::Campaign;
use crate::model::criteria::Criteria;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::marks::Counted;
use crate::model::marks::Mark;
use crate::model::marks::PanelMarks;
use crate::model::marks::Tally;
use crate::model::meeting::Ballot;
use crate::model::meeting::Votes;
use crate::model::place::CellRef;
use crate::read::panel::Given;
use crate::read::panel::PanelFile;
use crate::read::panel::ballots;

type Key = (Given, UnitId, CriterionId);

/// Every mark of the panel. Where two cells differ, neither is taken.
#[must_use]
pub fn joined(
    files: Vec<PanelFile>,
    campaign: &Campaign,
    criteria: &Criteria,
) -> (PanelMarks, Vec<Finding>) {
    let (mut marks, mut findings) = (BTreeMap::<Key, Mark>::new(), Vec::new());
    let mut contested: BTreeSet<Key> = BTreeSet::new();
    let mut panel = PanelMarks::default();
    for file in files {
        for (given, unit, id, mark) in file.marks {
            let key = (given, unit, id);
            match marks.get_mut(&key) {
                None => drop(marks.insert(key, mark)),
                Some(first) if first.points == mark.points => {
                    if first.note.is_empty() {
                        first.note = mark.note;
                    }
                }
                Some(first) => {
                    contested.insert(key);
                    let at = at(campaign, criteria, key);
                    findings.push(differs(at, &mark, first));
                }
            }
        }
        for (ballot, tally, counted) in file.counts {
            count(&mut panel, campaign, (ballot, tally, counted), &mut findings);
        }
    }
    for (key, mark) in marks.into_iter().filter(|(key, _)| !contested.contains(key)) {
        let (given, unit, id) = key;
        let into = match given {
            Given::Own => &mut panel.own,
            Given::Verified => &mut panel.verified,
            Given::Explained => &mut panel.explained,
        };
        into.insert((unit, id), mark);
    }
    (panel, findings)
}

fn at(campaign: &Campaign, criteria: &Criteria, (given, unit, id): Key) -> MarkAt {
    MarkAt {
        unit: Some(campaign[unit].name.clone()),
        criterion: Named { code: criteria[id].code.clone(), name: criteria[id].name.clone() },
        giver: match given {
            Given::Own => Giver::Unit,
            Given::Verified => Giver::Panel,
            Given::Explained => Giver::PanelLater,
        },
    }
}

fn differs(at: MarkAt, here: &Mark, there: &Mark) -> Finding {
    let fact = MarkFact::PanelDiffers {
        at,
        here: here.points,
        there: there.points,
        other: told(&there.cell),
    };
    Finding::new(fact, here.cell.place(), None)
}

/// Keeps a count; a second one must say the same.
fn count(
    panel: &mut PanelMarks,
    campaign: &Campaign,
    (ballot, tally, counted): (usize, Tally, Counted),
    findings: &mut Vec<Finding>,
) {
    let counts = &mut panel.counts.entry(ballot).or_default().counts;
    match counts.get(&tally) {
        None => drop(counts.insert(tally, counted)),
        Some(first) if first.count == counted.count => {}
        Some(first) => {
            let fact = MarkFact::VotesDiffer {
                count: ballots::named(campaign, ballot, tally),
                here: counted.count,
                there: first.count,
                other: told(&first.cell),
            };
            findings.push(Finding::new(fact, counted.cell.place(), None));
        }
    }
}

/// The campaign's ballots with the votes that the panel counted. What `campaign.toml` counts stands;
/// where a workbook says otherwise, that is a finding.
#[must_use]
pub fn tallied(campaign: &Campaign, panel: &PanelMarks) -> (Vec<Ballot>, Vec<Finding>) {
    let (mut ballots, mut findings) = (campaign.ballots.clone(), Vec::new());
    for (index, counts) in &panel.counts {
        let ballot = &mut ballots[*index];
        let is_held = ballot.is_held();
        for (tally, counted) in &counts.counts {
            let known = known(ballot, *tally).filter(|_| is_held || *tally == Tally::Voters);
            match known {
                None => take(ballot, *tally, counted.count),
                Some(there) if there == counted.count => {}
                Some(there) => {
                    let fact = MarkFact::VotesDiffer {
                        count: ballots::named(campaign, *index, *tally),
                        here: counted.count,
                        there,
                        other: "campaign.toml".to_owned(),
                    };
                    findings.push(Finding::new(fact, counted.cell.place(), None));
                }
            }
        }
    }
    (ballots, findings)
}

/// What the campaign says; a unit that it does not name has no votes.
fn known(ballot: &Ballot, tally: Tally) -> Option<u32> {
    Some(match tally {
        Tally::Voters => ballot.voters,
        Tally::Issued => ballot.issued,
        Tally::Returned => ballot.returned,
        Tally::Invalid => ballot.invalid,
        Tally::Votes(unit) => {
            ballot.votes.iter().find(|it| it.unit == unit).map_or(0, |it| it.count)
        }
    })
}

fn take(ballot: &mut Ballot, tally: Tally, count: u32) {
    match tally {
        Tally::Voters => ballot.voters = count,
        Tally::Issued => ballot.issued = count,
        Tally::Returned => ballot.returned = count,
        Tally::Invalid => ballot.invalid = count,
        Tally::Votes(unit) => {
            ballot.votes.push(Votes { unit, count });
            ballot.votes.sort_by_key(|it| it.unit);
        }
    }
}

/// `panel/2.xlsx, ô H9`.
fn told(cell: &CellRef) -> String {
    format!("{}, {}", cell.file, cell.cell)
}
