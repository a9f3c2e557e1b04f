//! Words for the identities of `so-lieu.json`, where one is told to people.

use rust_decimal::Decimal;

use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::figure::Derivation;
use crate::model::measure::Measure;
use crate::text::number;

/// A figure in words: what it is, and whose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// `TC12 “Đoàn viên kết nạp mới”, Thực hiện`; the identity itself where there are no words.
    pub name: String,
    /// `Toàn cụm`, or the name of a block or unit.
    pub of: String,
    /// What a number of the file is divided by to be as papers print it.
    factor: Decimal,
}

impl Naming {
    /// Words for an identity.
    #[must_use]
    pub fn of(campaign: &Campaign, catalogue: &Catalogue, id: &str) -> Self {
        let (rule, inner) = derived(id);
        let mut parts = inner.splitn(3, '.');
        let indicator = parts.next().and_then(|it| catalogue.find(it));
        let measure = parts.next().and_then(measure);
        let Some((indicator, measure)) = indicator.zip(measure) else {
            return points(campaign, id);
        };
        let it = &catalogue[indicator];
        let name = format!("{} “{}”, {}", it.code, it.name, measure.title());
        Self {
            name: rule.map_or_else(|| name.clone(), |rule| format!("{} ({name})", words(rule))),
            of: parts.next().map_or_else(whole, |code| owner(campaign, code)),
            factor: if rule.is_some() { Decimal::ONE } else { it.factor() },
        }
    }

    /// A number of the file as papers print it; text that is no number stays as it is.
    #[must_use]
    pub fn value(&self, machine: &str) -> String {
        let value = machine.parse::<Decimal>().ok().and_then(|it| it.checked_div(self.factor));
        value.map_or_else(|| machine.to_owned(), |it| number::at_most(it, DECIMALS))
    }
}

/// Digits behind the comma at most; enough to tell two figures apart.
const DECIMALS: u32 = 4;

/// A point or a rank, whose identity ends in the code of its unit.
fn points(campaign: &Campaign, id: &str) -> Naming {
    let (what, code) = id.rsplit_once('.').unwrap_or((id, ""));
    let known = match what {
        "xep_thu" => "Xếp thứ".to_owned(),
        "diem.tong.settled" => "Tổng điểm".to_owned(),
        _ => what.to_owned(),
    };
    match campaign.find(code) {
        Some(unit) => Naming { name: known, of: campaign[unit].name.clone(), factor: Decimal::ONE },
        None => Naming { name: id.to_owned(), of: String::new(), factor: Decimal::ONE },
    }
}

/// The rule of a derived figure with its first operand, or the figure itself.
fn derived(id: &str) -> (Option<Derivation>, &str) {
    let rules = [
        Derivation::Percent,
        Derivation::ChangePercent,
        Derivation::Difference,
        Derivation::PerOne,
    ];
    let found = rules.into_iter().find_map(|rule| {
        let inner = id.strip_prefix(rule.name())?.strip_prefix('(')?;
        Some((Some(rule), inner.split_once(',').map_or(inner, |(first, _)| first)))
    });
    found.unwrap_or((None, id))
}

fn words(rule: Derivation) -> &'static str {
    match rule {
        Derivation::Percent => "Tỷ lệ đạt",
        Derivation::ChangePercent => "Mức tăng, giảm",
        Derivation::Difference => "Chênh lệch",
        Derivation::PerOne => "Bình quân",
    }
}

fn measure(name: &str) -> Option<Measure> {
    Measure::ALL.into_iter().find(|it| it.name() == name)
}

fn whole() -> String {
    "Toàn cụm".to_owned()
}

fn owner(campaign: &Campaign, code: &str) -> String {
    let unit = campaign.find(code).map(|it| campaign[it].name.clone());
    let group = || campaign.groups.iter().find(|it| it.code == code).map(|it| it.name.clone());
    unit.or_else(group).unwrap_or_else(|| code.to_owned())
}
