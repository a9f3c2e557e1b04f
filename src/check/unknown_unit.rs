//! `unknown-unit`, `contradicting-unit`: a workbook does not say for certain whose it is.

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::model::campaign::Campaign;
use crate::model::place::Place;
use crate::model::submission::Submission;
use crate::model::unit_names::Meaning;
use crate::text::suggest;

pub(super) struct UnknownUnit;

impl Check for UnknownUnit {
    fn code(&self) -> &'static str {
        "unknown-unit"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        if it.unit.is_some() {
            return;
        }
        let known = |text: &str| context.campaign.find_by_name(text);
        let (name, code) = (&it.about.unit_name, &it.about.unit_code);
        let place =
            name.as_ref().or(code.as_ref()).map_or(Place::file(&it.file), |it| it.at.clone());
        let fact = match (name, code) {
            (Some(name), Some(code))
                if known(&name.text).is_some()
                    && known(&code.text).is_some()
                    && known(&name.text) != known(&code.text) =>
            {
                SenderFact::ContradictingUnit { name: name.text.clone(), code: code.text.clone() }
            }
            _ if stamped_for_another(context.campaign, it) => SenderFact::ContradictingUnit {
                name: name.as_ref().or(code.as_ref()).map(|it| it.text.clone()).unwrap_or_default(),
                code: it.about.stamp.as_ref().map(|it| it.unit.clone()).unwrap_or_default(),
            },
            _ => {
                let typed = name.as_ref().or(code.as_ref()).map(|it| it.text.clone());
                let typed = typed.unwrap_or_default();
                let names = context.campaign.units.iter().map(|it| it.full_name.as_str());
                let nearest = suggest::nearest(&typed, names).map(str::to_owned);
                let candidates = candidates(context.campaign, &typed);
                SenderFact::UnknownUnit { typed, nearest, candidates }
            }
        };
        findings.push(Finding::new(fact, place, None));
    }
}

/// The members that a name may mean, where it may mean some.
fn candidates(campaign: &Campaign, typed: &str) -> Vec<String> {
    match campaign.meaning(typed) {
        Meaning::Unsure(units) => units.iter().map(|it| campaign[*it].full_name.clone()).collect(),
        Meaning::One(_) | Meaning::Nobody => Vec::new(),
    }
}

/// Whether the form was made for one member, and name or code are of another.
fn stamped_for_another(campaign: &Campaign, it: &Submission) -> bool {
    let about = &it.about;
    let stamped = about.stamp.as_ref().and_then(|it| campaign.find(&it.unit));
    let typed = [&about.unit_name, &about.unit_code];
    let mut typed = typed.into_iter().flatten().filter_map(|it| campaign.find_by_name(&it.text));
    stamped.is_some_and(|stamped| typed.any(|typed| typed != stamped))
}
