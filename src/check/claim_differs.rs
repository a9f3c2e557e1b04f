//! `claim-differs`: a figure in the unit's own words is none of its rows (K11). What a unit asks
//! for is no figure of its own, and what cannot be plainly read as a figure is passed over.

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::numbers;
use crate::check::operand;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::model::catalogue::Catalogue;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::submission::Submission;
use crate::text::claims;
use crate::text::claims::Claim;
use crate::text::fold;
use crate::text::money::MoneyUnit;

/// Topics under which a unit asks for something begin so.
const REQUESTS: &str = "kien_nghi";

/// How far the nearest figure may lie and still be named, in parts of a hundred.
const NEAR: i64 = 20;

/// Pairs of words that a sentence and an indicator share when it speaks of it.
const SHARED_WORDS: usize = 2;

pub(super) struct ClaimDiffers;

/// The most figures of one workbook's words that are told; more are no sentences of a person.
const MOST: usize = 20;

/// A figure of the unit.
type Own = (IndicatorId, Measure, Decimal);

impl Check for ClaimDiffers {
    fn code(&self) -> &'static str {
        "claim-differs"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        if it.remarks.is_empty() {
            return;
        }
        let figures: Vec<Own> =
            numbers(it).map(|(id, measure, value, _)| (id, measure, value)).collect();
        let known = known(context.catalogue, it, &figures);
        let told = it.remarks.iter().filter(|it| !it.topic.starts_with(REQUESTS));
        let claims = told.flat_map(|remark| {
            claims::claims(&remark.text).into_iter().map(move |claim| (remark, claim))
        });
        for (remark, claim) in claims.filter(|(_, claim)| !is_known(&known, claim)).take(MOST) {
            let fact = differs(context.catalogue, &figures, claim);
            findings.push(Finding::new(fact, remark.at.clone(), it.unit));
        }
    }
}

/// Everything that a sentence may tell, sorted: figures, differences of two columns, sums of parts.
fn known(catalogue: &Catalogue, it: &Submission, figures: &[Own]) -> Vec<Decimal> {
    let mut known: Vec<Decimal> = Vec::new();
    for (id, measure, value) in figures {
        known.push(value.abs());
        let later = Measure::ALL.into_iter().filter(|other| other > measure);
        let differences = later.filter_map(|other| Some((it.number(*id, other)? - *value).abs()));
        known.extend(differences);
        known.extend(sums(catalogue, it, *id, *measure));
    }
    known.sort();
    known
}

/// Sums of some parts of a total: a sentence may tell two of three.
fn sums(catalogue: &Catalogue, it: &Submission, id: IndicatorId, measure: Measure) -> Vec<Decimal> {
    let parts = catalogue[id].parts.iter().filter_map(|part| it.number(*part, measure));
    let mut sums = vec![Decimal::ZERO];
    // Totals have a handful of parts; of more than eight only the first are combined.
    for part in parts.take(8) {
        sums.extend(sums.clone().into_iter().map(|sum| sum + part));
    }
    sums
}

fn is_known(known: &[Decimal], claim: &Claim) -> bool {
    let [least, most] = claim.range();
    let at = known.partition_point(|it| *it < least);
    known.get(at).is_some_and(|it| *it <= most)
}

fn differs(catalogue: &Catalogue, figures: &[Own], claim: Claim) -> ComparisonFact {
    let around = fold::fold(&claim.around);
    let gap = |it: &&Own| (it.2 - claim.value).abs();
    let near = || {
        figures.iter().filter(|it| {
            is_money(catalogue, it.0) == claim.is_money
                && gap(it) <= claim.value * Decimal::new(NEAR, 2)
        })
    };
    let subject = near().filter(|it| speaks_of(&around, catalogue, it.0)).min_by_key(gap);
    let nearest = subject.or_else(|| near().min_by_key(gap));
    ComparisonFact::ClaimDiffers {
        text: claim.text,
        nearest: nearest.map(|(id, measure, value)| operand(catalogue, *id, *measure, *value)),
        unit: nearest.map(|it| catalogue[it.0].unit.clone()).unwrap_or_default(),
        same_subject: subject.is_some(),
    }
}

/// Whether an indicator is in đồng, as an average of wages is too.
fn is_money(catalogue: &Catalogue, id: IndicatorId) -> bool {
    MoneyUnit::from_label(&catalogue[id].unit).is_some()
}

/// Whether words share pairs of words with the name of an indicator.
fn speaks_of(folded: &str, catalogue: &Catalogue, id: IndicatorId) -> bool {
    let indicator = &catalogue[id];
    std::iter::once(&indicator.name).chain(&indicator.aliases).any(|name| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let pairs = words.windows(2).map(|pair| fold::fold(&pair.concat()));
        let shared = pairs.filter(|pair| folded.contains(pair.as_str())).count();
        shared >= SHARED_WORDS.min(words.len().saturating_sub(1)).max(1)
    })
}
