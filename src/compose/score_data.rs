//! The names about the meeting, points, votes and awards: only what the paper's readers may see.

use serde_json::Value;
use serde_json::json;

use crate::compose::data;
use crate::compose::disclosure::Awarded;
use crate::compose::disclosure::Disclosed;
use crate::finding::lang::Lang;
use crate::model::campaign::Campaign;
use crate::model::criteria::Criteria;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::UnitId;
use crate::model::meeting::Award;
use crate::model::meeting::Ballot;
use crate::model::meeting::BallotPurpose;
use crate::model::meeting::Bar;
use crate::model::meeting::Ground;
use crate::model::meeting::Person;
use crate::model::meeting::ShareBase;
use crate::model::scoreboard::Candidate;
use crate::model::scoreboard::Placing;
use crate::template::mark;
use crate::text::number;

/// `cuoc_hop`: the meeting. People and day are no secret; what was said is, until the minutes are out.
pub(super) fn meeting(campaign: &Campaign, disclosed: &Disclosed<'_>) -> Value {
    let meeting = &campaign.meeting;
    let absent: Vec<&str> = meeting.absent.iter().map(|it| campaign[*it].name.as_str()).collect();
    let opinions: &[String] = if disclosed.standing() { &meeting.opinions } else { &[] };
    json!({
        "ngay": data::iso(meeting.date),
        "dia_diem": meeting.place,
        "chu_tri": person(&meeting.chair.clone().unwrap_or_default()),
        "thu_ky": person(&meeting.secretary.clone().unwrap_or_default()),
        "ngay_ky": data::iso(meeting.signed),
        "kiem_phieu": meeting.tellers.iter().map(person).collect::<Vec<_>>(),
        "so_kiem_phieu": meeting.tellers.len(),
        "co_mat": campaign.units.len() - meeting.absent.len().min(campaign.units.len()),
        "so_vang": absent.len(),
        "vang": absent,
        "y_kien": opinions,
    })
}

fn person(person: &Person) -> Value {
    json!({ "ten": person.name, "chuc_vu": person.title })
}

/// `cham_diem`: points and ranks of the units; null where the campaign does not score or the readers
/// may not see them.
pub(super) fn scores(
    campaign: &Campaign,
    criteria: Option<&Criteria>,
    disclosed: &Disclosed<'_>,
) -> Value {
    let (Some(criteria), Some(board), true) = (criteria, disclosed.board(), disclosed.standing())
    else {
        return Value::Null;
    };
    let placing = |unit: UnitId| &board.units[unit.index()].placing;
    let seen = || campaign.unit_ids().filter(|it| disclosed.holds(*it));
    let mut ranked: Vec<(u32, UnitId, bool)> = seen()
        .filter_map(|unit| match placing(unit) {
            Placing::Ranked { rank, shared, .. } => Some((*rank, unit, *shared)),
            _ => None,
        })
        .collect();
    ranked.sort_unstable();
    let barred = seen().filter_map(|unit| match placing(unit) {
        Placing::Barred(bars) => Some(json!({
            "don_vi": campaign[unit].full_name,
            "ly_do": bars.iter().map(reason).collect::<Vec<_>>().join("; "),
        })),
        _ => None,
    });
    let open = seen().filter_map(|unit| match placing(unit) {
        Placing::Open { missing } => {
            Some(json!({ "don_vi": campaign[unit].full_name, "so_tieu_chi": missing }))
        }
        _ => None,
    });
    let of_rank = ranked.iter().map(|(_, unit, shared)| {
        let mut value = points_of(campaign, *unit);
        value["dong_hang"] = json!(shared);
        value
    });
    json!({
        "tieu_chi": criteria.title,
        "thang_diem": number::plain(criteria.scale),
        "xep_hang": of_rank.collect::<Vec<_>>(),
        "khong_xet": barred.collect::<Vec<_>>(),
        "chua_chot": open.collect::<Vec<_>>(),
    })
}

/// Why a unit is not considered, as minutes say it.
pub(super) fn reason(bar: &Bar) -> String {
    let ground = match bar.ground {
        Ground::Other => "",
        ground => Lang::Vi.ground(ground),
    };
    match (ground, bar.note.as_str()) {
        (ground, "") => ground.to_owned(),
        ("", note) => note.to_owned(),
        (ground, note) => format!("{ground} ({note})"),
    }
}

/// The names of a unit with references to its points.
pub(super) fn points_of(campaign: &Campaign, unit: UnitId) -> Value {
    let it = &campaign[unit];
    let of = |of, stage| mark::reference(ScoreId { unit, of, stage });
    json!({
        "so_thu_tu": unit.0,
        "ten": it.name,
        "ten_day_du": it.full_name,
        "tu_cham": of(ScoreOf::Total, ScoreStage::Own),
        "tham_dinh": of(ScoreOf::Total, ScoreStage::Verified),
        "chuan": of(ScoreOf::Merit, ScoreStage::Settled),
        "thuong": of(ScoreOf::Bonus, ScoreStage::Settled),
        "tru": of(ScoreOf::Penalty, ScoreStage::Settled),
        "tong": of(ScoreOf::Total, ScoreStage::Settled),
        "xep_thu": of(ScoreOf::Rank, ScoreStage::Settled),
    })
}

/// `kiem_phieu` and `bau_cu`: ballots with their counts; empty while the readers may not see them.
pub(super) fn ballots(campaign: &Campaign, disclosed: &Disclosed<'_>, elections: bool) -> Value {
    let wanted = |it: &Ballot| (it.purpose != BallotPurpose::Award) == elections;
    let all = (0_u32..).zip(&campaign.ballots).filter(|(_, it)| wanted(it));
    if !disclosed.standing() {
        return json!([]);
    }
    all.map(|(index, it)| ballot(campaign, disclosed, index, it)).collect()
}

fn ballot(campaign: &Campaign, disclosed: &Disclosed<'_>, index: u32, it: &Ballot) -> Value {
    let result = disclosed.board().and_then(|board| board.ballots.get(index as usize));
    let mut candidates: Vec<&Candidate> =
        result.iter().flat_map(|result| &result.candidates).collect();
    candidates.sort_by_key(|it| (std::cmp::Reverse(it.votes), it.unit));
    let (carried, others): (Vec<_>, Vec<_>) = candidates.iter().partition(|it| it.carried);
    let names = |all: &[&Candidate]| -> Vec<String> {
        all.iter().map(|it| campaign[it.unit].full_name.clone()).collect()
    };
    json!({
        "ma": it.code,
        "ten": it.title,
        "chuc_danh": match it.purpose {
            BallotPurpose::Award => None,
            BallotPurpose::Head => Some(&campaign.cluster.head_title),
            BallotPurpose::Deputy => Some(&campaign.cluster.deputy_title),
        },
        "so_cu_tri": it.voters,
        "phat_ra": it.issued,
        "thu_ve": it.returned,
        "khong_hop_le": it.invalid,
        "hop_le": it.returned.saturating_sub(it.invalid),
        "du_so_phieu": result.map(|it| it.quorate),
        "phai_thu_ve": number::at_most(it.quorum, 2),
        "ty_le_can": number::at_most(it.threshold, 2),
        "tren": it.above,
        "tinh_tren": match it.base {
            ShareBase::Members => "tổng số đơn vị có quyền bỏ phiếu",
            ShareBase::Issued => "tổng số phiếu phát ra",
            ShareBase::Valid => "tổng số phiếu hợp lệ",
        },
        "ung_vien": candidates.iter().map(|it| candidate(campaign, index, it)).collect::<Vec<_>>(),
        "dat": names(&carried),
        "khong_dat": names(&others),
    })
}

fn candidate(campaign: &Campaign, ballot: u32, it: &Candidate) -> Value {
    let of = ScoreOf::Votes(ballot);
    json!({
        "ten": campaign[it.unit].name,
        "ten_day_du": campaign[it.unit].full_name,
        "phieu": mark::reference(ScoreId { unit: it.unit, of, stage: ScoreStage::Settled }),
        "ty_le": it.share.map(number::machine),
        "dat": it.carried,
    })
}

/// Awards that may be told, in the order of the campaign.
pub(super) fn awards(campaign: &Campaign, disclosed: &Disclosed<'_>) -> Value {
    let told = campaign.awards.iter().enumerate().filter_map(|(index, award)| {
        let (units, decision) = match disclosed.awarded(index) {
            Awarded::Given { decision, units } => (units, Some(decision)),
            Awarded::Proposed { units } => (units, None),
            Awarded::Withheld => return None,
        };
        let names: Vec<&str> = units.iter().map(|it| campaign[*it].name.as_str()).collect();
        let list = units.iter().map(|unit| proposed(campaign, disclosed, award, *unit));
        Some(json!({
            "ten": award.name,
            "don_vi": names,
            "so_don_vi": units.len(),
            "quyet_dinh": decision.map(|it| json!({ "so": it.number, "ngay": data::iso(Some(it.date)) })),
            "danh_sach": list.collect::<Vec<_>>(),
        }))
    });
    told.collect()
}

/// Whether an award is there that the readers may not see yet.
pub(super) fn withholds(campaign: &Campaign, disclosed: &Disclosed<'_>) -> bool {
    (0..campaign.awards.len()).any(|it| disclosed.awarded(it) == Awarded::Withheld)
}

/// A unit of a list of awards; votes only where a ballot decides.
fn proposed(campaign: &Campaign, disclosed: &Disclosed<'_>, award: &Award, unit: UnitId) -> Value {
    let mut value = points_of(campaign, unit);
    value["phieu"] = Value::Null;
    value["ty_le"] = Value::Null;
    let result = award.ballot.and_then(|ballot| {
        let found = disclosed.board()?.ballots.get(ballot)?;
        let candidate = found.candidates.iter().find(|it| it.unit == unit)?;
        Some((u32::try_from(ballot).ok()?, candidate))
    });
    if let Some((ballot, it)) = result {
        let named = candidate(campaign, ballot, it);
        value["phieu"] = named["phieu"].clone();
        value["ty_le"] = named["ty_le"].clone();
    }
    value
}
