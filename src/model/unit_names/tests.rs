//! Names of units as people write them.

use proptest::prelude::*;

use super::table::WRITINGS;
use super::*;
use crate::model::document::Signer;
use crate::text::case;
use crate::text::fold;
use crate::text::normal;

const CITIES: [&str; 6] = ["Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"];

fn unit(name: &str, full_name: String) -> Unit {
    Unit {
        code: fold::slug(name),
        name: name.to_owned(),
        full_name,
        heading: Vec::new(),
        identity: fold::slug(name),
        group: None,
        place: name.to_owned(),
        aliases: Vec::new(),
        signer: Signer::default(),
        own_data: serde_json::Value::Null,
    }
}

fn units(names: &[&str]) -> Vec<Unit> {
    let rank = |name: &str| if CITIES.contains(&name) { "thành phố" } else { "tỉnh" };
    let full = |name: &str| format!("Liên đoàn Lao động {} {name}", rank(name));
    names.iter().map(|name| unit(name, full(name))).collect()
}

/// All provinces of both lists as one campaign.
fn all() -> (Vec<Unit>, UnitNames) {
    let names: Vec<&str> = PROVINCES.iter().map(|(name, _)| *name).collect();
    let units = units(&names);
    let names = UnitNames::of(&units);
    (units, names)
}

fn found<'a>(units: &'a [Unit], names: &UnitNames, typed: &str) -> &'a str {
    names.find(typed).map_or("asked", |it| &units[it.index()].name)
}

#[test]
fn the_table() {
    assert!(WRITINGS.len() >= 200, "{}", WRITINGS.len());
    let (units, names) = all();
    let wrong: Vec<_> = WRITINGS
        .iter()
        .map(|(typed, expected)| (typed, found(&units, &names, typed), *expected))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (name, _) in PROVINCES {
        assert!(WRITINGS.iter().any(|(_, meant)| meant == name), "{name}");
    }
}

#[test]
fn the_provinces_of_today_are_found_among_themselves() {
    let today: Vec<&str> = PROVINCES[..34].iter().map(|(name, _)| *name).collect();
    let units = units(&today);
    let names = UnitNames::of(&units);
    for (typed, expected) in WRITINGS {
        let expected = if today.contains(expected) { *expected } else { "asked" };
        assert_eq!(found(&units, &names, typed), expected, "{typed:?}");
    }
}

#[test]
fn a_writing_counts_for_whoever_bears_the_name() {
    let one = units(&["Thừa Thiên Huế"]);
    for typed in ["TT-Huế", "Huế", "TP Huế", "Thua Thien - Hue"] {
        assert_eq!(found(&one, &UnitNames::of(&one), typed), "Thừa Thiên Huế", "{typed}");
    }
    // Both names in one campaign: neither bears the other's writings.
    let two = units(&["Thừa Thiên Huế", "Huế"]);
    let names = UnitNames::of(&two);
    assert_eq!(found(&two, &names, "Huế"), "Huế");
    assert_eq!(found(&two, &names, "Thừa Thiên - Huế"), "Thừa Thiên Huế");
    assert_eq!(found(&two, &names, "TT-Huế"), "asked");
}

#[test]
fn names_that_differ_in_marks_alone_are_told_apart_by_them() {
    let two = units(&["Hà Nam", "Hà Năm"]);
    let names = UnitNames::of(&two);
    assert_eq!(names.meaning("LĐLĐ tỉnh Hà Nam"), Meaning::One(UnitId(0)));
    assert_eq!(names.meaning("hà năm"), Meaning::One(UnitId(1)));
    assert_eq!(names.meaning("Ha Nam"), Meaning::Unsure(vec![UnitId(0), UnitId(1)]));
    assert_eq!(names.meaning("HÀ NẮM"), Meaning::Unsure(vec![UnitId(0), UnitId(1)]));
}

#[test]
fn what_is_asked_is_asked_with_names() {
    let (units, names) = all();
    let candidates = |typed: &str| match names.meaning(typed) {
        Meaning::Unsure(of) => of.iter().map(|it| units[it.index()].name.as_str()).collect(),
        Meaning::One(_) | Meaning::Nobody => Vec::new(),
    };
    assert_eq!(candidates("HN"), ["Hà Nội", "Hà Nam"]);
    assert_eq!(candidates("LĐLĐ thành phố Cao Bằng"), ["Cao Bằng"]);
    assert_eq!(candidates("ĐN"), ["Đà Nẵng", "Đồng Nai", "Đắk Nông"]);
    assert_eq!(candidates("Vũng Tàu"), [""; 0]);
}

#[test]
fn an_alias_of_the_campaign_is_a_name_like_others() {
    let mut units = units(&["Cao Bằng", "Lạng Sơn"]);
    units[1].aliases = vec!["Xứ Lạng".to_owned(), "CB".to_owned()];
    let names = UnitNames::of(&units);
    assert_eq!(found(&units, &names, "xứ lạng"), "Lạng Sơn");
    assert_eq!(found(&units, &names, "CB"), "Lạng Sơn");
    assert_eq!(UnitNames::of(&[]).meaning("Cao Bằng"), Meaning::Nobody);
}

proptest! {
    #[test]
    fn dress_does_not_matter(
        index in 0_usize..63, capitals in any::<bool>(),
        before in prop::sample::select(vec!["", "LĐLĐ ", "Liên đoàn Lao động ", " ", "BTV LĐLĐ "]),
        between in prop::sample::select(vec![" ", "-", " – ", "\u{A0}", "  ", "—", "_", "\u{200B} "]),
        behind in prop::sample::select(vec!["", " ", ".", "\u{202C}", "\u{FEFF}"]),
        apart in any::<bool>(),
    ) {
        let (units, names) = all();
        let name = PROVINCES[index].0;
        let mut typed = format!("{before}{}{behind}", name.replace(' ', between));
        if capitals {
            typed = case::upper(&typed);
        }
        if apart {
            typed = normal::apart(&typed);
        }
        prop_assert_eq!(found(&units, &names, &typed), name, "{:?}", typed);
    }

    #[test]
    fn no_name_is_too_odd(typed in any::<String>()) {
        let _ = all().1.meaning(&typed);
    }
}
