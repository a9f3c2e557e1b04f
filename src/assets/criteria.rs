//! Reads `templates/criteria/<name>.toml`: codes become identities, numbers are parsed.

use std::str::FromStr;

use rust_decimal::Decimal;

use crate::assets::criteria_file as file;
use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::finding::failure::Needs;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::criteria::Criteria;
use crate::model::criteria::Criterion;
use crate::model::criteria::CriterionGroup;
use crate::model::criteria::Curve;
use crate::model::criteria::TargetStep;
use crate::model::criteria::TargetWay;
use crate::model::criteria::TieBreak;
use crate::model::criteria::Way;
use crate::model::id::IndicatorId;
use crate::text::suggest;

/// The criteria that a campaign names, if it scores.
///
/// # Errors
/// [`Failure::Toml`] with every fault of the file, or for a name that does not exist.
pub(super) fn named(
    templates: &Templates,
    source: &TomlFile,
    campaign: &Campaign,
    catalogue: &Catalogue,
) -> Result<Option<Criteria>, Failure> {
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
    let shown = format!("templates/{path}");
    let source = TomlFile::parse(&shown, text).map_err(Failure::Toml)?;
    let tables: file::CriteriaFile = source.decode().sound()?;
    let faults = Vec::new();
    let mut resolver = Resolver { source: &source, campaign, catalogue, faults };
    let criteria = resolver.criteria(name, tables);
    if resolver.faults.is_empty() {
        Ok(Some(criteria))
    } else {
        Err(Failure::Toml(resolver.faults))
    }
}

struct Resolver<'a> {
    source: &'a TomlFile,
    campaign: &'a Campaign,
    catalogue: &'a Catalogue,
    faults: Vec<TomlError>,
}

impl Resolver<'_> {
    fn criteria(&mut self, name: &str, tables: file::CriteriaFile) -> Criteria {
        let mut it = Criteria {
            name: name.to_owned(),
            title: tables.title,
            scale: self.decimal("/scale", &tables.scale),
            decimals: tables.decimals,
            bonus_cap: tables.bonus_cap.map(|text| self.decimal("/bonus_cap", &text)),
            penalty_cap: tables.penalty_cap.map(|text| self.decimal("/penalty_cap", &text)),
            ..Criteria::default()
        };
        for (group, table) in tables.groups.into_iter().enumerate() {
            let at = format!("/groups/{group}");
            let max = self.decimal(&format!("{at}/max"), &table.max);
            it.groups.push(CriterionGroup { code: table.code, title: table.title, max });
            for (index, row) in table.criteria.into_iter().enumerate() {
                let at = format!("{at}/criteria/{index}");
                if it.find(&row.code).is_some() {
                    let fault = TomlFault::Duplicate { code: row.code.clone() };
                    self.fault(&format!("{at}/code"), fault);
                }
                it.criteria.push(Criterion {
                    max: self.decimal(&format!("{at}/max"), &row.max),
                    way: self.way(&at, &row),
                    code: row.code,
                    name: row.name,
                    group,
                    kind: table.kind,
                    evidence: row.evidence,
                });
            }
        }
        let ties = tables.ties.iter().enumerate();
        it.ties = ties.filter_map(|(index, text)| self.tie(index, text, &it.groups)).collect();
        it
    }

    /// How a criterion is counted; more than one way is a fault.
    fn way(&mut self, at: &str, row: &file::CriterionTable) -> Way {
        let mut ways = Vec::new();
        if let Some(table) = &row.target {
            ways.extend(self.target(&format!("{at}/target"), table));
        }
        if let Some(code) = &row.done {
            let indicator = match code.as_str() {
                "" => None,
                code => self.indicator(&format!("{at}/done"), code),
            };
            ways.push(Way::Done { indicator });
        }
        if let Some(table) = &row.count {
            let each = self.decimal(&format!("{at}/count/each"), &table.each);
            let indicator = self.indicator(&format!("{at}/count/indicator"), &table.indicator);
            ways.extend(indicator.map(|indicator| Way::Count { indicator, each }));
        }
        if let Some(table) = &row.findings {
            let each = self.decimal(&format!("{at}/findings/each"), &table.each);
            ways.push(Way::Findings { codes: table.codes.clone(), each });
        }
        if let Some(text) = &row.late {
            ways.push(Way::Late { each: self.decimal(&format!("{at}/late"), text) });
        }
        if let Some(source) = &row.expression {
            ways.push(Way::Expression { source: source.clone() });
        }
        if ways.len() > 1 {
            let needs = "chỉ một cách tính: target, done, count, findings, late hoặc expression";
            self.fault(at, TomlFault::Other(needs.to_owned()));
        }
        ways.pop().unwrap_or(Way::Judged)
    }

    fn target(&mut self, at: &str, table: &file::TargetTable) -> Option<Way> {
        let steps = table.steps.iter().enumerate().map(|(index, it)| TargetStep {
            from: self.decimal(&format!("{at}/steps/{index}/from"), &it.from),
            share: self.decimal(&format!("{at}/steps/{index}/share"), &it.share),
        });
        let mut steps: Vec<TargetStep> = steps.collect();
        steps.sort_by_key(|it| it.from);
        let curve = match table.curve {
            file::CurveName::Proportional => Curve::Proportional,
            file::CurveName::Steps => Curve::Steps(steps),
            file::CurveName::Leader => Curve::Leader,
        };
        let indicator = self.indicator(&format!("{at}/indicator"), &table.indicator)?;
        Some(Way::Target(TargetWay { indicator, against: table.against, curve }))
    }

    fn tie(&mut self, index: usize, text: &str, groups: &[CriterionGroup]) -> Option<TieBreak> {
        let found = match text.split_once(':') {
            Some(("group", code)) => {
                groups.iter().position(|it| it.code == code).map(TieBreak::Group)
            }
            Some(("votes", code)) => {
                self.campaign.ballots.iter().position(|it| it.code == code).map(TieBreak::Votes)
            }
            None if text == "less-penalty" => Some(TieBreak::LessPenalty),
            None if text == "smaller-gap" => Some(TieBreak::SmallerGap),
            _ => None,
        };
        if found.is_none() {
            let fault = TomlFault::Dangling { name: text.to_owned(), nearest: None };
            self.fault(&format!("/ties/{index}"), fault);
        }
        found
    }

    fn indicator(&mut self, at: &str, code: &str) -> Option<IndicatorId> {
        let found = self.catalogue.find(code);
        if found.is_none() {
            let codes = self.catalogue.indicators.iter().map(|it| it.code.as_str());
            let nearest = suggest::nearest(code, codes).map(str::to_owned);
            self.fault(at, TomlFault::Dangling { name: code.to_owned(), nearest });
        }
        found
    }

    fn decimal(&mut self, at: &str, text: &str) -> Decimal {
        Decimal::from_str(text).unwrap_or_else(|_| {
            let needs = Needs::Decimal;
            self.fault(at, TomlFault::Malformed { text: text.to_owned(), needs });
            Decimal::ZERO
        })
    }

    fn fault(&mut self, at: &str, fault: TomlFault) {
        let error = self.source.fault_at(at, fault);
        self.faults.push(error);
    }
}
