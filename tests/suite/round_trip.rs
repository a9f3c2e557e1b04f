//! Forms go out, come back filled, go back with what is to be mended, and come back clean.

use std::collections::BTreeMap;
use std::fs;

use rust_decimal::Decimal;
use thidua::assets::form::AboutKey;
use thidua::finding::fact::Finding;
use thidua::model::catalogue::Severity;
use thidua::model::id::IndicatorId;
use thidua::model::id::UnitId;
use thidua::model::measure::Measure;
use thidua::model::submission::Submission;
use thidua::output::manifest::Manifest;
use thidua::output::manifest::Status;
use thidua::pipeline::feedback;
use thidua::pipeline::forms;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Announced;
use thidua::pipeline::gather::Gathered;
use thidua::read::workbook;
use thidua::read::workbook::InProcess;
use thidua::read::workbook::raw::RawValue;
use thidua::read::workbook::raw::Visibility;
use thidua::render::form;
use thidua::render::form::Entry;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::committed;
use crate::case::sent;
use crate::form::patched;

fn announced(case: &Case) -> Announced {
    gather::announce(&case.root, &InProcess, &mut |_| {}).unwrap()
}

/// Writes the form of a unit, filled with what it sent, after `change`.
fn fill(case: &Case, from: &Gathered, unit: UnitId, change: impl FnOnce(&mut form::Book<'_>)) {
    let announced = announced(case);
    let mut book = forms::blank(&announced, unit);
    let submission = from.submissions.iter().find(|it| it.unit == Some(unit)).unwrap();
    book.filled.figures = figures(submission);
    book.filled.about.insert(AboutKey::ReportNumber, "12/BC-LĐLĐ".to_owned());
    book.filled.about.insert(AboutKey::ReportDate, "05/12/2024".to_owned());
    change(&mut book);
    case.write(&sent(&book.campaign[unit].code), form::render(&book).unwrap());
}

/// What a submission holds, as a person would type it into another form.
fn figures(submission: &Submission) -> BTreeMap<(IndicatorId, Measure), Entry> {
    let rows = submission.rows.iter().filter_map(|row| Some((row.indicator?, row)));
    rows.flat_map(|(id, row)| {
        let typed = row.readings.iter();
        typed.filter_map(move |it| Some(((id, it.measure), Entry::Number(it.value.number()?))))
    })
    .collect()
}

fn grave(gathered: &Gathered) -> Vec<&Finding> {
    gathered.findings.iter().filter(|it| it.fact.severity() < Severity::Notice).collect()
}

#[test]
fn a_form_goes_out_comes_back_goes_back_and_comes_back_clean() {
    let (case, before) = (Case::of(CUM_5).unscored(), committed(CUM_5));
    let campaign = &before.declared.campaign;
    let catalogue = &before.declared.catalogue;
    let unit = campaign.find("lang-son").unwrap();
    for id in campaign.unit_ids() {
        fill(&case, &before, id, |_| {});
    }
    let filled = case.gather();
    assert_eq!(grave(&filled), Vec::<&Finding>::new());
    let values = |it: &Gathered| -> Vec<Option<Decimal>> {
        catalogue
            .ids()
            .flat_map(|id| [Measure::Actual, Measure::Pledged].map(|measure| (id, measure)))
            .map(|(id, measure)| it.dataset.column(measure, id).cluster.value)
            .collect()
    };
    assert_eq!(values(&filled), values(&before), "figures are those that were typed");

    // A total that its parts do not make, and words where a number belongs.
    let (total, lessons) = (catalogue.find("TC01").unwrap(), catalogue.find("DT01").unwrap());
    fill(&case, &before, unit, |book| {
        book.filled.figures.insert((total, Measure::Actual), Entry::Number(1915.into()));
        let words = Entry::Text("ba mươi".to_owned());
        book.filled.figures.insert((lessons, Measure::Actual), words);
    });
    let wrong = case.gather();
    let codes: Vec<&str> = grave(&wrong).iter().map(|it| it.fact.code()).collect();
    assert!(codes.contains(&"parts-and-total") && codes.contains(&"not-a-number"), "{codes:?}");
    feedback::write(&wrong, &[], &case.out).unwrap();
    assert_eq!(case.outputs(), ["de-nghi-ra-soat/", "manifest.json"]);
    let back = case.output("de-nghi-ra-soat/lang-son.xlsx");

    // Sent again as it is, the same is found in it.
    case.write(&sent("lang-son"), &back);
    let again = case.gather();
    let repeated: Vec<&str> = grave(&again).iter().map(|it| it.fact.code()).collect();
    assert_eq!(repeated, codes);

    // Corrected in the workbook itself, it is clean, and what went back is settled.
    let reading = |id| {
        again
            .submissions
            .iter()
            .find(|it| it.unit == Some(unit))
            .unwrap()
            .reading(id, Measure::Actual)
            .unwrap()
            .1
            .cell
            .to_string()
    };
    let right = |id| {
        before
            .submissions
            .iter()
            .find(|it| it.unit == Some(unit))
            .unwrap()
            .number(id, Measure::Actual)
            .unwrap()
    };
    let sheet = sheet_part(&back, "Số liệu");
    let corrected = patched(&back, &sheet, |xml| {
        let xml = with_number(xml, &reading(total), right(total));
        with_number(&xml, &reading(lessons), right(lessons))
    });
    case.write(&sent("lang-son"), corrected);
    let whole = case.build();
    assert_eq!(grave(&whole.gathered), Vec::<&Finding>::new());
    assert_eq!(values(&whole.gathered), values(&before));
    assert_eq!(whole.built.status, Status::Complete);
    assert!(!case.out.join("de-nghi-ra-soat/lang-son.xlsx").exists());
    assert!(case.out.join("cu/de-nghi-ra-soat/lang-son.xlsx").exists());
}

/// The part of a workbook that holds a sheet: sheets are numbered in the order of their tabs.
fn sheet_part(bytes: &[u8], name: &str) -> String {
    let raw = workbook::open(bytes).unwrap();
    let index = raw.sheets.iter().position(|it| it.name == name).unwrap();
    format!("xl/worksheets/sheet{}.xml", index + 1)
}

/// The sheet with a number typed into a cell, whatever stood there.
fn with_number(xml: &str, cell: &str, number: Decimal) -> String {
    let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap();
    let rest = &xml[start..];
    let style = rest.split("s=\"").nth(1).unwrap().split('"').next().unwrap();
    let length = match (rest.find("</c>"), rest.find("/>")) {
        (Some(close), Some(empty)) if empty < rest.find('>').unwrap() => empty.min(close) + 2,
        (Some(close), _) => close + 4,
        _ => panic!("{cell} has no end"),
    };
    let typed = format!("<c r=\"{cell}\" s=\"{style}\"><v>{number}</v></c>");
    format!("{}{typed}{}", &xml[..start], &rest[length..])
}

#[test]
fn a_blank_form_is_blank_stamped_and_the_same_twice() {
    let case = Case::of(CUM_5).unscored();
    let announced = announced(&case);
    let campaign = &announced.declared.campaign;
    for unit in campaign.unit_ids() {
        let bytes = form::render(&forms::blank(&announced, unit)).unwrap();
        assert_eq!(bytes, form::render(&forms::blank(&announced, unit)).unwrap());
        let raw = workbook::open(&bytes).unwrap();
        let stamp = raw.sheets.last().unwrap();
        assert_eq!((stamp.name.as_str(), stamp.visibility), ("thidua", Visibility::VeryHidden));
        case.write(&sent(&campaign[unit].code), &bytes);
    }
    let gathered = case.gather();
    for submission in &gathered.submissions {
        let stamp = submission.about.stamp.as_ref().unwrap();
        let unit = &campaign[submission.unit.unwrap()];
        assert_eq!((&stamp.unit, stamp.period.as_str()), (&unit.code, "2024"));
        assert!(figures(submission).is_empty(), "a formula of nothing is no figure");
        assert_eq!(submission.rows.len(), announced.declared.catalogue.indicators.len());
    }
    assert_eq!(gathered.submissions.len(), campaign.units.len());
    let other: Vec<&str> = grave(&gathered).iter().map(|it| it.fact.code()).collect();
    assert!(!other.is_empty() && other.iter().all(|it| *it == "required"), "{other:?}");
}

#[test]
fn totals_and_ratios_are_formulas_with_their_results() {
    let (case, before) = (Case::of(CUM_5), committed(CUM_5));
    let unit = before.declared.campaign.find("cao-bang").unwrap();
    fill(&case, &before, unit, |_| {});
    let raw = workbook::open(&fs::read(case.root.join(sent("cao-bang"))).unwrap()).unwrap();
    let sheet = raw.sheets.iter().find(|it| it.name == "Số liệu").unwrap();
    let after = case.gather();
    let submission = after.submissions.iter().find(|it| it.unit == Some(unit)).unwrap();
    for (code, expected) in [("TC01", true), ("TC15", true), ("TC02", false)] {
        let id = before.declared.catalogue.find(code).unwrap();
        let at = submission.reading(id, Measure::Actual).unwrap().1.cell.at;
        let cell = sheet.cells.iter().find(|it| (it.row, it.column) == (at.row, at.column));
        let cell = cell.unwrap();
        assert_eq!(cell.formula, expected, "{code}");
        assert!(matches!(cell.value, RawValue::Number(_)), "{code}: {:?}", cell.value);
    }
}

#[test]
fn a_form_of_another_unit_campaign_or_version_is_named() {
    for (from, to, code) in [
        ("<t>2024</t>", "<t>2023</t>", "wrong-campaign"),
        ("<t>2024.1</t>", "<t>2023.9</t>", "wrong-form-version"),
        ("<t>cao-bang</t>", "<t>ha-giang</t>", "contradicting-unit"),
    ] {
        let (case, before) = (Case::of(CUM_5), committed(CUM_5));
        let unit = before.declared.campaign.find("cao-bang").unwrap();
        // The code of the unit stands on two sheets as one string: the name alone is typed.
        fill(&case, &before, unit, |book| {
            book.filled.about.insert(AboutKey::UnitCode, String::new());
        });
        let path = sent("cao-bang");
        let bytes = fs::read(case.root.join(&path)).unwrap();
        case.write(&path, patched(&bytes, "xl/sharedStrings.xml", |it| it.replace(from, to)));
        let found = case.gather();
        let codes: Vec<&str> = grave(&found).iter().map(|it| it.fact.code()).collect();
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
}

#[test]
fn forms_and_feedback_leave_the_papers_and_their_manifest_alone() {
    let case = Case::of(CUM_5);
    case.build();
    let read = || -> Manifest { serde_json::from_slice(&case.output("manifest.json")).unwrap() };
    let papers = read();
    let announced = announced(&case);
    let units: Vec<UnitId> = announced.declared.campaign.unit_ids().collect();
    let made = forms::write(&announced, &units, &case.out, &mut |_| {}).unwrap();
    assert_eq!((made.written.len(), made.kept.len()), (6, 0));
    let after = read();
    assert_eq!((after.status, &after.inputs), (papers.status, &papers.inputs));
    let listed = |file: &str| after.outputs.iter().any(|it| it.file == file);
    assert!(papers.outputs.iter().all(|it| listed(&it.file)) && listed("bieu-mau/cao-bang.xlsx"));

    // What a person did in a form is kept when forms are made again.
    fs::write(case.out.join("bieu-mau/cao-bang.xlsx"), "điền dở").unwrap();
    let made = forms::write(&announced, &units, &case.out, &mut |_| {}).unwrap();
    assert_eq!(made.kept.len(), 1);
    assert_eq!(case.output(&made.kept[0].now), "điền dở".as_bytes());
}

#[test]
fn what_was_pledged_and_done_last_year_is_given() {
    let case = Case::of(CUM_5);
    let earlier = case.folder().join("truoc");
    fs::create_dir_all(earlier.join("submissions")).unwrap();
    for entry in fs::read_dir(case.root.join("submissions")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), earlier.join("submissions").join(entry.file_name())).unwrap();
    }
    let text = fs::read_to_string(case.root.join("campaign.toml")).unwrap();
    let text =
        text.replacen("year = 2024", "year = 2023", 1).replacen("year = 2025", "year = 2024", 1);
    fs::write(earlier.join("campaign.toml"), text).unwrap();
    case.edit(&[("catalogue =", "predecessor = \"../truoc\"\ncatalogue =")]);
    let announced = announced(&case);
    let catalogue = &announced.declared.catalogue;
    let unit = announced.declared.campaign.find("cao-bang").unwrap();
    let given = forms::blank(&announced, unit).given;
    let pasts = announced.pasts();
    let past = pasts.earlier().last_year.unwrap();
    let members = catalogue.find("TC12").unwrap();
    let of = |measure| past.number(unit, &catalogue[members], measure).unwrap();
    assert_eq!(given[&(members, Measure::Previous)], of(Measure::Actual));
    assert_eq!(given[&(members, Measure::Target)], of(Measure::Pledged));
}
