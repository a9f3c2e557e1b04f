//! Several files of one unit: which one counts, what changed, what was sent by mistake.

use std::fs;

use rust_decimal::Decimal;
use thidua::finding::lang::Lang;
use thidua::model::difference::Entry;
use thidua::pipeline::gather::Gathered;
use thidua::text::number;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::refused;
use crate::case::sent;
use crate::form::ABOUT;
use crate::form::ACTUAL;
use crate::form::Book;
use crate::form::Content;
use crate::workbook_numbers::total;

const UNIT: &str = "lang-son";

/// The file that takes the place of the unit's first one.
const SECOND: &str = "submissions/lang-son (2).xlsx";

const REPLACES: &str =
    "[[collection.files]]\nfile = \"lang-son (2).xlsx\"\nreplaces = [\"lang-son.xlsx\"]";

/// The campaign with a second file of the unit, changed.
fn with_second(change: impl FnOnce(&mut Book)) -> Case {
    let case = Case::of(CUM_5);
    let mut book = case.book(UNIT);
    change(&mut book);
    case.write(SECOND, book.bytes());
    case
}

/// One more initiative.
fn one_more(book: &mut Book) {
    let number = book.figures().number("TD01", ACTUAL);
    book.figures().set("TD01", ACTUAL, number + 1.0);
}

/// Messages of the findings of a code.
fn messages(gathered: &Gathered, code: &str) -> Vec<String> {
    let of_code = gathered.findings.iter().filter(|it| it.fact.code() == code);
    of_code.map(|it| Lang::Vi.fact(&it.fact).message).collect()
}

#[test]
fn a_replaced_file_stays_and_is_not_used() {
    let case = with_second(one_more);
    case.append(REPLACES);
    let before = total(&Case::of(CUM_5).gather(), "TD01").unwrap();
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [""; 0]);
    assert_eq!(refused(&gathered), [""; 0]);
    assert_eq!(total(&gathered, "TD01"), Some(before + Decimal::ONE));
    assert_eq!((gathered.received.len(), gathered.submissions.len()), (7, 6));
    assert!(gathered.inputs().iter().any(|it| it.file == sent(UNIT)), "it is still an input");
    let [replacement] = gathered.replacements.as_slice() else { panic!("one file was replaced") };
    assert_eq!((replacement.before.as_str(), replacement.after.as_str()), (&*sent(UNIT), SECOND));
    let [figure] = replacement.figures.as_slice() else { panic!("{replacement:?}") };
    let number = |entry: &Option<Entry>| entry.as_ref().unwrap().number.unwrap();
    assert_eq!(number(&figure.after) - number(&figure.before), Decimal::ONE);
    assert_eq!(gathered.declared.catalogue[figure.indicator].code, "TD01");
}

#[test]
fn what_is_wrong_in_a_replaced_file_is_not_told() {
    let case = with_second(|_| {});
    case.change(UNIT, |book| {
        book.figures().set("TC12", ACTUAL, "ba nghìn");
    });
    case.append(REPLACES);
    assert_eq!(findings(&case.gather()), [""; 0]);
    case.write(&sent(UNIT), b"%PDF-1.7");
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [""; 0]);
    assert!(!gathered.replacements[0].compared, "what cannot be read cannot be compared");
}

#[test]
fn a_file_replaced_by_one_that_cannot_be_read_is_not_used_again() {
    let case = with_second(|_| {});
    case.write(SECOND, b"%PDF-1.7");
    case.append(REPLACES);
    let gathered = case.gather();
    let unreadable = format!("error unreadable-file - {SECOND}");
    assert_eq!(findings(&gathered), [&*unreadable, "error missing-unit lang-son "]);
}

#[test]
fn a_line_of_replacements_ends_at_the_last_file() {
    let case = with_second(one_more);
    let mut book = case.book(UNIT);
    one_more(&mut book);
    one_more(&mut book);
    case.write("submissions/lang-son (3).xlsx", book.bytes());
    case.append(REPLACES);
    case.append(
        "[[collection.files]]\nfile = \"lang-son (3).xlsx\"\nreplaces = [\"lang-son (2).xlsx\"]",
    );
    let before = total(&Case::of(CUM_5).gather(), "TD01").unwrap();
    let gathered = case.gather();
    assert_eq!(findings(&gathered), [""; 0]);
    assert_eq!(total(&gathered, "TD01"), Some(before + Decimal::TWO));
    assert_eq!(gathered.replacements.len(), 2);
}

#[test]
fn two_files_are_told_with_the_cells_that_set_them_apart() {
    let case = with_second(|book| {
        book.figures().set("TD01", ACTUAL, 999.0);
        book.figures().clear("CL09", ACTUAL);
    });
    let (first, cell) = (case.book(UNIT), case.book(UNIT).figures().at("TD01", ACTUAL));
    let gathered = case.gather();
    let said = messages(&gathered, "duplicate-unit");
    assert_eq!(said.len(), 2);
    let before = Decimal::try_from(first.clone().figures().number("TD01", ACTUAL)).unwrap();
    let before = number::plain(before);
    let cell = crate::form::name(cell);
    assert!(
        said[0].contains(&format!("TD01 ô {cell} (999, tệp kia {before})"))
            && said[0].contains("ở 2 ô")
            && said[0].contains("không có số"),
        "{said:?}"
    );
    let duplicate = gathered.findings.iter().find(|it| it.fact.code() == "duplicate-unit");
    let lines = Lang::Vi.fact(&duplicate.unwrap().fact).lines;
    assert_eq!(lines.join("\n"), REPLACES, "the lines can be copied as they are");
    case.append(&lines.join("\n"));
    assert_eq!(messages(&case.gather(), "duplicate-unit"), [""; 0]);
}

#[test]
fn an_entry_that_is_there_needs_one_line_only() {
    let case = with_second(one_more);
    case.append("[[collection.files]]\nfile = \"lang-son (2).xlsx\"\nreceived = \"2024-12-05\"");
    let gathered = case.gather();
    let duplicate = gathered.findings.iter().find(|it| it.fact.code() == "duplicate-unit");
    let lines = Lang::Vi.fact(&duplicate.unwrap().fact).lines;
    assert_eq!(lines, ["replaces = [\"lang-son.xlsx\"]"]);
    case.append(&lines[0]);
    assert_eq!(findings(&case.gather()), [""; 0]);
}

#[test]
fn files_that_are_alike_are_told_so() {
    let case = with_second(|book| book.answer("Người lập biểu", "Người khác"));
    let said = messages(&case.gather(), "duplicate-unit");
    assert!(said.iter().all(|it| it.contains("có mọi số liệu như tệp này")), "{said:?}");
    case.write(SECOND, fs::read(case.root.join(sent(UNIT))).unwrap());
    let said = messages(&case.gather(), "duplicate-unit");
    assert!(said.len() == 2 && said.iter().all(|it| it.contains("giống hệt")), "{said:?}");
}

#[test]
fn one_file_under_two_names_is_asked_of_the_other_unit() {
    let case = Case::of(CUM_5);
    case.write(&sent("bac-kan"), fs::read(case.root.join(sent(UNIT))).unwrap());
    let gathered = case.gather();
    let found = findings(&gathered);
    assert!(found.contains(&format!("error same-file bac-kan {}", sent("bac-kan"))), "{found:?}");
    assert_eq!(messages(&gathered, "same-file").len(), 1, "{found:?}");
}

#[test]
fn one_file_of_nobody_sent_twice_is_told() {
    let case = Case::of(CUM_5);
    let mut book = case.book(UNIT);
    book.answer("Đơn vị", "Sở Nội vụ");
    book.answer("Mã đơn vị", "so-noi-vu");
    case.write("submissions/x.xlsx", book.bytes());
    case.write("submissions/y.xlsx", book.bytes());
    assert_eq!(messages(&case.gather(), "same-file").len(), 2);
}

/// The campaign with last year's beside it, in which only this unit had sent, the same file.
fn with_predecessor() -> Case {
    let case = Case::of(CUM_5);
    let text = fs::read_to_string(case.root.join("campaign.toml")).unwrap();
    let text = text.replacen("year = 2024", "year = 2023", 1);
    case.write("../cum-so-5-2023/campaign.toml", text);
    let bytes = fs::read(case.root.join(sent(UNIT))).unwrap();
    case.write(&format!("../cum-so-5-2023/{}", sent(UNIT)), bytes);
    case.edit(&[("catalogue = ", "predecessor = \"../cum-so-5-2023\"\ncatalogue = ")]);
    case
}

#[test]
fn last_years_file_is_known_by_its_bytes_or_its_figures() {
    let case = with_predecessor();
    let said = messages(&case.gather(), "last-years-file");
    assert!(said.len() == 1 && said[0].contains("lang-son.xlsx"), "{said:?}");
    assert!(said[0].contains("năm 2023"), "{said:?}");
    case.change(UNIT, |book| {
        book.sheet(ABOUT).cells.insert((30, 0), Content::from("gửi lại"));
    });
    let said = messages(&case.gather(), "last-years-file");
    assert!(said.len() == 1 && said[0].contains("đều trùng"), "{said:?}");
    case.change(UNIT, one_more);
    assert_eq!(messages(&case.gather(), "last-years-file"), [""; 0]);
}

#[test]
fn files_of_last_years_campaign_are_inputs() {
    let inputs = with_predecessor().gather().inputs();
    let earlier: Vec<&str> =
        inputs.iter().map(|it| it.file.as_str()).filter(|it| it.starts_with("../")).collect();
    let campaign = "../cum-so-5-2023/campaign.toml";
    assert_eq!(earlier, [campaign, "../cum-so-5-2023/submissions/lang-son.xlsx"]);
}

#[test]
fn the_log_of_changes_is_written_as_long_as_there_are_changes() {
    let case = with_second(|book| {
        one_more(book);
        book.answer("Người lập biểu", "Người khác");
    });
    case.append(REPLACES);
    let whole = case.build();
    let name = "thay-doi-so-lieu-2024.xlsx";
    assert!(whole.built.written.iter().any(|it| it.file == name));
    let mut book = Book::read(&case.output(name));
    let sheet = book.sheet("Thay đổi số liệu");
    let words: Vec<String> = sheet.cells.values().map(|it| format!("{it:?}")).collect();
    for needle in ["lang-son.xlsx", "TD01", "Người khác", "Lạng Sơn"] {
        assert!(words.iter().any(|it| it.contains(needle)), "{needle}: {words:?}");
    }
    assert!(words.contains(&"Number(1.0)".to_owned()), "the difference is a number: {words:?}");
    let figures: serde_json::Value = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
    assert_eq!(figures["changes"][0]["figures"][0]["indicator"], "TD01");
    assert_eq!(figures["changes"][0]["texts"][0]["after"], "Người khác");

    case.remove(SECOND);
    let toml = case.root.join("campaign.toml");
    let text = fs::read_to_string(&toml).unwrap().replace(REPLACES, "");
    fs::write(toml, text).unwrap();
    case.build();
    let outputs = case.outputs();
    assert!(!outputs.contains(&name.to_owned()), "{outputs:?}");
    assert!(case.out.join("cu").join(name).exists());
}
