//! Figures held against their targets, other rows, other units, published totals, the unit's own
//! words and its signed report.

use thidua::finding::lang::Lang;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::sent;
use crate::comparisons_time::FREE;
use crate::comparisons_time::at;
use crate::comparisons_time::only_message;
use crate::form::ACTUAL;
use crate::form::Book;
use crate::form::PLEDGED;
use crate::form::PREVIOUS;
use crate::form::TARGET;

const UNIT: &str = "lang-son";

fn found(change: impl FnOnce(&mut Book)) -> Vec<String> {
    findings(&Case::with(CUM_5, UNIT, change).gather())
}

/// Codes of every row that has a target and an actual figure.
fn targets(book: &mut Book) -> Vec<(u32, [u32; 2])> {
    let sheet = book.figures();
    let (target, actual) = (sheet.find(TARGET), sheet.find(ACTUAL).1);
    let below = sheet.cells.keys().filter(|it| it.1 == target.1 && it.0 > target.0 + 1);
    below.map(|it| (it.0, [target.1, actual])).collect()
}

#[test]
fn targets_reached_to_the_digit_everywhere() {
    let copy = |book: &mut Book, left_out: usize| {
        for (row, [target, actual]) in targets(book).into_iter().skip(left_out) {
            let value = book.figures().cells[&(row, target)].clone();
            book.figures().cells.insert((row, actual), value);
        }
    };
    let finding = at("warning actual-equals-target", "");
    assert!(found(|book| copy(book, 0)).contains(&finding));
    assert!(!found(|book| copy(book, 1)).contains(&finding));
}

#[test]
fn pledges_that_go_back_are_listed_for_the_head() {
    let pledge = |part: f64| {
        let case = Case::with(CUM_5, UNIT, |book| {
            let actual = book.figures().number("TC12", ACTUAL);
            book.figures().set("TC12", PLEDGED, (actual * part).round());
        });
        case.gather()
    };
    let gathered = pledge(0.7);
    assert_eq!(findings(&gathered), [at("notice pledge-below-actual", "")]);
    assert!(only_message(&gathered).contains("TC12"));
    assert_eq!(findings(&pledge(0.95)), [""; 0]);
}

#[test]
fn one_amount_in_two_rows() {
    let mut cell = String::new();
    let twice = found(|book| {
        let value = book.figures().number("TD03b", ACTUAL);
        book.figures().set("CL07", PREVIOUS, (value * 0.97).round());
        cell = book.figures().set("CL07", ACTUAL, value);
    });
    // Rows are told in the order of the form: the second is where the finding lies.
    assert_eq!(twice.len(), 1, "{twice:?}");
    assert!(twice[0].starts_with("warning same-amount-twice"), "{twice:?}");
    let related = found(|book| {
        let value = book.figures().number("CL06b", ACTUAL);
        book.figures().set("CL06", ACTUAL, value);
    });
    assert!(related.iter().all(|it| !it.contains("same-amount-twice")), "{related:?}");
    let round = found(|book| {
        book.figures().set("CL07", ACTUAL, 400.0);
        book.figures().set("KT04", ACTUAL, 400.0);
    });
    assert_eq!(round, [""; 0]);
}

#[test]
fn targets_missed_or_passed_by_far() {
    let target = |code: &str, part: f64| {
        found(|book| {
            let actual = book.figures().number(code, ACTUAL);
            book.figures().set(code, TARGET, (actual / part).round());
        })
    };
    for part in [3.5, 0.05] {
        let found = target("TD01", part);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("warning target-far-off"), "{found:?}");
    }
    for part in [2.9, 0.2] {
        assert_eq!(target("TD01", part), [""; 0]);
    }
    // Five of one is much for no one.
    assert_eq!(target("CL01a", 5.0), [""; 0]);
}

#[test]
fn rows_of_another_unit() {
    let copied = |codes: &[&str]| {
        let case = Case::of(CUM_5);
        let mut theirs = case.book("bac-kan");
        case.change(UNIT, |book| {
            for code in codes {
                book.figures().set(code, ACTUAL, theirs.figures().number(code, ACTUAL));
            }
        });
        let gathered = case.gather();
        let same = findings(&gathered).into_iter().filter(|it| it.contains("same-as-other-unit"));
        same.collect::<Vec<_>>()
    };
    let both = [
        format!("warning same-as-other-unit bac-kan {}/Số liệu", sent("bac-kan")),
        at("warning same-as-other-unit", ""),
    ];
    assert_eq!(copied(&FREE), both);
    assert_eq!(copied(&FREE[1..]), [""; 0]);
    assert_eq!(copied(&["CL17", "TD04a", "TD04d", "NC03a", "QH11b", "KT03a"]), [""; 0]);
}

fn publish(value: &str) -> Vec<String> {
    let case = Case::of(CUM_5);
    let text = std::fs::read_to_string(case.root.join("campaign.toml")).unwrap();
    let published = format!(
        "\n[[collection.published]]\nindicator = \"CL09\"\nvalue = \"{value}\"\n\
         source = \"Thông báo số 12/TB-LĐLĐ\"\n"
    );
    case.write("campaign.toml", format!("{text}{published}"));
    findings(&case.gather())
}

#[test]
fn totals_published_elsewhere() {
    let differs = ["warning published-total-differs - campaign.toml"];
    assert_eq!(publish("39764"), [""; 0]);
    assert_eq!(publish("39746"), differs);
    assert_eq!(publish("39764.5"), differs);
}

#[test]
fn the_signed_report_is_asked_for() {
    let about = |number: &str, more: &str| {
        let case = Case::with(CUM_5, UNIT, |book| book.answer("Số báo cáo của đơn vị", number));
        let text = std::fs::read_to_string(case.root.join("campaign.toml")).unwrap();
        case.write("campaign.toml", text + more);
        findings(&case.gather())
    };
    let notice = format!("notice report-not-named {UNIT} {}", sent(UNIT));
    assert_eq!(about("", ""), [notice]);
    let known =
        "\n[[collection.files]]\nfile = \"lang-son.xlsx\"\nreport_number = \"15/BC-LĐLĐ\"\n";
    assert_eq!(about("", known), [""; 0]);
    assert_eq!(about("15/BC - LĐLĐ", known), [""; 0]);
    let differs = format!("warning report-differs {UNIT} {}/Thông tin chung/B6", sent(UNIT));
    assert_eq!(about("51/BC-LĐLĐ", known), [differs]);
}

/// What is found when a unit writes this under a topic of its sheet of words.
fn says(topic: &str, text: &str) -> Vec<String> {
    let found = found(|book| {
        let sheet = book.sheet("Đánh giá");
        let (row, column) = sheet.find(topic);
        sheet.cells.insert((row, column + 1), text.into());
    });
    found.iter().map(|it| it.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect()
}

const MODELS: &str = "Mô hình mới, cách làm hay";

#[test]
fn figures_in_words_are_those_of_the_rows() {
    let mut actual = 0.0;
    found(|book| actual = book.figures().number("TC12", ACTUAL));
    let members = |by: f64| {
        let printed = thidua::text::number::plain(
            rust_decimal::Decimal::from_f64_retain(actual + by).unwrap(),
        );
        says(MODELS, &format!("Đã kết nạp đoàn viên mới được {printed} người."))
    };
    assert_eq!(members(0.0), [""; 0]);
    assert_eq!(members(25.0), ["warning claim-differs"]);
    for text in [
        "Kỷ niệm 95 năm, Đại hội lần thứ V, khóa XVI, Nghị quyết 02-NQ/TW, 128/BC-LĐLĐ.",
        "Từ 01/12/2023 đến 30/11/2024, tăng 12,5% so với năm 2023; có 12 mô hình.",
    ] {
        assert_eq!(says(MODELS, text), [""; 0], "{text}");
    }
    assert_eq!(says("Kiến nghị với Tổng Liên đoàn", "Hỗ trợ thêm 77.777 triệu đồng."), [""; 0]);
    assert_eq!(says(MODELS, "Vận động được 77.777.777 ngày công."), [""; 0]);
    assert_eq!(says(MODELS, "Vận động được 77.777.777 cây giống."), ["notice claim-differs"]);
}

/// The slip that a newspaper printed in 2025 (domain.md 0.3).
#[test]
fn a_fall_is_the_difference_of_its_ends() {
    let slip = "Đoàn viên giảm 3.665.175 (từ 12.297.344 xuống còn 8.642.169).";
    assert!(says(MODELS, slip).contains(&"warning wrong-difference".to_owned()));
    let right = slip.replace("3.665.175", "3.655.175");
    assert!(!says(MODELS, &right).contains(&"warning wrong-difference".to_owned()));
}

#[test]
fn people_where_their_visits_are_asked_for() {
    let case = Case::with(CUM_5, UNIT, |book| {
        book.figures().set("DT02", "Đơn vị tính", "người");
    });
    let gathered = case.gather();
    assert!(findings(&gathered)[0].starts_with("error wrong-unit-of-measure"));
    let hint = Lang::Vi.fact(&gathered.findings[0].fact).hint;
    assert!(hint.contains("3 lượt"), "{hint}");
}

#[test]
fn a_benefit_has_its_initiatives() {
    let found = found(|book| {
        for column in [ACTUAL, "Năm trước"] {
            book.figures().set("TD01", column, 0.0);
        }
    });
    assert!(found.iter().any(|it| it.starts_with("warning rule-broken")), "{found:?}");
}
