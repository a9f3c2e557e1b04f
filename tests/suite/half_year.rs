//! A first half, end to end: made from last year, its forms filled, its papers read.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rust_decimal::Decimal;
use thidua::assets::form::AboutKey;
use thidua::model::catalogue::Severity;
use thidua::model::measure::Measure;
use thidua::pipeline::build;
use thidua::pipeline::build::Options;
use thidua::pipeline::forms;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;
use thidua::read::workbook::InProcess;
use thidua::render::form;
use thidua::render::form::Entry;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::MIEN_TRUNG_2024;
use crate::case::files_of;
use crate::case::sent;
use crate::plain;
use crate::program::run;
use crate::snapshots::check_text;

const HALF: &str = "nua-nam-2025";

/// What grows in the course of the year, and is halfway in the middle of it.
const GROWING: [&str; 11] =
    ["TC05", "TC12", "XD01", "XD02", "DT01", "DT02", "CL01a", "CL03", "CL04", "CL08", "TD01"];

/// What is known only at the end of the year.
const YEARLY: [&str; 7] = ["TC16a", "TC16b", "TC16c", "TC16d", "TC17", "TC18a", "TC18b"];

fn gathered(root: &Path) -> Gathered {
    gather::gather(root, &InProcess, &mut |_| {}).unwrap()
}

/// Fills the forms of the half with six tenths of what grew last year, the rest as it was; of the
/// same half a year ago it is told that it was a half. Khánh Hòa newly admitted few.
fn fill(root: &Path, before: &Gathered) {
    let announced = gather::announce(root, &InProcess, &mut |_| {}).unwrap();
    let catalogue = &announced.declared.catalogue;
    for unit in announced.declared.campaign.unit_ids() {
        let code = &announced.declared.campaign[unit].code;
        let sent_then = before.submissions.iter().find(|it| it.unit == Some(unit)).unwrap();
        let mut numbers: BTreeMap<&str, [Decimal; 2]> = BTreeMap::new();
        for id in catalogue.ids() {
            let it = catalogue[id].code.as_str();
            let Some(then) = sent_then.number(id, Measure::Actual) else { continue };
            let tenths = |tenths: u32| (then * Decimal::from(tenths) / Decimal::TEN).floor();
            let slow = code == "khanh-hoa" && it == "TC12";
            let now = match (GROWING.contains(&it), slow) {
                (true, true) => tenths(2),
                (true, false) => tenths(6),
                (false, _) => then,
            };
            let half = if GROWING.contains(&it) { tenths(5) } else { then };
            numbers.insert(it, [now, half]);
        }
        for column in [0, 1] {
            let sum = numbers["CL03"][column] + numbers["CL04"][column];
            numbers.entry("CL05").or_default()[column] = sum;
            let net = numbers["TC12"][column] - numbers["TC13"][column];
            numbers.entry("TC13b").or_default()[column] = net;
        }
        let mut book = forms::blank(&announced, unit);
        for (it, [now, half]) in numbers {
            let id = catalogue.find(it).unwrap();
            if !YEARLY.contains(&it) {
                book.filled.figures.insert((id, Measure::Actual), Entry::Number(now));
                book.filled.figures.insert((id, Measure::Previous), Entry::Number(half));
            }
        }
        for code in ["TC17", "TT02", "QH05", "QH07b", "TCH03"] {
            let id = catalogue.find(code).unwrap();
            let target = Entry::Number(Decimal::from(80));
            book.filled.figures.insert((id, Measure::Target), target);
        }
        book.filled.about.insert(AboutKey::ReportNumber, "61/BC-LĐLĐ".to_owned());
        book.filled.about.insert(AboutKey::ReportDate, "09/6/2025".to_owned());
        fs::write(root.join(sent(code)), form::render(&book).unwrap()).unwrap();
    }
}

#[test]
fn a_half_is_made_collected_and_closed() {
    let case = Case::of(MIEN_TRUNG_2024);
    let ran = run(case.folder(), &["new", HALF, "--from", MIEN_TRUNG_2024, "--half"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let root = case.folder().join(HALF);
    fill(&root, &gathered(&case.root));
    let half = gathered(&root);
    let grave = half.findings.iter().filter(|it| it.fact.severity() == Severity::Error);
    assert_eq!(grave.collect::<Vec<_>>(), Vec::<&thidua::finding::fact::Finding>::new());

    let options = Options { out: case.out.clone(), ..Options::default() };
    build::build(&half, &options, &mut |_| {}).unwrap();
    let papers: Vec<String> = files_of(&case.out)
        .into_iter()
        .filter(|it| !it.contains('/') && !it.ends_with(".json"))
        .collect();
    assert_eq!(
        papers,
        [
            "bang-tong-hop-so-lieu-2025-6-thang.xlsx",
            "bao-cao-so-ket-2025-6-thang.docx",
            "bao-cao-so-ket-2025-6-thang.pdf"
        ]
    );
    let text = plain::text(&plain::document(&half, "bao-cao-so-ket-6-thang", false));
    check_text("nua-nam-2025-bao-cao-so-ket", &text);
}

#[test]
fn the_same_half_of_last_year_comes_from_the_campaign_that_closed_it() {
    let case = Case::of(CUM_5);
    // Last year's half: the same figures, found under the headers that a half may have too.
    let half = Case::of(CUM_5);
    half.edit(&[("span = \"full\"", "span = \"first-half\"")]);
    let then = case.folder().join("nua-nam-2024");
    fs::rename(&half.root, &then).unwrap();
    case.edit(&[("[cluster]", "half_year = \"../nua-nam-2024\"\n\n[cluster]")]);
    let ran = run(case.folder(), &["new", HALF, "--from", CUM_5, "--half"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let root = case.folder().join(HALF);
    let announced = gather::announce(&root, &InProcess, &mut |_| {}).unwrap();
    let unit = announced.declared.campaign.find("cao-bang").unwrap();
    let given = forms::blank(&announced, unit).given;
    let (year, half) = (gathered(&case.root), gathered(&then));
    let number = |it: &Gathered, measure| {
        let id = it.declared.catalogue.find("TC12").unwrap();
        let sent = it.submissions.iter().find(|it| it.unit == Some(unit)).unwrap();
        sent.number(id, measure)
    };
    let id = announced.declared.catalogue.find("TC12").unwrap();
    assert_eq!(given.get(&(id, Measure::Previous)).copied(), number(&half, Measure::Actual));
    assert_eq!(given.get(&(id, Measure::Target)).copied(), number(&year, Measure::Pledged));
    // “Năm trước” of a whole year is not the same half.
    assert_eq!(number(&half, Measure::Previous), None);
}
