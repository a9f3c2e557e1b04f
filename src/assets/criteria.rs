//! Reads `templates/criteria/<name>.toml`: codes become identities, numbers are parsed, and what
//! does not add up is a fault of its line.

mod sums;
mod ways;

use std::str::FromStr;

use rust_decimal::Decimal;

use crate::assets::criteria_file as file;
use crate::assets::templates::Templates;
use crate::assets::toml_file;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::CriteriaFault;
use crate::finding::failure::Failure;
use crate::finding::failure::Needs;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::criteria::Criteria;
use crate::model::criteria::Criterion;
use crate::model::criteria::CriterionGroup;
use crate::model::criteria::TieBreak;
use crate::model::id::CriterionId;
use crate::model::id::IndicatorId;
use crate::text::suggest;

/// The most points that a file may name; sums of them are far from the end of a decimal.
const MOST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The criteria of a campaign and the file that they were read from.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) criteria: Criteria,
    pub(super) source: TomlFile,
}

/// A fault at the expression of a criterion.
#[must_use]
pub fn fault_at_expression(
    source: &TomlFile,
    criteria: &Criteria,
    id: CriterionId,
    fault: TomlFault,
) -> TomlError {
    let group = criteria[id].group;
    let index = criteria.of_group(group).position(|it| it == id).unwrap_or_default();
    source.fault_at(&format!("/groups/{group}/criteria/{index}/expression"), fault)
}

/// The criteria that a campaign names, if it scores.
///
/// # Errors
/// [`Failure::Toml`] with every fault of the file, or for a name that does not exist.
pub(super) fn named(
    templates: &Templates,
    source: &TomlFile,
    campaign: &Campaign,
    catalogue: &Catalogue,
) -> Result<Option<Read>, Failure> {
    let Some(scoring) = &campaign.scoring else { return Ok(None) };
    let name = &scoring.criteria;
    let path = format!("criteria/{name}.toml");
    let text = match templates.text(&path) {
        Err(Failure::NoTemplate { .. }) => {
            let files = templates.names("criteria")?;
            let names = files.iter().filter_map(|it| it.strip_suffix(".toml"));
            let nearest = suggest::nearest(name, names).map(str::to_owned);
            let fault = TomlFault::Dangling { name: name.clone(), nearest };
            return Err(Failure::Toml(vec![source.fault_at("/scoring/criteria", fault)]));
        }
        other => other?,
    };
    read(name, text, campaign, catalogue).map(Some).map_err(Failure::Toml)
}

/// Reads criteria.
///
/// # Errors
/// Every fault of the file, from the top.
fn read(
    name: &str,
    text: String,
    campaign: &Campaign,
    catalogue: &Catalogue,
) -> Result<Read, Vec<TomlError>> {
    let source = TomlFile::parse(&format!("templates/criteria/{name}.toml"), text)?;
    let decoded = source.decode::<file::CriteriaFile>();
    let mut faults = decoded.faults;
    let Some(tables) = decoded.value else { return Err(faults) };
    let mut resolver = Resolver { source: &source, campaign, catalogue, faults: Vec::new() };
    let criteria = resolver.criteria(name, &tables);
    // A stand-in for a wrong number adds up to nothing that is worth telling.
    if faults.is_empty() && resolver.faults.is_empty() {
        resolver.sums(&criteria);
    }
    toml_file::join(&mut faults, resolver.faults);
    if faults.is_empty() { Ok(Read { criteria, source }) } else { Err(faults) }
}

/// Turns tables into criteria and gathers every fault on the way.
struct Resolver<'a> {
    source: &'a TomlFile,
    campaign: &'a Campaign,
    catalogue: &'a Catalogue,
    faults: Vec<TomlError>,
}

impl Resolver<'_> {
    fn criteria(&mut self, name: &str, tables: &file::CriteriaFile) -> Criteria {
        let cap = |it: &mut Self, key: &str, text: &Option<String>| {
            text.as_ref().map(|text| it.points(key, text))
        };
        let mut it = Criteria {
            name: name.to_owned(),
            title: tables.title.clone(),
            scale: self.points("/scale", &tables.scale),
            decimals: tables.decimals,
            bonus_cap: cap(self, "/bonus_cap", &tables.bonus_cap),
            penalty_cap: cap(self, "/penalty_cap", &tables.penalty_cap),
            ..Criteria::default()
        };
        for (group, table) in tables.groups.iter().enumerate() {
            self.group(group, table, &mut it);
        }
        let ties = tables.ties.iter().enumerate();
        it.ties = ties.filter_map(|(index, text)| self.tie(index, text, &it.groups)).collect();
        it
    }

    fn group(&mut self, group: usize, table: &file::CriterionGroupTable, it: &mut Criteria) {
        let at = format!("/groups/{group}");
        if it.groups.iter().any(|known| known.code == table.code) {
            let fault = TomlFault::Duplicate { code: table.code.clone() };
            self.fault(&format!("{at}/code"), fault);
        }
        let max = self.points(&format!("{at}/max"), &table.max);
        let (code, title) = (table.code.clone(), table.title.clone());
        it.groups.push(CriterionGroup { code, title, kind: table.kind, max });
        for (index, row) in table.criteria.iter().enumerate() {
            let at = format!("{at}/criteria/{index}");
            if it.find(&row.code).is_some() {
                let fault = TomlFault::Duplicate { code: row.code.clone() };
                self.fault(&format!("{at}/code"), fault);
            }
            it.criteria.push(Criterion {
                max: self.points(&format!("{at}/max"), &row.max),
                way: self.way(&at, row, table.kind),
                code: row.code.clone(),
                name: row.name.clone(),
                group,
                kind: table.kind,
                evidence: row.evidence.clone(),
            });
        }
    }

    fn tie(&mut self, index: usize, text: &str, groups: &[CriterionGroup]) -> Option<TieBreak> {
        let campaign = self.campaign;
        let groups = groups.iter().map(|it| it.code.as_str());
        let ballots = campaign.ballots.iter().map(|it| it.code.as_str());
        let found = match text.split_once(':') {
            Some(("group", code)) => groups.clone().position(|it| it == code).map(TieBreak::Group),
            Some(("votes", code)) => ballots.clone().position(|it| it == code).map(TieBreak::Votes),
            None if text == "less-penalty" => Some(TieBreak::LessPenalty),
            None if text == "smaller-gap" => Some(TieBreak::SmallerGap),
            _ => None,
        };
        if found.is_none() {
            let groups = groups.map(|it| format!("group:{it}"));
            let votes = ballots.map(|it| format!("votes:{it}"));
            let plain = ["less-penalty", "smaller-gap"].map(str::to_owned);
            let known: Vec<String> = groups.chain(votes).chain(plain).collect();
            let nearest = suggest::nearest(text, known.iter().map(String::as_str));
            let nearest = nearest.map(str::to_owned);
            self.fault(
                &format!("/ties/{index}"),
                TomlFault::NotOneOf { value: text.to_owned(), allowed: known.clone(), nearest },
            );
        }
        found
    }

    fn indicator(&mut self, at: &str, code: &str) -> Option<IndicatorId> {
        let found = self.catalogue.find(code);
        if found.is_none() {
            let codes = self.catalogue.indicators.iter().map(|it| it.code.as_str());
            self.dangling(at, code, codes);
        }
        found
    }

    fn dangling<'n>(&mut self, at: &str, name: &str, known: impl Iterator<Item = &'n str>) {
        let nearest = suggest::nearest(name, known).map(str::to_owned);
        self.fault(at, TomlFault::Dangling { name: name.to_owned(), nearest });
    }

    /// Points that somebody can earn or lose: more than none.
    fn points(&mut self, at: &str, text: &str) -> Decimal {
        let number = Decimal::from_str(text).ok().filter(|it| *it > Decimal::ZERO && *it <= MOST);
        number.unwrap_or_else(|| self.malformed(at, text, Needs::Points))
    }

    fn percent(&mut self, at: &str, text: &str) -> Decimal {
        let number = Decimal::from_str(text).ok().filter(|it| *it >= Decimal::ZERO && *it <= MOST);
        number.unwrap_or_else(|| self.malformed(at, text, Needs::Decimal))
    }

    fn malformed(&mut self, at: &str, text: &str, needs: Needs) -> Decimal {
        self.fault(at, TomlFault::Malformed { text: text.to_owned(), needs });
        Decimal::ONE
    }

    fn wrong(&mut self, at: &str, fault: CriteriaFault) {
        self.fault(at, TomlFault::Criteria(fault));
    }

    fn fault(&mut self, at: &str, fault: TomlFault) {
        let error = self.source.fault_at(at, fault);
        self.faults.push(error);
    }
}

#[cfg(test)]
mod tests;
