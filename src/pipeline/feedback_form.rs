//! The form of a unit with what it sent, and each finding at the cell where it is mended.
//!
//! What a unit typed stays as it typed it, so that a workbook that is sent again unchanged has the
//! same findings. Where it is not certain of what a figure speaks, the figure is left out.

use std::collections::BTreeMap;

use crate::assets::form::AboutKey;
use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::finding::fact::sender::SenderFact;
use crate::finding::lang;
use crate::model::catalogue::Severity;
use crate::model::id::CriterionId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::submission::About;
use crate::model::submission::Stated;
use crate::model::submission::Submission;
use crate::model::value::Value;
use crate::pipeline::beside;
use crate::pipeline::gather::Gathered;
use crate::render::form::Book;
use crate::render::form::Entry;
use crate::render::form::Feedback;
use crate::render::form::Filled;
use crate::render::form::Mark;
use crate::render::form::OwnEntry;
use crate::render::form::Target;
use crate::text::date::Date;

/// The workbook that goes back to a unit.
pub(super) fn of(gathered: &Gathered, unit: UnitId) -> Book<'_> {
    let declared = &gathered.declared;
    let own: Vec<&Finding> = gathered.findings.of(&unit).filter(|it| it.is_open_of(unit)).collect();
    let certain =
        |it: &&Finding| !matches!(&it.fact, Fact::Sender(SenderFact::WrongCampaign { .. }));
    let taken = gathered.submissions.only(unit).filter(|_| own.iter().all(certain));
    let marks: Vec<Mark> = own.iter().map(|it| mark(gathered, taken, it)).collect();
    let filled = taken.map(|it| filled(it, &marks)).unwrap_or_default();
    let pasts = gathered.pasts();
    Book {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        form: &declared.form,
        criteria: declared.criteria.as_ref(),
        unit,
        given: beside::given(&declared.campaign, &declared.catalogue, &pasts.earlier(), unit),
        filled,
        feedback: Some(Feedback { marks, taken: taken.is_some() }),
    }
}

/// A finding with the place where it is mended and what stood there.
fn mark(gathered: &Gathered, taken: Option<&Submission>, finding: &Finding) -> Mark {
    let found = taken.and_then(|it| target(gathered, it, finding));
    let (target, typed) = found.map_or((None, String::new()), |(it, typed)| (Some(it), typed));
    Mark {
        severity: finding.fact.severity(),
        words: lang::on_paper(&finding.fact),
        sent: finding.place.clone(),
        typed,
        target,
    }
}

fn target(gathered: &Gathered, sent: &Submission, finding: &Finding) -> Option<(Target, String)> {
    let at = &finding.place;
    if at.file.as_ref() != Some(&sent.file) {
        return None;
    }
    if let Fact::Sender(SenderFact::WrongPeriod { found, .. }) = &finding.fact {
        return Some((Target::About(AboutKey::Period), found.clone()));
    }
    if let Some((key, stated)) = answers(&sent.about).find(|(_, it)| it.at == *at) {
        return Some((Target::About(key), stated.text.clone()));
    }
    if let Some(found) = own_mark(gathered, sent, finding) {
        return Some(found);
    }
    if let Some(remark) = sent.remarks.iter().find(|it| it.at == *at) {
        return Some((Target::Remark(remark.topic.clone()), remark.text.clone()));
    }
    if let Some(found) = in_table(sent, finding) {
        return Some(found);
    }
    // A figure whose row is not there is asked for at the place where it belongs.
    let Fact::Figure(FigureFact::Required { indicator, measure }) = &finding.fact else {
        return None;
    };
    let id = gathered.declared.catalogue.find(&indicator.code)?;
    Some((Target::Figure(id, *measure), String::new()))
}

/// The own points that a finding speaks of.
fn own_mark(gathered: &Gathered, sent: &Submission, finding: &Finding) -> Option<(Target, String)> {
    let criteria = gathered.declared.criteria.as_ref()?;
    let own = &sent.own_marks;
    let marks = own.marks.iter().map(|(id, it)| (*id, &it.cell));
    let cells = marks.chain(own.unmarked.iter().map(|(id, it)| (*id, &it.cell)));
    let found = match &finding.fact {
        Fact::Mark(fact) => fact.criterion().and_then(|code| criteria.find(code)),
        _ => None,
    };
    let here = cells.clone().find(|(_, cell)| cell.place() == finding.place).map(|(id, _)| id);
    let id = found.or(here)?;
    let typed = cells.into_iter().find(|(it, _)| *it == id).map(|(_, cell)| cell.text.clone());
    Some((Target::Mark(id), typed.unwrap_or_default()))
}

/// The figure or the row that a finding lies at.
fn in_table(sent: &Submission, finding: &Finding) -> Option<(Target, String)> {
    let here = |cell| sent.place(cell) == finding.place;
    sent.rows.iter().find_map(|row| {
        let id = row.indicator?;
        if let Some(reading) = row.readings.iter().find(|it| here(it.cell)) {
            return Some((Target::Figure(id, reading.measure), reading.text.clone()));
        }
        let typed = match row {
            it if here(it.unit_cell) => &row.unit_text,
            it if here(it.name_cell) && row.code.is_empty() => &row.label,
            it if here(it.name_cell) => &row.code,
            _ => return None,
        };
        Some((Target::Row(id), typed.clone()))
    })
}

/// What a unit filled in, as far as it is certain of what it speaks.
fn filled(sent: &Submission, marks: &[Mark]) -> Filled {
    let about = answers(&sent.about).filter(|(key, _)| {
        let asked = !matches!(
            key,
            AboutKey::UnitName | AboutKey::UnitCode | AboutKey::Period | AboutKey::FormVersion
        );
        asked || marks.iter().any(|it| it.target == Some(Target::About(*key)))
    });
    let mut about: BTreeMap<AboutKey, String> =
        about.map(|(key, stated)| (key, answer(key, stated))).collect();
    if marks.iter().any(|it| it.target == Some(Target::About(AboutKey::Period))) {
        about.entry(AboutKey::Period).or_default();
    }
    let mut remarks: BTreeMap<String, String> = BTreeMap::new();
    for remark in &sent.remarks {
        let text = remarks.entry(remark.topic.clone()).or_default();
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&remark.text);
    }
    Filled { figures: figures(sent, marks), about, remarks, marks: own_marks(sent) }
}

/// The own points as they were typed.
fn own_marks(sent: &Submission) -> BTreeMap<CriterionId, OwnEntry> {
    let own = &sent.own_marks;
    let marks = own
        .marks
        .iter()
        .map(|(id, it)| (*id, OwnEntry { entry: Entry::Number(it.points), note: it.note.clone() }));
    let typed = own.unmarked.iter().filter(|(_, it)| !it.cell.text.is_empty());
    let unmarked = typed.map(|(id, it)| {
        let text = &it.cell.text;
        let entry = match text.parse() {
            Ok(number) => Entry::Number(number),
            Err(_) => Entry::Text(text.clone()),
        };
        (*id, OwnEntry { entry, note: it.note.clone() })
    });
    marks.chain(unmarked).collect()
}

/// The figures, without those of rows that may speak of something else, and without those that
/// two rows tell differently.
fn figures(sent: &Submission, marks: &[Mark]) -> BTreeMap<(IndicatorId, Measure), Entry> {
    let doubtful = |id: IndicatorId| {
        let in_doubt = |it: &&Mark| it.target == Some(Target::Row(id));
        marks.iter().filter(in_doubt).any(|it| it.severity == Severity::Error)
    };
    let mut figures: BTreeMap<(IndicatorId, Measure), Option<Entry>> = BTreeMap::new();
    let rows = sent.rows.iter().filter_map(|row| Some((row.indicator?, row)));
    for (id, row) in rows {
        for reading in &row.readings {
            let entry = match &reading.value {
                Value::Number(number) => Some(Entry::Number(number.normalize())),
                Value::Rejected(_) if !reading.text.is_empty() => {
                    Some(Entry::Text(reading.text.clone()))
                }
                Value::Rejected(_) | Value::Missing => None,
            };
            let entry = entry.filter(|_| !doubtful(id));
            let first = figures.entry((id, reading.measure)).or_insert_with(|| entry.clone());
            if *first != entry {
                *first = None;
            }
        }
    }
    figures.into_iter().filter_map(|(at, entry)| Some((at, entry?))).collect()
}

/// Every answer about the sender.
fn answers(about: &About) -> impl Iterator<Item = (AboutKey, &Stated)> {
    let all = [
        (AboutKey::UnitName, &about.unit_name),
        (AboutKey::UnitCode, &about.unit_code),
        (AboutKey::Period, &about.period),
        (AboutKey::FormVersion, &about.form_version),
        (AboutKey::ReportNumber, &about.report_number),
        (AboutKey::ReportDate, &about.report_date),
        (AboutKey::FilledBy, &about.filled_by),
        (AboutKey::ApprovedBy, &about.approved_by),
    ];
    all.into_iter().filter_map(|(key, stated)| Some((key, stated.as_ref()?)))
}

/// An answer as people write it: a date that Excel keeps as a number of days is a date again.
fn answer(key: AboutKey, stated: &Stated) -> String {
    let date = |text: &str| Date::from_excel_serial(text.parse().ok()?, false);
    match key {
        AboutKey::ReportDate => date(&stated.text).map(Date::numeric),
        _ => None,
    }
    .unwrap_or_else(|| stated.text.clone())
}
