//! The names about the conference.

use serde_json::Value;
use serde_json::json;

use crate::compose::data;
use crate::model::campaign::Campaign;
use crate::model::conference::Conference;

/// Between the name of a guest and the title in `[conference] guests`.
const BETWEEN: &str = " - ";

/// What everybody may know, units too: when, where, and the programme.
pub(super) fn invitation(campaign: &Campaign) -> Value {
    let conference = &campaign.conference;
    let agenda = conference.agenda.iter();
    let agenda = agenda
        .map(|it| json!({ "gio": it.time, "noi_dung": it.content, "nguoi": it.who }))
        .collect::<Vec<_>>();
    json!({
        "ngay": data::iso(conference.date),
        "buoi": conference.part_of_day,
        "gio": conference.time,
        "dia_diem": conference.place,
        "lien_he": conference.contact,
        "chu_tri": conference.chair,
        "chuong_trinh": agenda,
    })
}

/// `hoi_nghi`: with guests, delegates and what was said.
pub(super) fn of(campaign: &Campaign) -> Value {
    let conference = &campaign.conference;
    let mut told = invitation(campaign);
    told["khach_moi"] = json!(conference.guests);
    told["phat_bieu"] = json!(conference.remarks);
    told["dai_bieu"] = delegates(campaign, conference);
    told
}

/// Guests, then those who lead each unit, then the delegates of the list.
fn delegates(campaign: &Campaign, conference: &Conference) -> Value {
    let guests = conference.guests.iter().map(|guest| {
        let (name, title) = guest.split_once(BETWEEN).unwrap_or((guest, ""));
        json!({ "ten": name, "chuc_vu": title, "don_vi": Value::Null, "ghi_chu": "Khách mời" })
    });
    let leaders = campaign.units.iter().map(|unit| {
        json!({ "ten": unit.signer.name, "chuc_vu": Value::Null, "don_vi": unit.full_name, "ghi_chu": "" })
    });
    let further = conference
        .delegates
        .iter()
        .map(|it| json!({ "ten": it.name, "chuc_vu": it.title, "don_vi": it.of, "ghi_chu": "" }));
    guests.chain(leaders).chain(further).collect()
}
