//! `published-total-differs`: a total of the cluster that was typed or published elsewhere is not
//! the one computed (K8). While a unit is missing nothing is said.

use crate::check::Check;
use crate::check::Context;
use crate::check::history;
use crate::check::in_form_unit;
use crate::check::named;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::figure::FigureId;
use crate::model::owner::Owner;
use crate::model::place::Place;

/// Where published totals are declared.
const DECLARED: &str = "campaign.toml";

pub(super) struct PublishedTotalDiffers;

impl Check for PublishedTotalDiffers {
    fn code(&self) -> &'static str {
        "published-total-differs"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        for it in &context.campaign.collection.published {
            let id =
                FigureId { indicator: it.indicator, measure: it.measure, owner: Owner::Cluster };
            let total = context.dataset.figure(id);
            let complete = total.value.filter(|_| total.reported == total.expected);
            let Some(computed) = complete else { continue };
            let computed = in_form_unit(context.catalogue, it.indicator, computed);
            if history::is_same(it.value, computed) {
                continue;
            }
            let fact = ComparisonFact::PublishedTotalDiffers {
                indicator: named(context.catalogue, it.indicator),
                measure: it.measure,
                published: it.value,
                computed,
                source: it.source.clone(),
            };
            findings.push(Finding::new(fact, Place::file(DECLARED), None));
        }
    }
}
