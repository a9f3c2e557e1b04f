//! What the panel gave, held against what the units gave themselves: a difference needs a reason, and
//! the panel must have had the unit's last word before its eyes.
//!
//! Its findings concern no unit in particular: no province is shown them.

use crate::finding::fact::Finding;
use crate::finding::fact::Named;
use crate::finding::fact::marks::Giver;
use crate::finding::fact::marks::MarkAt;
use crate::finding::fact::marks::MarkFact;
use crate::model::campaign::Campaign;
use crate::model::criteria::Criteria;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::marks::Mark;
use crate::model::marks::PanelMarks;
use crate::model::submissions::Submissions;

/// Looks at every mark of the panel.
#[must_use]
pub fn run(
    campaign: &Campaign,
    criteria: &Criteria,
    submissions: &Submissions,
    panel: &PanelMarks,
) -> Vec<Finding> {
    let at = |unit: UnitId, id: CriterionId, giver| MarkAt {
        unit: Some(campaign[unit].name.clone()),
        criterion: Named { code: criteria[id].code.clone(), name: criteria[id].name.clone() },
        giver,
    };
    let sent = |unit: UnitId, id: CriterionId| submissions.only(unit)?.own_marks.marks.get(&id);
    let mut findings = Vec::new();
    for ((unit, id), mark) in &panel.verified {
        let before = sent(*unit, *id);
        findings.extend(unexplained(before, mark, || at(*unit, *id, Giver::Panel)));
    }
    for ((unit, id), mark) in &panel.explained {
        let before = panel.verified.get(&(*unit, *id)).or_else(|| sent(*unit, *id));
        findings.extend(unexplained(before, mark, || at(*unit, *id, Giver::PanelLater)));
    }
    for ((unit, id), seen) in &panel.own {
        let Some(own) = submissions.only(*unit) else { continue };
        let sent = own.own_marks.marks.get(id).map(|it| it.points);
        if sent != Some(seen.points) {
            let at = at(*unit, *id, Giver::Panel);
            let fact = MarkFact::OwnChanged { at, seen: seen.points, sent };
            findings.push(Finding::new(fact, seen.cell.place(), None));
        }
    }
    findings
}

/// Other points than before, without a reason.
fn unexplained(before: Option<&Mark>, mark: &Mark, at: impl FnOnce() -> MarkAt) -> Option<Finding> {
    let from = before?.points;
    if from == mark.points || !mark.note.is_empty() {
        return None;
    }
    let fact = MarkFact::ReasonMissing { at: at(), from, to: mark.points };
    Some(Finding::new(fact, mark.cell.place(), None))
}
