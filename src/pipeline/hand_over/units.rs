//! The members of the next campaign: those who stay, and the bodies into which others were merged.

use toml_edit::Array;
use toml_edit::DocumentMut;
use toml_edit::Item;
use toml_edit::Table;
use toml_edit::TableLike;

use crate::model::campaign::Unit;
use crate::model::id::UnitId;
use crate::model::succession;
use crate::pipeline::hand_over::campaign::Next;
use crate::pipeline::hand_over::edit;
use crate::pipeline::hand_over::heirs::Heir;
use crate::text::case;
use crate::text::fold;
use crate::text::list;

/// Rewrites the units, and the codes of units that merged away.
pub(super) fn rewrite(next: &Next<'_>, document: &mut DocumentMut) {
    let root = document.as_table_mut();
    if let Some(tables) = edit::list(root, "units") {
        let mut index = 0;
        tables.retain(|_| {
            index += 1;
            next.heirs.iter().any(|it| it.keeps == index - 1)
        });
        for (table, heir) in tables.iter_mut().zip(next.heirs) {
            if heir.since.is_some() {
                unit(next, table, heir);
            }
        }
    }
    if let Some(groups) = edit::list(root, "groups") {
        for group in groups.iter_mut() {
            let head = group.get("head").and_then(Item::as_str).and_then(|it| code_of(next, it));
            if let Some(head) = head {
                edit::set(group, "head", head, "");
            }
        }
    }
    let changed = next.heirs.iter().any(|it| it.since.is_some());
    let cluster = root.get_mut("cluster").and_then(Item::as_table_mut);
    if let Some(cluster) = cluster.filter(|_| changed) {
        edit::head_more(cluster, &next.it.words.cluster);
    }
}

/// The code under which a unit of the campaign before is a member now.
pub(super) fn code(next: &Next<'_>, unit: UnitId) -> String {
    let campaign = &next.it.declared.campaign;
    // An office that leads without being a member is in no list of units, and stays what it is.
    let index = campaign.unit_ids().position(|it| it == unit);
    match next.heirs.iter().find(|it| index.is_some_and(|index| it.parts.contains(&index))) {
        Some(heir) if heir.renamed => succession::stem(&heir.identity).to_owned(),
        Some(heir) => campaign.units[heir.keeps].code.clone(),
        None => campaign[unit].code.clone(),
    }
}

fn code_of(next: &Next<'_>, before: &str) -> Option<String> {
    Some(code(next, next.it.declared.campaign.find(before)?))
}

/// Who signs: each body once.
pub(super) fn parties(next: &Next<'_>, pledge: &mut Table) {
    let Some(before) = pledge.get("parties").and_then(Item::as_array) else { return };
    let codes = before.iter().filter_map(|it| code_of(next, it.as_str()?));
    let mut parties: Vec<String> = Vec::new();
    for code in codes {
        if !parties.contains(&code) {
            parties.push(code);
        }
    }
    edit::set(pledge, "parties", parties.into_iter().collect::<Array>(), "");
}

/// A unit that is another body now.
fn unit(next: &Next<'_>, table: &mut Table, heir: &Heir) {
    let campaign = &next.it.declared.campaign;
    let kept = &campaign.units[heir.keeps];
    if heir.renamed {
        rename(next, table, kept, &succession::spoken(&heir.identity));
    }
    edit::set(table, "identity", heir.identity.as_str(), "");
    for note in notes(next, heir, kept) {
        edit::head_more(table, &note);
    }
}

/// What was done to a unit, and what a person must decide.
fn notes(next: &Next<'_>, heir: &Heir, kept: &Unit) -> Vec<String> {
    let words = next.it.words;
    let campaign = &next.it.declared.campaign;
    let names =
        |parts: &mut dyn Iterator<Item = String>| list::enumerate(&parts.collect::<Vec<_>>());
    let day = heir.since.map(|it| it.numeric()).unwrap_or_default();
    let joined: Vec<&Unit> =
        heir.parts.iter().filter(|it| **it != heir.keeps).map(|it| &campaign.units[*it]).collect();
    let of = |units: &[&Unit]| names(&mut units.iter().map(|it| it.name.clone()));
    let now = succession::spoken(&heir.identity);
    let fill = |line: &str, what: &str| {
        let more = [("cu", what), ("ngay", day.as_str()), ("don-vi", now.as_str())];
        next.words(line, &more)
    };
    let mut notes = Vec::new();
    if heir.renamed {
        notes.push(fill(&words.renamed, &kept.name));
    }
    if !joined.is_empty() {
        notes.push(fill(&words.joined, &of(&joined)));
    }
    if !heir.outside.is_empty() && !heir.renamed {
        let parts = std::iter::once(kept.name.clone());
        let all = parts.chain(joined.iter().map(|it| it.name.clone()));
        let outside: Vec<String> = heir.outside.iter().map(|it| succession::spoken(it)).collect();
        let all = names(&mut all.chain(outside.iter().cloned()));
        if joined.is_empty() {
            notes.push(fill(&words.same_body, &all));
        }
        let outside = list::enumerate(&outside);
        notes.push(next.words(&words.outside, &[("phan-ngoai", &outside)]));
    }
    notes
}

/// Gives a unit the name of the body that it went into.
fn rename(next: &Next<'_>, table: &mut Table, before: &Unit, now: &str) {
    let level = |name: &str| match next.it.words.cities.iter().any(|it| it == name) {
        true => "thành phố",
        false => "tỉnh",
    };
    let (old, new) =
        (format!("{} {}", level(&before.name), before.name), format!("{} {now}", level(now)));
    let renamed = |text: &str| text.replace(&old, &new).replace(&before.name, now);
    let upper = |text: &str| {
        let text = text.replace(&case::upper(&old), &case::upper(&new));
        text.replace(&case::upper(&before.name), &case::upper(now))
    };
    edit::set(table, "code", fold::slug(now), "");
    edit::set(table, "name", now, "");
    edit::set(table, "full_name", renamed(&before.full_name), "");
    let heading: Array = before.heading.iter().map(|it| upper(it)).collect();
    edit::set(table, "heading", heading, "");
    edit::remove(table as &mut dyn TableLike, &["place", "aliases", "signer"]);
}
