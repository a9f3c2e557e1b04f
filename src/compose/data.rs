//! The names that templates know, as JSON. Figures stand in it as references, not as numbers.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::compose::Material;
use crate::compose::behind;
use crate::compose::conference;
use crate::compose::disclosure::Disclosed;
use crate::compose::group_data;
use crate::compose::proposals;
use crate::compose::recipients;
use crate::compose::score_data;
use crate::compose::years;
use crate::model::campaign::Bound;
use crate::model::campaign::Campaign;
use crate::model::campaign::Level;
use crate::model::catalogue::Catalogue;
use crate::model::figure::FigureId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::period::Span;
use crate::template::mark;
use crate::text::date::Date;
use crate::text::number;

/// What a template of the cluster's papers may name, whoever reads them; what depends on the readers is
/// added paper by paper.
pub(super) fn of(material: Material<'_>) -> Value {
    let campaign = material.campaign;
    let mut data = of_period(campaign);
    for (key, value) in [
        ("so_don_vi", json!(campaign.units.len())),
        ("don_vi", units(campaign, campaign.unit_ids())),
        ("khoi", group_data::all(material)),
        ("ten_don_vi", names(campaign, campaign.unit_ids())),
        ("hoi_nghi", conference::of(campaign)),
        ("giao_uoc", pledge(campaign)),
        ("noi_nhan", recipients::data(campaign)),
        ("y_kien", remarks(material, &campaign.unit_ids().collect::<Vec<_>>())),
        ("giai_trinh", waivers(material)),
        ("cham_tien_do", behind::data(material)),
        ("doi_chieu_nam_truoc", years::data(material)),
        ("muc_chung_nam_truoc", years::levels(material)),
        ("rieng", campaign.own_data.clone()),
        ("kien_nghi", proposals::of(material, &campaign.unit_ids().collect::<Vec<_>>())),
    ] {
        data.insert(key.to_owned(), value);
    }
    data.extend(measures(material.catalogue));
    Value::Object(data)
}

/// Years, the period and the cluster: the same on every paper.
pub(super) fn of_period(campaign: &Campaign) -> Map<String, Value> {
    let names = [
        ("nam", json!(campaign.period.year.to_string())),
        ("nam_truoc", json!((campaign.period.year - 1).to_string())),
        ("nam_sau", json!(campaign.pledge.year.to_string())),
        ("ky", json!(campaign.period.title())),
        ("ky_tep", json!(campaign.period.slug())),
        ("ky_nam_truoc", json!(campaign.period.year_ago().title())),
        ("la_ca_nam", json!(campaign.period.span == Span::Full)),
        ("co_giao_uoc", json!(campaign.pledge.is_made())),
        ("dip", json!(occasion(campaign.period.span))),
        ("ky_so_lieu", json!(campaign.period.data_note())),
        ("cum", cluster(campaign)),
    ];
    names.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// What a period is closed by.
fn occasion(span: Span) -> &'static str {
    match span {
        Span::Full => "tổng kết",
        Span::FirstHalf => "sơ kết",
    }
}

/// `th`, `kh`, … with a reference for every indicator.
pub(super) fn measures(catalogue: &Catalogue) -> impl Iterator<Item = (String, Value)> {
    Measure::ALL
        .into_iter()
        .map(|measure| (measure.short().to_owned(), figures(catalogue, measure)))
}

/// References to the figures of one measure, by code; in the paper of a unit they mean that unit's.
fn figures(catalogue: &Catalogue, measure: Measure) -> Value {
    let reference =
        |indicator| mark::reference(FigureId { indicator, measure, owner: Owner::Cluster });
    let entries = catalogue.ids().map(|id| (catalogue[id].code.clone(), json!(reference(id))));
    Value::Object(entries.collect())
}

fn cluster(campaign: &Campaign) -> Value {
    let cluster = &campaign.cluster;
    json!({
        "ten": cluster.name,
        "ten_day_du": cluster.full_name,
        "thanh_vien": cluster.members,
        "cap_tren": cluster.superior,
        "goi": cluster.word,
        "ky_hieu_bieu": cluster.table_symbol,
        "truong": campaign.office.is_none().then_some(&cluster.head_title),
        "pho": campaign.office.is_none().then_some(&cluster.deputy_title),
    })
}

/// Units with their names and places in the list.
pub(super) fn units(campaign: &Campaign, units: impl Iterator<Item = UnitId>) -> Value {
    let unit = |id: UnitId| {
        let unit = &campaign[id];
        json!({
            "so_thu_tu": id.0,
            "ma": unit.code,
            "ten": unit.name,
            "ten_day_du": unit.full_name,
            "rieng": unit.own_data,
        })
    };
    Value::Array(units.map(unit).collect())
}

/// Short names.
pub(super) fn names(campaign: &Campaign, units: impl IntoIterator<Item = UnitId>) -> Value {
    json!(units.into_iter().map(|id| campaign[id].name.clone()).collect::<Vec<_>>())
}

/// `bao_cao`: the year, with the awards that the paper's readers may see.
pub(super) fn report(campaign: &Campaign, disclosed: &Disclosed<'_>) -> Value {
    let report = &campaign.report;
    json!({
        "cum_truong": campaign[report.head].full_name,
        "chu_de": report.theme,
        "boi_canh": report.context,
        "phong_trao": report.movements,
        "chuong_trinh": report.programmes,
        "hoat_dong": report.activities,
        "uu_diem": report.strengths,
        "han_che": report.weaknesses,
        "bai_hoc": report.lessons,
        "giai_phap": report.solutions,
        "so_giai_phap": report.solutions.len(),
        "khen_thuong": score_data::awards(campaign, disclosed),
        "cho_cong_bo": score_data::withholds(campaign, disclosed),
    })
}

fn pledge(campaign: &Campaign) -> Value {
    let pledge = &campaign.pledge;
    let name = |id: Option<UnitId>| id.map(|id| campaign[id].full_name.clone());
    let contents = pledge.contents.iter().map(|it| json!({ "ten": it.title, "doan": it.text }));
    let parties = pledge.parties.iter().map(|id| campaign[*id].full_name.clone());
    json!({
        "chu_de": pledge.theme,
        "ngay": iso(pledge.date),
        "dia_diem": campaign.conference.place,
        "cum_truong": name(pledge.head),
        "cum_pho": name(pledge.deputy),
        "so_ben": pledge.parties.len(),
        "cac_ben": parties.collect::<Vec<_>>(),
        "noi_dung": contents.collect::<Vec<_>>(),
        "muc_chung": pledge.levels.iter().map(level).collect::<Vec<_>>(),
        "to_chuc": pledge.organisation,
        "noi_giu": recipients::of_pledge(campaign),
        "so_noi_dung": pledge.contents.len(),
        "so_ban": campaign.pledge_copies(),
    })
}

/// `Tỷ lệ … từ 85% trở lên`: a level is campaign data, not a figure of the units.
pub(super) fn level(level: &Level) -> Value {
    let space = if level.unit == "%" || level.unit.is_empty() { "" } else { " " };
    let with_unit = |it| format!("{}{space}{}", number::plain(it), level.unit);
    let words = match level.bound {
        Bound::AtLeast(least) => format!("từ {} trở lên", with_unit(least)),
        Bound::AtMost(most) => format!("không quá {}", with_unit(most)),
    };
    json!({ "ten": level.text, "muc": words })
}

/// What these units wrote, by topic and then by unit in the given order.
pub(super) fn remarks(material: Material<'_>, units: &[UnitId]) -> Value {
    let campaign = material.campaign;
    let topics = material.form.remarks.topics.iter().map(|topic| {
        let of_unit = |id: UnitId| {
            let sent = material.submissions.of(&id).next()?;
            let lines: Vec<&str> = sent
                .remarks
                .iter()
                .filter(|it| it.topic == topic.key)
                .map(|it| it.text.as_str())
                .collect();
            (!lines.is_empty()).then(|| json!({ "don_vi": campaign[id].name, "y": lines }))
        };
        let units: Vec<Value> = units.iter().copied().filter_map(of_unit).collect();
        (topic.key.clone(), Value::Array(units))
    });
    Value::Object(topics.collect())
}

/// How many findings were accepted with a reason; null if none, so that templates can ask.
fn waivers(material: Material<'_>) -> Value {
    match material.accepted.len() {
        0 => Value::Null,
        count => json!({ "so_diem": count }),
    }
}

pub(super) fn iso(date: Option<Date>) -> Option<String> {
    date.map(|it| it.to_string())
}
