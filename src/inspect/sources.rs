//! The sheet of sources of a workbook of ours, read back. The workbook was opened by the reader of
//! foreign files; whatever is wrong with the sheet, it tells of no figures, or of fewer.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::model::figure::Derivation;
use crate::model::ledger::Aggregate;
use crate::model::ledger::BaseEntry;
use crate::model::ledger::DerivedEntry;
use crate::model::ledger::Entry;
use crate::model::ledger::FileDigest;
use crate::model::ledger::GroupName;
use crate::model::ledger::IndicatorName;
use crate::model::ledger::Ledger;
use crate::model::ledger::LedgerPeriod;
use crate::model::ledger::PrintedAt;
use crate::model::ledger::Spot;
use crate::model::ledger::UnitName;
use crate::model::measure::Measure;
use crate::model::period::Span;
use crate::model::place::CellRef;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::render::xlsx::sources::COLUMNS;
use crate::render::xlsx::sources::EVERY_UNIT;
use crate::render::xlsx::sources::HEAD;
use crate::render::xlsx::sources::MEAN;
use crate::render::xlsx::sources::OF_GROUP;
use crate::render::xlsx::sources::RATIO;
use crate::render::xlsx::sources::SHEET;
use crate::render::xlsx::sources::SUM;
use crate::text::date::Date;
use crate::text::money::MoneyUnit;

/// A row by its columns.
type Row = Vec<String>;

/// The figures that the sheet of sources tells of; `None` if there is no such sheet.
#[must_use]
pub fn read(book: &RawBook) -> Option<Ledger> {
    let sheet = book.sheets.iter().find(|it| it.name.starts_with(SHEET))?;
    let rows = rows(sheet);
    let titles = COLUMNS.map(|(title, _)| title);
    let header = rows.iter().position(|row| row.iter().eq(titles.iter()))?;
    let (head, body) = rows.split_at(header);
    let value = |label: &str| head.iter().find(|row| row[0] == label).map(|row| row[2].clone());
    let [cluster, campaign, document, period] = HEAD.map(value);
    let body = &body[1..];
    let mut ledger = Ledger {
        campaign: campaign?,
        cluster: cluster?,
        period: read_period(&period?)?,
        indicators: Vec::new(),
        units: Vec::new(),
        groups: Vec::new(),
        files: Vec::new(),
        figures: Vec::new(),
        points: Vec::new(),
        printed: printed(body, &document?),
    };
    names(body, &mut ledger);
    ledger.figures = figures(body, &ledger.units);
    Some(ledger)
}

/// The rows of a sheet as texts, each with all columns.
fn rows(sheet: &RawSheet) -> Vec<Row> {
    let mut rows: BTreeMap<u32, Row> = BTreeMap::new();
    for cell in &sheet.cells {
        let row = rows.entry(cell.row).or_insert_with(|| vec![String::new(); COLUMNS.len()]);
        let Some(place) = row.get_mut(cell.column as usize) else { continue };
        *place = match &cell.value {
            RawValue::Text(text) => text.clone(),
            RawValue::Number(number) => number.to_string(),
            _ => String::new(),
        };
    }
    rows.into_values().collect()
}

fn read_period(text: &str) -> Option<LedgerPeriod> {
    let (from, to) = text.split_once(" - ")?;
    let (from, to) = (Date::parse_vi(from)?, Date::parse_vi(to)?);
    let span = if to.month() == 5 { Span::FirstHalf } else { Span::Full };
    Some(LedgerPeriod { year: to.year(), span, from, to })
}

/// Where figures are printed: a figure with several cells has as many rows.
fn printed(body: &[Row], document: &str) -> Vec<PrintedAt> {
    let mut printed: Vec<PrintedAt> = Vec::new();
    let mut known = BTreeSet::new();
    for row in body.iter().filter(|row| !row[1].is_empty()) {
        let Some((sheet, cell)) = row[1].rsplit_once('!') else { continue };
        if known.insert(&row[1]) {
            let spot = Some(Spot::Cell { sheet: sheet.to_owned(), cell: cell.to_owned() });
            let (document, text) = (document.to_owned(), row[2].clone());
            let n = printed.len();
            printed.push(PrintedAt { document, n, figure: row[15].clone(), text, spot });
        }
    }
    printed
}

/// Indicators, units and files, each once.
fn names(body: &[Row], ledger: &mut Ledger) {
    let (mut codes, mut units, mut files) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for row in body {
        let factor = MoneyUnit::from_label(&row[5]).map(MoneyUnit::factor);
        if !row[3].is_empty() && codes.insert(&row[3]) {
            let [code, name, unit] = [3, 4, 5].map(|it| row[it].clone());
            ledger.indicators.push(IndicatorName {
                code,
                name,
                unit,
                factor: factor.filter(|it| *it != Decimal::ONE),
            });
        }
        if let Some((_, _, Some(code))) = column(&row[15])
            && units.insert(code)
        {
            let (code, name) = (code.to_owned(), row[7].clone());
            if row[9].contains(OF_GROUP) {
                ledger.groups.push(GroupName { code, name, units: Vec::new() });
            } else {
                ledger.units.push(UnitName { code, name });
            }
        }
        if !row[14].is_empty() && files.insert(&row[10]) {
            ledger.files.push(FileDigest { file: row[10].clone(), sha256: row[14].clone() });
        }
    }
}

/// `TC12.actual.cao-bang` in its parts.
fn column(id: &str) -> Option<(&str, Measure, Option<&str>)> {
    let mut parts = id.split('.');
    let (code, measure, unit) = (parts.next()?, parts.next()?, parts.next());
    let measure = Measure::ALL.into_iter().find(|it| it.name() == measure)?;
    (parts.next().is_none() && !code.contains('(')).then_some((code, measure, unit))
}

/// `ty_le_dat(TC12.actual,TC12.target)` in its parts.
fn derived(id: &str) -> Option<(Derivation, [String; 2])> {
    let (rule, operands) = id.strip_suffix(')')?.split_once('(')?;
    let (of, by) = operands.split_once(',')?;
    let rules = [
        Derivation::Percent,
        Derivation::ChangePercent,
        Derivation::Difference,
        Derivation::PerOne,
    ];
    let rule = rules.into_iter().find(|it| it.name() == rule)?;
    Some((rule, [of.to_owned(), by.to_owned()]))
}

fn figures(body: &[Row], units: &[UnitName]) -> Vec<Entry> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut entries: Vec<Entry> = Vec::new();
    let known: BTreeSet<&str> =
        body.iter().filter(|row| !row[8].is_empty()).map(|row| row[15].as_str()).collect();
    for row in body {
        let cell = cell(row);
        match places.get(row[15].as_str()) {
            Some(at) => {
                // Another place of a figure repeats its cells.
                if let (Entry::Base(it), Some(cell)) = (&mut entries[*at], cell)
                    && !it.cells.contains(&cell)
                {
                    it.cells.push(cell);
                }
            }
            None => {
                let Some(entry) = entry(row, cell, units, &known) else { continue };
                places.insert(&row[15], entries.len());
                entries.push(entry);
            }
        }
    }
    entries
}

fn entry(
    row: &Row,
    cell: Option<CellRef>,
    units: &[UnitName],
    known: &BTreeSet<&str>,
) -> Option<Entry> {
    let id = row[15].clone();
    let value = row[8].parse().ok();
    if let Some((derived, from)) = derived(&id) {
        return Some(Entry::Derived(DerivedEntry { id, derived, from, value }));
    }
    let (indicator, measure, unit) = column(&id)?;
    let (indicator, owner) = (indicator.to_owned(), unit.map(str::to_owned));
    let (unit, group) = if row[9].contains(OF_GROUP) { (None, owner) } else { (owner, None) };
    let from = made_from(&row[16], units, known);
    let how = [(SUM, Aggregate::Sum), (RATIO, Aggregate::Ratio), (MEAN, Aggregate::WeightedMean)];
    let how = how.into_iter().find(|(words, _)| row[9].starts_with(words)).map(|(_, how)| how);
    let (reported, expected) = counts(&row[9]).unwrap_or((u32::from(!row[8].is_empty()), 1));
    let cells = cell.into_iter().collect();
    let past = None;
    Some(Entry::Base(BaseEntry {
        id,
        indicator,
        measure,
        unit,
        group,
        value,
        reported,
        expected,
        cells,
        from,
        how,
        past,
    }))
}

/// The figures of the last column; `TC12.actual.*` are those of all units that have one.
fn made_from(text: &str, units: &[UnitName], known: &BTreeSet<&str>) -> Vec<String> {
    let names: Vec<&str> = text.split("; ").filter(|it| !it.is_empty()).collect();
    let mut from = Vec::new();
    for name in &names {
        match name.strip_suffix(EVERY_UNIT) {
            Some(column) => {
                let of_units = units.iter().map(|it| format!("{column}{}", it.code));
                from.extend(of_units.filter(|it| known.contains(it.as_str())));
            }
            None => from.push((*name).to_owned()),
        }
    }
    from
}

/// `Cộng 5/6 đơn vị`: who reported of how many.
fn counts(how: &str) -> Option<(u32, u32)> {
    let pair = |it: &str| {
        let (reported, expected) = it.split_once('/')?;
        Some((reported.parse().ok()?, expected.parse().ok()?))
    };
    how.split(' ').find_map(pair)
}

fn cell(row: &Row) -> Option<CellRef> {
    let [file, sheet, cell, text] = [10, 11, 12, 13].map(|it| row[it].clone());
    (!file.is_empty()).then_some(CellRef { file, sheet, cell, text })
}
