//! Reads `campaign.toml`: codes become identities, dates and numbers are parsed.

mod collection;
mod office;
mod scoring;
mod signers;
mod time;

use std::str::FromStr;

use rust_decimal::Decimal;

use crate::assets::campaign_file as file;
use crate::assets::campaign_file::conference::AgendaTable;
use crate::assets::campaign_file::conference::ConferenceTable;
use crate::assets::campaign_file::conference::DelegateTable;
use crate::assets::campaign_file::pledge::LevelTable;
use crate::assets::campaign_file::pledge::PledgeTable;
use crate::assets::campaign_file::recipients::RecipientTable;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Needs;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::campaign::Bound;
use crate::model::campaign::Campaign;
use crate::model::campaign::Cluster;
use crate::model::campaign::Content;
use crate::model::campaign::Group;
use crate::model::campaign::Level;
use crate::model::campaign::Pledge;
use crate::model::campaign::Report;
use crate::model::campaign::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::conference::AgendaItem;
use crate::model::conference::Conference;
use crate::model::conference::Delegate;
use crate::model::document::Signer;
use crate::model::emblem::Emblem;
use crate::model::id::GroupId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::look::Look;
use crate::model::period::Period;
use crate::model::recipient::Recipient;
use crate::model::succession::Successions;
use crate::model::unit_names::UnitNames;
use crate::text::date::Date;
use crate::text::fold;
use crate::text::suggest;

/// Turns the tables of `campaign.toml` into a campaign, beside every duplicate, dangling reference
/// and malformed text.
pub(super) fn resolve(
    name: &str,
    source: &TomlFile,
    tables: file::CampaignFile,
    known: Known<'_>,
) -> (Campaign, Vec<TomlError>) {
    let Known { catalogue, look, received, successions, emblem } = known;
    let (codes, faults) = (Vec::new(), Vec::new());
    let mut resolver = Resolver { source, catalogue, look, received, codes, faults };
    let mut campaign = resolver.campaign(name, tables, successions);
    campaign.cluster.emblem = emblem;
    (campaign, resolver.faults)
}

/// What a campaign may name.
pub(super) struct Known<'a> {
    /// Indicators and rules.
    pub(super) catalogue: &'a Catalogue,
    /// How its papers look.
    pub(super) look: &'a Look,
    /// Files of `submissions`.
    pub(super) received: &'a [String],
    /// Mergers and splits that templates know.
    pub(super) successions: Successions,
    /// The emblem that it names.
    pub(super) emblem: Option<Emblem>,
}

fn agenda_item(table: AgendaTable) -> AgendaItem {
    let AgendaTable { time, content, who } = table;
    AgendaItem { time, content, who }
}

fn delegate(table: DelegateTable) -> Delegate {
    let DelegateTable { name, title, of } = table;
    Delegate { name, title, of }
}

fn recipient(table: RecipientTable) -> Recipient {
    let RecipientTable { name, copies, each_unit, pledge } = table;
    Recipient { name, copies, each_unit, pledge }
}

struct Resolver<'a> {
    source: &'a TomlFile,
    catalogue: &'a Catalogue,
    look: &'a Look,
    received: &'a [String],
    codes: Vec<String>,
    faults: Vec<TomlError>,
}

impl Resolver<'_> {
    fn campaign(&mut self, name: &str, tables: file::CampaignFile, known: Successions) -> Campaign {
        let groups: Vec<String> = tables.groups.iter().map(|it| it.code.clone()).collect();
        let period = Period { year: tables.period.year, span: tables.period.span };
        let successions = self.successions(known, tables.successions, tables.splits);
        let declared: Vec<Option<String>> =
            tables.units.iter().map(|it| it.identity.clone()).collect();
        let mut units = self.units(tables.units, &groups);
        self.identities(&mut units, &declared, &successions, period);
        let ballots = self.ballots(tables.ballots);
        let pledge = match tables.pledge {
            Some(pledge) => self.pledge(pledge, &units),
            None => Pledge::none(period.year + 1),
        };
        Campaign {
            name: name.to_owned(),
            catalogue: tables.catalogue,
            look: tables.look,
            stage: tables.stage,
            cluster: cluster(tables.cluster),
            period,
            papers: tables.papers,
            groups: self.groups(tables.groups, &groups),
            bodies: self.bodies(tables.bodies),
            names: UnitNames::of(&units),
            units,
            report: self.report(tables.report, tables.office.is_some()),
            office: tables.office.map(|it| office::office(it, self.look)),
            conference: self.conference(tables.conference),
            recipients: tables.recipients.into_iter().map(recipient).collect(),
            pledge,
            collection: self.collection(tables.collection),
            predecessor: tables.predecessor,
            half_year: tables.half_year,
            successions,
            scope_changes: self.scope_changes(tables.scope_changes),
            scoring: tables.scoring.map(|it| self.scoring(it)),
            meeting: self.meeting(tables.meeting),
            awards: self.awards(tables.awards, &ballots),
            ballots,
            issued: self.issued(tables.issued),
            own_data: tables.own_data.into(),
        }
    }

    fn groups(&mut self, tables: Vec<file::GroupTable>, codes: &[String]) -> Vec<Group> {
        self.own_codes("/groups", codes);
        let groups = tables.into_iter().enumerate().map(|(index, it)| Group {
            head: it.head.and_then(|code| self.unit(&format!("/groups/{index}/head"), &code)),
            code: it.code,
            name: it.name,
            own_data: it.own_data.into(),
        });
        groups.collect()
    }

    fn units(&mut self, tables: Vec<file::UnitTable>, groups: &[String]) -> Vec<Unit> {
        self.codes = tables.iter().map(|it| it.code.clone()).collect();
        let codes = self.codes.clone();
        if tables.is_empty() {
            self.fault("/units", TomlFault::MissingKey { key: "units".to_owned() });
        }
        self.own_codes("/units", &codes);
        // A figure is named by the code of its unit or block.
        for (index, code) in codes.iter().enumerate().filter(|(_, it)| groups.contains(it)) {
            let fault = TomlFault::Duplicate { code: code.clone() };
            self.fault(&format!("/units/{index}/code"), fault);
        }
        let units = tables.into_iter().enumerate().map(|(index, table)| {
            let group = table.group.as_ref().and_then(|code| {
                let found = (0_u32..).zip(groups).find(|(_, it)| *it == code);
                if found.is_none() {
                    let nearest = suggest::nearest(code, groups.iter().map(String::as_str));
                    let nearest = nearest.map(str::to_owned);
                    let fault = TomlFault::Dangling { name: code.clone(), nearest };
                    self.fault(&format!("/units/{index}/group"), fault);
                }
                found.map(|(index, _)| GroupId(index))
            });
            unit(table, self.look, group)
        });
        units.collect()
    }

    /// Codes that this file gives: slugs, each once.
    fn own_codes(&mut self, tables: &str, codes: &[String]) {
        for (index, code) in codes.iter().enumerate() {
            let at = format!("{tables}/{index}/code");
            if !fold::is_slug(code) {
                let needs = Needs::UnitCode;
                self.fault(&at, TomlFault::Malformed { text: code.clone(), needs });
            }
            if codes[..index].contains(code) {
                self.fault(&at, TomlFault::Duplicate { code: code.clone() });
            }
        }
    }

    fn report(&mut self, table: file::ReportTable, has_office: bool) -> Report {
        Report {
            head: self.head(table.head.as_deref(), has_office),
            theme: table.theme,
            number: table.number,
            symbol: table.symbol,
            date: self.date("/report/date", table.date.as_deref()),
            addressees: table.addressees,
            context: table.context,
            movements: table.movements,
            programmes: table.programmes,
            activities: table.activities,
            strengths: table.strengths,
            weaknesses: table.weaknesses,
            lessons: table.lessons,
            solutions: table.solutions,
        }
    }

    fn conference(&mut self, table: ConferenceTable) -> Conference {
        Conference {
            date: self.date("/conference/date", table.date.as_deref()),
            part_of_day: table.part_of_day,
            place: table.place,
            time: table.time,
            contact: table.contact,
            chair: table.chair,
            guests: table.guests,
            remarks: table.remarks,
            agenda: table.agenda.into_iter().map(agenda_item).collect(),
            delegates: table.delegates.into_iter().map(delegate).collect(),
        }
    }

    fn pledge(&mut self, table: PledgeTable, units: &[Unit]) -> Pledge {
        let head = table.head.and_then(|code| self.unit("/pledge/head", &code));
        let deputy = table.deputy.and_then(|code| self.unit("/pledge/deputy", &code));
        let parties = if table.parties.is_empty() {
            signers::ordered(table.order, units, head, deputy)
        } else {
            self.unit_list("/pledge/parties", &table.parties)
        };
        let levels = table.levels.into_iter().enumerate();
        Pledge {
            year: table.year,
            theme: table.theme,
            date: self.date("/pledge/date", table.date.as_deref()),
            place: table.place,
            head,
            deputy,
            parties,
            contents: table
                .contents
                .into_iter()
                .map(|it| Content { title: it.title, text: it.text })
                .collect(),
            levels: levels.filter_map(|(index, it)| self.level(index, it)).collect(),
            organisation: table.organisation,
            legal_bases: table.legal_bases,
            witness: table.witness.map(|it| Signer {
                body: it.heading,
                title: it.title,
                name: it.name,
                ..Signer::default()
            }),
        }
    }

    fn level(&mut self, index: usize, table: LevelTable) -> Option<Level> {
        let at = format!("/pledge/levels/{index}");
        let least = self.decimal(&format!("{at}/at_least"), table.at_least.as_deref());
        let most = self.decimal(&format!("{at}/at_most"), table.at_most.as_deref());
        let bound = match (least, most) {
            (Some(least), None) => Bound::AtLeast(least),
            (None, Some(most)) => Bound::AtMost(most),
            // One that is no number has a fault of its own.
            (None, None) if table.at_least.is_some() != table.at_most.is_some() => return None,
            _ => {
                self.fault(&at, TomlFault::MissingKey { key: "at_least / at_most".to_owned() });
                return None;
            }
        };
        let indicator =
            table.indicator.and_then(|code| self.indicator(&format!("{at}/indicator"), &code));
        Some(Level { text: table.text, indicator, bound, unit: table.unit })
    }

    fn unit_list(&mut self, at: &str, codes: &[String]) -> Vec<UnitId> {
        let mut units = Vec::new();
        for (index, code) in codes.iter().enumerate() {
            let here = format!("{at}/{index}");
            let Some(unit) = self.unit(&here, code) else { continue };
            if units.contains(&unit) {
                self.fault(&here, TomlFault::Duplicate { code: code.clone() });
            }
            units.push(unit);
        }
        units
    }

    fn unit(&mut self, at: &str, code: &str) -> Option<UnitId> {
        let found = (0_u32..).zip(&self.codes).find(|(_, it)| *it == code);
        if let Some((index, _)) = found {
            return Some(UnitId(index));
        }
        let nearest =
            suggest::nearest(code, self.codes.iter().map(String::as_str)).map(str::to_owned);
        self.fault(at, TomlFault::Dangling { name: code.to_owned(), nearest });
        None
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

    fn date(&mut self, at: &str, text: Option<&str>) -> Option<Date> {
        let text = text?;
        let date = Date::from_str(text).ok();
        if date.is_none() {
            let needs = Needs::Date;
            self.fault(at, TomlFault::Malformed { text: text.to_owned(), needs });
        }
        date
    }

    fn decimal(&mut self, at: &str, text: Option<&str>) -> Option<Decimal> {
        let text = text?;
        let number = Decimal::from_str(text).ok();
        if number.is_none() {
            let needs = Needs::Decimal;
            self.fault(at, TomlFault::Malformed { text: text.to_owned(), needs });
        }
        number
    }

    fn fault(&mut self, at: &str, fault: TomlFault) {
        let error = self.source.fault_at(at, fault);
        self.faults.push(error);
    }
}

fn cluster(table: file::cluster::ClusterTable) -> Cluster {
    Cluster {
        name: table.name,
        full_name: table.full_name,
        heading: table.heading,
        members: table.members,
        word: table.word,
        head_title: table.head_title,
        deputy_title: table.deputy_title,
        table_symbol: table.table_symbol,
        superior: table.superior,
        superior_heading: table.superior_heading,
        emblem: None,
    }
}

fn unit(table: file::UnitTable, look: &Look, group: Option<GroupId>) -> Unit {
    Unit {
        signer: signers::signer(
            table.signer,
            look,
            &table.code,
            &table.full_name,
            table.heading.clone(),
        ),
        identity: table.identity.unwrap_or_else(|| table.code.clone()),
        place: table.place.unwrap_or_else(|| table.name.clone()),
        code: table.code,
        name: table.name,
        full_name: table.full_name,
        heading: table.heading,
        group,
        aliases: table.aliases,
        own_data: table.own_data.into(),
    }
}
