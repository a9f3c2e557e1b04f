//! Papers of units: each holds its own unit's figures and nothing of another's, is refused for that
//! unit's errors alone, and asks that unit to mend what is its own.

use serde_json::Value;
use thidua::finding::failure::Failure;
use thidua::finding::failure::TemplateFault;
use thidua::model::document::Block;
use thidua::model::document::Document;
use thidua::model::figure::FigureId;
use thidua::model::figure::FigureRef;
use thidua::model::measure::Measure;
use thidua::model::owner::Owner;
use thidua::model::table::Cell;
use thidua::model::table::RowKind;
use thidua::model::table::Table;
use thidua::output::manifest::Manifest;
use thidua::pipeline::build;
use thidua::pipeline::feedback;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::letters;

use crate::case::CAMPAIGNS;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::Whole;
use crate::case::committed;
use crate::form::ACTUAL;
use crate::form::PLEDGED;
use crate::plain;

const SLIP: &str = "phieu-xac-nhan-so-lieu";
const LETTER: &str = "de-nghi-ra-soat";
const UNIT: &str = "lang-son";
/// What the committed campaign says of its deadline.
const COLLECTION: &str = "[collection]\ndeadline = \"2024-12-10\"\n";

fn codes(gathered: &Gathered) -> Vec<String> {
    gathered.declared.campaign.units.iter().map(|it| it.code.clone()).collect()
}

fn table(document: &Document) -> &Table {
    let found = document.blocks.iter().find_map(|it| match it {
        Block::Table { table } => Some(table),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn a_slip_prints_every_figure_of_its_unit_and_no_other() {
    let measures = [Measure::Target, Measure::Actual, Measure::Previous, Measure::Pledged];
    for campaign in CAMPAIGNS {
        let gathered = committed(campaign);
        let catalogue = &gathered.declared.catalogue;
        for code in codes(&gathered) {
            let unit = gathered.declared.campaign.find(&code).unwrap();
            let owner = Owner::Unit(unit);
            let slip = plain::of_unit(&gathered, SLIP, &code);
            let rows = table(&slip).rows.iter().filter(|it| it.kind != RowKind::Section);
            let mut printed = 0;
            for (row, indicator) in rows.zip(catalogue.ids()) {
                assert!(
                    matches!(&row.cells[0], Cell::Text { text } if *text == catalogue[indicator].code)
                );
                for (cell, measure) in row.cells[3..].iter().zip(measures) {
                    let id = FigureId { indicator, measure, owner };
                    match (cell, gathered.dataset.figure(id).value) {
                        (Cell::Number(number), Some(value)) => {
                            assert_eq!(number.figure, FigureRef::Base(id));
                            assert_eq!(number.value, Some(value / catalogue[indicator].factor()));
                            printed += 1;
                        }
                        (Cell::Text { text }, None) => assert_eq!(text, "…"),
                        other => panic!("{code} {id:?}: {other:?}"),
                    }
                }
            }
            assert_eq!(printed, slip.printed.len());
            assert!(printed > 100, "{code}: {printed} figures");
        }
    }
}

/// Six provinces, each with something to mend, to look at again and to note.
fn spoiled() -> Case {
    let case = Case::of(CUM_5);
    for unit in codes(&case.gather()) {
        case.change(&unit, |book| {
            book.figures().set("TC12", ACTUAL, "*chưa* rõ [x](y) #read(\"a\")");
            book.figures().set("TC17", ACTUAL, 12.5);
            book.figures().set("NC03a", ACTUAL, "12");
        });
    }
    case
}

#[test]
fn papers_of_a_unit_name_no_other_unit() {
    let gathered = spoiled().gather();
    let campaign = &gathered.declared.campaign;
    for own in &campaign.units {
        for name in [SLIP, LETTER] {
            let document = plain::of_unit(&gathered, name, &own.code);
            let unit = campaign.find(&own.code);
            assert!(document.printed.iter().all(|it| match it.figure {
                FigureRef::Base(id) => id.owner.unit() == unit,
                FigureRef::Derived(it) => it.of.owner.unit() == unit && it.by.owner.unit() == unit,
                FigureRef::Score(it) => Some(it.unit) == unit,
            }));
            let text = plain::text(&document).to_lowercase();
            // The head is named, since it asks and collects.
            let others = campaign
                .units
                .iter()
                .filter(|it| it.code != own.code && it.code != campaign[campaign.report.head].code);
            for other in others {
                for word in [&other.name, &other.code] {
                    assert!(!text.contains(&word.to_lowercase()), "{name} of {}: {word}", own.code);
                }
            }
            assert!(text.contains(&own.full_name.to_lowercase()), "{name} of {}", own.code);
            assert!(!text.contains("lỗi"), "{text}");
        }
    }
}

#[track_caller]
fn refused_template(path: &str, text: &str, line: Option<usize>) -> TemplateFault {
    let case = Case::of(CUM_5);
    case.write(&format!("templates/{path}"), text);
    match case.try_build(false, &[SLIP]).map(|_| ()) {
        Err(Failure::Template(error)) => {
            assert_eq!(error.position().map(|it| it.0), line, "{text}: {error:?}");
            let found = &error.path;
            assert!(path.ends_with(found.as_str()) || found.starts_with("tables/"), "{found}");
            error.fault
        }
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn a_template_cannot_reach_another_unit() {
    let body = "documents/phieu-xac-nhan-so-lieu/body.md.hbs";
    for name in
        ["don_vi", "ten_don_vi", "y_kien.han_che", "giao_uoc.cac_ben", "bao_cao.khen_thuong"]
    {
        let text = format!("Chào.\n\n{{{{#each {name}}}}}{{{{this}}}}{{{{/each}}}}");
        let fault = refused_template(body, &text, Some(3));
        assert!(matches!(fault, TemplateFault::UnknownName { .. }), "{name}: {fault:?}");
    }
    let fault = refused_template(body, "\n{{so (cua 0 th.TC12)}}", Some(2));
    assert!(matches!(fault, TemplateFault::Call { .. }), "{fault:?}");
    let fault = refused_template(body, "```bang so-lieu\n```", None);
    assert!(matches!(fault, TemplateFault::BadArgument { .. }), "{fault:?}");
}

#[test]
fn two_papers_never_share_a_file() {
    let path = "templates/documents/phieu-xac-nhan-so-lieu/document.toml";
    let text = std::fs::read_to_string(crate::source::root().join(path)).unwrap();
    let text = text.replace("/{{don_vi_nay.ma}}", "/phieu");
    let path = path.strip_prefix("templates/").unwrap();
    let fault = refused_template(path, &text, None);
    assert!(format!("{fault:?}").contains("don_vi_nay.ma"), "{fault:?}");
}

#[test]
fn what_only_a_unit_has_is_refused_in_papers_of_the_cluster() {
    let case = Case::of(CUM_5);
    let path = "templates/documents/giao-uoc/document.toml";
    let text = std::fs::read_to_string(crate::source::root().join(path)).unwrap();
    case.write(path, text.replace("letterhead = \"cluster\"", "letterhead = \"unit\""));
    let Err(Failure::Toml(faults)) = case.try_build(false, &[]).map(|_| ()) else { panic!() };
    assert_eq!(faults.len(), 1);
    assert_eq!(&faults[0].text[faults[0].span.clone()], "\"unit\"");
}

fn manifest(case: &Case) -> Manifest {
    serde_json::from_slice(&case.output("manifest.json")).unwrap()
}

fn in_folder(case: &Case, folder: &str) -> Vec<String> {
    let start = format!("{folder}/");
    case.files().iter().filter_map(|it| it.strip_prefix(&start)).map(str::to_owned).collect()
}

#[test]
fn an_error_refuses_the_slip_of_its_unit_alone_and_asks_that_unit() {
    let case = Case::with(CUM_5, UNIT, |book| {
        book.figures().clear("TC12", PLEDGED);
    });
    case.build();
    let slips = in_folder(&case, SLIP);
    let others = ["bac-kan", "cao-bang", "ha-giang", "thai-nguyen", "tuyen-quang"];
    let both = |it: &str| ["docx", "pdf"].map(|as_what| format!("{it}.{as_what}"));
    assert_eq!(slips, others.map(both).concat());
    assert_eq!(in_folder(&case, LETTER), ["lang-son.docx", "lang-son.pdf", "lang-son.xlsx"]);
    assert!(manifest(&case).refused.contains(&format!("{SLIP}/{UNIT}.pdf")));

    let mended = case.book("ha-giang").figures().at("TC12", PLEDGED);
    case.change(UNIT, |book| {
        book.figures().set("TC12", PLEDGED, 1_000.0);
        assert_eq!(book.figures().at("TC12", PLEDGED), mended);
    });
    let Whole { built, .. } = case.build();
    assert_eq!(in_folder(&case, SLIP).len(), 12, "six slips and their copies");
    let kept: Vec<&str> = built.kept.iter().map(|it| it.now.as_str()).collect();
    assert_eq!(
        kept,
        [
            "cu/de-nghi-ra-soat/lang-son.pdf",
            "cu/de-nghi-ra-soat/lang-son.docx",
            "cu/de-nghi-ra-soat/lang-son.xlsx"
        ],
        "nobody sends a letter of yesterday"
    );
    assert!(!case.outputs().contains(&format!("{LETTER}/")), "an empty folder says nothing");
}

#[test]
fn a_unit_that_sent_nothing_is_asked_for_its_file() {
    let case = Case::of(CUM_5);
    case.remove(&crate::case::sent(UNIT));
    case.draft();
    assert_eq!(in_folder(&case, LETTER), ["lang-son.docx", "lang-son.pdf"], "a letter is no draft");
    assert_eq!(in_folder(&case, SLIP).len(), 10, "there is nothing to confirm");
    let letter = plain::text(&plain::of_unit(&case.gather(), LETTER, UNIT));
    assert!(letter.contains("chưa nhận được tệp số liệu"), "{letter}");
    for screen in ["submissions", "đôn đốc", "cảm ơn quý đơn vị đã gửi"] {
        assert!(!letter.contains(screen), "{letter}");
    }
}

#[test]
fn a_long_list_stays_on_one_page_and_says_what_is_left() {
    let case = Case::with(CUM_5, UNIT, |book| {
        let codes: Vec<String> = committed(CUM_5)
            .declared
            .catalogue
            .indicators
            .iter()
            .map(|it| it.code.clone())
            .collect();
        for code in &codes {
            book.figures().set(code, ACTUAL, "MMMM WWWW ".repeat(30).as_str());
        }
    });
    let gathered = case.gather();
    let count = gathered.findings.iter().filter(|it| it.unit.is_some()).count();
    assert!(count > 100, "{count}");
    let text = plain::text(&plain::of_unit(&gathered, LETTER, UNIT));
    let shown = text.matches("Đề nghị: ").count();
    assert!((2..=15).contains(&shown), "{text}");
    let rest = format!("Và {} nội dung khác (", count - shown);
    assert!(text.contains(&rest), "{text}");
    assert!(text.contains(" cần sửa), xem tệp lang-son.xlsx kèm theo"), "{text}");
    for letter in letters_of(&gathered) {
        assert_eq!(letter, ("de-nghi-ra-soat/lang-son.pdf".to_owned(), Some(1)));
    }
}

fn letters_of(gathered: &Gathered) -> Vec<(String, Option<usize>)> {
    let engine = build::engine(gathered, &[]).unwrap();
    let made = letters::letters(gathered, &engine).unwrap().made;
    made.into_iter().map(|(_, it)| (it.artifact.name, it.written.pages)).collect()
}

#[test]
fn what_goes_back_after_a_check_is_a_workbook_and_its_letter() {
    let case = Case::with(CUM_5, UNIT, |book| {
        book.figures().clear("TC12", PLEDGED);
    });
    feedback::write(&case.gather(), &[], &case.out).unwrap();
    assert_eq!(in_folder(&case, LETTER), ["lang-son.pdf", "lang-son.xlsx"]);
    assert!(!manifest(&case).fonts.is_empty(), "the letter is set in a font");
    let clean = Case::of(CUM_5);
    feedback::write(&clean.gather(), &[], &clean.out).unwrap();
    assert!(!clean.out.exists(), "a clean campaign needs no folder");
}

#[test]
fn letters_have_one_page_each() {
    let gathered = spoiled().gather();
    let letters = letters_of(&gathered);
    assert_eq!(letters.len(), 6);
    assert!(letters.iter().all(|(_, pages)| *pages == Some(1)), "{letters:?}");
    let text = plain::text(&plain::of_unit(&gathered, LETTER, UNIT));
    assert!(text.contains("*chưa* rõ [x](y) #read(\"a\")"), "typed words stay words: {text}");
    groups_in_order(&text);
}

/// The three groups with their counts, in order.
#[track_caller]
fn groups_in_order(text: &str) {
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("Nội dung cần sửa (1)") < at("Nội dung cần xem lại (1)"));
    assert!(at("Nội dung cần xem lại (1)") < at("Lưu ý (1)"));
}

#[test]
fn a_deadline_is_never_invented() {
    let with = |collection: &str| {
        let case = Case::with(CUM_5, UNIT, |book| {
            book.figures().clear("DT02", ACTUAL);
        });
        case.edit(&[(COLLECTION, collection)]);
        plain::text(&plain::of_unit(&case.gather(), LETTER, UNIT)).replace('\u{A0}', "_")
    };
    let none = with("");
    assert!(none.contains("trước ngày_____tháng_____năm_____."), "{none}");
    let known = with(COLLECTION);
    assert!(known.contains("chậm nhất ngày 10 tháng 12 năm 2024."), "{known}");
    let file = "[[collection.files]]\nfile = \"lang-son.xlsx\"\nreceived = \"2024-12-12\"\n";
    let over = with(&format!("{COLLECTION}\n{file}"));
    assert!(over.contains("trước ngày_____tháng"), "{over}");
}

#[test]
fn an_accepted_finding_is_on_the_slip_and_not_on_the_letter() {
    let case = Case::with(CUM_5, UNIT, |book| {
        book.figures().set("TC17", ACTUAL, 12.5);
    });
    let cell = crate::form::name(case.book(UNIT).figures().at("TC17", ACTUAL));
    let gathered = case.gather();
    let code = gathered.findings[0].fact.code();
    assert!(plain::text(&plain::of_unit(&gathered, LETTER, UNIT)).contains(&format!("Ô {cell}")));
    let waiver = format!(
        "[[collection.waivers]]\nunit = \"{UNIT}\"\nfinding = \"{code}\"\ncell = \"{cell}\"\n\
         reason = \"tính theo số cuối kỳ\"\nby = \"Chánh Văn phòng\"\ndate = \"2024-12-15\"\n"
    );
    case.edit(&[("[conference]", &format!("{waiver}\n[conference]"))]);
    let gathered = case.gather();
    let slip = plain::text(&plain::of_unit(&gathered, SLIP, UNIT));
    let words =
        "Giải trình: tính theo số cuối kỳ (Chánh Văn phòng chấp nhận ngày 15 tháng 12 năm 2024)";
    assert!(slip.contains(words), "{slip}");
    let other = plain::text(&plain::of_unit(&gathered, SLIP, "cao-bang"));
    assert!(!other.contains("Giải trình"), "{other}");
    assert!(letters_of(&gathered).is_empty(), "nothing is left to ask");
}

#[test]
fn one_unit_alone_can_be_made() {
    let case = Case::of(CUM_5).common();
    let out = case.out.to_str().unwrap();
    let build = ["build", CUM_5, "--out", out, "--fonts", "embedded", "--unit"];
    let run = |unit: &str| crate::program::run(case.folder(), &[&build[..], &[unit]].concat());
    assert_eq!(run(UNIT).code, 0);
    assert_eq!(
        case.files(),
        [
            "manifest.json",
            "phieu-xac-nhan-so-lieu/lang-son.docx",
            "phieu-xac-nhan-so-lieu/lang-son.pdf",
            "so-lieu.json"
        ]
    );
    let unknown = run("langson");
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("lang-son"), "{}", unknown.err);
}

#[test]
fn a_folder_of_papers_is_one_line_on_the_terminal() {
    let case = Case::of(CUM_5);
    let ran = crate::program::run(
        case.folder(),
        &["build", CUM_5, "--only", SLIP, "--fonts", "embedded"],
    );
    let lines: Vec<&str> = ran.out.lines().filter(|it| it.contains(SLIP)).collect();
    let [line] = lines.as_slice() else { panic!("{}", ran.out) };
    assert!(
        line.contains("phieu-xac-nhan-so-lieu/ ")
            && line.contains("6 tệp")
            && line.contains("Word"),
        "{line}"
    );
}

#[test]
fn the_file_of_figures_tells_of_a_kind_of_unit_papers_once() {
    let case = Case::of(CUM_5).common();
    let gathered = case.build().gathered;
    let whole: Value = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
    let printed = whole["printed"].as_array().unwrap();
    assert!(printed.iter().all(|it| !it["document"].as_str().unwrap().contains('/')));
    let [kind] = whole["unit_papers"].as_array().unwrap().as_slice() else { panic!() };
    assert_eq!(kind["kind"], SLIP);
    assert_eq!(kind["documents"].as_array().unwrap().len(), 6);
    let figures = kind["figures"].as_array().unwrap();
    let most = gathered.declared.catalogue.indicators.len() * 4;
    assert!((100..=most).contains(&figures.len()), "{}", figures.len());
    assert!(figures.contains(&"TC12.actual".into()), "without a unit: each paper prints its own");
}
