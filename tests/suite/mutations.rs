//! The form, spoiled in every single place: what is read is the same, or a person is told where.
//! Never different in silence.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use thidua::aggregate;
use thidua::check;
use thidua::check::rules;
use thidua::check::rules::CompiledRule;
use thidua::finding::fact::Finding;
use thidua::model::catalogue::Severity;
use thidua::model::measure::Measure;
use thidua::model::past::Earlier;
use thidua::model::submission::Submission;
use thidua::model::submissions::Submissions;
use thidua::model::value::Value;
use thidua::pipeline::gather::Gathered;
use thidua::read::form;
use thidua::read::form::Context;
use thidua::read::workbook;
use thidua::read::workbook::raw::RawBook;
use thidua::read::workbook::raw::RawCell;
use thidua::read::workbook::raw::RawSheet;
use thidua::read::workbook::raw::RawValue;

use crate::case::CUM_5;
use crate::case::committed;
use crate::case::sent;
use crate::form::ABOUT;
use crate::form::FIGURES;
use crate::source::root;

const UNIT: &str = "lang-son";

/// Words that mean nothing to anybody.
const JUNK: &str = "không rõ";

/// Every figure that a workbook gives, by code and measure; nothing where it gives none.
pub(crate) type Figures = BTreeMap<(String, Measure), Value>;

/// The committed workbook, and what it is read against.
pub(crate) struct Original {
    pub(crate) gathered: Gathered,
    pub(crate) book: RawBook,
    pub(crate) figures: Figures,
    rules: Vec<CompiledRule>,
}

impl Original {
    pub(crate) fn new() -> Self {
        let gathered = committed(CUM_5);
        let bytes = std::fs::read(root().join("inputs").join(CUM_5).join(sent(UNIT))).unwrap();
        let book = workbook::open(&bytes).unwrap();
        let rules = rules::compile(&gathered.declared.catalogue).unwrap_or_default();
        let mut original = Self { gathered, book, figures: Figures::new(), rules };
        original.figures = original.read(&original.book).1;
        assert!(original.figures.len() > 200);
        original
    }

    /// What a workbook is read as, its figures, and what the reader found.
    pub(crate) fn read(&self, book: &RawBook) -> (Option<Submission>, Figures, Vec<Finding>) {
        let declared = &self.gathered.declared;
        let context = Context {
            campaign: &declared.campaign,
            catalogue: &declared.catalogue,
            form: &declared.form,
            criteria: declared.criteria.as_ref(),
        };
        let (submission, findings) = form::submission(&sent(UNIT), book, context);
        let mut figures = Figures::new();
        for row in submission.iter().flat_map(|it| &it.rows) {
            let Some(id) = row.indicator else { continue };
            for reading in row.readings.iter().filter(|it| it.value != Value::Missing) {
                // The first row counts, as it does where units are added up.
                let key = (declared.catalogue[id].code.clone(), reading.measure);
                figures.entry(key).or_insert_with(|| reading.value.clone());
            }
        }
        (submission, figures, findings)
    }

    /// A changed workbook gives the same figures of the same unit, or something grave is found in
    /// it.
    #[track_caller]
    fn survives(&self, book: &RawBook, mutant: &str) {
        let (submission, figures, mut findings) = self.read(book);
        let unit = submission.as_ref().and_then(|it| it.unit);
        let own = self.gathered.declared.campaign.find_by_name(UNIT);
        if figures == self.figures && unit == own {
            return;
        }
        let submissions: Submissions = submission.into_iter().collect();
        let earlier = Earlier::default();
        let declared = &self.gathered.declared;
        let (campaign, catalogue) = (&declared.campaign, &declared.catalogue);
        findings.extend(check::run(check::Context {
            campaign,
            catalogue,
            look: &self.gathered.declared.look,
            rules: &self.rules,
            submissions: &submissions,
            superseded: &[],
            files: &BTreeMap::new(),
            dataset: &aggregate::aggregate(campaign, catalogue, &submissions, &earlier),
            earlier: &earlier,
        }));
        let told = findings
            .iter()
            .any(|it| it.fact.severity() != Severity::Notice && it.place.file == Some(sent(UNIT)));
        let differ: BTreeSet<_> = (self.figures.keys().chain(figures.keys()))
            .filter(|it| self.figures.get(*it) != figures.get(*it))
            .map(|(code, measure)| format!("{code}.{}", measure.name()))
            .collect();
        assert!(told, "{mutant}: nothing is said of {differ:?}; {findings:#?}");
    }

    /// The workbook with its sheet of figures changed.
    fn with(&self, change: impl FnOnce(&mut RawSheet)) -> RawBook {
        let mut book = self.book.clone();
        change(book.sheets.iter_mut().find(|it| it.name == FIGURES).unwrap());
        book
    }

    fn figures_sheet(&self) -> &RawSheet {
        self.book.sheets.iter().find(|it| it.name == FIGURES).unwrap()
    }
}

fn text(row: u32, column: u32, text: &str) -> RawCell {
    let value = RawValue::Text(text.to_owned());
    RawCell { row, column, value, style: Arc::default(), formula: false, runs: Box::default() }
}

/// Moves rows or columns; `None` takes them out. Cells stay in order.
fn rearrange(sheet: &mut RawSheet, place: impl Fn(u32, u32) -> Option<(u32, u32)>) {
    sheet.cells.retain_mut(|it| match place(it.row, it.column) {
        Some((row, column)) => {
            (it.row, it.column) = (row, column);
            true
        }
        None => false,
    });
    sheet.merges.clear();
    sheet.cells.sort_by_key(|it| (it.row, it.column));
}

/// One position becomes another, those between close up.
fn moved(index: u32, from: u32, to: u32) -> u32 {
    if index == from {
        to
    } else if from < index && index <= to {
        index - 1
    } else if to <= index && index < from {
        index + 1
    } else {
        index
    }
}

fn extent(sheet: &RawSheet) -> (u32, u32) {
    let rows = sheet.cells.iter().map(|it| it.row).max().unwrap();
    (rows, sheet.cells.iter().map(|it| it.column).max().unwrap())
}

#[test]
fn every_row() {
    let original = Original::new();
    let (last, width) = extent(original.figures_sheet());
    for row in 0..=last {
        let inserted = original.with(|it| rearrange(it, |r, c| Some((r + u32::from(r >= row), c))));
        original.survives(&inserted, &format!("blank row before {row}"));
        let mut junk = inserted;
        let sheet = junk.sheets.iter_mut().find(|it| it.name == FIGURES).unwrap();
        sheet.cells.extend((0..=width).map(|column| text(row, column, JUNK)));
        sheet.cells.sort_by_key(|it| (it.row, it.column));
        original.survives(&junk, &format!("junk row before {row}"));
        let deleted = original.with(|it| {
            rearrange(it, |r, c| (r != row).then_some((r - u32::from(r > row), c)));
        });
        original.survives(&deleted, &format!("row {row} deleted"));
        let emptied = original.with(|it| it.cells.retain(|cell| cell.row != row));
        original.survives(&emptied, &format!("row {row} emptied"));
        for to in [row + 1, 0, last + 1] {
            let there = original.with(|it| rearrange(it, |r, c| Some((moved(r, row, to), c))));
            original.survives(&there, &format!("row {row} moved to {to}"));
        }
        let twice = original.with(|it| {
            let copies: Vec<RawCell> =
                it.cells.iter().filter(|it| it.row == row).cloned().collect();
            it.cells.extend(copies.into_iter().map(|cell| RawCell { row: last + 2, ..cell }));
        });
        original.survives(&twice, &format!("row {row} twice"));
    }
}

#[test]
fn every_column() {
    let original = Original::new();
    let (last, width) = extent(original.figures_sheet());
    for column in 0..=width + 1 {
        let inserted =
            original.with(|it| rearrange(it, |r, c| Some((r, c + u32::from(c >= column)))));
        original.survives(&inserted, &format!("blank column before {column}"));
        for from in [0, 3, 4] {
            let mut junk = inserted.clone();
            let sheet = junk.sheets.iter_mut().find(|it| it.name == FIGURES).unwrap();
            sheet.cells.extend((from..=last).map(|row| text(row, column, JUNK)));
            sheet.cells.sort_by_key(|it| (it.row, it.column));
            original.survives(&junk, &format!("junk column before {column}, from row {from}"));
        }
        let deleted = original.with(|it| {
            rearrange(it, |r, c| (c != column).then_some((r, c - u32::from(c > column))));
        });
        original.survives(&deleted, &format!("column {column} deleted"));
        let emptied = original.with(|it| it.cells.retain(|cell| cell.column != column));
        original.survives(&emptied, &format!("column {column} emptied"));
        for to in [column + 1, 0, width + 1] {
            let there = original.with(|it| rearrange(it, |r, c| Some((r, moved(c, column, to)))));
            original.survives(&there, &format!("column {column} moved to {to}"));
        }
        // The header stays and its cells move, as when cells are inserted and not a column.
        let header = original.figures_sheet().cells.iter().find(|it| it.column == 0 && it.row > 2);
        let header = header.unwrap().row;
        let slipped = original.with(|it| {
            rearrange(it, |r, c| Some((r, c + u32::from(r > header && c >= column))));
        });
        original.survives(&slipped, &format!("cells from column {column} slipped to the right"));
    }
}

/// The mutants of one text; of labels and units, of which there are many, the plain ones.
fn altered(text: &str, is_key: bool) -> Vec<String> {
    let mut cut: Vec<char> = text.chars().collect();
    cut.pop();
    let mut others = vec![String::new(), JUNK.to_owned()];
    if !is_key {
        return others;
    }
    others.extend([
        format!("{text}x"),
        format!("- {text}"),
        format!("{text} (2)"),
        format!("{text} năm 2023"),
        text.to_uppercase(),
        cut.into_iter().collect(),
    ]);
    others
}

#[test]
fn every_code_label_unit_and_header() {
    let original = Original::new();
    let cells = original.figures_sheet().cells.clone();
    for (index, cell) in cells.iter().enumerate() {
        let RawValue::Text(typed) = &cell.value else { continue };
        // An empty figure is no mutant of the layout.
        if (4..8).contains(&cell.column) && cell.row > 3 {
            continue;
        }
        let next = cells[index + 1..].iter().find(|it| it.column == cell.column);
        let mut others = altered(typed, cell.column == 0 || cell.row <= 4);
        others.extend(next.and_then(|it| match &it.value {
            RawValue::Text(other) => Some(other.clone()),
            _ => None,
        }));
        for other in others {
            let mutant = format!("{typed} → {other}");
            let book = original.with(|it| {
                if other.is_empty() {
                    it.cells.remove(index);
                } else {
                    it.cells[index].value = RawValue::Text(other);
                }
            });
            original.survives(&book, &mutant);
        }
    }
}

#[test]
fn every_sheet() {
    let original = Original::new();
    let count = original.book.sheets.len();
    for index in 0..count {
        let name = original.book.sheets[index].name.clone();
        for other in ["Sheet1", "Biểu 2023", JUNK, FIGURES, ABOUT] {
            let mut book = original.book.clone();
            if book.sheets.iter().all(|it| it.name != other) {
                book.sheets[index].name = other.to_owned();
                original.survives(&book, &format!("sheet {name} → {other}"));
            }
        }
        for to in 0..count {
            let mut book = original.book.clone();
            let sheet = book.sheets.remove(index);
            book.sheets.insert(to, sheet);
            original.survives(&book, &format!("sheet {name} moved to {to}"));
        }
        for at in [0, count] {
            let mut book = original.book.clone();
            let copy = RawSheet { name: format!("{name} (2)"), ..book.sheets[index].clone() };
            book.sheets.insert(at, copy);
            original.survives(&book, &format!("sheet {name} twice, at {at}"));
        }
        let mut book = original.book.clone();
        book.sheets.remove(index);
        original.survives(&book, &format!("sheet {name} deleted"));
    }
}

/// A row whose required figures all stand one column too far right is told.
#[test]
fn a_row_one_column_off() {
    let original = Original::new();
    let catalogue = &original.gathered.declared.catalogue;
    let sheet = original.figures_sheet();
    for indicator in catalogue.indicators.iter().filter(|it| !it.required.is_empty()) {
        let is_code = |it: &&RawCell| it.value == RawValue::Text(indicator.code.clone());
        let row = sheet.cells.iter().find(is_code).unwrap().row;
        let book = original.with(|it| {
            rearrange(it, |r, c| Some((r, c + u32::from(r == row && c >= 4))));
        });
        original.survives(&book, &format!("figures of {} one column off", indicator.code));
        let (_, figures, _) = original.read(&book);
        assert_ne!(figures, original.figures, "{}", indicator.code);
    }
}
