//! What a unit is asked to mend or to look at again, as the letter to it names it.

use serde_json::Value;
use serde_json::json;

use crate::compose::Material;
use crate::compose::data;
use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::finding::lang;
use crate::finding::lang::Lang;
use crate::model::catalogue::Severity;
use crate::model::collection::Waiver;
use crate::model::id::UnitId;
use crate::text::case;
use crate::text::date::Date;

/// Tenths of a line for items on the letter's one page, measured on drawn letters with room to spare for
/// long names; a longer list goes on in the workbook.
const ROOM: usize = 150;

/// Tenths of a line between two paragraphs.
const GAP: usize = 4;

/// Small letters in a line of the letter.
const LINE: usize = 78;

/// Small letters that the words around an item take: its mark, `Đề nghị:`, the indent.
const AROUND: usize = 22;

/// `ra_soat`: the unit's findings by severity, the first ones in words, and how many are left.
pub(super) fn of(material: Material<'_>, unit: UnitId) -> Value {
    let open: Vec<&Finding> =
        material.findings.of(&unit).filter(|it| it.is_open_of(unit)).collect();
    let missing = open.iter().any(|it| is_missing(it));
    let told: Vec<&Finding> = open.into_iter().filter(|it| !is_missing(it)).collect();
    let items: Vec<Item> = told.iter().map(|it| Item::of(it)).collect();
    let shown = fitting(&told, &items);
    let group = |severity: Severity| {
        let of = |it: &&Finding| it.fact.severity() == severity;
        let items: Vec<Value> = told
            .iter()
            .zip(&items)
            .take(shown)
            .filter(|(it, _)| of(it))
            .map(|(_, item)| item.json())
            .collect();
        json!({ "so": told.iter().filter(|it| of(it)).count(), "muc": items })
    };
    json!({
        "chua_gui": missing,
        "co_noi_dung": !told.is_empty(),
        "can_sua": group(Severity::Error),
        "can_xem_lai": group(Severity::Warning),
        "luu_y": group(Severity::Notice),
        "con_lai": told.len() - shown,
        "con_lai_gom": left(&told[shown..]),
        "han": data::iso(deadline(material, unit)),
    })
}

/// `22 cần sửa`, `5 cần xem lại`: what is left for the workbook.
fn left(rest: &[&Finding]) -> Vec<String> {
    let severities = [Severity::Error, Severity::Warning, Severity::Notice];
    let counts =
        severities.map(|it| (it, rest.iter().filter(|of| of.fact.severity() == it).count()));
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(severity, count)| format!("{count} {}", Lang::Vi.severity(severity))).collect()
}

/// Whether a unit has something to mend or to look at again, so that a letter is due.
pub(super) fn is_due(material: Material<'_>, unit: UnitId) -> bool {
    material.findings.of(&unit).any(|it| it.asks(unit))
}

/// The written reason for which a finding was accepted.
pub(super) fn waiver<'a>(material: Material<'a>, finding: &Finding) -> Option<&'a Waiver> {
    finding.accepted.map(|index| &material.campaign.collection.waivers[index])
}

fn is_missing(finding: &Finding) -> bool {
    matches!(finding.fact, Fact::Sender(SenderFact::MissingUnit { .. }))
}

/// The last day for an answer. Nobody reads the clock: where the unit's file came in after that day,
/// it is over, and the letter leaves a gap for another.
fn deadline(material: Material<'_>, unit: UnitId) -> Option<Date> {
    let collection = &material.campaign.collection;
    let file = material.submissions.only(unit).and_then(|it| collection.of_file(&it.file));
    let received = file.and_then(|it| it.received);
    collection.deadline.filter(|last| received.is_none_or(|it| it <= *last))
}

/// One finding in words.
struct Item {
    place: String,
    message: String,
    hint: String,
}

impl Item {
    fn of(finding: &Finding) -> Self {
        let words = lang::on_paper(&finding.fact);
        Self {
            place: case::capitalise(&lang::place_on_paper(&finding.place)),
            message: words.message,
            hint: words.hint,
        }
    }

    fn json(&self) -> Value {
        json!({ "noi": self.place, "noi_dung": self.message, "de_nghi": self.hint })
    }

    /// Tenths of a line that it takes. A capital is nearly twice as wide as a small letter.
    fn height(&self) -> usize {
        let letters =
            [&self.place, &self.message, &self.hint].into_iter().flat_map(|it| it.chars());
        let width: usize = letters.map(|it| 1 + usize::from(it.is_uppercase())).sum();
        (width + AROUND).div_ceil(LINE) * 10 + GAP
    }
}

/// How many items fit, the gravest first, with a heading for each severity; one at least.
fn fitting(findings: &[&Finding], items: &[Item]) -> usize {
    let (mut height, mut above) = (0, None);
    let fit = findings.iter().zip(items).take_while(|(finding, item)| {
        let severity = Some(finding.fact.severity());
        height += item.height() + if severity == above { 0 } else { 10 + GAP };
        above = severity;
        height <= ROOM
    });
    fit.count().max(usize::from(!items.is_empty()))
}
