//! What papers carry: the figures that they print and what those rest on, nothing else; and what a
//! spoiled file does to those who read it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use thidua::inspect::attachment;
use thidua::inspect::sources;
use thidua::model::ledger::Entry;
use thidua::model::ledger::Ledger;
use thidua::model::ledger::Spot;
use thidua::read::workbook;
use thidua::text::number;

use crate::case::CAMPAIGNS;
use crate::case::CUM_5;
use crate::case::Case;

/// Whether a PDF carries any file.
fn carries(pdf: &[u8]) -> bool {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let is_file = |it: &lopdf::Object| it.as_dict().is_ok_and(|it| it.has(b"EF"));
    document.objects.values().any(is_file)
}

/// Names of the figures that a ledger holds.
fn names(ledger: &Ledger) -> BTreeSet<&str> {
    ledger.figures.iter().map(Entry::id).collect()
}

/// The figures that these are made of, and they themselves.
fn closure<'a>(whole: &'a Value, wanted: BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let figures: BTreeMap<&str, &Value> = whole["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["id"].as_str().unwrap(), it))
        .collect();
    let (mut all, mut open) = (BTreeSet::new(), Vec::from_iter(wanted));
    while let Some(id) = open.pop() {
        if all.insert(id) {
            let from = figures[id]["from"].as_array();
            open.extend(from.into_iter().flatten().map(|it| it.as_str().unwrap()));
        }
    }
    all
}

#[test]
fn the_report_carries_its_figures_and_nothing_else() {
    for campaign in CAMPAIGNS {
        let case = Case::of(campaign);
        case.build();
        let whole: Value = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
        let mut carrying = Vec::new();
        for file in case.files().iter().filter(|it| it.ends_with(".pdf")) {
            let pdf = case.output(file);
            if !carries(&pdf) {
                assert_eq!(attachment::read(&pdf), None);
                continue;
            }
            carrying.push(file.clone());
            let ledger = attachment::read(&pdf).unwrap();
            same_as_printed(&ledger, &whole, file);
        }
        assert_eq!(carrying.len(), 1, "{carrying:?}");
        assert!(carrying[0].starts_with("bao-cao-tong-ket-"));
    }
}

/// A ledger holds what `so-lieu.json` says that a paper prints, what that rests on, and no more.
#[track_caller]
fn same_as_printed(ledger: &Ledger, whole: &Value, file: &str) {
    let printed: Vec<&Value> =
        whole["printed"].as_array().unwrap().iter().filter(|it| it["document"] == file).collect();
    assert_eq!(ledger.printed.len(), printed.len());
    for (at, expected) in ledger.printed.iter().zip(&printed) {
        let key = |it: &Value| (it["figure"].clone(), it["text"].clone(), it["page"].clone());
        assert_eq!(key(&serde_json::to_value(at).unwrap()), key(expected));
    }
    let figures = printed.iter().map(|it| it["figure"].as_str().unwrap()).collect();
    assert_eq!(names(ledger), closure(whole, figures), "{file}");
    let cells = |it: &Entry| match it {
        Entry::Base(it) => it.cells.clone(),
        Entry::Derived(_) => Vec::new(),
    };
    let files: BTreeSet<String> = ledger.figures.iter().flat_map(cells).map(|it| it.file).collect();
    let listed: BTreeSet<String> = ledger.files.iter().map(|it| it.file.clone()).collect();
    assert_eq!(files, listed, "digests of the files that are named, and of no other");
}

#[test]
fn every_figure_stands_on_the_page_that_is_said() {
    let case = Case::of(CUM_5);
    case.build();
    let ledger = attachment::read(&case.output("bao-cao-tong-ket-2024.pdf")).unwrap();
    let pages: Vec<usize> = ledger
        .printed
        .iter()
        .map(|it| match &it.spot {
            Some(Spot::Page { page }) => *page,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(pages.is_sorted(), "reading order is the order of pages");
    let pdf = lopdf::Document::load_mem(&case.output("bao-cao-tong-ket-2024.pdf")).unwrap();
    assert!(pages.iter().max() <= Some(&pdf.get_pages().len()));
}

#[test]
fn the_sheet_of_sources_tells_what_the_workbook_prints() {
    for campaign in CAMPAIGNS {
        let case = Case::of(campaign);
        case.build();
        let files = case.outputs();
        let file = files.iter().find(|it| it.starts_with("bang-tong-hop-so-lieu-")).unwrap();
        let book = workbook::open(&case.output(file)).unwrap();
        let ledger = sources::read(&book).unwrap();
        let whole: Value = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
        same_as_printed(&ledger, &whole, file);
        let told: Ledger = serde_json::from_value(whole).unwrap();
        let of: BTreeMap<&str, &Entry> = told.figures.iter().map(|it| (it.id(), it)).collect();
        for entry in &ledger.figures {
            let (Entry::Base(read), Entry::Base(made)) = (entry, of[entry.id()]) else { continue };
            let key = |it: &thidua::model::ledger::BaseEntry| {
                (it.reported, it.expected, it.from.clone(), it.how, it.measure, it.unit.clone())
            };
            assert_eq!(key(read), key(made), "{}", entry.id());
            if made.from.is_empty() {
                // A workbook keeps fifteen digits of a quotient.
                let digits = |it: Option<Decimal>| it.map(|it| number::rounded(it, 6));
                assert_eq!(digits(read.value), digits(made.value), "{}", entry.id());
                assert_eq!(read.cells, made.cells, "{}", entry.id());
            }
        }
    }
}

#[test]
fn a_spoiled_pdf_never_stops_the_reader() {
    let case = Case::of(CUM_5);
    case.try_build(false, &["bao-cao-tong-ket"]).unwrap();
    let pdf = case.output("bao-cao-tong-ket-2024.pdf");
    for part in 0..40 {
        let cut = &pdf[..pdf.len() * part / 40];
        let read = attachment::read(cut);
        assert!(read.is_none() || part > 35, "{part}");
    }
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(60));
    let spoils = proptest::collection::vec((0..pdf.len(), any::<u8>()), 1..30);
    let spoiled = |spoils: Vec<(usize, u8)>| {
        let mut pdf = pdf.clone();
        for (at, byte) in spoils {
            pdf[at] = byte;
        }
        let _ = attachment::read(&pdf);
        Ok(())
    };
    runner.run(&spoils, spoiled).unwrap();
}
