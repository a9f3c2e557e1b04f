//! Adds up, checks and scores what was read: the part of gathering that a changed figure runs again.

use std::collections::BTreeMap;

use crate::aggregate;
use crate::assets::Declared;
use crate::check;
use crate::check::rules::CompiledRule;
use crate::finding::fact::Finding;
use crate::finding::findings::Findings;
use crate::model::dataset::Dataset;
use crate::model::marks::PanelMarks;
use crate::model::past::Earlier;
use crate::model::scoreboard::Scoreboard;
use crate::model::submission::Submission;
use crate::model::submissions::Submissions;
use crate::pipeline::waive;
use crate::score;
use crate::score::expressions::Expressions;

/// What was read, and what it is judged by.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a> {
    pub(super) declared: &'a Declared,
    pub(super) rules: &'a [CompiledRule],
    pub(super) points: &'a Expressions,
    pub(super) submissions: &'a Submissions,
    pub(super) superseded: &'a [Submission],
    pub(super) files: &'a BTreeMap<String, String>,
    pub(super) panel: &'a PanelMarks,
    pub(super) earlier: &'a Earlier<'a>,
}

/// What came of it.
pub(super) struct Judged {
    pub(super) dataset: Dataset,
    pub(super) scoreboard: Option<Scoreboard>,
    /// What was found while reading and here, sorted.
    pub(super) findings: Findings,
}

/// Judges; `findings` are those of reading.
pub(super) fn judge(it: Evidence<'_>, mut findings: Vec<Finding>) -> Judged {
    let (campaign, catalogue) = (&it.declared.campaign, &it.declared.catalogue);
    let dataset = aggregate::aggregate(campaign, catalogue, it.submissions, it.earlier);
    findings.extend(check::run(check::Context {
        campaign,
        catalogue,
        look: &it.declared.look,
        rules: it.rules,
        submissions: it.submissions,
        dataset: &dataset,
        superseded: it.superseded,
        files: it.files,
        earlier: it.earlier,
    }));
    if let Some(criteria) = &it.declared.criteria {
        findings.extend(check::panel::run(campaign, criteria, it.submissions, it.panel));
    }
    waive::waive(campaign, &mut findings);
    let mut findings = Findings::from(findings);
    let scored = it.declared.criteria.as_ref().map(|criteria| {
        score::score(score::Context {
            campaign,
            catalogue,
            criteria,
            dataset: &dataset,
            submissions: it.submissions,
            expressions: it.points,
            panel: it.panel,
            findings: &findings,
            last_year: it.earlier.last_year,
        })
    });
    let scoreboard = scored.map(|(scoreboard, found)| {
        findings = std::mem::take(&mut findings).and(found);
        scoreboard
    });
    Judged { dataset, scoreboard, findings }
}
