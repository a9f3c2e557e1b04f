//! `no-signatory`, `unknown-title`, `honorific`, `signer-too-long`: who signs, before leaders stand at the table.

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::signer::SignerFact;
use crate::model::campaign::Campaign;
use crate::model::campaign::Unit;
use crate::model::place::Place;
use crate::text::fold;
use crate::text::suggest;
use crate::text::width;

pub(super) struct Signers;

/// Degrees, titles of honour and forms of address (Nghị định 30/2020, Phụ lục I, II.7.b).
const HONORIFICS: [&str; 19] = [
    "đồng chí",
    "đ/c",
    "ông",
    "bà",
    "anh",
    "chị",
    "GS",
    "GS.TS",
    "PGS",
    "PGS.TS",
    "TS",
    "ThS",
    "CN",
    "KS",
    "BS",
    "nhà giáo",
    "nhà giáo nhân dân",
    "nhà giáo ưu tú",
    "anh hùng lao động",
];

/// Beginnings of a title that say in whose place somebody signs.
const CAPACITIES: [&str; 4] = ["KT.", "Q.", "TL.", "TUQ."];

/// Two lines of a cell of the narrowest grid, in hundredths of an em of its letters: 41 mm at 13 pt.
const TWO_LINES: i64 = 1750;

impl Check for Signers {
    fn code(&self) -> &'static str {
        "no-signatory"
    }

    fn campaign(&self, context: Context<'_>, findings: &mut Vec<Finding>) {
        let campaign = context.campaign;
        let titles = &context.look.signatures.titles;
        let mut facts = Vec::new();
        for unit in campaign.units.iter().chain(&campaign.office) {
            facts.extend(unit.signer.title.iter().filter_map(|it| unknown(unit, it, titles)));
            facts.extend(honorific(unit));
            facts.extend(too_long(unit));
        }
        facts.extend(nameless(campaign));
        let place = || Place::file("campaign.toml");
        findings.extend(facts.into_iter().map(|it| Finding::new(it, place(), None)));
    }
}

/// Parties of a pledge without a name, where others have theirs: a pledge on which nobody has a name is
/// one that all write theirs on.
fn nameless(campaign: &Campaign) -> Vec<SignerFact> {
    let parties = campaign.pledge.parties.iter().map(|it| &campaign[*it]);
    let (named, nameless): (Vec<_>, Vec<_>) = parties.partition(|it| it.signer.name.is_some());
    if named.is_empty() {
        return Vec::new();
    }
    nameless.into_iter().map(|it| SignerFact::NoSignatory { unit: it.name.clone() }).collect()
}

/// A title that the list does not hold; the words of its capacity do not count.
fn unknown(unit: &Unit, title: &str, known: &[String]) -> Option<SignerFact> {
    let bare = CAPACITIES.iter().find_map(|it| title.strip_prefix(it)).unwrap_or(title).trim();
    if known.iter().any(|it| it == bare) {
        return None;
    }
    let nearest = suggest::nearest(bare, known.iter().map(String::as_str)).map(str::to_owned);
    Some(SignerFact::UnknownTitle { unit: unit.name.clone(), title: title.to_owned(), nearest })
}

fn honorific(unit: &Unit) -> Option<SignerFact> {
    let name = unit.signer.name.as_deref()?;
    let words: Vec<&str> = name.split_whitespace().collect();
    let begins = |count: usize| {
        let prefix = words.get(..count)?.join(" ");
        // "Ông Văn A": a word that may be a family name counts only before three others.
        let alone = count == 1 && !prefix.contains(['.', '/']) && words.len() < 4;
        (is_honorific(&prefix) && !alone).then_some(prefix)
    };
    let prefix = (1..=4).rev().find_map(begins).or_else(|| joined(words.first()?))?;
    Some(SignerFact::Honorific { unit: unit.name.clone(), name: name.to_owned(), prefix })
}

/// `ThS.Nguyễn`: a degree that a space was forgotten behind.
fn joined(word: &str) -> Option<String> {
    let (before, after) = word.rsplit_once('.')?;
    (is_honorific(before) && !after.is_empty()).then(|| format!("{before}."))
}

fn is_honorific(words: &str) -> bool {
    let folded = fold::fold(words.trim_end_matches('.'));
    HONORIFICS.iter().any(|it| fold::fold(it) == folded)
}

fn too_long(unit: &Unit) -> Vec<SignerFact> {
    let signer = &unit.signer;
    let lines = signer.authority.iter().chain(&signer.body).chain(&signer.title);
    let long = lines.chain(&signer.name).filter(|it| width::of(it) > TWO_LINES);
    long.map(|it| SignerFact::TooLong { unit: unit.name.clone(), line: it.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::Signer;

    fn unit(name: Option<&str>, title: &str) -> Unit {
        Unit {
            code: "a".to_owned(),
            name: "A".to_owned(),
            full_name: "A".to_owned(),
            heading: Vec::new(),
            identity: "a".to_owned(),
            group: None,
            place: String::new(),
            aliases: Vec::new(),
            signer: Signer {
                title: vec![title.to_owned()],
                name: name.map(str::to_owned),
                ..Signer::default()
            },
            own_data: serde_json::Value::Null,
        }
    }

    #[test]
    fn forms_of_address_before_a_name_are_seen() {
        let cases = [
            ("Nguyễn Văn A", None),
            ("Ông Văn A", None),
            ("Ông Nguyễn Văn A", Some("Ông")),
            ("ThS. Nguyễn Văn A", Some("ThS.")),
            ("ThS.Nguyễn Văn A", Some("ThS.")),
            ("Đ/c Nguyễn Văn A", Some("Đ/c")),
            ("Đồng chí Nguyễn Văn A", Some("Đồng chí")),
            ("PGS.TS Nguyễn A", Some("PGS.TS")),
            ("Bà Nguyễn Thị B", Some("Bà")),
        ];
        for (name, expected) in cases {
            let found = honorific(&unit(Some(name), "CHỦ TỊCH"));
            let prefix = found.map(|it| match it {
                SignerFact::Honorific { prefix, .. } => prefix,
                other => panic!("{other:?}"),
            });
            assert_eq!(prefix.as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn titles_are_those_of_the_list() {
        let known = ["CHỦ TỊCH".to_owned(), "PHÓ CHỦ TỊCH".to_owned()];
        for title in ["CHỦ TỊCH", "KT. CHỦ TỊCH", "Q. CHỦ TỊCH", "PHÓ CHỦ TỊCH"] {
            assert_eq!(unknown(&unit(None, title), title, &known), None);
        }
        let Some(SignerFact::UnknownTitle { nearest, .. }) =
            unknown(&unit(None, ""), "KT. CHỦ TỊCHH", &known)
        else {
            panic!()
        };
        assert_eq!(nearest.as_deref(), Some("CHỦ TỊCH"));
    }
}
