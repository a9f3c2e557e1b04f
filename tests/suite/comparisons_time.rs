//! Figures held against those of an earlier campaign, and against last year's column.

use std::fs;

use thidua::finding::lang::Lang;
use thidua::pipeline::gather::Gathered;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::sent;
use crate::form::ACTUAL;
use crate::form::Book;
use crate::form::Content;
use crate::form::PLEDGED;
use crate::form::PREVIOUS;
use crate::form::TARGET;
use crate::form::name;
use crate::program::run;

/// The province whose workbook is changed.
const UNIT: &str = "lang-son";

/// Rows that no rule ties to others, with figures that are hardly chance.
pub(crate) const FREE: [&str; 5] = ["TT01b", "CL07", "CL13a", "TD03b", "NC03c"];

/// A finding at the sheet of figures, or at a cell of it.
pub(crate) fn at(severity_and_code: &str, cell: &str) -> String {
    format!("{severity_and_code} {UNIT} {}/Số liệu{cell}", sent(UNIT))
}

/// What the only finding says.
#[track_caller]
pub(crate) fn only_message(gathered: &Gathered) -> String {
    assert_eq!(gathered.findings.len(), 1, "{:?}", findings(gathered));
    Lang::Vi.fact(&gathered.findings[0].fact).message
}

/// Every row of the sheet of figures has its figure of one column from another.
fn copy_column(book: &mut Book, from: &str, to: &str) {
    let sheet = book.figures();
    let (header, from) = sheet.find(from);
    let to = sheet.find(to).1;
    let below = |(row, column): (u32, u32)| row > header + 1 && column == from;
    let cells: Vec<(u32, Content)> = sheet
        .cells
        .iter()
        .filter(|(at, _)| below(**at))
        .map(|((row, _), content)| (*row, content.clone()))
        .collect();
    sheet.cells.retain(|(row, column), _| *row <= header + 1 || *column != to);
    sheet.cells.extend(cells.into_iter().map(|(row, content)| ((row, to), content)));
}

/// Puts an earlier campaign beside a case and names it under a key; its workbooks are changed.
fn beside(
    case: &Case,
    key: &str,
    words: &[(&str, &str)],
    period: &str,
    change: impl Fn(&mut Book),
) {
    let folder = case.folder().join(key);
    fs::create_dir_all(folder.join("submissions")).unwrap();
    let mut text = fs::read_to_string(case.root.join("campaign.toml")).unwrap();
    for (from, to) in words {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    fs::write(folder.join("campaign.toml"), text).unwrap();
    for unit in ["cao-bang", "bac-kan", "lang-son", "thai-nguyen", "tuyen-quang", "ha-giang"] {
        let mut book = case.book(unit);
        book.answer("Kỳ số liệu", period);
        change(&mut book);
        fs::write(folder.join(sent(unit)), book.bytes()).unwrap();
    }
    let key = format!("{key} = \"../{key}\"\n\ncatalogue =");
    case.edit(&[("catalogue =", &key)]);
}

/// A case whose last year's campaign accepted what its workbooks say of last year.
pub(crate) fn with_predecessor() -> Case {
    let case = Case::of(CUM_5);
    let words = [
        ("year = 2024", "year = 2023"),
        ("year = 2025", "year = 2024"),
        ("2024-12-21", "2023-12-21"),
    ];
    beside(&case, "predecessor", &words, "Năm 2023", |book| {
        copy_column(book, PREVIOUS, ACTUAL);
        copy_column(book, TARGET, PLEDGED);
    });
    case
}

#[test]
fn a_year_that_continues_the_last_is_clean() {
    assert_eq!(findings(&with_predecessor().gather()), [""; 0]);
}

#[test]
fn a_stock_continues_last_years() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.figures();
        let came = sheet.number("TC12b", ACTUAL);
        sheet.set("TC12b", ACTUAL, came + 7.0);
        cell = format!("/{}", name(sheet.at("TC10", ACTUAL)));
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("warning stock-continuity", &cell)]);
    let message = only_message(&gathered);
    assert!(message.contains("TC10_nt (") && message.ends_with("chênh 7"), "{message}");
}

#[test]
fn without_the_transfers_a_stock_is_not_asked() {
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.figures();
        sheet.clear("TC06b", ACTUAL);
        sheet.clear("TC06b", PREVIOUS);
        let founded = sheet.number("TC05", ACTUAL);
        sheet.set("TC05", ACTUAL, founded + 1.0);
    });
    assert_eq!(findings(&case.gather()), [""; 0]);
}

#[test]
fn last_years_figure_is_the_one_accepted_then() {
    let case = with_predecessor();
    let mut cell = String::new();
    case.change(UNIT, |book| {
        let before = book.figures().number("CL13a", PREVIOUS);
        cell = book.figures().set("CL13a", PREVIOUS, before + 12.0);
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("warning previous-differs", &format!("/{cell}"))]);
    assert!(only_message(&gathered).contains("“predecessor”"));
}

#[test]
fn a_campaign_of_another_year_is_not_the_last() {
    let case = Case::of(CUM_5);
    let words = [("year = 2024", "year = 2022"), ("year = 2025", "year = 2023")];
    beside(&case, "predecessor", &words, "Năm 2022", |_| {});
    let ran = run(case.folder(), &["check", CUM_5]);
    assert_eq!(ran.code, 2);
    let told =
        ["“../predecessor” là kỳ năm 2022, không lấy được số nào", "ghi thư mục của kỳ năm 2023"];
    assert!(told.iter().all(|it| ran.err.contains(it)), "{}", ran.err);
}

#[test]
fn a_target_is_the_one_that_was_signed() {
    let case = with_predecessor();
    let mut cell = String::new();
    case.change(UNIT, |book| {
        let target = book.figures().number("TC12", TARGET);
        cell = book.figures().set("TC12", TARGET, target - 100.0);
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("warning target-differs", &format!("/{cell}"))]);
}

#[test]
fn a_half_is_never_above_its_year() {
    let case = Case::of(CUM_5);
    let words = [("span = \"full\"", "span = \"first-half\"")];
    beside(&case, "half_year", &words, "6 tháng đầu năm 2024", |_| {});
    assert_eq!(findings(&case.gather()), [""; 0]);
    let mut cell = String::new();
    case.change(UNIT, |book| {
        let year = book.figures().number("CL13a", ACTUAL);
        cell = book.figures().set("CL13a", ACTUAL, year - 1.0);
        // A stock may be lower than in the middle of the year.
        let rooms = book.figures().number("NC03a", ACTUAL);
        book.figures().set("NC03a", ACTUAL, rooms - 1.0);
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("warning half-above-year", &format!("/{cell}"))]);
    assert!(only_message(&gathered).contains("half_year/submissions/lang-son.xlsx"));
}

fn copy_rows(codes: &[&str]) -> Gathered {
    Case::with(CUM_5, UNIT, |book| {
        for code in codes {
            let before = book.figures().number(code, PREVIOUS);
            book.figures().set(code, ACTUAL, before);
        }
    })
    .gather()
}

#[test]
fn last_years_figures_sent_again() {
    assert_eq!(findings(&copy_rows(&FREE)), [at("warning last-year-copied", "")]);
    assert_eq!(findings(&copy_rows(&FREE[1..])), [""; 0]);
    // Small figures repeat by chance.
    assert_eq!(
        findings(&copy_rows(&["CL17", "TD04a", "TD04d", "NC03a", "QH11b", "KT03a"])),
        [""; 0]
    );
    let case = Case::with(CUM_5, UNIT, |book| copy_column(book, PREVIOUS, ACTUAL));
    let found = findings(&case.gather());
    assert!(found.contains(&at("error last-year-copied", "")), "{found:?}");
}

/// A row whose figure is this many times last year's.
fn grown(code: &str, times: f64) -> Vec<String> {
    let case = Case::with(CUM_5, UNIT, |book| {
        let before = book.figures().number(code, PREVIOUS);
        book.figures().set(code, ACTUAL, (before * times).round());
    });
    findings(&case.gather()).iter().map(|it| it.split(' ').nth(1).unwrap().to_owned()).collect()
}

#[test]
fn years_added_up() {
    assert_eq!(grown("CL13a", 2.2), ["cumulative-flow"]);
    assert_eq!(grown("CL13a", 1.9), [""; 0]);
    // Couples double soon.
    assert_eq!(grown("CL17", 3.0), [""; 0]);
}

#[test]
fn a_rise_that_was_planned_is_no_running_total() {
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.figures();
        let before = sheet.number("TD01", PREVIOUS);
        for (code, column) in
            [("TD01", ACTUAL), ("TD01", TARGET), ("TD01m", ACTUAL), ("TD01", PLEDGED)]
        {
            sheet.set(code, column, (before * 2.2).round());
        }
    });
    assert_eq!(findings(&case.gather()), [""; 0]);
}

#[test]
fn a_slip_of_a_thousand_times() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        let value = book.figures().number("CL07", ACTUAL);
        cell = book.figures().set("CL07", ACTUAL, value * 1_000.0);
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("warning unit-slip", &format!("/{cell}"))]);
    let words = Lang::Vi.fact(&gathered.findings[0].fact);
    assert!(words.message.contains("năm trước của chính đơn vị"), "{}", words.message);
    assert!(words.message.contains("các đơn vị khác"), "{}", words.message);
}

#[test]
fn where_the_others_agree_last_years_figure_slipped() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        let value = book.figures().number("CL07", PREVIOUS);
        cell = book.figures().set("CL07", PREVIOUS, value / 1_000.0);
    });
    assert_eq!(findings(&case.gather()), [at("warning unit-slip", &format!("/{cell}"))]);
}

#[test]
fn a_slip_in_both_years_shows_beside_the_others() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        for column in [PREVIOUS, ACTUAL] {
            let value = book.figures().number("CL07", column);
            cell = book.figures().set("CL07", column, value * 1_000.0);
        }
    });
    assert_eq!(findings(&case.gather()), [at("warning unit-slip", &format!("/{cell}"))]);
}

#[test]
fn forty_times_is_no_slip_of_the_unit_but_a_sudden_change() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        let value = book.figures().number("CL07", ACTUAL);
        cell = book.figures().set("CL07", ACTUAL, value * 40.0);
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("warning sudden-change", &format!("/{cell}"))]);
    let message = only_message(&gathered);
    assert!(message.contains("% năm trước (") && message.contains("mức giữa của 5 đơn vị khác"));
}

#[test]
fn a_fall_that_all_units_share_is_no_sudden_change() {
    let case = Case::of(CUM_5);
    for unit in ["cao-bang", "bac-kan", "lang-son", "thai-nguyen", "tuyen-quang", "ha-giang"] {
        case.change(unit, |book| {
            let value = book.figures().number("CL13a", ACTUAL);
            book.figures().set("CL13a", ACTUAL, (value / 5.0).round());
        });
    }
    let found = findings(&case.gather());
    assert!(found.iter().all(|it| !it.contains("sudden-change")), "{found:?}");
}
