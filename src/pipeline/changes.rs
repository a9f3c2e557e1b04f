//! What changed from each superseded file to the one that took its place, computed from the two
//! files and never from old outputs.

use std::collections::BTreeMap;

use crate::assets::form::AboutKey;
use crate::assets::form::Form;
use crate::model::collection::Collection;
use crate::model::difference;
use crate::model::difference::Replacement;
use crate::model::difference::Restated;
use crate::model::submission::About;
use crate::model::submission::Stated;
use crate::model::submission::Submission;

/// What stands between the sentences of one topic.
const BETWEEN: &str = " | ";

/// Every replacement, in the order of units and then of campaign.toml.
pub(super) fn replacements(
    collection: &Collection,
    form: &Form,
    submissions: &[Submission],
    superseded: &[Submission],
) -> Vec<Replacement> {
    let all = submissions.iter().chain(superseded);
    let by_file: BTreeMap<&str, &Submission> = all.map(|it| (it.file.as_str(), it)).collect();
    let pairs =
        collection.files.iter().flat_map(|it| it.replaces.iter().map(|old| (old, &it.file)));
    let mut replacements: Vec<Replacement> = pairs
        .map(|(before, after)| {
            let sent = |file: &String| by_file.get(file.as_str()).copied();
            let (old, new) = (sent(before), sent(after));
            let both = old.zip(new);
            Replacement {
                unit: new.or(old).and_then(|it| it.unit),
                before: before.clone(),
                after: after.clone(),
                compared: both.is_some(),
                figures: both.map(|(old, new)| difference::figures(old, new)).unwrap_or_default(),
                texts: both.map(|(old, new)| texts(form, old, new)).unwrap_or_default(),
            }
        })
        .collect();
    replacements.sort_by_key(|it| (it.unit.is_none(), it.unit));
    replacements
}

/// What a workbook says of itself, and the unit's own words.
fn texts(form: &Form, old: &Submission, new: &Submission) -> Vec<Restated> {
    let about = form.about.fields.iter().map(|field| {
        let text = |it: &Submission| stated(&it.about, field.key).map(|it| it.text.clone());
        (field.label.clone(), text(old), text(new))
    });
    let remarks = form.remarks.topics.iter().map(|topic| {
        let text = |it: &Submission| {
            let own = it.remarks.iter().filter(|it| it.topic == topic.key);
            let lines: Vec<&str> = own.map(|it| it.text.as_str()).collect();
            (!lines.is_empty()).then(|| lines.join(BETWEEN))
        };
        (topic.label.clone(), text(old), text(new))
    });
    about
        .chain(remarks)
        .filter(|(_, before, after)| before != after)
        .map(|(label, before, after)| Restated { label, before, after })
        .collect()
}

fn stated(about: &About, key: AboutKey) -> Option<&Stated> {
    match key {
        AboutKey::UnitName => about.unit_name.as_ref(),
        AboutKey::UnitCode => about.unit_code.as_ref(),
        AboutKey::Period => about.period.as_ref(),
        AboutKey::FormVersion => about.form_version.as_ref(),
        AboutKey::ReportNumber => about.report_number.as_ref(),
        AboutKey::ReportDate => about.report_date.as_ref(),
        AboutKey::FilledBy => about.filled_by.as_ref(),
        AboutKey::ApprovedBy => about.approved_by.as_ref(),
    }
}
