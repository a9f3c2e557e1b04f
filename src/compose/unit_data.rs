//! The names that templates of a unit's paper know: nothing in them is another unit's. Those of a
//! block's paper begin with the same.

use serde_json::Value;
use serde_json::json;

use crate::compose::Material;
use crate::compose::conference;
use crate::compose::data;
use crate::compose::disclosure::Awarded;
use crate::compose::disclosure::Disclosed;
use crate::compose::review;
use crate::compose::score_data;
use crate::finding::lang;
use crate::model::id::UnitId;
use crate::model::submission::Stated;
use crate::text::case;
use crate::text::date::Date;
use crate::text::normal;

/// Digits of a digest that a person compares.
const DIGEST: usize = 12;

/// The most characters of a text that a unit typed and a line of its paper shows.
const LONGEST: usize = 60;

/// What is the same for every unit and every block. A list of what may be named, so that a name that is new in the
/// papers of the cluster is not by itself known here: `don_vi` or `y_kien` hold what others sent.
pub(super) fn common(material: Material<'_>) -> Value {
    let campaign = material.campaign;
    let mut names = data::of_period(campaign);
    for (key, value) in [
        ("cum_truong", json!(campaign[campaign.report.head].full_name)),
        ("chu_de", json!(campaign.report.theme)),
        ("hoi_nghi", conference::invitation(campaign)),
    ] {
        names.insert(key.to_owned(), value);
    }
    // Only what is said to be for everybody: the rest of the campaign's own data may speak of others.
    names.insert("rieng".to_owned(), json!({ "chung": campaign.own_data.get("chung") }));
    names.extend(data::measures(material.catalogue));
    Value::Object(names)
}

/// `don_vi_nay`: the unit whose paper it is.
pub(super) fn own(material: Material<'_>, unit: UnitId) -> Value {
    let campaign = material.campaign;
    let it = &campaign[unit];
    json!({
        "ma": it.code,
        "ten": it.name,
        "ten_day_du": it.full_name,
        "dia_danh": it.place,
        "tep": file(material, unit),
        "chap_nhan": accepted(material, unit),
        "khoi": it.group.map(|group| campaign[group].name.clone()),
        "rieng": it.own_data,
    })
}

/// `khen_thuong`: what the unit was given, with the decision, or is proposed for; nothing that its readers may
/// not see yet.
pub(super) fn awards(material: Material<'_>, disclosed: &Disclosed<'_>, unit: UnitId) -> Value {
    let campaign = material.campaign;
    let own = campaign.awards.iter().enumerate().filter_map(|(index, award)| {
        let (units, decision) = match disclosed.awarded(index) {
            Awarded::Given { decision, units } => (units, Some(decision)),
            Awarded::Proposed { units } => (units, None),
            Awarded::Withheld => return None,
        };
        let decision =
            decision.map(|it| json!({ "so": it.number, "ngay": data::iso(Some(it.date)) }));
        units.contains(&unit).then(|| json!({ "ten": award.name, "quyet_dinh": decision }))
    });
    own.collect()
}

/// `diem`: references to the unit's own points; null where the campaign does not score. What the unit may
/// not see yet has no value: `{{#if diem.xep_thu}}`.
pub(super) fn points(material: Material<'_>, unit: UnitId) -> Value {
    let Some(criteria) = material.criteria else { return Value::Null };
    let mut value = score_data::points_of(material.campaign, unit);
    value["tieu_chi"] = json!(criteria.title);
    value["ngay_hop"] = json!(data::iso(material.campaign.meeting.date));
    value
}

/// The file that the unit's figures were taken from; null while there is none or more than one.
fn file(material: Material<'_>, unit: UnitId) -> Value {
    let Some(submission) = material.submissions.only(unit) else { return Value::Null };
    let known = material.campaign.collection.of_file(&submission.file);
    let digest = material.sent.of(&submission.file).next();
    let digest = digest.map(|it| it.sha256.chars().take(DIGEST).collect::<String>());
    let name = submission.file.rsplit('/').next().unwrap_or_default();
    let typed = |it: &Option<Stated>| it.as_ref().map(|it| short(&it.text));
    let number = known.and_then(|it| it.report_number.clone());
    let date = known.and_then(|it| it.report_date);
    json!({
        "ten": short(name),
        "ma_kiem_tra": digest,
        "ngay_nhan": data::iso(known.and_then(|it| it.received)),
        "so_bao_cao": number.or_else(|| typed(&submission.about.report_number)),
        "ngay_bao_cao": data::iso(date.or_else(|| day(submission.about.report_date.as_ref()))),
    })
}

/// A day that a unit typed; one that cannot be read for certain is left out.
fn day(typed: Option<&Stated>) -> Option<Date> {
    let text = &typed?.text;
    Date::parse_vi(text).or_else(|| text.trim().parse().ok())
}

/// Findings of the unit that were accepted with a reason.
fn accepted(material: Material<'_>, unit: UnitId) -> Value {
    let own = material.findings.of(&unit).filter(|it| it.unit == Some(unit));
    let accepted = own.filter_map(|finding| {
        let waiver = review::waiver(material, finding)?;
        Some(json!({
            "noi": case::capitalise(&lang::place_on_paper(&finding.place)),
            "noi_dung": lang::on_paper(&finding.fact).message,
            "ly_do": waiver.reason,
            "nguoi": waiver.by,
            "ngay": data::iso(Some(waiver.date)),
        }))
    });
    accepted.collect()
}

/// A typed text on one line, cut where it is long.
pub(super) fn short(text: &str) -> String {
    let text = normal::clean(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}
