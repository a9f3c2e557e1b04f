//! Chấp nhận giải trình: findings that a person accepted with a reason. They stay findings, but
//! refuse no paper; a waiver that fits nothing, or accepts what nobody can, is a finding itself.

use std::collections::BTreeMap;

use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::finding::fact::sender::Target;
use crate::finding::lang::Lang;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::collection::Accepted;
use crate::model::collection::Waiver;
use crate::model::place::Place;
use crate::model::submission::FormCell;
use crate::model::submission::Submission;

/// Most findings that an unused waiver is told it might have meant.
const MOST_CANDIDATES: usize = 3;

/// Marks the findings that the campaign's waivers accept, and adds what is wrong with waivers.
pub(super) fn waive(campaign: &Campaign, findings: &mut Vec<Finding>) {
    let mut complaints = Vec::new();
    for (index, waiver) in campaign.collection.waivers.iter().enumerate() {
        let fitting: Vec<&mut Finding> =
            findings.iter_mut().filter(|it| fits(waiver, it)).collect();
        let allowed = fitting.iter().any(|it| it.fact.can_be_accepted());
        let complaint = match (fitting.is_empty(), allowed) {
            (true, _) => Some(unused(campaign, index, findings)),
            (false, false) => Some(not_allowed(campaign, index)),
            (false, true) => {
                accept(fitting, index);
                None
            }
        };
        complaints.extend(complaint);
    }
    let place = Place::file("campaign.toml");
    findings.extend(complaints.into_iter().map(|it| Finding::new(it, place.clone(), None)));
}

fn accept(fitting: Vec<&mut Finding>, index: usize) {
    for finding in fitting {
        if finding.fact.can_be_accepted() && finding.is_open() {
            finding.accepted = Some(index);
        }
    }
}

/// Whether a waiver speaks of a finding: of its unit, code and rule, at its very cell.
fn fits(waiver: &Waiver, finding: &Finding) -> bool {
    finding.unit == Some(waiver.unit)
        && finding.fact.code() == waiver.finding
        && rule(&finding.fact) == waiver.rule.as_deref()
        && cell(finding) == waiver.cell
}

fn rule(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Figure(fact) => fact.rule(),
        Fact::Workbook(_)
        | Fact::Layout(_)
        | Fact::Sender(_)
        | Fact::Comparison(_)
        | Fact::Mark(_)
        | Fact::Score(_)
        | Fact::Signer(_)
        | Fact::Paper(_) => None,
    }
}

fn cell(finding: &Finding) -> Option<String> {
    finding.place.cell.map(|it| it.to_string())
}

fn unused(campaign: &Campaign, index: usize, findings: &[Finding]) -> SenderFact {
    let waiver = &campaign.collection.waivers[index];
    let near = |it: &&Finding| {
        it.unit == Some(waiver.unit) && it.fact.code() == waiver.finding && it.is_open()
    };
    let target = |it: &Finding| Target {
        finding: it.fact.code().to_owned(),
        rule: rule(&it.fact).map(str::to_owned),
        cell: cell(it),
    };
    SenderFact::WaiverUnused {
        number: index + 1,
        unit: campaign[waiver.unit].name.clone(),
        about: about(waiver),
        candidates: findings.iter().filter(near).take(MOST_CANDIDATES).map(target).collect(),
    }
}

fn not_allowed(campaign: &Campaign, index: usize) -> SenderFact {
    let waiver = &campaign.collection.waivers[index];
    SenderFact::WaiverNotAllowed {
        number: index + 1,
        unit: campaign[waiver.unit].name.clone(),
        about: about(waiver),
    }
}

fn about(waiver: &Waiver) -> Target {
    Target { finding: waiver.finding.clone(), rule: waiver.rule.clone(), cell: waiver.cell.clone() }
}

/// The accepted findings in the campaign's order of units, with words for the report's annex.
pub(super) fn accepted(
    catalogue: &Catalogue,
    submissions: &[Submission],
    findings: &[Finding],
) -> Vec<Accepted> {
    let sent = submissions.iter().map(|it| (it.file.as_str(), it));
    let sent: BTreeMap<&str, &Submission> = sent.collect();
    let one = |it: &Finding| {
        let submission = it.place.file.as_deref().and_then(|file| sent.get(file));
        Some(Accepted {
            unit: it.unit?,
            code: it.fact.code().to_owned(),
            subject: submission.and_then(|sent| subject(catalogue, sent, it)).unwrap_or_default(),
            cell: cell(it),
            message: Lang::Vi.fact(&it.fact).message,
            waiver: it.accepted?,
        })
    };
    let mut accepted: Vec<Accepted> = findings.iter().filter_map(one).collect();
    accepted.sort_by_key(|it| (it.unit, it.waiver));
    accepted
}

/// The indicator in whose row a finding lies.
fn subject(catalogue: &Catalogue, sent: &Submission, finding: &Finding) -> Option<String> {
    let cell = finding.place.cell?;
    let sheet = sent.sheets.iter().position(|it| finding.place.sheet.as_ref() == Some(it))?;
    let is_row = |it: FormCell| it.sheet == sheet && it.at.row == cell.row;
    let row = sent.rows.iter().find(|it| is_row(it.name_cell))?;
    let indicator = &catalogue[row.indicator?];
    Some(format!("{} “{}”", indicator.code, indicator.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::fact::figure::FigureFact;
    use crate::model::catalogue::Severity;
    use crate::model::id::UnitId;
    use crate::model::place::Address;
    use crate::text::date::Date;

    fn waiver() -> Waiver {
        Waiver {
            unit: UnitId(1),
            finding: "rule-broken".to_owned(),
            rule: Some("K5-qua-tet".to_owned()),
            cell: Some("F45".to_owned()),
            reason: "Có hóa đơn".to_owned(),
            by: "Trưởng ban Tổ chức".to_owned(),
            date: Date::new(2024, 12, 9).unwrap(),
        }
    }

    fn finding() -> Finding {
        let fact = FigureFact::RuleBroken {
            rule: "K5-qua-tet".to_owned(),
            message: "Bình quân.".to_owned(),
            severity: Severity::Warning,
            operands: Vec::new(),
            measure: None,
        };
        let place = Place::cell("submissions/a.xlsx", "Số liệu", Address { row: 44, column: 5 });
        Finding::new(fact, place, Some(UnitId(1)))
    }

    #[test]
    fn a_waiver_fits_one_finding_only() {
        assert!(fits(&waiver(), &finding()));
        let text = |it: &str| Some(it.to_owned());
        for other in [
            Waiver { unit: UnitId(0), ..waiver() },
            Waiver { finding: "out-of-range".to_owned(), ..waiver() },
            Waiver { rule: text("K5-hoc-bong"), ..waiver() },
            Waiver { rule: None, ..waiver() },
            Waiver { cell: text("F46"), ..waiver() },
            Waiver { cell: None, ..waiver() },
        ] {
            assert!(!fits(&other, &finding()), "{other:?}");
        }
    }
}
