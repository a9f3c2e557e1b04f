//! One number of a workbook goes wrong: what is found, where, and which papers it refuses.

use std::fs;

use rust_decimal::Decimal;
use thidua::finding::fact::Fact;
use thidua::finding::fact::figure::FigureFact;
use thidua::finding::lang::Lang;
use thidua::model::figure::FigureId;
use thidua::model::measure::Measure;
use thidua::model::owner::Owner;
use thidua::model::value::Rejection;
use thidua::pipeline::gather::Gathered;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::refused;
use crate::case::sent;
use crate::form::ACTUAL;
use crate::form::Book;
use crate::form::Content;
use crate::form::FIGURES;
use crate::form::PLEDGED;
use crate::form::PREVIOUS;
use crate::form::TARGET;
use crate::form::patched;

/// Papers that print figures of this year.
const OF_THIS_YEAR: [&str; 3] = ["bao-cao-tong-ket", "tin-hoi-nghi", "bang-tong-hop-so-lieu"];

/// The province whose workbook is changed.
const UNIT: &str = "lang-son";

/// Total of the cluster.
pub(crate) fn total(gathered: &Gathered, code: &str) -> Option<Decimal> {
    let indicator = gathered.declared.catalogue.find(code).unwrap();
    let id = FigureId { indicator, measure: Measure::Actual, owner: Owner::Cluster };
    gathered.results().value(id.into())
}

/// A finding at a cell of the changed sheet, as [`findings`] shows it.
fn at(severity_and_code: &str, cell: &str) -> String {
    format!("{severity_and_code} {UNIT} {}/Số liệu/{cell}", sent(UNIT))
}

/// Writes one cell; exactly this is found at it, and these papers are refused.
#[track_caller]
fn check(
    code: &str,
    column: &str,
    content: impl Into<Content>,
    found: &[&str],
    refuses: &[&str],
) -> Gathered {
    let case = Case::of(CUM_5);
    let mut cell = String::new();
    case.change(UNIT, |book| cell = book.figures().set(code, column, content));
    let gathered = case.gather();
    let expected: Vec<String> = found.iter().map(|it| at(it, &cell)).collect();
    assert_eq!(findings(&gathered), expected, "{code}");
    assert_eq!(refused(&gathered), refuses, "{code}");
    gathered
}

fn first_fact(gathered: &Gathered) -> &Fact {
    &gathered.findings[0].fact
}

#[test]
fn a_workbook_written_again_is_as_clean_as_before() {
    let case = Case::of(CUM_5);
    for unit in ["cao-bang", "bac-kan", "lang-son", "thai-nguyen", "tuyen-quang", "ha-giang"] {
        case.change(unit, |_| {});
    }
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [""; 0]);
    assert_eq!(total(&gathered, "TC12"), Some(Decimal::from(25_493)));
    assert_eq!(total(&gathered, "CL09"), Some(Decimal::from(39_764_000_000_i64)));
}

#[test]
fn a_figure_that_is_about_right_is_not_a_number() {
    let found = ["error not-a-number"];
    let gathered = check("TC12", ACTUAL, "khoảng 30 nghìn", &found, &OF_THIS_YEAR);
    let why = Rejection::Hedged;
    assert!(
        matches!(first_fact(&gathered), Fact::Figure(FigureFact::NotANumber { why: it, .. }) if *it == why)
    );
    let words = Lang::Vi.fact(first_fact(&gathered)).message;
    assert!(words.contains("khoảng 30 nghìn") && words.contains("TC12"), "{words}");
    assert_eq!(total(&gathered, "TC12").map(|it| it < Decimal::from(25_493)), Some(true));
}

#[test]
fn an_error_of_excel_is_not_a_number() {
    for error in ["#DIV/0!", "#REF!", "#N/A"] {
        let found = ["error not-a-number"];
        let gathered =
            check("TC12", ACTUAL, Content::Formula("=1/0", error), &found, &OF_THIS_YEAR);
        let Fact::Figure(FigureFact::NotANumber { why: Rejection::ErrorCell(shown), .. }) =
            first_fact(&gathered)
        else {
            panic!("{:?}", first_fact(&gathered));
        };
        assert_eq!(shown, error);
    }
}

#[test]
fn a_formula_without_its_result_is_not_a_number() {
    let case = Case::of(CUM_5);
    let mut cell = String::new();
    case.change(UNIT, |book| {
        cell = book.figures().set("TC12", ACTUAL, Content::Formula("=SUM(Z1:Z9)", "4711"));
    });
    let bytes = fs::read(case.root.join(sent(UNIT))).unwrap();
    let without = |xml: &str| xml.replace("<v>4711</v>", "");
    case.write(&sent(UNIT), patched(&bytes, "xl/worksheets/sheet1.xml", without));
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("error not-a-number", &cell)]);
    assert!(matches!(
        first_fact(&gathered),
        Fact::Figure(FigureFact::NotANumber { why: Rejection::NoResult, .. })
    ));
}

#[test]
fn many_formulas_without_results_have_one_cause() {
    let codes = ["TC12", "TC13", "XD01", "XD02", "DT01", "DT02"];
    let case = Case::of(CUM_5);
    let mut cells = Vec::new();
    case.change(UNIT, |book| {
        let formula = Content::Formula("=SUM(Z1:Z9)", "4711");
        cells = codes.map(|it| book.figures().set(it, ACTUAL, formula.clone())).to_vec();
    });
    let bytes = fs::read(case.root.join(sent(UNIT))).unwrap();
    let without = |xml: &str| xml.replace("<v>4711</v>", "");
    case.write(&sent(UNIT), patched(&bytes, "xl/worksheets/sheet1.xml", without));
    let gathered = case.gather();
    let place = format!("error formulas-without-result {UNIT} {}/{FIGURES}", sent(UNIT));
    assert_eq!(findings(&gathered), [place]);
    let Fact::Figure(FigureFact::FormulasWithoutResult { cells: told }) = first_fact(&gathered)
    else {
        panic!()
    };
    assert_eq!(*told, cells);
}

#[test]
fn a_point_between_thousands_is_read_by_the_kind_of_number() {
    // A count typed as words has one reading; a number with decimals in a count is a slip; money
    // may have decimals, so that `25.493` has two readings.
    // The first is also more than twice last year's.
    let found = ["notice cumulative-flow", "notice number-as-text"];
    check("NC03c", ACTUAL, "25.493", &found, &[]);
    check("NC03c", ACTUAL, 25.493, &["error decimal-in-count"], &OF_THIS_YEAR);
    let gathered = check("CL07", ACTUAL, "25.493", &["error not-a-number"], &OF_THIS_YEAR);
    let ambiguous =
        Rejection::Ambiguous { larger: Decimal::from(25_493), smaller: Decimal::new(25_493, 3) };
    assert!(
        matches!(first_fact(&gathered), Fact::Figure(FigureFact::NotANumber { why, .. }) if *why == ambiguous)
    );
}

#[test]
fn a_number_outside_its_bounds_is_found() {
    check("NC03a", ACTUAL, -1.0, &["error out-of-range"], &OF_THIS_YEAR);
    check(
        "TC17",
        TARGET,
        101.0,
        &["error out-of-range"],
        &["bao-cao-tong-ket", "bang-tong-hop-so-lieu"],
    );
    check("TC17", PLEDGED, 101.0, &["error out-of-range"], &["giao-uoc", "bang-dang-ky-thi-dua"]);
}

#[test]
fn an_empty_cell_refuses_only_the_papers_that_print_it() {
    for (column, refuses) in [
        (ACTUAL, &OF_THIS_YEAR[..]),
        (TARGET, &["bao-cao-tong-ket", "bang-tong-hop-so-lieu"]),
        (PLEDGED, &["giao-uoc", "bang-dang-ky-thi-dua"]),
    ] {
        let case = Case::of(CUM_5);
        let mut cell = String::new();
        case.change(UNIT, |book| cell = book.figures().clear("DT02", column));
        let gathered = case.gather();
        assert_eq!(findings(&gathered), [at("error required", &cell)]);
        assert_eq!(refused(&gathered), refuses);
    }
}

#[test]
fn a_blank_that_may_be_left_is_told_where_last_year_had_a_figure() {
    for (before, told) in [(Some(244.0), true), (Some(0.0), false), (None, false)] {
        let case = Case::of(CUM_5);
        let mut cell = String::new();
        case.change(UNIT, |book| {
            cell = book.figures().clear("KN02", ACTUAL);
            match before {
                Some(before) => book.figures().set("KN02", PREVIOUS, before),
                None => book.figures().clear("KN02", PREVIOUS),
            };
        });
        let gathered = case.gather();
        let expected = told.then(|| at("warning left-blank", &cell));
        assert_eq!(findings(&gathered), expected.into_iter().collect::<Vec<_>>(), "{before:?}");
    }
}

#[test]
fn missing_is_not_zero() {
    let case = Case::with(CUM_5, UNIT, |book| {
        book.figures().clear("DT02", ACTUAL);
    });
    let gathered = case.gather();
    let indicator = gathered.declared.catalogue.find("DT02").unwrap();
    let column = gathered.dataset.column(Measure::Actual, indicator);
    let unit = gathered.declared.campaign.find(UNIT).unwrap();
    assert_eq!(column.units[unit.index()].value, None);
    assert_eq!((column.cluster.reported, column.cluster.expected), (5, 6));
}

#[test]
fn parts_that_do_not_make_their_total_are_found_at_the_total() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.figures();
        cell = crate::form::name(sheet.at("TC01", ACTUAL));
        let more = sheet.number("TC02", ACTUAL) + 10.0;
        sheet.set("TC02", ACTUAL, more);
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("error parts-and-total", &cell)]);
    let Fact::Figure(FigureFact::PartsAndTotal { value, sum, .. }) = first_fact(&gathered) else {
        panic!()
    };
    assert_eq!(*sum - *value, Decimal::TEN);
    assert_eq!(refused(&gathered), OF_THIS_YEAR);
}

#[test]
fn a_part_above_its_whole_is_found_at_the_part() {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| {
        let whole = book.figures().number("NC01b", ACTUAL);
        cell = book.figures().set("NC01a", ACTUAL, whole + 1.0);
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("error subset", &cell)]);
    assert_eq!(refused(&gathered), OF_THIS_YEAR);
}

#[test]
fn a_percentage_is_held_against_its_parts() {
    let is = |book: &mut Book| book.figures().number("TC17", ACTUAL);
    let right = is(&mut Case::of(CUM_5).book(UNIT));
    check("TC17", ACTUAL, 12.34, &["warning percent-recomputed"], &[]);
    check("TC17", ACTUAL, right / 100.0, &["warning percent-recomputed"], &[]);
    // The same percentage in other clothes.
    check("TC17", ACTUAL, Content::Percent(right / 100.0), &[], &[]);
    let typed = format!("{}%", right.to_string().replace('.', ","));
    check("TC17", ACTUAL, typed.as_str(), &["notice number-as-text"], &[]);
}

#[test]
fn a_broken_rule_is_as_grave_as_the_catalogue_says() {
    let more = |book: &mut Book, code: &str| {
        let number = book.figures().number(code, ACTUAL);
        book.figures().set(code, ACTUAL, number + 1.0);
        crate::form::name(book.figures().at("KT02", ACTUAL))
    };
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| cell = more(book, "KT02d"));
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("error rule-broken", &cell)]);
    assert_eq!(refused(&gathered), OF_THIS_YEAR);
    let Fact::Figure(FigureFact::RuleBroken { rule, .. }) = first_fact(&gathered) else { panic!() };
    assert_eq!(rule, "K1-kiem-tra-theo-cap");

    let case = Case::with(CUM_5, UNIT, |book| {
        let introduced = book.figures().number("XD01", ACTUAL);
        book.figures().set("XD02", PLEDGED, introduced + 1.0);
        cell = book.figures().set("XD02", ACTUAL, introduced + 1.0);
    });
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [at("warning rule-broken", &cell)]);
    assert_eq!(refused(&gathered), [""; 0]);
}

#[test]
fn a_rule_without_an_operand_is_not_asked() {
    let case = Case::with(CUM_5, UNIT, |book| {
        book.figures().clear("KT02e", ACTUAL);
        book.figures().clear("KT02e", PREVIOUS);
        let number = book.figures().number("KT02d", ACTUAL);
        book.figures().set("KT02d", ACTUAL, number + 100.0);
    });
    assert_eq!(findings(&case.gather()), [""; 0]);
}

#[test]
fn yes_and_no_are_read_as_people_write_them() {
    for yes in ["Có", "x", "X", "có", "1"] {
        let gathered = check("CL18", ACTUAL, yes, &[], &[]);
        assert_eq!(total(&gathered, "CL18"), Some(Decimal::from(6)), "{yes}");
    }
    for no in ["Không", "không", "0"] {
        let gathered = check("CL18", ACTUAL, no, &[], &[]);
        assert_eq!(total(&gathered, "CL18"), Some(Decimal::from(5)), "{no}");
    }
    check("CL18", ACTUAL, Content::Bool(true), &[], &[]);
    check("CL18", ACTUAL, 1.0, &[], &[]);
    check("CL18", ACTUAL, 2.0, &["error out-of-range"], &OF_THIS_YEAR);
    check("CL18", ACTUAL, "có lẽ", &["error not-a-number"], &OF_THIS_YEAR);
}
