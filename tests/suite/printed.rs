//! Every printed figure is the same number wherever it stands: in a sentence, in a table, in the
//! workbook, in `so-lieu.json`, and in the cell of the province that it came from.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::DataRef;
use calamine::Reader;
use calamine::Xlsx;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::Value;
use thidua::model::catalogue::Kind;
use thidua::model::document::Block;
use thidua::model::document::Document;
use thidua::model::document::Inline;
use thidua::model::document::Item;
use thidua::model::figure::FigureRef;
use thidua::model::table::Cell;
use thidua::model::table::How;
use thidua::model::table::Number;
use thidua::model::table::Table;
use thidua::pipeline::gather::Gathered;
use thidua::text::number;

use crate::case;
use crate::case::CAMPAIGNS;
use crate::case::Case;
use crate::case::committed;
use crate::form::Book;
use crate::form::Content;
use crate::form::name;
use crate::plain;

const PAPERS: [&str; 4] = ["giao-uoc", "bao-cao-tong-ket", "tin-hoi-nghi", "bang-tong-hop-so-lieu"];

/// Words that make a rounded figure true.
const HEDGES: [&str; 3] = ["gần ", "trên ", "hơn "];

/// A number as a reader of the paper takes it.
#[derive(Debug)]
struct Read {
    number: Decimal,
    decimals: u32,
    factor: Decimal,
}

/// Reads a printed figure; `None` for words without digits, such as `không thay đổi`.
fn read(text: &str) -> Option<Read> {
    let from = text.find(|it: char| it.is_ascii_digit())?;
    let digits = &text[from..];
    let end = digits.find(|it: char| !(it.is_ascii_digit() || ".,".contains(it)));
    let digits = digits[..end.unwrap_or(digits.len())].trim_end_matches(['.', ',']);
    let machine = digits.replace('.', "").replace(',', ".");
    let number: Decimal = machine.parse().unwrap();
    let negative = text.starts_with("giảm") || text[..from].ends_with('-');
    let scale = [("tỷ đồng", 1_000_000_000_u64), ("triệu đồng", 1_000_000), ("nghìn đồng", 1_000)];
    let factor =
        scale.iter().find(|(unit, _)| text.contains(unit)).map_or(1, |(_, factor)| *factor);
    Some(Read {
        number: if negative { -number } else { number },
        decimals: number.scale(),
        factor: factor.into(),
    })
}

/// Figures of sentences, in reading order.
fn in_sentences(blocks: &[Block]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    blocks.iter().for_each(|it| gather_block(it, &mut found));
    found
}

fn gather_block(block: &Block, found: &mut Vec<(usize, String)>) {
    match block {
        Block::Heading { content, .. } | Block::Paragraph { content } => gather(content, found),
        Block::List { items, .. } => {
            let inner = |it: &Item| it.blocks.clone();
            items.iter().flat_map(inner).for_each(|it| gather_block(&it, found));
        }
        _ => {}
    }
}

fn gather(content: &[Inline], found: &mut Vec<(usize, String)>) {
    for inline in content {
        match inline {
            Inline::Figure { n, text } => found.push((*n, text.clone())),
            Inline::Strong { content } | Inline::Emphasis { content } => gather(content, found),
            Inline::Text { .. } | Inline::Break => {}
        }
    }
}

fn tables(document: &Document) -> Vec<&Table> {
    let in_text = document.blocks.iter().filter_map(|it| match it {
        Block::Table { table } => Some(table),
        _ => None,
    });
    in_text.chain(document.annexes.iter().flat_map(|it| &it.tables)).collect()
}

fn numbers<'a>(tables: &[&'a Table]) -> Vec<&'a Number> {
    let cells = tables.iter().flat_map(|it| &it.rows).flat_map(|it| &it.cells);
    cells.filter_map(|it| if let Cell::Number(it) = it { Some(it) } else { None }).collect()
}

/// The kind of number that a figure is; `None` for one that is derived.
fn kind(gathered: &Gathered, figure: FigureRef) -> Option<Kind> {
    match figure {
        FigureRef::Base(id) => Some(gathered.declared.catalogue[id.indicator].kind),
        FigureRef::Derived(_) | FigureRef::Score(_) => None,
    }
}

/// A figure of a sentence says its value: counts and money exactly, percentages to the last digit
/// printed, which is the first after the comma at least unless it is a zero.
#[track_caller]
fn says(gathered: &Gathered, figure: FigureRef, text: &str) {
    let value = gathered.results().value(figure).unwrap();
    let Some(read) = read(text) else {
        assert!(
            text.ends_with("không thay đổi") && value.abs() < Decimal::new(5, 2),
            "{text}: {value}"
        );
        return;
    };
    let stated = read.number * read.factor;
    match kind(gathered, figure) {
        Some(Kind::Count | Kind::Money | Kind::YesNo) => assert_eq!(stated, value, "{text}"),
        Some(Kind::Percent | Kind::Average) | None => {
            assert_eq!(stated, number::rounded(value, read.decimals), "{text}: {value}");
            assert!((stated - value).abs() <= Decimal::new(5, 2), "{text}: {value}");
        }
    }
}

#[test]
fn sentences_say_what_the_tables_say() {
    for campaign in CAMPAIGNS {
        let gathered = committed(campaign);
        let workbook = plain::document(&gathered, "bang-tong-hop-so-lieu", false);
        for (paper, least) in [("bao-cao-tong-ket", 40), ("giao-uoc", 8)] {
            let document = plain::document(&gathered, paper, false);
            let own = tables(&document);
            let all = [own.clone(), tables(&workbook)].concat();
            let sentences = in_sentences(&document.blocks);
            assert!(sentences.len() >= least, "{paper}: {} figures", sentences.len());
            for (n, text) in sentences {
                let printed = &document.printed[n];
                assert_eq!(printed.text, text);
                says(&gathered, printed.figure, &text);
                assert!(!HEDGES.iter().any(|it| text.starts_with(it)), "{paper} hedges: {text}");
                let where_it_must_stand = match printed.figure {
                    FigureRef::Base(_) => &own,
                    FigureRef::Derived(_) | FigureRef::Score(_) => &all,
                };
                let cells = numbers(where_it_must_stand);
                let same: Vec<&&Number> =
                    cells.iter().filter(|it| it.figure == printed.figure).collect();
                // What a unit reached of its target rests on two figures that stand in an annex.
                let rests = matches!(printed.figure, FigureRef::Derived(it)
                    if it.of.owner.unit().is_some()
                        && [it.of, it.by].iter().all(|id| cells.iter().any(|cell| cell.figure == (*id).into())));
                assert!(rests || !same.is_empty(), "{paper}: “{text}” stands in no table");
                same.iter().for_each(|it| agree(&text, &it.text, in_table(&gathered, it.figure)));
            }
        }
    }
}

/// What a table's number is times, to be the figure: the unit of its row.
fn in_table(gathered: &Gathered, figure: FigureRef) -> Decimal {
    let FigureRef::Base(id) = figure else { return Decimal::ONE };
    gathered.declared.catalogue[id.indicator].factor()
}

/// Two writings of one figure agree to the digits that both print; money may be in two units.
#[track_caller]
fn agree(sentence: &str, cell: &str, unit: Decimal) {
    let (Some(one), Some(other)) = (read(sentence), read(cell)) else {
        return assert!(
            read(sentence).is_none() && sentence.ends_with("không thay đổi"),
            "{sentence}: {cell}"
        );
    };
    if one.factor == other.factor {
        let decimals = one.decimals.min(other.decimals);
        let (one, other) =
            (number::rounded(one.number, decimals), number::rounded(other.number, decimals));
        // A number rounded twice may differ by one in the last digit.
        assert!((one - other).abs() <= Decimal::new(1, decimals), "{sentence}: {cell}");
        assert!(decimals > 0 || one == other, "{sentence}: {cell}");
    } else {
        assert_eq!(one.number * one.factor, other.number * unit, "{sentence}: {cell}");
    }
}

#[test]
fn tables_print_the_values_of_their_figures() {
    for campaign in CAMPAIGNS {
        let gathered = committed(campaign);
        for paper in PAPERS {
            let document = plain::document(&gathered, paper, false);
            let tables = tables(&document);
            assert!(tables.is_empty() == (paper == "tin-hoi-nghi"), "{paper}");
            for cell in numbers(&tables) {
                let value = gathered.results().value(cell.figure).unwrap();
                let factor = match cell.figure {
                    FigureRef::Base(id) => gathered.declared.catalogue[id.indicator].factor(),
                    FigureRef::Derived(_) | FigureRef::Score(_) => Decimal::ONE,
                };
                assert_eq!(cell.value, Some(value / factor), "{cell:?}");
                let shown = read(&cell.text).unwrap();
                assert_eq!(
                    shown.number,
                    number::rounded(value / factor, cell.decimals),
                    "{cell:?}"
                );
                assert_eq!(document.printed[cell.n].figure, cell.figure);
                assert_eq!(document.printed[cell.n].text, cell.text);
            }
        }
    }
}

#[test]
fn hedges_are_true_and_the_rest_is_exact() {
    for campaign in CAMPAIGNS {
        let gathered = committed(campaign);
        let news = plain::document(&gathered, "tin-hoi-nghi", false);
        let mut hedged = 0;
        for (n, text) in in_sentences(&news.blocks) {
            let figure = news.printed[n].figure;
            let value = gathered.results().value(figure).unwrap();
            let shown = read(&text).map(|it| it.number * it.factor);
            if text.starts_with("gần ") {
                assert!(value < shown.unwrap(), "{text}: {value}");
            } else if text.starts_with("trên ") || text.starts_with("hơn ") {
                assert!(value > shown.unwrap(), "{text}: {value}");
            } else {
                says(&gathered, figure, &text);
                continue;
            }
            hedged += 1;
        }
        assert!(hedged >= 3, "{campaign}: {hedged} hedged figures");
    }
}

/// The cells of each sheet as a reader that does not calculate sees them.
fn sheets(bytes: &[u8]) -> Vec<BTreeMap<(usize, usize), String>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut sheets = Vec::new();
    for sheet in book.sheet_names() {
        let mut cells = BTreeMap::new();
        let mut reader = book.worksheet_cells_reader(&sheet).unwrap();
        while let Some(cell) = reader.next_cell().unwrap() {
            let (row, column) = cell.get_position();
            let text = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::String(text) => text.clone(),
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::Float(number) => number.to_string(),
                DataRef::Int(number) => number.to_string(),
                other => panic!("{other:?}"),
            };
            cells.insert((row as usize, column as usize), text);
        }
        sheets.push(cells);
    }
    sheets
}

fn formulas(bytes: &[u8]) -> Vec<BTreeMap<(usize, usize), String>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut sheets = Vec::new();
    for sheet in book.sheet_names() {
        let mut found = BTreeMap::new();
        let mut reader = book.worksheet_cells_reader(&sheet).unwrap();
        while let Some(cell) = reader.next_formula().unwrap() {
            let (row, column) = cell.get_position();
            found.insert((row as usize, column as usize), cell.get_value().clone());
        }
        sheets.push(found);
    }
    sheets
}

#[test]
fn the_workbook_holds_the_same_numbers_and_lives() {
    for campaign in CAMPAIGNS {
        let case = Case::of(campaign);
        let whole = case.try_build(false, &["bang-tong-hop-so-lieu"]).unwrap();
        let bytes = case.output(&whole.built.written[0].file);
        let document = plain::document(&whole.gathered, "bang-tong-hop-so-lieu", false);
        let (tables, sheets, formulas) = (tables(&document), sheets(&bytes), formulas(&bytes));
        // Behind the tables stand the charts, and where the figures come from.
        assert_eq!(tables.len() + 2, sheets.len());
        for ((table, cells), formulas) in tables.iter().zip(&sheets).zip(&formulas) {
            let top = first_row(table, cells);
            for (row, line) in table.rows.iter().enumerate() {
                for (column, cell) in line.cells.iter().enumerate() {
                    let at = (top + row, column);
                    let stored = cells.get(&at).map(String::as_str).unwrap_or_default();
                    let Cell::Number(number) = cell else { continue };
                    let value = number.value.unwrap().to_f64().unwrap();
                    let stored: f64 = stored.parse().unwrap();
                    assert!(
                        (stored - value).abs() <= value.abs() * 1e-9,
                        "{at:?}: {stored} {value}"
                    );
                    let is_live = formulas.get(&at).is_some_and(|it| !it.is_empty());
                    assert_eq!(is_live, number.how != How::Value, "{} {at:?}", table.sheet);
                }
            }
        }
    }
}

/// The first row below the row of column indices.
fn first_row(table: &Table, cells: &BTreeMap<(usize, usize), String>) -> usize {
    let is_index = |row: usize| {
        table
            .columns
            .iter()
            .enumerate()
            .all(|(column, it)| cells.get(&(row, column)) == Some(&it.index))
    };
    (0..20).find(|row| is_index(*row)).unwrap() + 1
}

#[test]
fn the_file_of_figures_leads_back_to_the_cells() {
    for campaign in CAMPAIGNS {
        let case = Case::of(campaign);
        let whole = case.build();
        let json: Value = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
        let mut figures: BTreeMap<&str, &Value> = json["figures"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (it["id"].as_str().unwrap(), it))
            .collect();
        let mut books: BTreeMap<String, Book> = BTreeMap::new();
        let mut followed = 0;
        for figure in figures.values() {
            for from in figure["from"].as_array().into_iter().flatten() {
                assert!(figures.contains_key(from.as_str().unwrap()), "{from} of {figure}");
            }
            for cell in figure["cells"].as_array().into_iter().flatten() {
                let file = cell["file"].as_str().unwrap();
                let book = books
                    .entry(file.to_owned())
                    .or_insert_with(|| Book::read(&std::fs::read(case.root.join(file)).unwrap()));
                follow(book, cell);
                followed += 1;
            }
        }
        assert!(followed > 3_000, "{campaign}: {followed} cells");
        let points = json["points"].as_array().into_iter().flatten();
        figures.extend(points.map(|it| (it["id"].as_str().unwrap(), it)));
        let kinds = case::kinds(&whole.gathered);
        let mut printed: Vec<Value> = json["printed"].as_array().unwrap().clone();
        let is_paper = |it: &str| it.ends_with(".pdf") || it.ends_with(".xlsx");
        let papers = whole.built.written.iter().filter(|it| it.binds.is_empty());
        for written in papers.filter(|it| is_paper(&it.file) && !it.file.contains('/')) {
            let (_, name) = kinds.iter().find(|(file, _)| *file == written.file).unwrap();
            for (n, expected) in
                plain::document(&whole.gathered, name, false).printed.iter().enumerate()
            {
                let entry = printed.remove(0);
                assert_eq!(entry["document"], written.file);
                assert_eq!(
                    (&entry["n"], &entry["text"]),
                    (&n.into(), &expected.text.as_str().into())
                );
                let value = figures[entry["figure"].as_str().unwrap()]["value"].as_str();
                let value: Option<Decimal> = value.map(|it| it.parse().unwrap());
                assert_eq!(value, whole.gathered.results().value(expected.figure), "{entry}");
            }
        }
        assert_eq!(printed, [Value::Null; 0], "figures that no paper prints");
    }
}

/// The cell of the province holds the text that the file of figures quotes.
#[track_caller]
fn follow(book: &mut Book, cell: &Value) {
    let sheet = book.sheet(cell["sheet"].as_str().unwrap());
    let address = cell["cell"].as_str().unwrap();
    let (_, content) = sheet.cells.iter().find(|(at, _)| name(**at) == address).unwrap();
    let text = match content {
        Content::Number(number) => number.to_string(),
        Content::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(cell["text"], text.as_str(), "{cell}");
}
