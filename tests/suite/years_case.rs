//! Campaigns of two years for the tests of years that compare.

use std::collections::BTreeMap;
use std::fs;

use rust_decimal::Decimal;
use thidua::assets;
use thidua::model::catalogue::Aggregation;
use thidua::model::catalogue::Catalogue;
use thidua::model::catalogue::Kind;
use thidua::model::figure::FigureId;
use thidua::model::measure::Measure;
use thidua::model::owner::Owner;
use thidua::model::table::Cell;
use thidua::model::table::Table;
use thidua::pipeline::gather::Gathered;

use crate::case::Case;
use crate::case::findings;
use crate::case::sent;
use crate::comparisons_time::with_predecessor;
use crate::form::ACTUAL;
use crate::form::Book;
use crate::form::Content;
use crate::form::PLEDGED;
use crate::form::PREVIOUS;
use crate::form::TARGET;
use crate::plain;

/// Codes of findings that hold figures of two years against each other.
const OVER_TIME: [&str; 7] = [
    "stock-continuity",
    "previous-differs",
    "target-differs",
    "cumulative-flow",
    "sudden-change",
    "last-year-copied",
    "unit-slip",
];

/// Takes a unit out of a campaign's file.
pub(crate) fn without(case: &Case, folder: &str, code: &str) {
    let path = case.root.join(folder).join("campaign.toml");
    let text = fs::read_to_string(&path).unwrap();
    let start = format!("[[units]]\ncode = \"{code}\"");
    let kept: Vec<&str> = text.split("\n\n").filter(|it| !it.starts_with(&start)).collect();
    assert!(kept.len() < text.split("\n\n").count(), "{code}");
    // Nobody votes for one that is not there.
    let kept = kept.join("\n\n").replace(&format!(", {code} = 1"), "");
    fs::write(&path, kept).unwrap();
    fs::remove_file(case.root.join(folder).join(sent(code))).unwrap();
}

/// What a workbook says in one column of each row that has a number.
fn column(book: &mut Book, catalogue: &Catalogue, header: &str) -> BTreeMap<String, f64> {
    let sheet = book.figures();
    let number = |code: &String| match sheet.cells.get(&sheet.at(code, header)) {
        Some(Content::Number(number)) => Some((code.clone(), *number)),
        _ => None,
    };
    catalogue.indicators.iter().map(|it| it.code.clone()).filter_map(|it| number(&it)).collect()
}

/// One workbook's figures become those of two units together, as an office would add them up.
fn join(case: &Case, catalogue: &Catalogue, into: &str, other: &str) {
    let mut other = case.book(other);
    case.change(into, |book| {
        for header in [TARGET, ACTUAL, PREVIOUS, PLEDGED] {
            let one = column(book, catalogue, header);
            let more = column(&mut other, catalogue, header);
            let sum = |code: &str| Some(one.get(code)? + more.get(code)?);
            for id in catalogue.ids() {
                let it = &catalogue[id];
                let code = |id| catalogue[id].code.as_str();
                let value = match it.aggregation {
                    Aggregation::Sum if it.kind != Kind::YesNo => sum(&it.code),
                    Aggregation::Sum | Aggregation::None => None,
                    Aggregation::Ratio { numerator, denominator } => {
                        let scale = if it.kind == Kind::Percent { 100.0 } else { 1.0 };
                        let quotient = sum(code(numerator)).zip(sum(code(denominator)));
                        quotient.map(|(of, by)| of / by * scale)
                    }
                    Aggregation::WeightedMean { weight } => {
                        let weighted = |all: &BTreeMap<String, f64>| {
                            Some(all.get(&it.code)? * all.get(code(weight))?)
                        };
                        let of = weighted(&one).zip(weighted(&more)).map(|(a, b)| a + b);
                        of.zip(sum(code(weight))).map(|(of, by)| of / by)
                    }
                };
                if let Some(value) = value {
                    book.figures().set(&it.code, header, value);
                }
            }
        }
    });
}

/// Another year's words of `campaign.toml`, and what its workbooks say of their period.
fn in_year(case: &Case, folder: &str, years: [(&str, &str); 2], period: &str) {
    let path = case.root.join(folder).join("campaign.toml");
    let mut text = fs::read_to_string(&path).unwrap();
    for (from, to) in years {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    fs::write(&path, text).unwrap();
    for entry in fs::read_dir(case.root.join(folder).join("submissions")).unwrap() {
        let path = entry.unwrap().path();
        let mut book = Book::read(&fs::read(&path).unwrap());
        book.answer("Kỳ số liệu", period);
        fs::write(&path, book.bytes()).unwrap();
    }
}

/// The year 2025, in which six provinces of last year are four.
pub(crate) fn merged() -> Case {
    let case = with_predecessor();
    let catalogue = assets::open(&case.root).unwrap().catalogue;
    let years = [("year = 2025", "year = 2026"), ("year = 2024", "year = 2025")];
    in_year(&case, "", years, "Năm 2025");
    let years = [("year = 2024", "year = 2025"), ("year = 2023", "year = 2024")];
    in_year(&case, "../predecessor", years, "Năm 2024");
    for (into, other) in [("thai-nguyen", "bac-kan"), ("tuyen-quang", "ha-giang")] {
        join(&case, &catalogue, into, other);
        without(&case, "", other);
    }
    case
}

/// Names a first half beside the year: the old units, with what they had last year.
pub(crate) fn with_half(case: &Case) {
    let [then, half] = ["predecessor", "half"].map(|it| case.folder().join(it));
    fs::create_dir_all(half.join("submissions")).unwrap();
    fs::copy(then.join("campaign.toml"), half.join("campaign.toml")).unwrap();
    for entry in fs::read_dir(then.join("submissions")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), half.join("submissions").join(entry.file_name())).unwrap();
    }
    let years = [("year = 2024", "year = 2025"), ("span = \"full\"", "span = \"first-half\"")];
    in_year(case, "../half", years, "6 tháng đầu năm 2025");
    case.edit(&[("catalogue =", "half_year = \"../half\"\ncatalogue =")]);
}

/// Findings that hold figures of two years against each other.
pub(crate) fn over_time(gathered: &Gathered) -> Vec<String> {
    let all = findings(gathered).into_iter();
    all.filter(|it| OVER_TIME.contains(&it.split(' ').nth(1).unwrap())).collect()
}

/// Which figure it is.
pub(crate) fn figure(
    gathered: &Gathered,
    code: &str,
    measure: Measure,
    unit: Option<&str>,
) -> FigureId {
    let indicator = gathered.declared.catalogue.find(code).unwrap();
    let unit = unit.map(|it| gathered.declared.campaign.find(it).unwrap());
    FigureId { indicator, measure, owner: unit.map_or(Owner::Cluster, Owner::Unit) }
}

/// Its value.
pub(crate) fn value(
    gathered: &Gathered,
    code: &str,
    measure: Measure,
    unit: Option<&str>,
) -> Option<Decimal> {
    gathered.dataset.figure(figure(gathered, code, measure, unit)).value
}

/// What last year's campaign has as done.
pub(crate) fn then(gathered: &Gathered, code: &str, measure: Measure, unit: &str) -> Decimal {
    value(gathered.predecessor.as_ref().unwrap(), code, measure, Some(unit)).unwrap()
}

/// The report's tables, by name.
pub(crate) fn table(gathered: &Gathered, name: &str) -> Table {
    let report = plain::document(gathered, "bao-cao-tong-ket", false);
    let in_annexes = report.annexes.iter().flat_map(|it| &it.tables);
    let mut in_text = plain::tables(&report.blocks).into_iter().chain(in_annexes);
    in_text.find(|it| it.name == name).unwrap().clone()
}

/// What stands under the table of targets.
pub(crate) fn notes(gathered: &Gathered) -> String {
    table(gathered, "ket-qua-chi-tieu").notes.join("\n")
}

/// What the last column of a row says.
pub(crate) fn change(table: &Table, code: &str) -> String {
    let is_code = |cell: &Cell| matches!(cell, Cell::Text { text } if text == code);
    let row = table.rows.iter().find(|it| is_code(&it.cells[0])).unwrap();
    match row.cells.last().unwrap() {
        Cell::Text { text } => text.clone(),
        Cell::Number(number) => number.text.clone(),
        Cell::Plain(plain) => plain.text.clone(),
        Cell::Blank => String::new(),
    }
}

/// A case whose unions of state bodies ended: nine in ten of one unit's are gone.
pub(crate) fn with_scope_change() -> Case {
    let case = with_predecessor();
    case.change("lang-son", |book| {
        let sheet = book.figures();
        let business = sheet.number("TC02", ACTUAL) + sheet.number("TC04", ACTUAL);
        sheet.set("TC03", ACTUAL, 3.0);
        sheet.set("TC01", ACTUAL, business + 3.0);
    });
    case
}

/// A change of what is counted within the year.
pub(crate) const SCOPE: &str = "[[scope_changes]]\non = \"2024-07-15\"\n\
                     reason = \"công đoàn cơ sở khối nhà nước kết thúc hoạt động\"\n\
                     indicators = [\"TC03\", \"TC10\"]";
