//! Tình hình gửi số liệu: who has sent, when, in which version, and what came of it.

use std::collections::BTreeMap;

use crate::finding::fact::Finding;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Severity;
use crate::model::collection::Collection;
use crate::model::id::UnitId;
use crate::model::standing::Arrival;
use crate::model::standing::Counts;
use crate::model::standing::FileStanding;
use crate::model::standing::Punctuality;
use crate::model::standing::Role;
use crate::model::standing::Standing;
use crate::model::standing::State;
use crate::model::standing::Stray;
use crate::model::standing::UnitStanding;
use crate::model::submission::Submission;
use crate::pipeline::gather::Gathered;

/// How the collection stands.
#[must_use]
pub fn standing(gathered: &Gathered) -> Standing {
    let campaign = &gathered.declared.campaign;
    let (mut own, strays) = sorted(gathered);
    let counts = counts(campaign, &gathered.findings);
    let units = campaign.unit_ids().map(|unit| {
        let files = own.remove(&unit).unwrap_or_default();
        unit_standing(gathered, unit, files, counts[unit.index()])
    });
    Standing { deadline: campaign.collection.deadline, units: units.collect(), strays }
}

/// A file that a unit sent, with what could be read of it.
struct Sent<'a> {
    file: &'a str,
    role: Role,
    submission: Option<&'a Submission>,
}

/// The files of each unit, those in use first; then those of no unit, those that cannot be read
/// before those that do not say whose they are.
fn sorted(gathered: &Gathered) -> (BTreeMap<UnitId, Vec<Sent<'_>>>, Vec<Stray>) {
    let campaign = &gathered.declared.campaign;
    let mut own: BTreeMap<UnitId, Vec<Sent<'_>>> = BTreeMap::new();
    let mut strays = Vec::new();
    for submission in &gathered.submissions {
        let sent = Sent { file: &submission.file, role: Role::Valid, submission: Some(submission) };
        match submission.unit {
            Some(unit) => own.entry(unit).or_default().push(sent),
            None => strays.push(Stray { file: submission.file.clone(), role: Role::Contested }),
        }
    }
    for files in own.values_mut().filter(|files| files.len() > 1) {
        files.iter_mut().for_each(|it| it.role = Role::Contested);
    }
    let mut unreadable = Vec::new();
    for file in gathered.unreadable() {
        // A file that cannot be read may still bear the name of a unit that has sent nothing else.
        match campaign.name_of_file(file).filter(|unit| !own.contains_key(unit)) {
            Some(unit) => {
                let sent = Sent { file, role: Role::Unreadable, submission: None };
                own.insert(unit, vec![sent]);
            }
            None => unreadable.push(Stray { file: file.to_owned(), role: Role::Unreadable }),
        }
    }
    unreadable.extend(strays);
    unreadable.extend(add_superseded(gathered, &mut own));
    (own, unreadable)
}

/// Adds the files that others replaced to those of their units; those of no unit are given back.
fn add_superseded<'a>(
    gathered: &'a Gathered,
    own: &mut BTreeMap<UnitId, Vec<Sent<'a>>>,
) -> Vec<Stray> {
    let collection = &gathered.declared.campaign.collection;
    let read = gathered.superseded.iter().map(|it| (it.file.as_str(), it));
    let read: BTreeMap<&str, &Submission> = read.collect();
    let mut placed: Vec<&str> = Vec::new();
    for files in own.values_mut() {
        let in_use: Vec<&str> = files.iter().map(|it| it.file).collect();
        for file in in_use.into_iter().flat_map(|it| collection.earlier(it)) {
            let submission = read.get(file).copied();
            files.push(Sent { file, role: Role::Superseded, submission });
            placed.push(file);
        }
    }
    placed.sort_unstable();
    let left = gathered.received.iter().filter(|it| collection.is_superseded(it));
    let left = left.filter(|it| placed.binary_search(&it.as_str()).is_err());
    left.map(|it| Stray { file: it.clone(), role: Role::Superseded }).collect()
}

fn unit_standing(
    gathered: &Gathered,
    unit: UnitId,
    sent: Vec<Sent<'_>>,
    counts: Counts,
) -> UnitStanding {
    let collection = &gathered.declared.campaign.collection;
    let state = match sent.first().map(|it| it.role) {
        Some(Role::Valid | Role::Superseded) => State::Sent,
        Some(Role::Contested) => State::Duplicate,
        Some(Role::Unreadable) => State::Unreadable,
        None => State::Missing,
    };
    let in_use = || sent.iter().filter(|it| it.role != Role::Superseded);
    let read = |file: &str| sent.iter().find(|it| it.file == file)?.submission;
    let arrivals = in_use().filter_map(|it| collection.arrival(it.file, read));
    let arrival: Option<Arrival> = arrivals.min_by_key(|it| it.day);
    let confirmed = in_use().filter_map(|it| collection.of_file(it.file)?.confirmed).max();
    UnitStanding {
        unit,
        state,
        arrival,
        punctuality: Punctuality::of(arrival, collection.deadline),
        counts,
        confirmed,
        files: sent.iter().map(|it| file_standing(collection, it)).collect(),
    }
}

fn file_standing(collection: &Collection, sent: &Sent<'_>) -> FileStanding {
    let known = collection.of_file(sent.file);
    let about = sent.submission.map(|it| &it.about);
    let number = about.and_then(|it| it.report_number.as_ref()).map(|it| it.text.clone());
    let date = about.and_then(|it| it.report_date.as_ref()).map(|it| it.text.clone());
    FileStanding {
        file: sent.file.to_owned(),
        role: sent.role,
        received: known.and_then(|it| it.received),
        report_number: known.and_then(|it| it.report_number.clone()).or(number),
        report_date: known.and_then(|it| it.report_date).map(|it| it.numeric()).or(date),
    }
}

/// The findings of each unit, by severity; accepted ones apart.
fn counts(campaign: &Campaign, findings: &[Finding]) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); campaign.units.len()];
    for finding in findings {
        let Some(unit) = finding.unit else { continue };
        let own = &mut counts[unit.index()];
        let slot = match (finding.is_open(), finding.fact.severity()) {
            (false, _) => &mut own.accepted,
            (true, Severity::Error) => &mut own.errors,
            (true, Severity::Warning) => &mut own.warnings,
            (true, Severity::Notice) => &mut own.notices,
        };
        *slot += 1;
    }
    counts
}
