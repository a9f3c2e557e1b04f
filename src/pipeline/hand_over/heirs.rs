//! Which members go on as which bodies, where provinces were merged between two periods.

use crate::model::campaign::Campaign;
use crate::model::succession::Succession;
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
pub fn heirs(campaign: &Campaign, successions: &[Succession], day: Date) -> Vec<Heir> {
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
            *identity == heir.identity || bare(identity) == bare(&heir.identity)
        };
        let kept = heir.parts.iter().find(named).copied();
        heir.renamed = kept.is_none();
        heir.keeps = kept.unwrap_or(heir.keeps);
    }
    heirs.sort_by_key(|it| it.keeps);
    heirs
}

/// An identity without the month from which it is so.
#[must_use]
pub fn bare(identity: &str) -> &str {
    identity.split_once('@').map_or(identity, |(name, _)| name)
}

/// What a body is on a day, and since when if it became another.
fn successor(identity: &str, successions: &[Succession], day: Date) -> (String, Option<Date>) {
    let (mut identity, mut since) = (identity.to_owned(), None);
    // As many steps as there are mergers: a circle among them ends here.
    for _ in successions {
        let next = successions.iter().find(|it| it.on <= day && it.from.contains(&identity));
        let Some(next) = next else { break };
        (identity, since) = (next.into.clone(), Some(next.on));
    }
    (identity, since)
}

/// Parts of a body that were no members.
fn outside(identity: &str, campaign: &Campaign, successions: &[Succession]) -> Vec<String> {
    let is_member = |it: &str| campaign.units.iter().any(|unit| unit.identity == it);
    let (mut open, mut found) = (vec![identity.to_owned()], Vec::new());
    for _ in 0..=successions.len() {
        let mut before = Vec::new();
        for body in open {
            let parts = successions.iter().find(|it| it.into == body).map(|it| &it.from);
            match parts {
                _ if is_member(&body) => {}
                Some(parts) => before.extend(parts.iter().cloned()),
                None => found.push(body),
            }
        }
        open = before;
    }
    found
}
