//! Years that compare: last year's campaign followed through mergers, members that left and came,
//! and changes of what is counted.

use rust_decimal::Decimal;
use serde_json::Value;
use thidua::finding::lang::Lang;
use thidua::model::dataset::Origin;
use thidua::model::measure::Measure;
use thidua::pipeline::gather::Gathered;

use crate::case::findings;
use crate::comparisons_time::with_predecessor;
use crate::form::ACTUAL;
use crate::form::PREVIOUS;
use crate::form::TARGET;
use crate::plain;
use crate::years_case::SCOPE;
use crate::years_case::change;
use crate::years_case::figure;
use crate::years_case::merged;
use crate::years_case::notes;
use crate::years_case::over_time;
use crate::years_case::table;
use crate::years_case::then;
use crate::years_case::value;
use crate::years_case::with_half;
use crate::years_case::with_scope_change;
use crate::years_case::without;

#[test]
fn last_years_results_and_signed_targets_are_taken_from_last_year() {
    let case = with_predecessor();
    case.change("lang-son", |book| {
        let sheet = book.figures();
        sheet.clear("CL13a", PREVIOUS);
        let target = sheet.number("TC12", TARGET);
        sheet.set("TC12", TARGET, target - 100.0);
    });
    let gathered = case.gather();
    assert_eq!(over_time(&gathered).len(), 1, "{:?}", over_time(&gathered));
    let taken = value(&gathered, "CL13a", Measure::Previous, Some("lang-son"));
    assert_eq!(taken, Some(then(&gathered, "CL13a", Measure::Actual, "lang-son")));
    let target = value(&gathered, "TC12", Measure::Target, Some("lang-son"));
    assert_eq!(target, Some(then(&gathered, "TC12", Measure::Pledged, "lang-son")));
    let id = figure(&gathered, "TC12", Measure::Target, Some("lang-son"));
    let sources = gathered.dataset.sources(id);
    assert_eq!(sources.len(), 1);
    assert_eq!(sources[0].file, "../predecessor/submissions/lang-son.xlsx");
    assert!(notes(&gathered).contains("Số liệu năm 2023 theo số đã chốt"), "{}", notes(&gathered));
}

#[test]
fn an_accepted_target_is_the_typed_one() {
    let case = with_predecessor();
    let mut cell = String::new();
    let mut typed = 0.0;
    case.change("lang-son", |book| {
        typed = book.figures().number("TC12", TARGET) - 100.0;
        cell = book.figures().set("TC12", TARGET, typed);
    });
    case.append(&format!(
        "[[collection.waivers]]\nunit = \"lang-son\"\nfinding = \"target-differs\"\n\
         cell = \"{cell}\"\nreason = \"Phụ lục điều chỉnh giao ước đã ký\"\n\
         by = \"Trưởng ban Tổ chức\"\ndate = \"2024-12-09\""
    ));
    let gathered = case.gather();
    assert!(gathered.findings.iter().all(|it| !it.is_open()), "{:?}", findings(&gathered));
    let target = value(&gathered, "TC12", Measure::Target, Some("lang-son")).unwrap();
    assert_eq!(target.to_string(), typed.to_string());
}

#[test]
fn a_merged_unit_is_held_against_all_that_went_into_it() {
    let gathered = merged().gather();
    assert_eq!(over_time(&gathered), [""; 0]);
    let unit = gathered.declared.campaign.find("thai-nguyen").unwrap();
    assert_eq!(gathered.declared.campaign[unit].identity, "thai-nguyen@2025-07");
    let parts = ["bac-kan", "thai-nguyen"].map(|it| then(&gathered, "TC10", Measure::Actual, it));
    let previous = value(&gathered, "TC10", Measure::Previous, Some("thai-nguyen"));
    assert_eq!(previous, Some(parts[0] + parts[1]));
    let id = figure(&gathered, "TC10", Measure::Previous, Some("thai-nguyen"));
    assert!(matches!(gathered.dataset.figure(id).origin, Origin::Past(_)));
    assert_eq!(gathered.dataset.sources(id).len(), 2);
    // A ratio is that of the sums, and rests on four cells.
    let id = figure(&gathered, "TC15", Measure::Previous, Some("thai-nguyen"));
    assert_eq!(gathered.dataset.sources(id).len(), 4);
    let of = value(&gathered, "TC10", Measure::Previous, Some("thai-nguyen")).unwrap();
    let by = value(&gathered, "TC14", Measure::Previous, Some("thai-nguyen")).unwrap();
    let ratio = gathered.dataset.figure(id).value.unwrap();
    assert_eq!(ratio, of * Decimal::ONE_HUNDRED / by);
    let notes = notes(&gathered);
    assert!(notes.contains("số hợp nhất của: Thái Nguyên (Bắc Kạn + Thái Nguyên)"), "{notes}");
    assert!(!notes.contains("tự kê khai"), "{notes}");
}

/// What the first finding of a kind says.
fn message(gathered: &Gathered, code: &str) -> String {
    let found = gathered.findings.iter().find(|it| it.fact.code() == code).unwrap();
    Lang::Vi.fact(&found.fact).message
}

#[test]
fn a_stock_of_a_merged_unit_continues_its_parts() {
    let case = merged();
    case.change("thai-nguyen", |book| {
        let came = book.figures().number("TC12b", ACTUAL);
        book.figures().set("TC12b", ACTUAL, came + 7.0);
    });
    let gathered = case.gather();
    let found = over_time(&gathered);
    assert!(found.len() == 1 && found[0].contains("stock-continuity"), "{found:?}");
    let message = message(&gathered, "stock-continuity");
    for words in ["TC10_nt Bắc Kạn (", " + TC10_nt Thái Nguyên (", "chênh 7"] {
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn a_half_of_the_old_units_is_no_more_than_the_year_of_the_merged_one() {
    let case = merged();
    with_half(&case);
    case.change("thai-nguyen", |book| {
        let sheet = book.figures();
        let both = sheet.number("CL13a", PREVIOUS);
        sheet.set("CL13a", ACTUAL, both - 1.0);
    });
    let gathered = case.gather();
    let said: Vec<String> = gathered
        .findings
        .iter()
        .filter(|it| it.fact.code() == "half-above-year")
        .map(|it| Lang::Vi.fact(&it.fact).message)
        .filter(|it| it.starts_with("CL13a"))
        .collect();
    assert_eq!(said.len(), 1, "{:?}", findings(&gathered));
    assert!(said[0].contains("half/submissions/bac-kan.xlsx"), "{said:?}");
}

#[test]
fn what_is_typed_of_a_merged_unit_is_held_against_the_sum() {
    let case = merged();
    case.change("thai-nguyen", |book| {
        let sheet = book.figures();
        let before = sheet.number("CL13a", PREVIOUS);
        sheet.set("CL13a", PREVIOUS, before - 50.0);
    });
    let gathered = case.gather();
    let found = over_time(&gathered);
    assert!(found.len() == 1 && found[0].contains("previous-differs"), "{found:?}");
    let message = message(&gathered, "previous-differs");
    assert!(message.contains(": Bắc Kạn (") && message.contains(" + Thái Nguyên ("), "{message}");
}

#[test]
fn a_part_that_was_elsewhere_is_named_and_not_invented() {
    let case = merged();
    without(&case, "../predecessor", "bac-kan");
    let gathered = case.gather();
    assert_eq!(over_time(&gathered), [""; 0]);
    let id = figure(&gathered, "TC12", Measure::Previous, Some("thai-nguyen"));
    assert!(matches!(gathered.dataset.figure(id).origin, Origin::Cell(_)));
    let told = notes(&gathered);
    for words in [
        "theo số đơn vị tự kê khai: Thái Nguyên (hợp nhất từ Thái Nguyên và Bắc Kạn; kỳ trước của \
         Cụm không có số liệu Bắc Kạn)",
        "không phải là số toàn Cụm đã công bố năm 2024",
    ] {
        assert!(told.contains(words), "{told}");
    }
    // Without the unit's own word the totals of the two years are not of the same units.
    case.change("thai-nguyen", |book| {
        book.figures().clear("TC12", PREVIOUS);
    });
    let gathered = case.gather();
    assert_eq!(value(&gathered, "TC12", Measure::Previous, Some("thai-nguyen")), None);
    let table = table(&gathered, "ket-qua-chi-tieu");
    assert_eq!(change(&table, "TC12"), "không so sánh do chưa đủ số liệu");
}

#[test]
fn a_member_that_left_is_in_no_total_of_today() {
    let case = with_predecessor();
    without(&case, "", "ha-giang");
    let gathered = case.gather();
    assert_eq!(over_time(&gathered), [""; 0]);
    let total = value(&gathered, "TC12", Measure::Previous, None).unwrap();
    let cluster = value(gathered.predecessor.as_ref().unwrap(), "TC12", Measure::Actual, None);
    let left = then(&gathered, "TC12", Measure::Actual, "ha-giang");
    assert_eq!(Some(total + left), cluster);
    let notes = notes(&gathered);
    assert!(notes.contains("không gồm Hà Giang; không phải là số toàn Cụm"), "{notes}");
}

#[test]
fn a_name_is_not_an_identity() {
    let case = with_predecessor();
    // A unit of the same name and code that is another body: nothing of last year is its own.
    case.edit(&[("code = \"lang-son\"\n", "code = \"lang-son\"\nidentity = \"lang-son-moi\"\n")]);
    let gathered = case.gather();
    let id = figure(&gathered, "TC12", Measure::Previous, Some("lang-son"));
    assert!(matches!(gathered.dataset.figure(id).origin, Origin::Cell(_)));
    let notes = notes(&gathered);
    assert!(notes.contains("tự kê khai: Lạng Sơn (kỳ trước chưa thuộc Cụm)"), "{notes}");
    assert!(notes.contains("không gồm Lạng Sơn"), "{notes}");
}

#[test]
fn where_the_scope_changed_years_are_not_compared() {
    let case = with_scope_change();
    let before = over_time(&case.gather());
    assert!(before.iter().any(|it| it.contains("stock-continuity")), "{before:?}");
    assert!(before.iter().any(|it| it.contains("sudden-change")), "{before:?}");
    case.append(SCOPE);
    let gathered = case.gather();
    assert_eq!(over_time(&gathered), [""; 0]);

    let years = gathered.dataset.years();
    let parted =
        |code: &str| years.parted.contains_key(&gathered.declared.catalogue.find(code).unwrap());
    // A total of such parts and a ratio that rests on them do not compare either.
    assert!(["TC03", "TC01", "TC10", "TC15"].into_iter().all(parted));
    assert!(!["TC02", "TC12", "TC05"].into_iter().any(parted));

    let report = plain::document(&gathered, "bao-cao-tong-ket", false);
    let text = plain::text(&report);
    assert!(
        text.contains(
            "Tổng số đoàn viên là 339.739 người (không so sánh với năm 2023 do thay đổi phạm vi)."
        ),
        "{text}"
    );
    assert_eq!(text.matches("Công đoàn cơ sở khối nhà nước kết thúc hoạt động.").count(), 1);
    assert!(text.contains("kết nạp mới 25.493"), "{text}");
}

#[test]
fn a_workbook_says_so_in_place_of_a_formula() {
    let case = with_scope_change();
    case.append(SCOPE);
    let gathered = case.gather();
    let tables = plain::document(&gathered, "bang-tong-hop-so-lieu", false);
    let tables = plain::tables(&tables.blocks);
    let table = tables.iter().find(|it| it.name == "so-voi-nam-truoc").unwrap();
    assert_eq!(change(table, "TC10"), "không so sánh do thay đổi phạm vi");
    assert_eq!(change(table, "TC06b"), "không so sánh");
    assert!(change(table, "TC12").parse::<f64>().is_ok() || change(table, "TC12").contains(','));
    let reason = table.notes.iter().filter(|it| it.contains("khối nhà nước kết thúc"));
    assert_eq!(reason.count(), 1, "{:?}", table.notes);
}

#[test]
fn the_file_for_programs_tells_the_bodies_and_their_cells() {
    let case = merged();
    case.build();
    let file: Value = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
    let find = |id: &str| {
        let mut all = file["figures"].as_array().unwrap().iter();
        all.find(|it| it["id"] == id).unwrap().clone()
    };
    let previous = find("TC10.previous.thai-nguyen");
    assert_eq!(previous["past"]["campaign"], "../predecessor");
    assert_eq!(previous["past"]["measure"], "actual");
    assert_eq!(previous["past"]["how"], "sum");
    let parts = previous["past"]["parts"].as_array().unwrap();
    let names: Vec<&str> = parts.iter().map(|it| it["unit"].as_str().unwrap()).collect();
    assert_eq!(names, ["Bắc Kạn", "Thái Nguyên"]);
    assert_eq!(parts[0]["cells"][0]["file"], "../predecessor/submissions/bac-kan.xlsx");
    assert_eq!(find("TC10.previous.cao-bang")["past"]["how"], "same");
    assert_eq!(find("TC12.target.cao-bang")["past"]["measure"], "pledged");
}

#[test]
fn levels_that_were_pledged_are_held_against_what_was_done() {
    let gathered = with_predecessor().gather();
    let levels = &gathered.dataset.years().levels;
    assert_eq!(levels.len(), 7);
    let known = levels.iter().filter(|it| it.indicator.is_some());
    assert!(known.clone().all(|it| it.cluster.is_some() && it.met.len() + it.unmet.len() == 6));
    assert_eq!(known.count(), 6);
    assert_eq!(levels[6].cluster, None, "no figure tells it");
    // The committed campaign alone pledges for the year after it.
    assert!(crate::case::committed(crate::case::CUM_5).dataset.years().levels.is_empty());
}
