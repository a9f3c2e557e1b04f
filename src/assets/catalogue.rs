//! Reads a catalogue: codes are interned, references resolved, rules compiled by their reader.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::assets::catalogue_file::CatalogueFile;
use crate::assets::catalogue_file::ContinuityTable;
use crate::assets::catalogue_file::IndicatorTable;
use crate::assets::catalogue_file::RuleTable;
use crate::assets::templates::Templates;
use crate::assets::toml_file;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::finding::failure::Needs;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Continuity;
use crate::model::catalogue::Group;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::catalogue::Rule;
use crate::model::id::IndicatorId;
use crate::model::period::Span;
use crate::text::money::MoneyUnit;
use crate::text::suggest;

/// A catalogue, the file that it was read from, and what is wrong with it.
pub(super) struct Read {
    pub(super) catalogue: Catalogue,
    pub(super) source: TomlFile,
    pub(super) faults: Vec<TomlError>,
}

/// Reads `templates/catalogues/<name>.toml` as it is for a part of the year; the file is given too, to name a line of it later.
///
/// # Errors
/// [`Failure::NoTemplate`] if there is none, [`Failure::Toml`] if it cannot be decoded at all.
pub(super) fn read(templates: &Templates, name: &str, span: Span) -> Result<Read, Failure> {
    let path = format!("catalogues/{name}.toml");
    let shown = format!("templates/{path}");
    let source = TomlFile::parse(&shown, templates.text(&path)?).map_err(Failure::Toml)?;
    let decoded = source.decode::<CatalogueFile>();
    let Some(mut tables) = decoded.value else { return Err(Failure::Toml(decoded.faults)) };
    if span == Span::FirstHalf {
        let indicators = tables.groups.iter_mut().flat_map(|it| &mut it.indicators);
        indicators.filter(|it| it.yearly).for_each(|it| it.required.clear());
    }
    let (catalogue, found) = Resolver::new(&source, &tables).resolve(name, &tables);
    let mut faults = decoded.faults;
    toml_file::join(&mut faults, found);
    Ok(Read { catalogue, source, faults })
}

/// Turns tables into a catalogue and gathers every fault on the way.
struct Resolver<'a> {
    file: &'a TomlFile,
    ids: BTreeMap<&'a str, IndicatorId>,
    faults: Vec<TomlError>,
}

impl<'a> Resolver<'a> {
    fn new(file: &'a TomlFile, tables: &'a CatalogueFile) -> Self {
        let mut it = Self { file, ids: BTreeMap::new(), faults: Vec::new() };
        let mut next = 0_u32;
        for (group, table) in tables.groups.iter().enumerate() {
            for (index, indicator) in table.indicators.iter().enumerate() {
                let at = format!("/groups/{group}/indicators/{index}/code");
                it.intern(&at, &indicator.code, &mut next);
            }
        }
        it
    }

    fn intern(&mut self, at: &str, code: &'a str, next: &mut u32) {
        if !is_code(code) {
            let needs = Needs::IndicatorCode;
            self.fault(at, TomlFault::Malformed { text: code.to_owned(), needs });
        }
        if self.ids.insert(code, IndicatorId(*next)).is_some() {
            self.fault(at, TomlFault::Duplicate { code: code.to_owned() });
        }
        *next += 1;
    }

    fn resolve(mut self, name: &str, tables: &'a CatalogueFile) -> (Catalogue, Vec<TomlError>) {
        let mut indicators = Vec::new();
        for (group, table) in tables.groups.iter().enumerate() {
            for (index, row) in table.indicators.iter().enumerate() {
                let at = format!("/groups/{group}/indicators/{index}");
                indicators.push(self.indicator(&at, row, group, &table.office));
            }
        }
        let rules: Vec<Rule> = tables
            .rules
            .iter()
            .enumerate()
            .map(|(index, rule)| self.rule(&format!("/rules/{index}"), rule))
            .collect();
        let groups = tables.groups.iter().map(|it| Group { title: it.title.clone() }).collect();
        self.refuse_circles(&indicators);
        let size = self.optional("/size", tables.size.as_deref());
        let mut catalogue = Catalogue::new(name.to_owned(), groups, indicators, rules);
        catalogue.size = size;
        (catalogue, self.faults)
    }

    /// What rests on itself would have no value and no end of sources.
    fn refuse_circles(&mut self, indicators: &[Indicator]) {
        for (index, it) in
            indicators.iter().enumerate().filter(|(at, _)| is_circle(*at, indicators))
        {
            let before = indicators[..index].iter().filter(|other| other.group == it.group);
            let at = format!("/groups/{}/indicators/{}", it.group, before.count());
            self.fault(&at, TomlFault::Circle { code: it.code.clone() });
        }
    }

    fn indicator(
        &mut self,
        at: &str,
        row: &'a IndicatorTable,
        group: usize,
        office: &str,
    ) -> Indicator {
        let money_unit = self.money_unit(at, row);
        let decimals = row.decimals.unwrap_or(match row.kind {
            Kind::Percent | Kind::Average => 2,
            Kind::Money => 3,
            Kind::Count | Kind::YesNo => 0,
        });
        let default_max = match row.kind {
            Kind::Percent => Some(Decimal::ONE_HUNDRED),
            Kind::YesNo => Some(Decimal::ONE),
            Kind::Count | Kind::Money | Kind::Average => None,
        };
        Indicator {
            code: row.code.clone(),
            name: row.name.clone(),
            group,
            unit: row.unit.clone(),
            kind: row.kind,
            time: row.time,
            aggregation: self.aggregation(at, row),
            direction: row.direction,
            required: row.required.clone(),
            decimals,
            min: self.decimal(at, "min", row.min.as_deref()).or(Some(Decimal::ZERO)),
            max: self.decimal(at, "max", row.max.as_deref()).or(default_max),
            parts: self.references(&format!("{at}/parts"), &row.parts),
            subset_of: self.optional(&format!("{at}/subset_of"), row.subset_of.as_deref()),
            comparable: row.comparable,
            money_unit,
            office: office.to_owned(),
            aliases: row.aliases.clone(),
            continuity: row.continuity.as_ref().map(|it| self.continuity(at, it)),
            note: row.note.clone(),
            phrase: self.phrase(at, &row.phrase),
            none: row.none.clone(),
        }
    }

    /// A phrase has one place for its number.
    fn phrase(&mut self, at: &str, phrase: &str) -> String {
        let blanks = phrase.matches(['{', '}']).count();
        if !phrase.is_empty() && (phrase.matches("{so}").count() != 1 || blanks != 2) {
            let fault = TomlFault::Malformed { text: phrase.to_owned(), needs: Needs::Phrase };
            self.fault(&format!("{at}/phrase"), fault);
        }
        phrase.to_owned()
    }

    fn continuity(&mut self, at: &str, table: &'a ContinuityTable) -> Continuity {
        Continuity {
            plus: self.references(&format!("{at}/continuity/plus"), &table.plus),
            minus: self.references(&format!("{at}/continuity/minus"), &table.minus),
        }
    }

    fn money_unit(&mut self, at: &str, row: &IndicatorTable) -> MoneyUnit {
        match (row.kind, MoneyUnit::from_label(&row.unit)) {
            (Kind::Money, None) => {
                let needs = Needs::MoneyUnit;
                let fault = TomlFault::Malformed { text: row.unit.clone(), needs };
                self.fault(&format!("{at}/unit"), fault);
                MoneyUnit::Dong
            }
            (Kind::Money, Some(unit)) => unit,
            (_, _) => MoneyUnit::Dong,
        }
    }

    fn aggregation(&mut self, at: &str, row: &'a IndicatorTable) -> Aggregation {
        if let Some(ratio) = &row.ratio {
            let numerator = self.optional(&format!("{at}/ratio/numerator"), Some(&ratio.numerator));
            let denominator =
                self.optional(&format!("{at}/ratio/denominator"), Some(&ratio.denominator));
            return match (numerator, denominator) {
                (Some(numerator), Some(denominator)) => {
                    Aggregation::Ratio { numerator, denominator }
                }
                _ => Aggregation::None,
            };
        }
        if let Some(weight) = self.optional(&format!("{at}/weight"), row.weight.as_deref()) {
            return Aggregation::WeightedMean { weight };
        }
        match row.kind {
            // A percentage or an average without parts is never summed or averaged.
            Kind::Percent | Kind::Average => Aggregation::None,
            Kind::Count | Kind::Money | Kind::YesNo => Aggregation::Sum,
        }
    }

    fn rule(&mut self, at: &str, table: &'a RuleTable) -> Rule {
        let place = self.optional(&format!("{at}/at"), Some(&table.at));
        Rule {
            id: table.id.clone(),
            holds: table.holds.clone(),
            message: table.message.clone(),
            severity: table.severity,
            at: place.unwrap_or(IndicatorId(0)),
        }
    }

    fn references(&mut self, at: &str, codes: &'a [String]) -> Vec<IndicatorId> {
        let each = |(index, code): (usize, &'a String)| {
            self.optional(&format!("{at}/{index}"), Some(code.as_str()))
        };
        codes.iter().enumerate().filter_map(each).collect()
    }

    fn optional(&mut self, at: &str, code: Option<&'a str>) -> Option<IndicatorId> {
        let code = code?;
        let found = self.ids.get(code).copied();
        if found.is_none() {
            let nearest = suggest::nearest(code, self.ids.keys().copied()).map(str::to_owned);
            self.fault(at, TomlFault::Dangling { name: code.to_owned(), nearest });
        }
        found
    }

    fn decimal(&mut self, at: &str, key: &str, text: Option<&str>) -> Option<Decimal> {
        let text = text?;
        let number = Decimal::from_str(text).ok();
        if number.is_none() {
            let needs = Needs::Decimal;
            let fault = TomlFault::Malformed { text: text.to_owned(), needs };
            self.fault(&format!("{at}/{key}"), fault);
        }
        number
    }

    fn fault(&mut self, at: &str, fault: TomlFault) {
        let error = self.file.fault_at(at, fault);
        self.faults.push(error);
    }
}

/// Whether an indicator rests on itself, through others too.
fn is_circle(start: usize, indicators: &[Indicator]) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![start];
    while let Some(at) = next.pop() {
        let rests_on = match indicators[at].aggregation {
            Aggregation::Ratio { numerator, denominator } => vec![numerator, denominator],
            Aggregation::WeightedMean { weight } => vec![weight],
            Aggregation::Sum | Aggregation::None => Vec::new(),
        };
        next.extend(rests_on.iter().map(|it| it.index()).filter(|it| seen.insert(*it)));
    }
    seen.contains(&start)
}

/// Capital letters, digits, perhaps one small letter: `TC12`, `CL01a`, `QH06m`.
fn is_code(code: &str) -> bool {
    let letters = code.chars().take_while(char::is_ascii_uppercase).count();
    let digits = code.chars().skip(letters).take_while(char::is_ascii_digit).count();
    let rest: Vec<char> = code.chars().skip(letters + digits).collect();
    letters > 0 && digits > 0 && matches!(rest.as_slice(), [] | ['a'..='z'])
}
