//! What papers say of the year before: what its figures were made from, and what does not compare.

use serde_json::Value;
use serde_json::json;

use crate::compose::Material;
use crate::compose::data;
use crate::model::catalogue::Kind;
use crate::model::dataset::LevelReached;
use crate::model::dataset::Origin;
use crate::model::dataset::Parted;
use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::lineage::Ancestry;
use crate::model::lineage::Lineage;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::succession::ScopeChange;
use crate::template::mark;
use crate::text::case;
use crate::text::list;

/// The most indicators that a note names one by one.
const MOST_NAMED: usize = 12;

/// What a unit's figures of the year before rest on.
enum Rests<'a> {
    /// On the campaign of the year before, joined from several bodies.
    Joined(&'a Ancestry),
    /// On the campaign of the year before; the same body.
    Same,
    /// On what the unit itself typed.
    Typed(&'a Ancestry),
    /// On nothing.
    Nothing(&'a Ancestry),
}

/// The year before of some indicators and units.
struct Before<'a> {
    material: Material<'a>,
    lineage: &'a Lineage,
    indicators: &'a [IndicatorId],
    units: Vec<UnitId>,
}

/// Notes under a table that shows figures of the year before: those of the units whose paper it is.
pub(super) fn notes(
    material: Material<'_>,
    indicators: &[IndicatorId],
    owner: Owner,
) -> Vec<String> {
    let mut notes = Vec::new();
    let years = material.results.dataset.years();
    if let Some(lineage) = &years.lineage {
        let units = match owner {
            Owner::Cluster => material.campaign.unit_ids().collect(),
            Owner::Group(group) => material.campaign.of_group(group).collect(),
            Owner::Unit(unit) => vec![unit],
        };
        let before = Before { material, lineage, indicators, units };
        notes.extend(before.lines(owner == Owner::Cluster));
    }
    notes.extend(scope_notes(material, indicators));
    notes
}

/// `doi_chieu_nam_truoc`: null where nothing is known of the year before but what units typed.
pub(super) fn data(material: Material<'_>) -> Value {
    let indicators: Vec<IndicatorId> = material.catalogue.ids().collect();
    let years = material.results.dataset.years();
    let scope = scope_words(material);
    let Some(lineage) = &years.lineage else {
        return if scope.is_empty() {
            Value::Null
        } else {
            json!({ "ghi_chu": scope, "pham_vi": scope, "hop_nhat": [], "tu_ke_khai": [],
                    "chua_co": [], "roi_cum": [] })
        };
    };
    let units = material.campaign.unit_ids().collect();
    let before = Before { material, lineage, indicators: &indicators, units };
    let name = |unit: &UnitId| material.campaign[*unit].name.clone();
    let (mut joined, mut typed, mut nothing) = (Vec::new(), Vec::new(), Vec::new());
    for unit in &before.units {
        match before.rests(*unit) {
            Rests::Same => {}
            Rests::Joined(it) => joined.push(json!({ "don_vi": name(unit), "tu": it.names })),
            Rests::Typed(it) => typed.push(json!({ "don_vi": name(unit), "thieu": it.missing })),
            Rests::Nothing(it) => {
                nothing.push(json!({ "don_vi": name(unit), "thieu": it.missing }));
            }
        }
    }
    let lines: Vec<String> = before.lines(true).into_iter().chain(scope.clone()).collect();
    json!({
        "ghi_chu": lines,
        "hop_nhat": joined,
        "tu_ke_khai": typed,
        "chua_co": nothing,
        "roi_cum": lineage.left,
        "pham_vi": scope,
    })
}

impl Before<'_> {
    fn rests(&self, unit: UnitId) -> Rests<'_> {
        let ancestry = self.lineage.of_unit(unit);
        if ancestry.is_whole() {
            return if ancestry.is_merged() { Rests::Joined(ancestry) } else { Rests::Same };
        }
        let is_typed = self.indicators.iter().any(|id| self.is_typed(*id, unit));
        if is_typed { Rests::Typed(ancestry) } else { Rests::Nothing(ancestry) }
    }

    fn is_typed(&self, indicator: IndicatorId, unit: UnitId) -> bool {
        let id = FigureId { indicator, measure: Measure::Previous, owner: Owner::Unit(unit) };
        matches!(self.material.results.dataset.figure(id).origin, Origin::Cell(_))
    }

    fn name(&self, unit: UnitId) -> &str {
        &self.material.campaign[unit].name
    }

    /// One line for each thing that a reader must know.
    fn lines(&self, of_cluster: bool) -> Vec<String> {
        let (mut joined, mut typed, mut nothing) = (Vec::new(), Vec::new(), Vec::new());
        let mut newcomers: [Vec<&str>; 2] = [Vec::new(), Vec::new()];
        for unit in &self.units {
            let name = self.name(*unit);
            match self.rests(*unit) {
                Rests::Same => typed.extend(self.partly_typed(*unit)),
                Rests::Joined(it) => {
                    joined.push(format!("{name} ({})", it.names.join(" + ")));
                    typed.extend(self.partly_typed(*unit));
                }
                Rests::Typed(it) if it.is_new() => newcomers[0].push(name),
                Rests::Nothing(it) if it.is_new() => newcomers[1].push(name),
                Rests::Typed(it) => typed.push(format!("{name} ({})", why(it))),
                Rests::Nothing(it) => nothing.push(format!("{name} ({})", why(it))),
            }
        }
        let others = self.units.len()
            > typed.len() + nothing.len() + newcomers.iter().map(Vec::len).sum::<usize>();
        for (lines, names) in [&mut typed, &mut nothing].into_iter().zip(newcomers) {
            if !names.is_empty() {
                lines.push(format!("{} (kỳ trước chưa thuộc Cụm)", names.join(", ")));
            }
        }
        let year = self.lineage.period.title();
        let source = format!("Số liệu {year} theo số đã chốt của Cụm");
        let mut lines = vec![if joined.is_empty() {
            format!("{source}.")
        } else {
            format!("{source}; số hợp nhất của: {}.", joined.join("; "))
        }];
        if !others {
            lines.clear();
        }
        if !typed.is_empty() {
            lines.push(format!("Số liệu {year} theo số đơn vị tự kê khai: {}.", typed.join("; ")));
        }
        if !nothing.is_empty() {
            lines.push(format!("Chưa có số liệu {year}: {}.", nothing.join("; ")));
        }
        if of_cluster && self.has_other_members() {
            lines.push(self.members_note());
        }
        lines
    }

    fn has_other_members(&self) -> bool {
        !self.lineage.left.is_empty() || self.lineage.units.iter().any(|it| !it.is_whole())
    }

    fn members_note(&self) -> String {
        let year = self.lineage.period.title();
        let left = if self.lineage.left.is_empty() {
            String::new()
        } else {
            format!(", không gồm {}", list::enumerate(&self.lineage.left))
        };
        format!(
            "Số toàn Cụm {year} cộng theo các đơn vị của Cụm hiện nay{left}; không phải là số toàn \
             Cụm đã công bố {year}."
        )
    }

    /// A unit whose figures come from the campaign of the year before, but for some.
    fn partly_typed(&self, unit: UnitId) -> Option<String> {
        let typed = self.indicators.iter().filter(|id| self.is_typed(**id, unit));
        let codes = codes(self.material, typed.copied());
        (!codes.is_empty()).then(|| format!("{} ({codes})", self.name(unit)))
    }
}

/// Why the campaign of the year before does not tell a unit's figures, though it had a part of it.
fn why(ancestry: &Ancestry) -> String {
    if !ancestry.split_from.is_empty() {
        return format!("tách từ {}", list::enumerate(&ancestry.split_from));
    }
    format!(
        "hợp nhất từ {}; kỳ trước của Cụm không có số liệu {}",
        list::enumerate(&[ancestry.names.as_slice(), &ancestry.missing].concat()),
        list::enumerate(&ancestry.missing)
    )
}

/// One line for each change of scope that touches one of the indicators: which, and the reason.
fn scope_notes(material: Material<'_>, indicators: &[IndicatorId]) -> Vec<String> {
    let parted = &material.results.dataset.years().parted;
    let note = |(index, change): (usize, &ScopeChange)| {
        let touched = indicators.iter().copied();
        let touched = touched.filter(|id| parted.get(id) == Some(&Parted::ByScope(index)));
        let codes = codes(material, touched);
        let year = material.campaign.period.year - 1;
        (!codes.is_empty()).then(|| {
            format!(
                "Không so sánh với năm {year} do thay đổi phạm vi: {codes}. {}",
                sentence(&change.reason)
            )
        })
    };
    material.campaign.scope_changes.iter().enumerate().filter_map(note).collect()
}

/// The same for a text that names no codes.
fn scope_words(material: Material<'_>) -> Vec<String> {
    let parted = &material.results.dataset.years().parted;
    let note = |(index, change): (usize, &ScopeChange)| {
        let year = material.campaign.period.year - 1;
        let touches = parted.values().any(|it| *it == Parted::ByScope(index));
        touches.then(|| {
            format!(
                "Một số chỉ tiêu không so sánh với năm {year} do thay đổi phạm vi. {}",
                sentence(&change.reason)
            )
        })
    };
    material.campaign.scope_changes.iter().enumerate().filter_map(note).collect()
}

/// A reason as a sentence of its own.
fn sentence(reason: &str) -> String {
    format!("{}.", case::capitalise(reason.trim().trim_end_matches('.')))
}

/// `TC01, TC03`; of many the first and how many more.
fn codes(material: Material<'_>, ids: impl Iterator<Item = IndicatorId>) -> String {
    let codes: Vec<&str> = ids.map(|id| material.catalogue[id].code.as_str()).collect();
    if codes.len() <= MOST_NAMED {
        return codes.join(", ");
    }
    format!("{} và {} chỉ tiêu khác", codes[..MOST_NAMED].join(", "), codes.len() - MOST_NAMED)
}

/// `muc_chung_nam_truoc`: the common levels that were pledged for this year, with who reached them;
/// null if none were.
pub(super) fn levels(material: Material<'_>) -> Value {
    let levels = &material.results.dataset.years().levels;
    let names = |units: &[UnitId]| {
        units.iter().map(|it| material.campaign[*it].name.clone()).collect::<Vec<_>>()
    };
    let one = |it: &LevelReached| {
        let reference = |indicator| {
            mark::reference(FigureId { indicator, measure: Measure::Actual, owner: Owner::Cluster })
        };
        let mut value = data::level(&it.level);
        value["thuc_hien"] = json!(it.indicator.map(reference));
        let kind = it.indicator.map(|id| material.catalogue[id].kind);
        value["la_ty_le"] = json!(kind == Some(Kind::Percent));
        value["don_vi_tinh"] = json!(it.level.unit);
        value["dat"] = json!(it.cluster == Some(true));
        value["chua_dat"] = json!(it.cluster == Some(false));
        value["so_don_vi_dat"] = json!(it.met.len());
        value["so_don_vi"] = json!(it.met.len() + it.unmet.len());
        value["don_vi_chua_dat"] = json!(names(&it.unmet));
        value
    };
    if levels.is_empty() { Value::Null } else { levels.iter().map(one).collect() }
}
