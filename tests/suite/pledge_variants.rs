//! One pledge in its variants: the file's copy, the ceremony's with a cover, a sheet for each party.

use thidua::assets::document_spec;
use thidua::finding::failure::Failure;
use thidua::finding::failure::TomlFault;
use thidua::model::document::Block;
use thidua::model::document::Document;
use thidua::model::look::Sheet;
use thidua::pipeline::gather::Gathered;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::committed;
use crate::form::PLEDGED;
use crate::plain;

const SHEET: &str = "giao-uoc-trang-ky";

/// The code that a paper prints: three groups of four digits.
fn code(document: &Document) -> String {
    let text = plain::text(document);
    let is_code = |word: &&str| {
        let groups: Vec<&str> = word.split('-').collect();
        groups.len() == 3 && groups.iter().all(|it| it.len() == 4 && it.is_ascii())
    };
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.find(is_code).unwrap_or_default().to_owned()
}

fn pledge(gathered: &Gathered) -> Document {
    plain::document(gathered, "giao-uoc", false)
}

#[test]
fn the_ceremony_s_copy_has_the_words_and_the_code_of_the_pledge() {
    let gathered = committed(CUM_5);
    let (file, ceremony) =
        (pledge(&gathered), plain::document(&gathered, "giao-uoc-trang-trong", false));
    assert!(plain::text(&file) == plain::text(&ceremony), "the words differ");
    assert_eq!((file.sheet, ceremony.sheet), (Sheet::A4, Sheet::A3));
    assert!(file.cover.is_none());
    let cover = ceremony.cover.unwrap();
    assert_eq!(cover.title, ["BẢN GIAO ƯỚC THI ĐUA", "Năm 2025"]);
}

#[test]
fn the_sheet_of_a_party_holds_its_own_signature_and_the_code_of_the_pledge() {
    let gathered = committed(CUM_5);
    let expected = code(&pledge(&gathered));
    assert_eq!(expected.len(), 14, "{expected}");
    for unit in ["thai-nguyen", "ha-giang"] {
        let sheet = plain::of_unit(&gathered, SHEET, unit);
        assert_eq!(code(&sheet), expected);
        let grids: Vec<_> = sheet
            .blocks
            .iter()
            .filter_map(|it| match it {
                Block::SignatureGrid { parties, witness, .. } => Some((parties, witness)),
                _ => None,
            })
            .collect();
        let [(parties, None)] = grids.as_slice() else { panic!("{grids:?}") };
        assert_eq!(parties.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), [unit]);
    }
}

#[test]
fn another_word_or_figure_is_another_code() {
    let before = code(&pledge(&committed(CUM_5)));
    let case = Case::of(CUM_5);
    case.edit(&[("theme = \"Đổi mới, sáng tạo, tinh gọn", "theme = \"Đổi mới, tinh gọn")]);
    assert_ne!(code(&pledge(&case.gather())), before);
    let case = Case::with(CUM_5, "lang-son", |book| {
        book.figures().set("TC12", PLEDGED, 4_321.0);
    });
    assert_ne!(code(&pledge(&case.gather())), before);
}

#[test]
fn an_error_of_one_unit_refuses_the_sheets_of_all() {
    let case = Case::with(CUM_5, "lang-son", |book| {
        book.figures().clear("TC12", PLEDGED);
    });
    let built = case.build().built;
    let refused: Vec<&str> = built.refused.iter().map(|it| it.file.as_str()).collect();
    assert!(refused.contains(&"giao-uoc-2025-trang-ky/ha-giang.pdf"), "{refused:?}");
    assert!(refused.contains(&"giao-uoc-2025-trang-trong.pdf"), "{refused:?}");
    assert!(!refused.contains(&"phieu-xac-nhan-so-lieu/ha-giang.pdf"), "{refused:?}");
}

#[test]
fn a_variant_of_nothing_is_told_with_its_line() {
    let faults = |key: &str| {
        let case = Case::of(CUM_5);
        let path = format!("templates/documents/{SHEET}/document.toml");
        let text = std::fs::read_to_string(crate::source::root().join(&path)).unwrap();
        case.write(&path, text.replace("part_of = \"giao-uoc\"", key));
        let Err(Failure::Toml(faults)) = document_spec::all(&case.gather().declared.templates)
        else {
            panic!("{key}")
        };
        faults
    };
    let [fault] = faults("part_of = \"giao-uot\"").try_into().unwrap();
    let nearest = Some("giao-uoc".to_owned());
    assert_eq!(fault.fault, TomlFault::Dangling { name: "giao-uot".into(), nearest });
    assert_eq!(fault.position().0, 9);
    let [fault] = faults("part_of = \"tin-hoi-nghi\"").try_into().unwrap();
    assert!(matches!(fault.fault, TomlFault::Other(_)), "{:?}", fault.fault);
    let [fault] = faults("extends = \"giao-uoc-trang-trong\"").try_into().unwrap();
    assert!(matches!(fault.fault, TomlFault::Other(_)), "{:?}", fault.fault);
}

#[test]
fn joint_headings_are_the_cluster_s_its_superior_s_or_all_parties() {
    let path = "templates/documents/giao-uoc/document.toml";
    let text = std::fs::read_to_string(crate::source::root().join(path)).unwrap();
    let heading = |kind: &str| {
        let case = Case::of(CUM_5);
        let own = text.replace("letterhead = \"cluster\"", &format!("letterhead = \"{kind}\""));
        case.write(path, own);
        let head = pledge(&case.gather()).letterhead;
        assert!(head.number.is_none());
        assert_eq!(head.place_date.unwrap().date, "ngày 21 tháng 12 năm 2024");
        [head.upper.join(" / "), head.issuer.join(" / ")]
    };
    assert_eq!(
        heading("superior-and-cluster"),
        ["TỔNG LIÊN ĐOÀN LAO ĐỘNG / VIỆT NAM", "CỤM THI ĐUA SỐ 5"]
    );
    let [upper, parties] = heading("parties");
    assert_eq!(upper, "");
    let first = "LIÊN ĐOÀN LAO ĐỘNG TỈNH THÁI NGUYÊN / LIÊN ĐOÀN LAO ĐỘNG TỈNH LẠNG SƠN";
    assert!(parties.starts_with(first) && parties.split(" / ").count() == 6, "{parties}");
}
