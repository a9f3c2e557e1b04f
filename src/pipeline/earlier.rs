//! The campaigns that one is held against: opened, gathered, and followed to its own units.

use std::path::Path;

use crate::assets;
use crate::assets::Declared;
use crate::assets::folder;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlFault;
use crate::model::campaign::Campaign;
use crate::model::file::File;
use crate::model::past::Earlier;
use crate::model::past::Past;
use crate::model::period::Period;
use crate::model::period::Span;
use crate::pipeline::event::Listener;
use crate::pipeline::gather;
use crate::pipeline::gather::Gathered;
use crate::read::workbook::Opener;

/// Earlier campaigns with the way from their units to those of the present one.
#[derive(Default)]
pub struct Pasts<'a> {
    period: Option<Period>,
    predecessor: Option<Past<'a>>,
    others: Vec<Past<'a>>,
}

impl<'a> Pasts<'a> {
    /// The campaigns that `now` names, as far as they were gathered.
    #[must_use]
    pub fn of(
        now: &Campaign,
        predecessor: Option<&'a Gathered>,
        half_year: Option<&'a Gathered>,
    ) -> Self {
        let named = predecessor.zip(now.predecessor.as_deref());
        let year_ago = predecessor.and_then(|it| it.half_year.as_deref()).zip(half_of(now, named));
        let half = half_year.zip(now.half_year.clone());
        Self {
            period: Some(now.period),
            predecessor: named.map(|(it, folder)| it.past(now, trimmed(folder))),
            others: year_ago
                .into_iter()
                .chain(half)
                .map(|(it, folder)| it.past(now, trimmed(&folder)))
                .collect(),
        }
    }

    /// What each of them is to the present campaign.
    #[must_use]
    pub fn earlier(&self) -> Earlier<'_> {
        let others: Vec<&Past<'_>> = self.others.iter().collect();
        let of = |period| Earlier::of(period, self.predecessor.as_ref(), &others);
        self.period.map(of).unwrap_or_default()
    }
}

/// The folder of last year's first half, which the campaign that closed last year names.
fn half_of(now: &Campaign, predecessor: Option<(&Gathered, &str)>) -> Option<String> {
    let (gathered, folder) = predecessor?;
    let half = gathered.declared.campaign.half_year.as_deref()?;
    (now.period.span == Span::FirstHalf).then(|| joined(folder, half))
}

/// Gathers last year's campaign. What that one names in turn is not looked at, but for its first
/// half, with which a first half is compared.
pub(super) fn predecessor(
    now: &Declared,
    opener: &dyn Opener,
    listen: &mut Listener<'_>,
) -> Result<Option<Gathered>, Failure> {
    let Some(path) = &now.campaign.predecessor else { return Ok(None) };
    let declared = open(now, "/predecessor", path)?;
    let (is, period) = (declared.campaign.period, now.campaign.period);
    let needs = Period { span: Span::Full, ..period.year_ago() };
    if is != needs && is != period.year_ago() {
        return Err(other_period(now, "/predecessor", path, (is, Some(needs))));
    }
    let half = match now.campaign.period.span {
        Span::Full => None,
        Span::FirstHalf => inside(path, half_year(&declared, opener, listen))?.map(Box::new),
    };
    let mut gathered =
        inside(path, gather::gather_one(declared, &Pasts::default(), opener, listen))?;
    gathered.half_year = half;
    Ok(Some(gathered))
}

/// Gathers the campaign of the first half of the year, alone.
pub(super) fn half_year(
    now: &Declared,
    opener: &dyn Opener,
    listen: &mut Listener<'_>,
) -> Result<Option<Gathered>, Failure> {
    let Some(path) = &now.campaign.half_year else { return Ok(None) };
    let declared = open(now, "/half_year", path)?;
    let (is, period) = (declared.campaign.period, now.campaign.period);
    let closes = period.span == Span::Full;
    let needs = closes.then_some(Period { span: Span::FirstHalf, ..period });
    if Some(is) != needs {
        return Err(other_period(now, "/half_year", path, (is, needs)));
    }
    inside(path, gather::gather_one(declared, &Pasts::default(), opener, listen)).map(Some)
}

/// Opens the campaign that another one names under `key`.
fn open(now: &Declared, key: &str, path: &str) -> Result<Declared, Failure> {
    let root = now.folder.root();
    let fault = |fault| Failure::Toml(vec![now.campaign_source.fault_at(key, fault)]);
    if folder::is_same(root, &root.join(path)) {
        return Err(fault(TomlFault::OwnCampaign { folder: path.to_owned() }));
    }
    match assets::open(&root.join(path)) {
        Err(Failure::NoCampaign { .. }) => {
            let nearest = nearest(root, path);
            Err(fault(TomlFault::NoSuchCampaign { folder: path.to_owned(), nearest }))
        }
        other => inside(path, other),
    }
}

/// Nothing is taken from a campaign of that period, which nobody would notice.
fn other_period(
    now: &Declared,
    key: &str,
    path: &str,
    (is, needs): (Period, Option<Period>),
) -> Failure {
    let fault = TomlFault::OtherPeriod { folder: path.to_owned(), is, needs };
    Failure::Toml(vec![now.campaign_source.fault_at(key, fault)])
}

/// The campaign beside it that was probably meant.
fn nearest(root: &Path, path: &str) -> Option<String> {
    let (parent, name) = trimmed(path).rsplit_once('/')?;
    let found = folder::nearest_campaign(&root.join(parent), name)?;
    (!folder::is_same(root, &root.join(parent).join(&found))).then(|| format!("{parent}/{found}"))
}

/// A fault of a file of that campaign names its folder too.
fn inside<T>(path: &str, result: Result<T, Failure>) -> Result<T, Failure> {
    result.map_err(|failure| match failure {
        Failure::Toml(mut errors) => {
            for error in &mut errors {
                error.file = joined(path, &error.file);
            }
            Failure::Toml(errors)
        }
        other => other,
    })
}

/// Every file that the figures of earlier campaigns rest on, but for those (templates that come with
/// the program) that the present one has too.
pub(super) fn inputs(
    now: &Campaign,
    own: &[File],
    predecessor: Option<&Gathered>,
    half_year: Option<&Gathered>,
) -> Vec<File> {
    let named = predecessor.zip(now.predecessor.as_deref());
    let year_ago = predecessor.and_then(|it| it.half_year.as_deref()).zip(half_of(now, named));
    let named = named.map(|(it, folder)| (it, folder.to_owned()));
    let half = half_year.zip(now.half_year.clone());
    let all = named.into_iter().chain(year_ago).chain(half);
    all.flat_map(|(gathered, folder)| {
        let declared = gathered.declared_files.iter().filter(|it| !own.contains(it));
        let files = declared.chain(&gathered.sent);
        files.map(move |it| File { file: joined(&folder, &it.file), ..it.clone() })
    })
    .collect()
}

fn trimmed(path: &str) -> &str {
    path.trim_end_matches('/')
}

/// A path from inside a folder as it is from outside: `../a` and `../b` make `../b`.
pub(super) fn joined(folder: &str, path: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in folder.split('/').chain(path.split('/')) {
        match (name, names.last()) {
            ("" | ".", _) => {}
            ("..", Some(last)) if *last != ".." => {
                names.pop();
            }
            _ => names.push(name),
        }
    }
    let joined = names.join("/");
    if folder.starts_with('/') { format!("/{joined}") } else { joined }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_without_detours() {
        for (folder, path, whole) in [
            ("../a", "campaign.toml", "../a/campaign.toml"),
            ("../a/", "submissions/x.xlsx", "../a/submissions/x.xlsx"),
            ("../a", "../b", "../b"),
            ("../../a", "../b", "../../b"),
            ("a", "../b", "b"),
            ("./a", "b", "a/b"),
            ("/x/a", "../b", "/x/b"),
            ("..", "../b", "../../b"),
        ] {
            assert_eq!(joined(folder, path), whole, "{folder} {path}");
        }
    }
}
