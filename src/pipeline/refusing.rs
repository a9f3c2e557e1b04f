//! Which findings refuse which papers.

use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::Matter;
use crate::compose::disclosure;
use crate::finding::fact::Concern;
use crate::finding::fact::Finding;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Severity;
use crate::model::owner::Owner;
use crate::pipeline::gather::Gathered;

/// How many findings refuse a paper, or the whole that it is a part of.
pub(super) fn count(gathered: &Gathered, spec: &DocumentSpec, owner: Owner) -> usize {
    let campaign = &gathered.declared.campaign;
    let with_whole = |it: &&Finding| {
        let whole = spec.whole.as_ref();
        refuses(campaign, it, spec, owner)
            || whole.is_some_and(|whole| refuses(campaign, it, whole, Owner::Cluster))
    };
    match owner.unit().filter(|_| spec.whole.is_none()) {
        Some(unit) => gathered.findings.of(&unit).filter(with_whole).count(),
        None => gathered.findings.iter().filter(with_whole).count(),
    }
}

/// An error refuses every paper that prints what it concerns; the paper of a unit or of a block only if
/// it is an error of that unit or of one of its units, or of its points.
fn refuses(campaign: &Campaign, finding: &Finding, spec: &DocumentSpec, owner: Owner) -> bool {
    let is_of = |unit| finding.unit == Some(unit) || finding.fact.judged() == Some(unit);
    let of_owner = match owner {
        Owner::Cluster => true,
        Owner::Group(group) => campaign.of_group(group).any(is_of),
        Owner::Unit(unit) => is_of(unit),
    };
    finding.is_open_as(Severity::Error)
        && of_owner
        && prints(campaign, spec, finding.fact.concerns())
}

/// Whether a paper prints what a finding concerns. Proposals follow from points and votes; what its
/// readers may not see yet it does not print.
fn prints(campaign: &Campaign, spec: &DocumentSpec, concern: Concern) -> bool {
    let is_told = disclosure::is_told(campaign, spec.audience);
    let tells =
        |matter| spec.rests_on.contains(&matter) || (is_told && spec.prints.contains(&matter));
    match concern {
        Concern::Everything => true,
        Concern::Figures(measure) => spec.needs.contains(&measure),
        Concern::Points => tells(Matter::Scores) || tells(Matter::Awards),
        Concern::Votes => tells(Matter::Ballots) || tells(Matter::Awards),
        Concern::Election => tells(Matter::Elections),
        Concern::Counts => {
            [Concern::Votes, Concern::Election].iter().any(|it| prints(campaign, spec, *it))
        }
        Concern::Awards => tells(Matter::Awards),
    }
}
