//! Which members go on as which bodies, where provinces were merged between two periods.

use crate::model::campaign::Campaign;
use crate::model::succession::Successions;
use crate::model::succession::stem;
use crate::text::date::Date;

/// A body that goes on, and what it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heir {
    /// Its identity.
    pub identity: String,
    /// Members of the campaign before that are parts of it, in that campaign's order.
    pub parts: Vec<usize>,
    /// Parts of it that were no members, by identity.
    pub outside: Vec<String>,
    /// Its first day, if it is a new body.
    pub since: Option<Date>,
    /// The one of its parts whose place, name and people it takes.
    pub keeps: usize,
    /// Whether that part bore another name.
    pub renamed: bool,
}

/// The bodies that are members on `day`, in the order of the members that they go on for.
#[must_use]
pub fn heirs(campaign: &Campaign, day: Date) -> Vec<Heir> {
    let successions = &campaign.successions;
    let mut heirs: Vec<Heir> = Vec::new();
    for (index, unit) in campaign.units.iter().enumerate() {
        let (identity, since) = successor(&unit.identity, successions, day);
        match heirs.iter_mut().find(|it| it.identity == identity) {
            Some(heir) => heir.parts.push(index),
            None => heirs.push(Heir {
                outside: outside(&identity, campaign, successions),
                identity,
                parts: vec![index],
                since,
                keeps: index,
                renamed: false,
            }),
        }
    }
    for heir in &mut heirs {
        let named = |index: &&usize| {
            let identity = &campaign.units[**index].identity;
            *identity == heir.identity || stem(identity) == stem(&heir.identity)
        };
        let kept = heir.parts.iter().find(named).copied();
        heir.renamed = kept.is_none();
        heir.keeps = kept.unwrap_or(heir.keeps);
    }
    heirs.sort_by_key(|it| it.keeps);
    heirs
}

/// What a body is on a day, and since when if it became another. One that was split goes on as it was:
/// a person must say in which of its parts.
fn successor(identity: &str, successions: &Successions, day: Date) -> (String, Option<Date>) {
    let (mut identity, mut since) = (identity.to_owned(), None);
    while let Some(end) = successions.end(&identity).filter(|it| it.on <= day) {
        let [into] = end.into else { break };
        (identity, since) = (into.clone(), Some(end.on));
    }
    (identity, since)
}

/// Parts of a body that were no members.
fn outside(identity: &str, campaign: &Campaign, successions: &Successions) -> Vec<String> {
    if campaign.units.iter().any(|unit| unit.identity == identity) {
        return Vec::new();
    }
    match successions.iter().find(|it| it.into == identity) {
        Some(merger) => {
            merger.from.iter().flat_map(|part| outside(part, campaign, successions)).collect()
        }
        None => vec![identity.to_owned()],
    }
}
